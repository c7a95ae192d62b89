"""Text without the differences that do not count when words are compared."""

from __future__ import annotations


def fold(text: str) -> str:
    """`text` in small letters without accents; `ß` becomes `ss`, a curly apostrophe straight."""
    import unicodedata

    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(char for char in parts if not unicodedata.combining(char))
