"""A frame of a file for people: its lines with a mark under each exact place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from revox_lint.report import Style
from revox_lint.report.sanitize import inert, width
from revox_lint.report.wrap import wrap
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span

RED, YELLOW, BLUE, CYAN = "31", "33", "34", "36"
"""Colours as a terminal numbers them."""

_INDENT = 4


class Mark(NamedTuple):
    """A place to mark: `sign` is repeated under its characters, `label` follows it."""

    span: Span
    sign: str = "^"
    label: str = ""
    color: str = RED


def frame(
    source: Source,
    marks: Sequence[Mark],
    style: Style,
    hidden: Sequence[Span] = (),
    *,
    lines_too: bool = True,
) -> Iterator[str]:
    """Yield the place of the first mark, and the lines of all marks with the marks under them.

    The characters at `hidden`, those of secrets, are not shown. Without `lines_too`, no lines.
    """
    lines = [source.position(mark.span.start).line for mark in marks]
    gutter = _gutter(lines)
    start = source.position(marks[0].span.start)
    place = f"{inert(source.path)}:{start.line}:{start.column}"
    yield f"{gutter}{paint('-->', BLUE, style)} {place}\n"
    if not source.text or not lines_too:
        return
    bar = f"{gutter} {paint('|', BLUE, style)}"
    yield bar + "\n"
    # In the order of the text; a line is shown once.
    order = sorted(range(len(marks)), key=lambda index: (lines[index], marks[index].span.start))
    shown = 0
    for index in order:
        number, mark = lines[index], marks[index]
        if shown and number > shown + 1:
            yield f"{gutter}{paint('...', BLUE, style)}\n"
        written = _masked(source, number, hidden)
        room = style.width - len(gutter) - 3
        text, before, length = _cut(source, written, mark.span, number, room)
        # A line too long to be shown whole is cut anew around each of its marks.
        if number != shown or len(written) > 4 * room or width(inert(written)) > room:
            yield f"{paint(f'{number:>{len(gutter)}} |', BLUE, style)} {text}\n"
        shown = number
        sign = mark.sign * max(length, 1)
        for indent, words in _under(sign, inert(mark.label), before, room):
            yield f"{bar} {' ' * indent}{paint(words, f'1;{mark.color}', style)}\n"


def _under(sign: str, label: str, before: int, room: int) -> Iterator[tuple[int, str]]:
    """The lines under a marked line, each with its indent; a label that has no room goes below."""
    if not label or before + len(sign) + 1 + width(label) <= room:
        yield before, f"{sign} {label}".rstrip()
        return
    yield before, sign
    indent = before if room - before >= min(40, width(label)) else max(0, min(before, room // 3))
    for line in wrap(label, indent, indent, room):
        yield indent, line


def heading(title: str, shown: str, text: str, color: str, style: Style) -> Iterator[str]:
    """Yield the lines above a frame: a title such as `error[unknown-field]`, and what is wrong.

    `shown` is the title as it is written, links included.
    """
    lines = wrap(inert(text), width(title) + 2, _INDENT, style.width)
    yield f"{paint(shown, f'1;{color}', style)}{paint(': ' + lines[0], '1', style)}\n"
    for line in lines[1:]:
        yield f"{' ' * _INDENT}{paint(line, '1', style)}\n"


def note(
    word: str, text: str, marks: Sequence[Mark], source: Source, style: Style
) -> Iterator[str]:
    """Yield the lines of a remark under the frame of `marks`: `= help: …`."""
    gutter = _gutter([source.position(mark.span.start).line for mark in marks])
    first = len(gutter) + len(word) + 5
    lines = wrap(inert(text), first, first, style.width)
    yield f"{gutter} {paint('=', BLUE, style)} {paint(word + ':', '1', style)} {lines[0]}\n"
    for line in lines[1:]:
        yield f"{' ' * first}{line}\n"


def paint(text: str, code: str, style: Style) -> str:
    """`text` in the colour or weight `code`, where the style has colour."""
    return f"\x1b[{code}m{text}\x1b[0m" if style.color else text


def _gutter(lines: Sequence[int]) -> str:
    return " " * (len(str(max(lines))) + 1)


def _masked(source: Source, number: int, hidden: Sequence[Span]) -> str:
    line = source.line(number)
    first = source.line_starts[number - 1]
    for span in hidden:
        start = min(max(span.start - first, 0), len(line))
        end = min(max(span.end - first, start), len(line))
        line = line[:start] + "*" * (end - start) + line[end:]
    return line


def _cut(source: Source, line: str, span: Span, number: int, most: int) -> tuple[str, int, int]:
    """The line of the span's start as it can be shown; columns before the mark, and its length."""
    start = span.start - source.line_starts[number - 1]
    stop = min(max(span.end - source.line_starts[number - 1], start), len(line))
    first, last = 0, len(line)
    if len(line) > 4 * most or width(line) > most:
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
