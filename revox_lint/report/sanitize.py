"""Text from a file made harmless for where it is shown."""

from __future__ import annotations

import re
import unicodedata

# Controls, and the characters that reorder or hide what stands around them.
_ACTIVE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\ud800-\udfff\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


def inert(text: str) -> str:
    """`text` on one line, each control character replaced by U+FFFD and each tab by a space."""
    if text.isprintable():
        return text
    return _ACTIVE.sub(lambda match: " " if match.group() in "\t\r\n" else "\ufffd", text)


def width(text: str) -> int:
    """How many columns `text` takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or "\ufe00" <= char <= "\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
