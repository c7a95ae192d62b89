"""Tell the language of a short text from its commonest words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from revox_lint.text.words import languages

_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"


@lru_cache(maxsize=16)
def language(text: str) -> str | None:
    """Return the code of the language: `en`; None for a short, mixed or unknown text."""
    words = [word.replace("’", "'") for word in re.findall(_WORD, text.casefold())]
    best: str | None = None
    most = second = 0
    for name, known in _common().items():
        count = sum(word in known for word in words)
        if count > most:
            best, most, second = name, count, most
        elif count > second:
            second = count
    return best if most > second and most >= 2 else None


@cache
def _common() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.common.split()) for name, words in languages().items()}
