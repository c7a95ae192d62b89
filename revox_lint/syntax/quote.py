"""A part of a file as a message shows it: on one line, harmless, short, in backticks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

MOST: Final = 60
"""Characters of a value that a message shows."""

_LONGEST: Final = 240  # characters of a form that a help repeats

# A letter of another script beside a Latin one, and Latin letters and digits of full width.
_LOOKALIKE = (
    r"(?<=[A-Za-z])[\u0370-\u058f]+|[\u0370-\u058f]+(?=[A-Za-z])"
    r"|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+"
)
_NAMED = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}
_JOINERS = "\u200c\u200d"  # in emoji, and in words of Persian and Hindi


def quote(text: str, most: int = MOST) -> str:
    """Return `text` in backticks, see `excerpt`; white space around it is shown as escapes."""
    inner = text.strip()
    if not inner or len(inner) > most:
        return f"`{excerpt(text, most)}`"
    start = text.index(inner)
    before, after = text[:start], text[start + len(inner) :]
    return f"`{_escape(before[-2:])}{excerpt(inner, most)}{_escape(after[:2])}`"


def write(form: str, otherwise: str) -> str:
    """Return the help to write `form`, and `otherwise` where that is too long to be repeated."""
    return f"write `{form}`" if len(form) <= _LONGEST else otherwise


def joined(shown: Sequence[str], last: str = "and") -> str:
    """Return words that stand beside each other in a message: "`a`, `b` and `c`"."""
    return f" {last} ".join([", ".join(shown[:-1]), shown[-1]] if shown[1:] else shown)


def in_quotes(text: str) -> str:
    """Return one line of text in the quotes of YAML in which it can stand as it is written."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def excerpt(text: str, most: int = MOST) -> str:
    """Return `text` on one line, cut to `most` characters; what is invisible becomes an escape.

    White space between words becomes one space, a no-break space `\\u00a0`; so does a letter that
    only looks like a Latin one beside it, or an accent that is a character of its own. A negative
    number keeps the end instead of the beginning.
    """
    part = text[: 8 * most] if most > 0 else text[8 * most :]
    line = " ".join(re.split(r"[ \t\r\n]+", part.strip()))
    if len(line) <= abs(most) and len(part) < len(text):
        line = " ".join(text.split())  # most of the part was white space
    line = _visible(line)
    if len(line) <= abs(most):
        return line
    return line[: most - 1] + "…" if most > 0 else "…" + line[most:]


def _visible(line: str) -> str:
    if line.isascii() and line.isprintable():
        return line
    shown = []
    before = ""
    for char in re.sub(_LOOKALIKE, lambda match: _escape(match[0]), line):
        joined = char in _JOINERS and before > "\u0590"
        accent = before and unicodedata.combining(char) and before.isalpha()
        composed = accent and len(unicodedata.normalize("NFC", before + char)) == 1
        shown.append(char if joined or (char.isprintable() and not composed) else _escape(char))
        before = char
    return "".join(shown)


def _escape(text: str) -> str:
    return "".join(
        _NAMED.get(char) or (f"\\u{ord(char):04x}" if char <= "\uffff" else f"\\U{ord(char):08x}")
        for char in text
    )


def also_on(others: int) -> str:
    """Return what a message says of the other lines with the same mistake."""
    if others > 1:
        return f", also on {others} more lines"
    return ", also on another line" if others else ""
