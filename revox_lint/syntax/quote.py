"""A part of a file as a message shows it: on one line, harmless, short, in backticks."""

from __future__ import annotations

from typing import Final

MOST: Final = 60
"""Characters of a value that a message shows."""


def quote(text: str, most: int = MOST) -> str:
    """Return `text` in backticks, see `excerpt`."""
    return f"`{excerpt(text, most)}`"


def excerpt(text: str, most: int = MOST) -> str:
    """Return `text` on one line, without control characters, cut to `most` characters.

    A negative number keeps the end instead of the beginning.
    """
    part = text[: 8 * most] if most > 0 else text[8 * most :]
    line = " ".join(part.split())
    if len(line) <= abs(most) and len(part) < len(text):
        line = " ".join(text.split())  # most of the part was white space
    line = "".join(char if char.isprintable() else "�" for char in line)
    if len(line) <= abs(most):
        return line
    return line[: most - 1] + "…" if most > 0 else "…" + line[most:]
