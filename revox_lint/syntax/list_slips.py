"""Slips of indentation in a list: items and fields that do not line up with those above them."""

from __future__ import annotations

from typing import Final

from revox_lint.syntax.line_kinds import DASHED, KEY, Line, lead_of
from revox_lint.syntax.lines import Lines
from revox_lint.syntax.quote import excerpt, joined, write
from revox_lint.syntax.span import Span

_NAMED: Final = 3  # fields that one message names


def dedented(scan: Lines, line: Line) -> bool:
    """Report fields of an element that are indented like its dash, all of them at once."""
    if line.indent not in scan.items or line.indent in scan.columns:
        return False
    wanted = min((one for one in scan.columns if one > line.indent), default=None)
    if wanted is None:
        return False
    first = scan.first_keys[wanted]
    if not line.indent and scan.counts[wanted] == 1 and first.body.startswith("- "):
        # No list can be there: it is the first key of the document that has a dash too many.
        _dash_too_many(scan, first, wanted)
        scan.begin_document()
        scan.columns, scan.counts, scan.first_keys = [0], {0: 1}, {0: first}
        scan.at -= 1
        return True
    outer = max((one for one in scan.columns if one < line.indent), default=0)
    otherwise = f"by {outer}" if outer else "not at all"
    lines: list[Line] = []
    begin = scan.at - 1
    after: Line | None = line
    while after is not None and after.indent == line.indent:
        if DASHED.match(after.body) or KEY.match(after.body) is None:
            break
        lines.append(after)
        scan.at += len(lines) > 1
        scan.skip_deeper(line.indent)
        after = scan.next()
    scan.report(
        Span(line.start, line.start + len(_name(line))),
        f"{_all_of(lines)} not indented like the first field of the element",
        f"indent {'them' if lines[1:] else 'it'} by {wanted} spaces, or {otherwise} where "
        f"{'they are not fields' if lines[1:] else 'it is not a field'} of the element",
    )
    scan.blank(scan.lines[begin].start, scan.lines[scan.at - 1].end)
    return True


def outside_of_element(scan: Lines, indent: int) -> bool:
    """Report fields that are further out than the element that they follow."""
    wanted = dict(scan.left)[indent]
    first = scan.outside[0]
    scan.report(
        Span(first.start, first.start + len(_name(first))),
        f"{_all_of(scan.outside)} not indented like the fields of the list element above "
        f"{'them' if scan.outside[1:] else 'it'}",
        f"indent {'them' if scan.outside[1:] else 'it'} by {wanted} spaces",
    )
    scan.blank(first.start, scan.outside[-1].end)
    scan.items.append(indent)
    return True


def too_far_out(scan: Lines, line: Line, first: Line, key: str) -> bool:
    """Report a key with fewer spaces than the keys below it, which are beside it."""
    column = line.indent
    if "\t" in scan.text[line.start - column : line.start]:
        scan.report(
            Span(line.start - column, line.start),
            "YAML does not allow tabs for indentation",
            f"write {first.indent} spaces",
        )
        scan.blank(line.start - column, line.end)
    elif dict(scan.left).get(column) == first.indent:
        scan.report(
            Span(line.start, line.end),
            f"no `- ` in front of `{excerpt(line.body)}`",
            write(f"- {line.body}", "write `- `"),
        )
        scan.skip_deeper(column)
        scan.blank(line.start, scan.lines[scan.at - 1].end)
        scan.items.append(column)
        return True
    elif scan.above or (scan.is_first and column and column == scan.parent()):
        where = f"below `{scan.above}:`" if scan.above else f"like `{_name(first)}` below it"
        scan.report(
            Span(line.start, line.start + len(key)),
            f"`{key}` is not indented {where}",
            f"indent it by {first.indent} spaces",
        )
        scan.blank(line.start, line.end)
    else:
        return False
    if scan.is_first:
        scan.counts.pop(scan.columns.pop(), None)
    return True


def _name(line: Line) -> str:
    key = KEY.match(line.body, lead_of(line.body))
    return key.group().rstrip(" \t:") if key else line.body


def _all_of(lines: list[Line]) -> str:
    names = [f"`{excerpt(_name(line), 30)}`" for line in lines[:_NAMED]]
    if len(lines) > _NAMED:
        names.append(f"{len(lines) - _NAMED} more")
    return f"{joined(names)} {'are' if names[1:] else 'is'}"


