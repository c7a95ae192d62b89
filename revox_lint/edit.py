"""Fixes: builders of edits by span, and their application; all text outside them is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from revox_lint.diagnostic import Applicability, Edit, Fix
from revox_lint.syntax.node import Entry, Mapping, Scalar, Sequence
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


def quote(source_text: str, scalar: Scalar, title: str = "Quote the value") -> Fix | None:
    """Put quotes around a plain scalar as it is written; None where it is not one line of plain."""
    written = source_text[scalar.span.start : scalar.span.end]
    if not scalar.plain or re.search(_BREAK, written):
        return None
    return replace(scalar, quoted(written), title)


def rename(
    entry: Entry, name: str, title: str, applicability: Applicability = Applicability.UNSAFE
) -> Fix | None:
    """Give the entry's key another name, in the quotes it has; None through a merge or alias."""
    if entry.merged is not None or entry.key.origin is not None:
        return None
    return rewrite(entry.key, name, title, applicability)


def remove_entry(
    source_text: str,
    mapping: Mapping,
    entry: Entry,
    title: str,
    applicability: Applicability = Applicability.SAFE,
) -> Fix | None:
    """Take an entry out of its mapping with its line, comment at the line's end included.

    None where the text around it does not allow that without changing something else: an
    entry of a merge, the only entry, the first behind a `- `.
    """
    if entry.merged is not None or entry.key.origin is not None or len(mapping.entries) < 2:
        return None
    if _has_properties(source_text, entry):
        return None
    span = Span(entry.key.span.start, max(entry.key.span.end, entry.value.span.end))
    if mapping.flow:
        cut = _flow_cut(source_text, mapping.span, span)
    else:
        cut = _block_cut(source_text, span)
    return None if cut is None else Fix(title, applicability, (Edit(cut, ""),))


def remove_item(
    source_text: str,
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
        cut = _flow_cut(source_text, sequence.span, item.span)
    else:
        dash = source_text.rfind("-", 0, item.span.start)
        if source_text[dash + 1 : item.span.start].strip():
            return None
        cut = _block_cut(source_text, Span(dash, item.span.end))
    return None if cut is None else Fix(title, applicability, (Edit(cut, ""),))


def reorder(
    source_text: str,
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
    line = _line_start(source_text, items[0].span.start)
    start = _line_start(source_text, len(source_text[:line].rstrip("\r\n")))
    end = re.compile(_BREAK).search(source_text, items[-1].span.end)
    around = source_text[start : end.start() if end else len(source_text)]
    written = [source_text[item.span.start : item.span.end] for item in items]
    if re.search(_UNMOVABLE, around):
        return None
    columns = {item.span.start - _line_start(source_text, item.span.start) for item in items}
    if len(columns) > 1 and any(re.search(_BREAK, text) for text in written):
        return None
    edits = tuple(
        Edit(item.span, written[chosen])
        for item, chosen in zip(items, order, strict=True)
        if written[chosen] != source_text[item.span.start : item.span.end]
    )
    return Fix(title, applicability, edits) if edits else None


_UNMOVABLE = r"[#&*!|>]"


def _line_start(text: str, position: int) -> int:
    """Where the line of a position starts."""
    return max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1


def _has_properties(text: str, entry: Entry) -> bool:
    """Whether an anchor or tag stands between key and value, which others may refer to."""
    between = text[entry.key.span.end : max(entry.key.span.end, entry.value.span.start)]
    return "&" in between or "!" in between


def _block_cut(text: str, span: Span) -> Span | None:
    """The whole lines of `span`, if nothing else stands on them but a comment at the end."""
    start = _line_start(text, span.start)
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


def _flow_cut(text: str, outer: Span, span: Span) -> Span | None:
    """`span` and the comma after it, or before it when it is the last.

    With its line, where nothing else stands on that. None behind an anchor or tag, which would
    go over to what follows.
    """
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    alone = not text[start : span.start].strip(" \t")
    if not alone and text[: span.start].rstrip(" \t")[-1:] not in ("[", "{", ","):
        return None
    after = re.compile(r"\s*,[ \t]*").match(text, span.end, outer.end)
    if after is not None:
        line_end = re.compile(_BREAK).match(text, after.end())
        if alone and line_end is not None and start > outer.start:
            return Span(start, line_end.end())
        return Span(span.start, after.end())
    before = re.search(r"\s*,\s*\Z", text[outer.start : span.start])
    if before is None:
        return None
    return Span(outer.start + before.start(), span.end)


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """`text` with the edits of `fixes`; a fix that overlaps an earlier one is left out whole."""
    edits: list[Edit] = []
    for fix in fixes:
        if not any(_edits_overlap(new, old) for new in fix.edits for old in edits):
            edits.extend(fix.edits)
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _edits_overlap(one: Edit, other: Edit) -> bool:
    if one == other:
        return True
    first, second = sorted((one.span, other.span))
    return second.start < first.end or (first == second)
