"""Find stage directions in a text: `[pause]`, `(rires)`, `*smiles*`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from revox_lint.text.normalize import fold
from revox_lint.text.words import pattern


class Remark(NamedTuple):
    """A stage direction within a text, by its offsets, brackets included."""

    start: int
    end: int


_BRACKETED = r"\[([^\[\]\n]{2,80})\](?!\()|\(([^()\n]{2,80})\)|<([A-Za-z][^<>\n]{1,60})>"


def remarks(text: str, understood: frozenset[str] = frozenset()) -> list[Remark]:
    """Return the stage directions in brackets within `text`, in order.

    `understood` are those, in small letters and without brackets, that the voice carries out.
    """
    if not any(char in text for char in "[(<"):
        return []
    return [
        Remark(*match.span())
        for match in re.finditer(_BRACKETED, text)
        if not (match[1] and match[1].strip().lower() in understood)
        and _is_remark(match[1] or match[2] or match[3], loose=bool(match[1]))
    ]


def is_remark(words: str) -> bool:
    """Return whether the words between two stars are a direction, and not stressed."""
    return _is_remark(words, loose=True)


def _is_remark(words: str, loose: bool) -> bool:
    words = fold(words).strip(" .!…")
    if _remark().fullmatch(words):
        return True
    return loose and not words.isupper() and _direction().match(words) is not None


@cache
def _remark() -> re.Pattern[str]:
    noise, manner, short, lasting = map(pattern, ("noise", "manner", "short", "lasting"))
    return re.compile(
        rf"(?:{short} )?{noise}(?: (?:{manner}|{short}))?(?: {lasting})?"
        rf"|(?=\d){lasting}(?: (?:of|de))? {noise}"
        rf"|{manner}|{pattern('tone')}|{pattern('waiting')}"
    )


@cache
def _direction() -> re.Pattern[str]:
    return re.compile(rf"{pattern('direction')}\b")
