"""A quick no: which parts of words stand nowhere in a text, before patterns are tried on it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


def present(stems: Iterable[str], text: str) -> list[str]:
    """Those of `stems`, which are in lower case, that stand in `text`, whatever its case."""
    folded, words = _words(text)
    return [stem for stem in stems if stem in (folded if " " in stem else words)]


@lru_cache(maxsize=4)
def _words(text: str) -> tuple[str, str]:
    """`text` without case, and each of its words once: most texts say the same words again."""
    folded = text.casefold()
    return folded, " ".join(dict.fromkeys(folded.split()))
