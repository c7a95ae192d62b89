"""Fixes: builders of edits by span, and their application; all text outside them is kept."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, insort
from collections.abc import Iterable

from revox_lint.diagnostic import Applicability, Edit, Fix
from revox_lint.syntax.node import Entry, Mapping, Scalar, Sequence
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span

_PRINTABLE = r"[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_BREAK = r"\r\n|\n|\r"


def quoted(text: str) -> str:
    """`text` as a double-quoted scalar that YAML and JSON read alike."""
    return json.dumps(text, ensure_ascii=re.search(_PRINTABLE, text) is not None)


def replace(
    scalar: Scalar, text: str, title: str, applicability: Applicability = Applicability.SAFE
) -> Fix | None:
    """Write `text` (as it shall stand, quotes included) for the scalar; None through an alias."""
    if scalar.origin is not None:
        return None
    return Fix(title, applicability, (Edit(scalar.span, text),))


def rewrite(
    scalar: Scalar, value: str, title: str, applicability: Applicability = Applicability.SAFE
) -> Fix | None:
    """Give the scalar the string `value`, in the quotes it has; plain only stays plain if safe."""
    if scalar.style in ("|", ">"):
        return None
    if scalar.style == "'" and "\n" not in value and re.search(_PRINTABLE, value) is None:
        text = "'" + value.replace("'", "''") + "'"
    elif scalar.style == "" and re.fullmatch(_PLAIN, value) and _same_everywhere(value):
        text = value
    else:
        text = quoted(value)
    return replace(scalar, text, title, applicability)


_PLAIN = r"[A-Za-z/][A-Za-z0-9_./+-]*(?: [A-Za-z0-9_./+-]+)*|[0-9]+[a-z]+"


def _same_everywhere(text: str) -> bool:
    from revox_lint.syntax.scalar import resolve, resolve_1_1

    return type(resolve(text)) is str and type(resolve_1_1(text)) is str


def replace_part(
    scalar: Scalar,
    part: Span,
    text: str,
    title: str,
    applicability: Applicability = Applicability.SAFE,
) -> Fix | None:
    """Write `text`, as it shall stand, for a part of the scalar that `Document.within` found.

    None through an alias, in a block scalar, and where only the whole could be found.
    """
    if scalar.origin is not None or scalar.style in ("|", ">"):
        return None
    if scalar.style and part == scalar.span:
        return None
    return Fix(title, applicability, (Edit(part, text),))


def quote(source: Source, scalar: Scalar, title: str = "Quote the value") -> Fix | None:
    """Put quotes around a plain scalar as it is written; None where it is not one line of plain."""
    written = source.text[scalar.span.start : scalar.span.end]
    if not scalar.plain or re.search(_BREAK, written):
        return None
    return replace(scalar, quoted(written), title)


def together(
    fixes: Iterable[Fix | None], title: str, applicability: Applicability = Applicability.SAFE
) -> Fix | None:
    """Return one fix of all edits; None where one is missing, or where there are over 1,000."""
    edits: list[Edit] = []
    for fix in fixes:
        if fix is None or len(edits) > 1000:
            return None
        edits += fix.edits
    return Fix(title, applicability, tuple(edits))


def rename(
    entry: Entry, name: str, title: str, applicability: Applicability = Applicability.UNSAFE
) -> Fix | None:
    """Give the entry's key another name, in the quotes it has; None through a merge or alias."""
    if entry.merged is not None or entry.key.origin is not None:
        return None
    return rewrite(entry.key, name, title, applicability)


def part_key(entry: Entry, length: int, name: str) -> Fix | None:
    """Part a plain key such as `name:value` behind its first `length` characters, named anew."""
    span = entry.key.span
    if entry.merged is not None or entry.key.origin is not None or not entry.key.plain:
        return None
    if span.end - span.start != len(entry.key.text):
        return None
    end = span.start + length + 1
    return Fix("", Applicability.UNSAFE, (Edit(Span(span.start, end), f"{name}: "),))


def remove_entry(
    source: Source,
    mapping: Mapping,
    entry: Entry,
    title: str,
    applicability: Applicability = Applicability.SAFE,
) -> Fix | None:
    """Take an entry out of its mapping with its line, comment at the line's end included.

    None where the text around it does not allow that without changing something else: an
    entry of a merge, the only entry, the first behind a `- `.
    """
    return remove_entries(source, [(mapping, entry)], title, applicability)


def remove_entries(
    source: Source,
    entries: list[tuple[Mapping, Entry]],
    title: str,
    applicability: Applicability = Applicability.SAFE,
) -> Fix | None:
    """Take entries out as `remove_entry` does, several of one mapping too; all of them or none.

    None where a mapping would have no entry left, and where there are over 1,000.
    """
    if len(entries) > 1000:
        return None
    gone: dict[Mapping, set[Entry]] = {}
    for mapping, entry in entries:
        gone.setdefault(mapping, set()).add(entry)
    cuts: list[Span] = []
    for mapping, taken in gone.items():
        if len(mapping.entries) <= len(taken):
            return None
        last = True
        for entry in reversed(mapping.entries):
            if entry not in taken:
                last = False
                continue
            cut = _entry_cut(source, mapping, entry, last=last)
            if cut is None:
                return None
            cuts.append(cut)
    return Fix(title, applicability, tuple(Edit(cut, "") for cut in _joined(source.text, cuts)))


