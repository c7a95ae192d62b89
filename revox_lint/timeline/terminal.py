"""The picture for a terminal: at most 80 columns, and nothing that only colour would say."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from revox_lint.harness.explain import explain_assumptions
from revox_lint.report import Style
from revox_lint.report.frame import paint
from revox_lint.report.sanitize import inert
from revox_lint.schedule.model import Assumptions
from revox_lint.schedule.week import Day
from revox_lint.schedule.zones import offset_if_twice
from revox_lint.timeline.model import (
    Picture,
    Sheet,
    change_notes,
    is_night,
    local,
    reason,
    short_hours,
)

WIDTH = 80
_CELLS = 48
_ROOM = WIDTH - 12 - _CELLS - 2
_SHOWN = 3


def render(sheet: Sheet, style: Style) -> Iterator[str]:
    """Return the picture in lines, each with its end."""
    for line in _lines(sheet, style):
        yield line.rstrip() + "\n"


def _lines(sheet: Sheet, style: Style) -> Iterator[str]:
    to = f"calls to {sheet.recipient}" if sheet.recipient else "calls"
    yield from wrapped(paint(inert(sheet.name), "1", style), f"{inert(sheet.name)}: {to}")
    start = local(sheet.start, "UTC")
    yield f"from {start:%a %Y-%m-%d %H:%M} UTC; your clock is {sheet.author}"
    if len(sheet.pictures) > 1 or sheet.zones > 1:
        count = f"{sheet.zones} zones" if sheet.zones > 1 else "one zone"
        yield f"the country code leaves {count} possible, which make {_plans(sheet)}"
    for picture in sheet.pictures[:_SHOWN]:
        yield ""
        yield from _picture(sheet, picture, style)
    if len(sheet.pictures) > _SHOWN:
        yield ""
        yield f"and {len(sheet.pictures) - _SHOWN} more plans; --html FILE shows all of them"
    yield ""
    yield "= open   . closed   x skipped by the clocks   1 2 3 attempts"


def _plans(sheet: Sheet) -> str:
    return f"{len(sheet.pictures)} different plans" if len(sheet.pictures) > 1 else "one plan"


def wrapped(painted: str, text: str) -> Iterator[str]:
    """Return the title, cut to the width; the painted name only where all of it fits."""
    if len(text) > WIDTH:
        yield text[: WIDTH - 1] + "…"
    else:
        name = text.partition(": calls")[0]
        yield text.replace(name, painted, 1)


def _picture(sheet: Sheet, picture: Picture, style: Style) -> Iterator[str]:
    names = ", ".join(picture.zones[:2])
    more = f" and {len(picture.zones) - 2} more" if len(picture.zones) > 2 else ""
    head = f"{names}{more}"
    if picture.plan.zone not in picture.zones:
        head += f" (windows run on {picture.plan.zone})"
    yield paint(head[:WIDTH], "1", style)
    axis = "".join(f"{hour:<6}" for hour in range(0, 24, 3))
    yield f"{'':12}{axis}"
    for day in picture.week:
        notes = " ".join(short_hours(part) for part in day.open) or "closed"
        if len(notes) > _ROOM:
            notes = f"{len(day.open)} windows"
        yield f"{day.date:%a %d %b}  {_bar(day, style)}  {notes}"
        for note in change_notes(day):
            yield f"{'':12}^ clocks change: {note}"
    yield ""
    if not picture.plan.attempts:
        yield "no attempt is ever made: no window opens"
        return
    for attempt in picture.plan.attempts:
        theirs, ours = local(attempt.at, picture.zone), local(attempt.at, sheet.author)
        there = f"{theirs:%a %d %b %H:%M}{offset_if_twice(attempt.at, picture.zone)} there"
        here = f"{ours:%a %d %b %H:%M}{offset_if_twice(attempt.at, sheet.author)} here"
        night = is_night(attempt.at, picture.zone)
        line = f"{attempt.number:>2}  {there}  {here}" + ("  ! at night" if night else "")
        yield paint(line, "31" if night else "32", style)
        yield from _indented(reason(attempt, sheet, picture.plan.zone))


def _indented(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, WIDTH, initial_indent="    ", subsequent_indent="    ")


def assumptions(assume: Assumptions) -> Iterator[str]:
    """Return what is assumed, in lines of at most 80 columns, each with its end."""
    for line in explain_assumptions(assume):
        for piece in textwrap.wrap(line, WIDTH, subsequent_indent="    ", drop_whitespace=True):
            yield piece + "\n"


def _bar(day: Day, style: Style) -> str:
    cells = []
    for index in range(_CELLS):
        low, high = index * 30, index * 30 + 30
        numbers = [number for minute, number in day.attempts if low <= minute < high]
        if numbers:
            cells.append(paint(str(numbers[-1])[-1], "1;32", style))
        elif any(start < high and low < end for start, end in day.open):
            cells.append("=")
        elif any(start < high and low < end for start, end in day.skipped):
            cells.append("x")
        else:
            cells.append(".")
    return "".join(cells)
