"""For people: a frame of the file with a mark under the exact place, and the remedy.

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

from revox_lint.diagnostic import Applicability, Diagnostic, Severity, Span
from revox_lint.report import Style
from revox_lint.report._inert import inert, width
from revox_lint.report._summary import fixable, summary

if TYPE_CHECKING:
    from revox_lint.api import Result
    from revox_lint.syntax.source import Source

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BLUE = "34"


def render(result: Result, style: Style) -> Iterator[str]:
    """A frame per diagnostic, then the summary."""
    for one in result.diagnostics:
        yield from _frame(one, style)
        yield "\n"
    yield summary(result) + "\n"
    safe = fixable(result)
    if safe:
        yield f"{safe} of them can be mended without a change of meaning.\n"


def _frame(one: Diagnostic, style: Style) -> Iterator[str]:
    color = _COLORS[one.severity]
    name = f"[{one.rule}]"
    if style.links:
        name = f"\x1b]8;;{one.url}\x1b\\{name}\x1b]8;;\x1b\\"
    head = _paint(f"{one.severity}{name}", f"1;{color}", style)
    yield f"{head}{_paint(': ' + inert(one.message), '1', style)}\n"
    near = [r for r in one.related if r.source is None or r.source is one.source]
    marks = [(one.span, "^", "", color)]
    marks += [(related.span, "-", related.message, _BLUE) for related in near]
    lines = [one.source.position(span.start).line for span, *_ in marks]
    gutter = len(str(max(lines))) + 1
    start = one.source.position(one.span.start)
    place = f"{inert(one.path)}:{start.line}:{start.column}"
    yield f"{' ' * gutter}{_paint('-->', _BLUE, style)} {place}\n"
    if one.source.text:
        bar = f"{' ' * gutter} {_paint('|', _BLUE, style)}"
        yield bar + "\n"
        order = sorted(range(len(marks)), key=lambda index: (lines[index], marks[index][1] == "-"))
        shown = 0
        for index in order:
            number = lines[index]
            if shown and number > shown + 1:
                yield f"{' ' * gutter}{_paint('...', _BLUE, style)}\n"
            span, sign, label, paint = marks[index]
            text, before, length = _cut(one.source, span, number, style.width - gutter - 3)
            if number != shown:
                digits = _paint(f"{number:>{gutter}} |", _BLUE, style)
                yield f"{digits} {text}\n"
            shown = number
            mark = sign * max(length, 1) + (f" {inert(label)}" if label else "")
            yield f"{bar} {' ' * before}{_paint(mark, f'1;{paint}', style)}\n"
    notes = [] if one.help is None else [("help", one.help)]
    if one.fix is not None:
        unsafe = one.fix.applicability is Applicability.UNSAFE
        notes.append(("fix", one.fix.title + (" (may change the meaning)" if unsafe else "")))
    for related in one.related:
        if related not in near and related.source is not None:
            there = related.source.position(related.span.start)
            notes.append(
                ("note", f"{related.message}: {related.source.path}:{there.line}:{there.column}")
            )
    for word, note in notes:
        sign = _paint("=", _BLUE, style)
        yield f"{' ' * gutter} {sign} {_paint(word + ':', '1', style)} {inert(note)}\n"


def _cut(source: Source, span: Span, number: int, most: int) -> tuple[str, int, int]:
    """The line of the span's start as it can be shown; columns before the mark, and its length."""
    line = source.line(number)
    start = span.start - source.line_starts[number - 1]
    stop = min(max(span.end - source.line_starts[number - 1], start), len(line))
    first, last = 0, len(line)
    if width(line) > most:
        room = max(most - 2, 20)
        length = min(stop - start, room)
        first = max(0, min(start - (room - length) // 2, len(line) - room))
        last = min(len(line), first + room)
        stop = min(stop, last)
    head = "…" if first else ""
    tail = "…" if last < len(line) else ""
    before = head + inert(line[first:start])
    return (
        head + inert(line[first:last]) + tail,
        width(before),
        width(inert(line[start:stop])),
    )


def _paint(text: str, code: str, style: Style) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if style.color else text
