"""Slips of indentation in a list: items and fields that do not line up with those above them."""

from __future__ import annotations

from typing import Final

from revox_lint.syntax.line_kinds import DASHED, KEY, Line
from revox_lint.syntax.lines import Lines
from revox_lint.syntax.quote import excerpt
from revox_lint.syntax.span import Span

_NAMED: Final = 3  # fields that one message names


def dedented(scan: Lines, line: Line) -> bool:
    """Report fields of an element that are indented like its dash, all of them at once."""
    if line.indent not in scan.items or line.indent in scan.columns:
        return False
    wanted = min((one for one in scan.columns if one > line.indent), default=None)
    if wanted is None:
        return False
    names: list[str] = []
    begin = scan.at - 1
    after: Line | None = line
    while after is not None and after.indent == line.indent:
        key = None if DASHED.match(after.body) else KEY.match(after.body)
        if key is None:
            break
        names.append(f"`{excerpt(key.group().rstrip(' :'), 30)}`")
        scan.at += len(names) > 1
        scan.skip_deeper(line.indent)
        after = scan.next()
    more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED else []
    named = [*names[:_NAMED], *more]
    listed = " and ".join([", ".join(named[:-1]), named[-1]] if named[1:] else named)
    scan.report(
        Span(line.start, line.start + len(names[0]) - 2),
        f"{listed} {'are' if names[1:] else 'is'} not indented like the first field of the element",
        f"indent {'them' if names[1:] else 'it'} by {wanted} spaces",
    )
    scan.blank(scan.lines[begin].start, scan.lines[scan.at - 1].end)
    return True


def misplaced_item(scan: Lines, line: Line, lead: int) -> bool:
    """Report items that are indented more, or less, than those above them, all of them at once."""
    if line.indent in scan.items or line.indent >= scan.parent():
        return False
    beside = [
        item
        for item in scan.items
        if not any(min(item, line.indent) < one <= max(item, line.indent) for one in scan.columns)
    ]
    if not beside:
        return False
    begin = scan.at - 1
    while True:
        scan.skip_deeper(line.indent)
        after = scan.next()
        if after is None or after.indent != line.indent or not after.body.startswith("- "):
            break
        scan.at += 1
    spaces = "1 space" if beside[-1] == 1 else f"{beside[-1]} spaces"
    scan.report(
        Span(line.start, line.end),
        f"`{excerpt(line.body)}` is not indented like the items above it",
        f"indent it by {spaces}" if beside[-1] else "remove the spaces in front of it",
    )
    scan.blank(scan.lines[begin].start, scan.lines[scan.at - 1].end)
    return True
