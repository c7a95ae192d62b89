"""Which of several known words a word was meant to be: case, separators and spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+"


def words(name: str) -> tuple[str, ...]:
    """Return the words of a name in any convention: first, sentence for `firstSentence`."""
    return tuple(word.lower() for word in re.findall(_WORD, name))


def suggest(word: str, known: Iterable[str], *, least: float = 0.8) -> str | None:
    """Return the one of `known` that `word` was meant to be, or None.

    Case and separators do not count. Otherwise the spelling must be alike by at least
    `least`, from 0 to 1, as difflib measures it, and more alike than any other.
    """
    return _suggest(word, tuple(known), least)


@lru_cache(maxsize=256)
def _suggest(word: str, known: tuple[str, ...], least: float) -> str | None:
    folded = {one: _folded(one) for one in known}
    wanted = _folded(word)
    if not wanted:
        return None
    for one, bare in folded.items():
        if bare == wanted:
            return one
    from difflib import SequenceMatcher

    best, second, found = 0.0, 0.0, None
    for one, bare in folded.items():
        # Quadratic in the lengths: whole sentences are not a misspelt word.
        if abs(len(bare) - len(wanted)) > max(len(bare), len(wanted)) // 2 or len(wanted) > 60:
            continue
        ratio = SequenceMatcher(None, wanted, bare).ratio()
        if ratio > best:
            best, second, found = ratio, best, one
        elif ratio > second:
            second = ratio
    return found if best >= least and best > second else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `, did you mean …?` for an unknown name that is spelt much like a known one."""
    found = suggest(word, known, least=0.6)
    return "" if found is None else f", did you mean `{found}`?"


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