def _joined(text: str, cuts: list[Span]) -> list[Span]:
    """Return cuts in order, those that touch as one, without white space left at a line's end."""
    joined: list[Span] = []
    for start, end in sorted(cuts):
        if joined and start <= joined[-1].end:
            start = joined.pop().start
        if text[end : end + 1] in ("\r", "\n"):
            while text[start - 1 : start] in (" ", "\t"):
                start -= 1
        joined.append(Span(start, end))
    return joined


def _entry_cut(source: Source, mapping: Mapping, entry: Entry, *, last: bool) -> Span | None:
    if entry.merged is not None or entry.key.origin is not None:
        return None
    if _has_properties(source.text, entry):
        return None
    span = Span(entry.key.span.start, max(entry.key.span.end, entry.value.span.end))
    if mapping.flow:
        return _flow_cut(source, mapping.span, span, last=last)
    return _block_cut(source, span)


def remove_item(
    source: Source,
    sequence: Sequence,
    index: int,
    title: str,
    applicability: Applicability = Applicability.SAFE,
) -> Fix | None:
    """Take an item out of its sequence, its `-` or comma included; None where that is not clean."""
    item = sequence.items[index]
    if sequence.origin is not None or len(sequence.items) < 2:
        return None
    if sequence.flow:
        last = index == len(sequence.items) - 1
        cut = _flow_cut(source, sequence.span, item.span, last=last)
    else:
        dash = _last_visible(source.text, item.span.start)
        if source.text[dash : dash + 1] != "-":
            return None
        cut = _block_cut(source, Span(dash, item.span.end))
    return None if cut is None else Fix(title, applicability, (Edit(cut, ""),))


def reorder(
    source: Source,
    sequence: Sequence,
    order: list[int],
    title: str,
    applicability: Applicability = Applicability.SAFE,
) -> Fix | None:
    """Put the items of a sequence in another order: `order[i]` is the item that comes to place i.

    None where more than the items would have to move: a comment, an anchor, an alias or a tag
    among them, items that are not indented alike, and block scalars.
    """
    items = sequence.items
    if sequence.origin is not None or not items:
        return None
    # From the end of the line above on: a comment there may speak of the first item.
    text = source.text
    line = source.line_start(items[0].span.start)
    while line > 0 and text[line - 1] in "\r\n":
        line -= 1
    end = re.compile(_BREAK).search(text, items[-1].span.end)
    around = text[source.line_start(line) : end.start() if end else len(text)]
    written = [text[item.span.start : item.span.end] for item in items]
    if re.search(_UNMOVABLE, around):
        return None
    columns = {item.span.start - source.line_start(item.span.start) for item in items}
    if len(columns) > 1 and any(re.search(_BREAK, one) for one in written):
        return None
    edits = tuple(
        Edit(item.span, written[chosen])
        for item, chosen in zip(items, order, strict=True)
        if written[chosen] != text[item.span.start : item.span.end]
    )
    return Fix(title, applicability, edits) if edits else None


_UNMOVABLE = r"[#&*!|>]"


def _last_visible(text: str, position: int) -> int:
    """Return the offset of the last character before `position` that is not white space, or -1."""
    at = position - 1
    while at >= 0 and text[at].isspace():
        at -= 1
    return at


def _has_properties(text: str, entry: Entry) -> bool:
    """Whether an anchor or tag stands between key and value, which others may refer to."""
    between = text[entry.key.span.end : max(entry.key.span.end, entry.value.span.start)]
    return "&" in between or "!" in between


def _block_cut(source: Source, span: Span) -> Span | None:
    """Return the whole lines of `span`; None if they hold more than a comment at the end."""
    text = source.text
    start = source.line_start(span.start)
    if text[start : span.start].strip(" "):
        return None
    match = re.compile(r"[ \t]*(?:#[^\r\n]*)?").match(text, span.end)
    end = match.end() if match is not None else span.end
    if end < len(text):
        line_end = re.compile(_BREAK).match(text, end)
        if line_end is None:
            return None
        end = line_end.end()
    elif start > 0:
        # The last line has no end: take the one before instead.
        start -= 2 if text[start - 2 : start] == "\r\n" else 1
    return Span(start, end)


def _flow_cut(source: Source, outer: Span, span: Span, *, last: bool) -> Span | None:
    """Return `span` with the comma after it, or before it when none of what stays is behind it.

    With its line, where nothing else is on that. None behind an anchor or tag, which would
    become one of what follows.
    """
    text = source.text
    start = source.line_start(span.start)
    before = _last_visible(text, span.start)
    alone = before < start
    if not alone and text[before] not in "[{,":
        return None
    after = None if last else re.compile(r"\s*,[ \t]*").match(text, span.end, outer.end)
    if after is not None:
        line_end = re.compile(_BREAK).match(text, after.end())
        if alone and line_end is not None and start > outer.start:
            return Span(start, line_end.end())
        return Span(span.start, after.end())
    if before < outer.start or text[before] != ",":
        return None
    return Span(max(_last_visible(text, before) + 1, outer.start), span.end)


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """Return `text` with the edits of `fixes`; a fix that overlaps an earlier one is skipped."""
    edits: list[Edit] = []
    for fix in fixes:
        if not any(_overlaps(edit.span, edits) for edit in fix.edits):
            for edit in fix.edits:
                insort(edits, edit)
    parts: list[str] = []
    done = 0
    for (start, end), new in edits:
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def _overlaps(span: Span, edits: list[Edit]) -> bool:
    """Return whether `span` overlaps, or equals, that of one of the sorted `edits`."""
    index = bisect_left(edits, (span, ""))
    if index and edits[index - 1].span.end > span.start:
        return True
    return index < len(edits) and (edits[index].span.start < span.end or edits[index].span == span)
