"""Apply the edits of fixes to a text."""

from __future__ import annotations

from collections.abc import Iterable

from revox_lint.diagnostic import Edit, Fix


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """`text` with the edits of `fixes`; a fix that overlaps an earlier one is left out whole."""
    edits: list[Edit] = []
    for fix in fixes:
        if not any(_overlap(new, old) for new in fix.edits for old in edits):
            edits.extend(fix.edits)
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _overlap(one: Edit, other: Edit) -> bool:
    if one == other:
        return True
    first, second = sorted((one.span, other.span))
    return second.start < first.end or (first == second)
