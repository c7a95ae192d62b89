"""Workflow commands that GitHub Actions turns into annotations of the change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from revox_lint.diagnostic import Severity
from revox_lint.report import Style
from revox_lint.report.sanitize import inert

if TYPE_CHECKING:
    from revox_lint.api import Result

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(result: Result, style: Style) -> Iterator[str]:
    """One workflow command per diagnostic."""
    for one in result.diagnostics:
        start = one.source.position(one.span.start)
        end = one.source.position(one.span.end)
        properties = [
            f"title={_property(f'revox-lint ({one.rule})')}",
            f"file={_property(one.path)}",
            f"line={start.line}",
            f"endLine={end.line}",
        ]
        if start.line == end.line:
            # GitHub takes columns only within one line.
            properties += [f"col={start.column}", f"endColumn={max(end.column - 1, start.column)}"]
        text = one.message if one.help is None else f"{one.message}\n{one.help}"
        yield f"::{_COMMANDS[one.severity]} {','.join(properties)}::{_data(text)}\n"


def _data(text: str) -> str:
    lines = [inert(line) for line in text.split("\n")]
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
