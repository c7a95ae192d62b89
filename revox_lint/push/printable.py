"""Text from elsewhere as a terminal or a log shows it: no escape sequences, one line."""

from __future__ import annotations

import unicodedata
from typing import Final

_UNSHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def printable(text: str) -> str:
    """Return text with a space for every control and formatting character.

    These are escape sequences' first characters, line breaks, bidirectional marks, ….
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if unicodedata.category(character) in _UNSHOWN else character for character in text
    )


def one_line(text: str, limit: int = 300) -> str:
    """Return text as one line that a terminal or a log shows as it is.

    As `printable`, and runs of white space become one space; longer than `limit`
    characters is cut with an ellipsis.
    """
    line = " ".join(printable(text[: limit * 16]).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
