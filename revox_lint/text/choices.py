"""Find the list of the only values that a description allows."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from revox_lint.text.words import pattern, plain


class Choices(NamedTuple):
    """The values that a text lists, and where the list is in it (characters)."""

    values: tuple[str, ...]
    start: int
    end: int


_QUOTED = (
    r"(?<!\w)(?:\"[^\"\n]{1,40}\"|'[^'\n]{1,40}'|`[^`\n]{1,40}`|“[^”\n]{1,40}”"
    r"|«[^»\n]{1,40}»|„[^“”\n]{1,40}[“”]|‘[^’\n]{1,40}’)(?!\w)"
)


@cache
def _announced() -> re.Pattern[str]:
    return re.compile(
        rf"(?i)\b(?:(?P<strong>{pattern('one_of')})|{pattern('may_be')})\b"
        rf"(?:\s+{pattern('announcing')})*\s*(?:[:=]|-(?=\s)|[–—])?[ \t]*"
    )


@cache
def _quoted_run() -> re.Pattern[str]:
    joint = rf"\s*(?:[,;/|]\s*)?(?:(?:{pattern('or_')}|{pattern('and_')})\s+)?"
    return re.compile(rf"(?i){_QUOTED}(?:{joint}{_QUOTED})+")


@cache
def _yes_or_no() -> re.Pattern[str]:
    yes = pattern("yes")
    joint = rf"(?:\s*[/|]\s*|,?\s+{pattern('or_')}\s+|,\s+(?={pattern('unsure')}\b))"
    return re.compile(rf"(?i)(?<![\w/-]){yes}(?:{joint}{yes})+(?![\w/-])")


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(rf"(?i)\s{pattern('or_')}\s")


@cache
def _example() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w){pattern('for_example')}(?!\w)[^;!?\n]{{0,80}}\Z")


@cache
def _open_end() -> re.Pattern[str]:
    return re.compile(
        rf"(?i)(?<!\w){pattern('and_so_on')}(?!\w)|\.\.\.|…"
        rf"|(?<!\w){pattern('or_')}\s+{pattern('or_other')}(?:\s|\Z)"
    )


@cache
def _separator() -> re.Pattern[str]:
    either = rf"(?:{pattern('or_')}|{pattern('each')})"
    return re.compile(rf"(?i)\s*[,;|/]\s*(?:(?:{either}|{pattern('and_')})\s+)?|\s+{either}\s+")


_BULLET = r"\s*\n\s*(?:[-*•]|[0-9]+[.)])\s*"
_STOP = r"[.!?](?=\s|\Z)|[()\[\]]|\n(?!\s*(?:[-*•]|[0-9]+[.)]))|[ \t][-–—]\s"
_SIGN = r"[,/|;\n]"
_QUOTES = "\"'`“”«»„‘’ \t"


def choices(text: str) -> Choices | None:
    """Return the list of the only values that a description allows, or None.

    A list of examples, or one that is open ("etc.", "or other"), does not count.
    """
    if not 5 <= len(text) <= 1000 or not (
        re.search(_SIGN, text) or _joined().search(text) or re.search(rf"{pattern('each')} ", text)
    ):
        return None
    for match in _announced().finditer(text):
        end = _stop(text, match.end())
        strong = match.group("strong") is not None
        found = _listed(text, match.end(), end, most=4 if strong else 1)
        if found is not None:
            return found
    for match in _quoted_run().finditer(text):
        found = _listed(text, match.start(), match.end(), most=5)
        joined = _joined().search(match.group())
        if found is not None and (joined or len(found.values) > 2 or "|" in match.group()):
            return found
    for match in _yes_or_no().finditer(text):
        found = _listed(text, match.start(), match.end(), most=2)
        if found is not None:
            return found
    return _standing_alone(text)


def _stop(text: str, at: int) -> int:
    match = re.compile(_STOP).search(text, at)
    return match.start() if match is not None else len(text)


def _standing_alone(text: str) -> Choices | None:
    """A list in brackets, after a colon, or that is the whole text: "hot, warm or cold"."""
    starts = [0, *(match.end() for match in re.finditer(r"[(\[]|:\s", text))]
    for start in starts:
        end = _stop(text, start)
        part = text[start:end]
        if not 3 < len(part) <= 120:
            continue
        joined = _joined().search(part) is not None
        row = part.count("/") > 1 or (start > 0 and part.count(",") > 1)
        if not joined and not row and "|" not in part:
            continue
        found = _listed(text, start, end, most=3 if "|" in part else 1)
        if found is not None:
            return found
    return None


def _listed(text: str, start: int, end: int, most: int) -> Choices | None:
    """The values between `start` and `end`, of at most `most` words each; None if not a list."""
    while start < end and text[start].isspace():
        start += 1
    listed = text[start:end].rstrip()
    end = start + len(listed)
    before = text[max(0, start - 100) : start]
    if _example().search(before) or _example().search(listed[:15]):
        return None
    if _open_end().search(text, start):
        return None
    parts = re.split(_BULLET, "\n" + listed if listed[:1] in "-*•" else listed)
    if len([part for part in parts if part.strip()]) < 2:
        parts = _separator().split(listed)
    values = tuple(dict.fromkeys(part.strip(_QUOTES) for part in parts if part.strip(_QUOTES)))
    told = [value for value in values if value.lower() not in plain("no_value")]
    if len(told) < 2:
        return None
    for value in values:
        if len(value.split()) > most or len(value) > 40 or ":" in value:
            return None
        first = value.lower().replace("’", "'").split()[0]
        if (first in plain("determiner") and " " in value) or first.startswith("l'"):
            return None
        if value.lower() in plain("kind"):
            return None
    return Choices(values, start, end)
