"""What a line of YAML is: a key, an item, a block, a comment, or words of a text."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from revox_lint.syntax.odd_spaces import ODD

BULLETS: Final = "•–—·▪◦‣*"
_ITEM: Final = re.compile(r"(?:-[ \t]+)*")
KEY: Final = re.compile(r"(?:[\w$.<-]+|\"[^\"]*\"|'[^']*')[ \t]*:(?=[ \t]|$)[ \t]*")
WORDS_KEY: Final = re.compile(r"[^\W_][^:#\r\n]*:(?=[ \t]|$)[ \t]*")
"""A key of several words."""
TIGHT: Final = re.compile(
    r"(?![^\r\n]*:(?:[ \t]|$))(?:([a-z]\w*)[ \t]*(:)(?=[^\s:/\\=])|([a-z]\w*)[ \t]*(：))"
)
DASHED: Final = re.compile(r"-[^\W\d_]")
BLOCK: Final = re.compile(r"(?:[&!]\S*[ \t]+)*([|>][-+]?(\d?)[-+\d]*)[ \t]*(?:#.*)?$")
BRACKET: Final = re.compile(
    r"[\[\]{}]|(?<![^\s,\[{:])(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')|(?<=\s)#[^\r\n]*"
    r"|(?:(?<=[,\[{])[ \t]+|(?<=[\r\n])[ \t]*)//[^\r\n]*",
    re.DOTALL,
)
"""A bracket, or a quote, a comment or a comment of other languages in which there can be some."""
EMPTY: Final = re.compile(r"(?:[&!]\S*[ \t]*)*(?:#.*)?$")
"""A value that is below its key, or is none."""
COMMENT: Final = re.compile(r"(?<=[ \t])#.*")
TO_LINE_END: Final = re.compile(r"[ \t]*(?:[\r\n]|\Z)")
COLON: Final = re.compile(r":(?:[ \t]|$)")
OPENERS: Final = frozenset("\"'[{&*!|>#%@`?")


class Line(NamedTuple):
    """A line: where its body begins and ends, and how many characters are in front of it."""

    start: int
    end: int
    indent: int
    body: str


def lead_of(body: str) -> int:
    """Return the length of the dashes, with their space, at the start of a line."""
    items = _ITEM.match(body)
    return 0 if items is None else items.end()


def is_prose(body: str) -> bool:
    """Return whether a line is words of a text rather than a field, an item or a value."""
    if body == "-" or body[0] in OPENERS or body.startswith(("- ", "-\t")) or TIGHT.match(body):
        return False
    if re.match(r"[^\sA-Z][^\s:]*:(?:[ \t]|$)", body) is not None:
        return False
    if re.match(r"[^\W\d_a-z]\w*[ ]+:", body):
        return True
    if DASHED.match(body) or re.match(rf"[{BULLETS}][ \t{ODD}]+[a-z]\w*:[ ]", body):
        return False
    key = KEY.match(body)
    return key is None or (body[0].isupper() and len(body[key.end() :].split()) > 3)
