"""What is beside a place of a text, on its line."""

from __future__ import annotations


def before(text: str, at: int, most: int | None = None) -> str:
    """Return what is in front of `at` on its line, the last `most` characters of it."""
    near = 0 if most is None else max(0, at - most)
    return text[max(near, text.rfind("\n", near, at) + 1) : at]


def after(text: str, at: int, most: int) -> str:
    """Return what is from `at` on in its line, the first `most` characters of it."""
    return text[at : at + most].partition("\n")[0]


def in_quotes(text: str, at: int, most: int | None = None) -> bool:
    """Return whether a quotation is open at `at`, by what is in front of it; see `before`."""
    line = before(text, at, most)
    return line.count('"') % 2 == 1 or any(
        line.rfind(opening) > line.rfind(closing) for opening, closing in ("“”", "«»", "„“")
    )
