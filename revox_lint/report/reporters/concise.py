"""One line per diagnostic: `path:line:column: severity[rule] message`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from revox_lint.report import Style
from revox_lint.report.sanitize import inert
from revox_lint.report.summary import summary

if TYPE_CHECKING:
    from revox_lint.api import Result


def render(result: Result, style: Style) -> Iterator[str]:
    """The lines, then the summary."""
    for one in result.diagnostics:
        line, column = one.source.position(one.span.start)
        place = f"{inert(one.path)}:{line}:{column}"
        yield f"{place}: {one.severity}[{one.rule}] {inert(one.message)}\n"
    if not style.quiet:
        yield summary(result) + "\n"
