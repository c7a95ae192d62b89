"""Tell whether the name or the description of a value says that it is a date or time."""

from __future__ import annotations

import re
from functools import cache

from revox_lint.text.suggest import words
from revox_lint.text.words import pattern, plain


def named_as_date(name: str) -> bool:
    """Return whether the name of a field says that it is a date or time: `dateOfBirth`."""
    parts = words(name if name.isascii() else name.translate(_ACCENTS))
    if not parts:
        return False
    if not plain("not_date").isdisjoint(parts[1:] if parts[0] != "requested" else parts[2:]):
        return False
    last, first = parts[-1], parts[0]
    if last in plain("date_names") or last.endswith(tuple(plain("date_endings"))):
        # "up_to_date" is a state.
        return parts[-2:] != ("to", "date")
    if len(parts) < 2:
        return False
    if last == "time":
        return parts[-2] in plain("time_of")
    if first in ("date", "datetime"):
        return parts[1] in plain("date_of")
    return first in plain("date_openings") or (last == "at" and parts[-2] in plain("done_at"))


_ACCENTS = str.maketrans("àâäçéèêëîïôöùûüñáíóú", "aaaceeeeiioouuunaiou")


@cache
def _forms() -> re.Pattern[str]:
    return re.compile(
        r"\bYYYY-MM-DD\b|\b(?:DD|MM|TT|JJ)[/.-](?:DD|MM)[/.-](?:YYYY|YY|AAAA|JJJJ|AA|JJ)\b"
        r"|\bAAAA-MM-(?:JJ|DD)\b|\bJJJJ-MM-TT\b|\bISO[ -]?8601\b|\bRFC[ -]?3339\b|\bHH:MM\b",
        re.IGNORECASE,
    )


@cache
def _dates() -> re.Pattern[str]:
    return re.compile(rf"(?i)\s*{pattern('dates')}")


@cache
def _no_date() -> re.Pattern[str]:
    return re.compile(rf"\s*{pattern('no_date')}\b")


# A part of a day, or one's own words, is no time: "morning or afternoon".
_VAGUE = (
    r"(?i)\b(?:mornings?|afternoons?|evenings?|as (?:said|spoken|stated)|verbatim"
    r"|as (?:the \w+|they) (?:said|says?|puts?)|(?:own|'s) words"
    r"|vormittags?|nachmittags?|abends?|wie gesagt|wörtlich|matin|après-midi|soir|telle? que dite?"
    r"|mañana|tarde|noche|tal como)\b"
)


def described_as_other(text: str) -> bool:
    """Return whether a description says that it is not a date, whatever its name says."""
    if _forms().search(text) is not None:
        return False
    return _no_date().match(text.lower()) is not None or re.search(_VAGUE, text) is not None


# What the forms of dates below have one of, in lower case.
_SIGNS = ("8601", "3339", "yy", "hh:mm", "aaaa", "jj")


def described_as_date(text: str) -> bool:
    """Return whether a description says that it is a date or time: "Date of the visit"."""
    lower = text.lower()
    if not any(sign in lower for sign in (*plain("date_signs"), *_SIGNS)):
        return False
    if _no_date().match(lower):
        return False
    return _forms().search(text) is not None or _dates().match(text) is not None