def misplaced_item(scan: Lines, line: Line) -> bool:
    """Report items that are indented more, or less, than those above them, all of them at once."""
    if line.indent in scan.items or line.indent >= scan.parent():
        return False
    beside = [
        item
        for item in scan.items
        if not any(min(item, line.indent) < one < max(item, line.indent) for one in scan.columns)
    ]
    if not beside:
        return False
    nearest = min(reversed(beside), key=lambda item: abs(item - line.indent))
    lead = lead_of(line.body)
    if line.indent == scan.columns[0] and KEY.match(line.body, lead) and not _is_alike(scan, line):
        scan.at -= 1
        scan.lines[scan.at] = _dash_too_many(scan, line, lead)
        return True
    begin = scan.at - 1
    while True:
        scan.skip_deeper(line.indent)
        after = scan.next()
        if after is None or after.indent != line.indent or not after.body.startswith("- "):
            break
        scan.at += 1
    spaces = "1 space" if nearest == 1 else f"{nearest} spaces"
    scan.report(
        Span(line.start, line.end),
        f"`{excerpt(line.body)}` is not indented like the items above it",
        f"indent it by {spaces}" if nearest else "remove the spaces in front of it",
    )
    scan.blank(scan.lines[begin].start, scan.lines[scan.at - 1].end)
    return True


def item_beside_keys(scan: Lines, line: Line, lead: int) -> bool:
    """Report an item where the mapping that it is in goes on, or where its list had no dash yet."""
    if line.indent in scan.items or scan.hollow:
        return False
    column = line.indent + lead
    if column in scan.columns and [*scan.columns, -1][scan.columns.index(column) - 1] < line.indent:
        return _is_alike(scan, line) and _without_dash(scan, column, line.start)
    if line.indent not in scan.columns:
        return False
    if line.indent in dict(scan.left):
        scan.at -= 1
        return outside_of_element(scan, line.indent)
    if line.indent and _is_alike(scan, line):
        return _without_dash(scan, line.indent, line.start)
    if KEY.match(line.body, lead) is None:
        return False
    scan.at -= 1
    scan.lines[scan.at] = _dash_too_many(scan, line, lead)
    return True


def _is_alike(scan: Lines, line: Line) -> bool:
    """Return whether an item begins with the name with which a mapping above it begins."""
    return any(_name(scan.first_keys[column]) == _name(line) for column in scan.columns)


def _dash_too_many(scan: Lines, line: Line, lead: int) -> Line:
    """Report the dash in front of a key, and return the line without it."""
    name = _name(line)
    scan.report(
        Span(line.start, line.start + 1),
        f"`- ` in front of `{name}`, which is not an element of a list",
        "remove the `- `",
    )
    return scan.to_margin(line, lead, name)


def first_without_dash(scan: Lines, line: Line, column: int) -> bool:
    """Report a first element whose first field has no dash, above fields that are deeper."""
    if not column or line.indent != column or not scan.item_follows(column):
        return False
    if scan.first_keys[column].indent != column:
        return False
    scan.skip_deeper(column)
    scan.at += 1
    return _without_dash(scan, column, scan.lines[scan.at - 1].start)


def _without_dash(scan: Lines, column: int, end: int) -> bool:
    """Report the first key of what is the first element of a list, and ends at `end`."""
    first = scan.first_keys[column]
    if first.indent != column:
        return False
    scan.report(
        Span(first.start, first.end),
        f"no `- ` in front of `{excerpt(first.body)}`, the first element of the list",
        write(f"- {first.body}", "write `- ` in front of it"),
    )
    scan.blank(first.start, end)
    while scan.columns and scan.columns[-1] >= column:
        scan.counts.pop(scan.columns.pop())
    scan.at -= 1
    return True


def bare_dash(scan: Lines, line: Line) -> bool:
    """Report a dash alone on its line, with its fields below it that are not deeper."""
    first = scan.next()
    if first is None or first.indent != line.indent or KEY.match(first.body) is None:
        return False
    begin = scan.at
    while (after := scan.next()) is not None and after.indent == line.indent:
        if after.body.startswith("-") or not KEY.match(after.body):
            break
        scan.at += 1
        scan.skip_deeper(line.indent)
    scan.report(
        Span(first.start, first.end),
        f"`{excerpt(first.body)}` is not indented below its `-`",
        f"indent the fields of the element by {line.indent + 2} spaces",
    )
    scan.blank(scan.lines[begin].start, scan.lines[scan.at - 1].end)
    return True


def further_out(scan: Lines, line: Line) -> bool:
    """Report the first key of a file when it is deeper than those after it."""
    if not scan.columns or line.indent >= scan.columns[0] or scan.counts[scan.columns[0]] > 1:
        return False
    first = scan.first_keys[scan.columns[0]]
    if first.body.startswith("-"):
        return False
    scan.report(
        Span(first.start, first.start + len(_name(first))),
        f"`{excerpt(_name(first))}` is indented deeper than the keys below it",
        "remove the spaces in front of it" if not line.indent else f"indent it by {line.indent}",
    )
    scan.blank(first.start, line.start)
    scan.columns.clear()
    scan.counts.clear()
    scan.at -= 1
    return True
