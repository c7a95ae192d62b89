"""Workflow commands that GitHub Actions turns into annotations of the change."""

from __future__ import annotations

import os
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
            f"file={_property(_from_root(one.path))}",
            f"line={start.line}",
            f"endLine={end.line}",
        ]
        if start.line == end.line:
            # GitHub takes columns only within one line.
            properties += [f"col={start.column}", f"endColumn={max(end.column - 1, start.column)}"]
        lines = [line for line in (one.message, one.help, one.url) if line]
        text = "%0A".join(_data(line) for line in lines)
        yield f"::{_COMMANDS[one.severity]} {','.join(properties)}::{text}\n"


def _from_root(path: str) -> str:
    """Return a path relative to the root of the workspace, from which GitHub resolves it."""
    root = os.environ.get("GITHUB_WORKSPACE")
    if not root:
        return path
    whole = os.path.abspath(path)
    real = os.path.join(os.path.realpath(os.path.dirname(whole)), os.path.basename(whole))  # noqa: PTH118, PTH120, PTH119
    for there, top in ((whole, os.path.abspath(root)), (real, os.path.realpath(root))):
        try:
            relative = os.path.relpath(there, top).replace(os.sep, "/")
        except ValueError:  # another drive
            continue
        if relative.split("/")[0] != "..":
            return relative
    return path


def _data(text: str) -> str:
    return inert(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
