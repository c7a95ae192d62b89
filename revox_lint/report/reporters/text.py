"""For people: a frame of the file with a mark under the exact place, and help.

error[voice-speed-out-of-range]: the voice speed `1.5` is outside what elevenlabs accepts
  --> assistants/sales.yaml:4:10
   |
 4 |   speed: 1.5
   |          ^^^
   = help: choose a speed from 0.7 to 1.2
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from revox_lint.diagnostic import Diagnostic, Severity
from revox_lint.report import Style
from revox_lint.report.frame import BLUE, CYAN, RED, YELLOW, Mark, frame, heading, note
from revox_lint.report.summary import summary
from revox_lint.report.wrap import wrap

if TYPE_CHECKING:
    from revox_lint.api import Result

_COLORS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.INFO: CYAN}


def render(result: Result, style: Style) -> Iterator[str]:
    """Yield a frame per diagnostic, then the summary."""
    for one in result.diagnostics:
        yield from _diagnostic(one, style)
        yield "\n"
    for line in wrap(summary(result), 0, 0, style.width) if not style.quiet else ():
        yield line + "\n"


def _diagnostic(one: Diagnostic, style: Style) -> Iterator[str]:
    color = _COLORS[one.severity]
    name = f"[{one.rule}]"
    if style.links:
        name = f"\x1b]8;;{one.url}\x1b\\{name}\x1b]8;;\x1b\\"
    yield from heading(
        f"{one.severity}[{one.rule}]", f"{one.severity}{name}", one.message, color, style
    )
    near = [r for r in one.related if r.source is None or r.source is one.source]
    marks = [Mark(one.span, color=color)]
    marks += [Mark(related.span, "-", related.message, BLUE) for related in near]
    # A note is worth a look, not a screen: many definitions have one on purpose.
    whole = one.severity is not Severity.INFO
    yield from frame(one.source, marks, style, one.hidden, lines_too=whole)
    for word, text in _notes(one):
        yield from note(word, text, marks, one.source, style)


def _notes(one: Diagnostic) -> Iterator[tuple[str, str]]:
    if one.help is not None:
        yield "help", one.help
    for related in one.related:
        if related.source is not None and related.source is not one.source:
            there = related.source.position(related.span.start)
            place = f"{related.source.path}:{there.line}:{there.column}"
            yield "note", f"{related.message}: {place}"
