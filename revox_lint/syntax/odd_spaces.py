"""Spaces that only look like the one of YAML, and invisible characters, in the syntax of a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from revox_lint.syntax.quote import also_on
from revox_lint.syntax.span import Span
from revox_lint.syntax.syntax_errors import Trouble

ODD: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that look like the one that YAML indents with, for a character class."""
HIDDEN: Final = "\u200b-\u200f\u2060\ufeff"
"""Characters that nobody sees, for a character class."""
UNSEEN: Final = rf"[{ODD}{HIDDEN}]"
"""One of either: what looks like a space, or like nothing."""
SEPARATORS: Final = {
    "\x85": "next line",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
}
"""Characters that end a line in YAML 1.1, as libyaml reads it, but not in YAML 1.2; their names."""
_SYNTAX: Final = re.compile(
    rf"(?P<indent>[{ODD}]*)(?P<hidden>[{HIDDEN}]*)(?:-[ {ODD}]+)*"
    rf"(?:[\w$-]+|\"[^\"]*\")?(?P<before>[{ODD}{HIDDEN}]*)(?::(?P<after>[{ODD}]+))?"
)


def without_separators(text: str) -> str:
    """Return `text` with a space for each of the `SEPARATORS`, where YAML 1.2 has no line end."""
    if not any(char in text for char in SEPARATORS):
        return text
    # A key behind them moves to the margin, and they behind it.
    chars = "".join(SEPARATORS)
    text = re.sub(rf"(?m)^([{chars}]+)([\w$-]+)(?=:)", r"\2\1", text)
    return re.sub(f"[{chars}]", " ", text)


def without_odd_spaces(body: str) -> tuple[str, Span | None]:
    """Return a line with common spaces in its syntax, of the same length, and the first odd place.

    `body` begins behind the common spaces of the line. The text of a value stays as it is.
    """
    match = _SYNTAX.match(body)
    if match is None:
        return body, None
    written, odd = body, None
    if match["hidden"] and (key := re.compile(r"[\w$-]+:").match(body, match.end("hidden"))):
        # The key moves to where the hidden characters are, and they behind it.
        count = len(match["hidden"])
        begin = match.start("hidden")
        moved = key.group()[:-1] + " " * count + ":"
        body = body[:begin] + moved + body[begin + len(moved) :]
        odd = Span(begin, match.end("hidden"))
    upto = match.end("after") if match["after"] else match.end("before")
    if match["before"] and match["after"] is None and body[upto : upto + 1] != ":":
        return written, None
    syntax = re.sub(rf"[{ODD}]", " ", body[:upto])
    syntax = re.sub(rf"[{HIDDEN}]+$", lambda hidden: " " * len(hidden.group()), syntax)
    if syntax != body[:upto] and odd is None:
        index = next(i for i in range(upto) if syntax[i] != body[i])
        odd = Span(index, index + 1)
    return syntax + body[upto:], odd


def name_of(char: str) -> str:
    """Return the name of a character, with its code: "no-break space (U+00A0)"."""
    return f"{unicodedata.name(char, 'character').lower()} (U+{ord(char):04X})"


def odd_space(text: str, places: Sequence[Span]) -> Trouble:
    """Return one trouble for all odd `places` of a text, at the first of them."""
    first = places[0]
    char = text[first.start]
    name = name_of(char)
    more = also_on(len(places) - 1)
    if re.match(f"[{HIDDEN}]", char):
        message, help = f"invisible {name} beside a key{more}", "remove it"
    else:
        message, help = f"{name} in place of a space{more}", "write an ordinary space"
    return Trouble(first, message, help, (), first.end)
