"""Compare strings without differences of case, accents and what is invisible; find words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


def fold(text: str) -> str:
    """Return `text` in lower case without accents; `ß` becomes `ss`, a curly apostrophe `'`."""
    import unicodedata

    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(char for char in parts if not unicodedata.combining(char))


def visible(text: str) -> str:
    """Return `text` without characters that take no room: zero-width ones, marks of direction."""
    import unicodedata

    if text.isascii():
        return text
    return "".join(char for char in text if unicodedata.category(char) != "Cf")


def present(stems: Iterable[str], text: str) -> list[str]:
    """Return those of `stems` (in lower case) that occur in `text`, regardless of its case."""
    folded, words = _words(text)
    return [stem for stem in stems if stem in (folded if " " in stem else words)]


@lru_cache(maxsize=4)
def _words(text: str) -> tuple[str, str]:
    """`text` without case, and each of its words once: most texts repeat their words."""
    folded = text.casefold()
    return folded, " ".join(dict.fromkeys(folded.split()))
