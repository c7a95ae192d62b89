"""From a place inside a scalar's value back to the place in the text.

Quotes, escapes, indentation and folded lines stand between the two. Only white space is
ever folded, so the other characters of a value come in the same order as they are written:
one walk over both sides finds each of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from revox_lint.syntax.node import Scalar
from revox_lint.syntax.span import Span

_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_DIGITS = {"x": 2, "u": 4, "U": 8}
_SPACE = frozenset(" \t\r\n\x85\u2028\u2029")
_HEADER = r"[|>][^\r\n]*"


def span_within(text: str, scalar: Scalar, start: int, end: int) -> Span:
    """The span of the characters `start` to `end` of `scalar.text` in `text`.

    For a scalar that an alias brought in, and where the two sides cannot be matched, the
    scalar's own span.
    """
    if scalar.origin is not None or start >= end or end > len(scalar.text):
        return scalar.span
    if scalar.span.end - scalar.span.start == len(scalar.text) and not scalar.style:
        return Span(scalar.span.start + start, scalar.span.start + end)
    places = _places(text, scalar)
    if len(places) < end:
        return scalar.span
    base = scalar.span.start
    return Span(base + places[start][0], base + places[end - 1][1])


# A text in which many words are marked is walked through once.
@lru_cache(maxsize=2)
def _places(text: str, scalar: Scalar) -> list[tuple[int, int]]:
    """For each character of the value, where it is in the scalar, as far as that is clear."""
    raw, style = text[scalar.span.start : scalar.span.end], scalar.style
    position = 0
    if style in ("'", '"'):
        position = 1
    elif style in ("|", ">"):
        header = re.match(_HEADER, raw)
        position = header.end() if header is not None else 0
    places: list[tuple[int, int]] = []
    for char in scalar.text:
        read = _space if char in _SPACE else _visible
        place = read(raw, position, style, char)
        if place is None:
            return places
        places.append(place)
        position = place[1]
    return places


def _space(raw: str, position: int, style: str, char: str) -> tuple[int, int] | None:
    if style == '"':
        position = _continued(raw, position)
        if raw[position : position + 1] == "\\":
            decoded, after = _escape(raw, position)
            if decoded == char:
                return position, after
            return position, position
    if raw[position : position + 1] == char and char not in "\r\n":
        return position, position + 1
    if raw[position : position + 1] in _SPACE and raw[position : position + 1]:
        after = position
        # A folded line break: the space or break stands for the whole run of white space.
        while after < len(raw) and raw[after] in " \t":
            after += 1
        if after < len(raw) and raw[after] in "\r\n":
            after += 2 if raw[after : after + 2] == "\r\n" else 1
        return position, after
    return position, position


def _continued(raw: str, position: int) -> int:
    """Past an escaped line break, which stands for nothing."""
    while raw[position : position + 1] == "\\" and raw[position + 1 : position + 2] in ("\r", "\n"):
        position += 1
        while position < len(raw) and raw[position] in _SPACE:
            position += 1
    return position


def _visible(raw: str, position: int, style: str, char: str) -> tuple[int, int] | None:
    while position < len(raw):
        found = raw[position]
        if style == '"' and found == "\\":
            if raw[position + 1 : position + 2] in ("\r", "\n"):
                position = _continued(raw, position)
                continue
            decoded, after = _escape(raw, position)
            if decoded == char:
                return position, after
            # JSON's two escapes of one character beyond the basic plane.
            if ord(char) > 0xFFFF and raw[after : after + 2] == "\\u":
                return position, after + 6
            return None
        if found == char:
            doubled = style == "'" and char == "'"
            return position, position + (2 if doubled else 1)
        if found not in _SPACE:
            return None
        position += 1
    return None


def _escape(raw: str, position: int) -> tuple[str, int]:
    """The character of the escape sequence at `position`, and where it ends."""
    letter = raw[position + 1 : position + 2]
    digits = _DIGITS.get(letter)
    if digits is None:
        return _ESCAPES.get(letter, ""), position + 2
    after = position + 2 + digits
    try:
        return chr(int(raw[position + 2 : after], 16)), after
    except (ValueError, OverflowError):
        return "", after
