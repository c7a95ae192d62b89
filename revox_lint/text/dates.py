"""Names and descriptions of values that are a date or a time, in four languages."""

from __future__ import annotations

import re
from functools import cache

from revox_lint.text.suggest import words

_LAST = frozenset(
    {
        *("date", "datetime", "timestamp", "birthday", "birthdate", "dob", "deadline"),
        *("datum", "uhrzeit", "zeitpunkt", "zeitstempel", "geburtstag", "heure", "horaire"),
        *("fecha", "hora", "cumpleaños", "cumpleanos"),
    }
)
"""Words that name a date or time wherever a name ends with them."""
_FIRST = frozenset({"date", "datum", "heure", "fecha", "hora", "datetime", "uhrzeit"})
"""Words that name a date or time where a name or phrase begins with them."""
_GERMAN = ("datum", "uhrzeit", "zeitpunkt")
_TIMES = frozenset(
    {
        *("appointment", "callback", "call", "meeting", "arrival", "departure", "pickup", "start"),
        *("end", "delivery", "booking", "reservation", "visit", "scheduled", "preferred"),
        *("requested", "desired", "checkin", "checkout", "demo", "interview", "best", "due"),
        *("back", "in", "out", "up", "off", "and", "exact", "opening", "closing", "slot"),
    }
)
"""Words after which `time` is a time of the day, not a duration: `callback_time`."""
_NOT = frozenset(
    {
        *("format", "range", "zone", "zones", "timezone", "type", "count", "flexibility", "reason"),
        *("window", "period", "change", "confirmed", "known", "ok", "works", "status", "note"),
        *("notes", "preference", "preferences", "of_day", "flexible", "slots", "pattern", "name"),
        *("changed", "agreed", "valid", "accepted", "given", "missing", "available", "requested"),
        *("idea", "ideas", "night", "plage", "format", "tranche", "rango", "zona", "spanne"),
    }
)
"""Words that make something else of a date or time beside them."""


def named_as_date(name: str) -> bool:
    """Whether the name of a field says that its value is a date or time: `dateOfBirth`."""
    parts = words(_plain(name))
    if not parts or not _NOT.isdisjoint(parts[1:] if parts[0] != "requested" else parts[2:]):
        return False
    last, first = parts[-1], parts[0]
    if last in _LAST or last.endswith(_GERMAN):
        # "up_to_date" is a state.
        return parts[-2:] != ("to", "date")
    if last == "time" and len(parts) > 1:
        return parts[-2] in _TIMES or parts[-2] == "date"
    if first in _FIRST and len(parts) > 1:
        return parts[1] in _AFTER_FIRST or first in ("fecha", "hora", "heure", "datum", "uhrzeit")
    return last == "at" and len(parts) > 1 and parts[-2] in _AT


_AFTER_FIRST = frozenset(
    {
        *("of", "and", "time", "de", "du", "d", "et", "rdv", "rendez", "naissance", "livraison"),
        *("souhaitee", "preferee", "debut", "fin", "arrivee", "depart", "birth", "from", "until"),
        *("start", "end", "limite", "prevue"),
    }
)
_AT = frozenset({"scheduled", "booked", "called", "created", "starts", "ends", "due", "born"})
_ACCENTS = str.maketrans("àâäçéèêëîïôöùûüñáíóú", "aaaceeeeiioouuunaiou")


def _plain(name: str) -> str:
    return name if name.isascii() else name.translate(_ACCENTS)


@cache
def _forms() -> re.Pattern[str]:
    return re.compile(
        r"\bYYYY-MM-DD\b|\b(?:DD|MM|TT|JJ)[/.-](?:DD|MM)[/.-](?:YYYY|YY|AAAA|JJJJ|AA|JJ)\b"
        r"|\bAAAA-MM-(?:JJ|DD)\b|\bJJJJ-MM-TT\b|\bISO[ -]?8601\b|\bRFC[ -]?3339\b|\bHH:MM\b",
        re.IGNORECASE,
    )


@cache
def _phrases() -> tuple[re.Pattern[str], ...]:
    article = (
        r"(?:the|a|an|la|le|l['’]|une?|das|die|der|ein|eine|el|los|las|una|this is the|"
        r"exact|full|extract the|get the|capture the)"
    )
    before = r"(?:[\w'’-]+\s+){0,4}?"
    stop = (
        r"(?=\s*(?:[.,;:()\n–—/]|$|\b(?:and|or|of|for|when|on|at|that|which|in|as|by|to|the|until|"
        r"from|if|with|requested|agreed|chosen|given|mentioned|proposed|preferred|they|he|she|is)\b))"
    )
    head = (
        r"(?:date|dates? and times?|datetime|timestamp|birthday|birthdate|date of birth|"
        r"(?:appointment|callback|call-back|call|meeting|arrival|departure|pick-?up|start|end|"
        r"delivery|booking|reservation|visit|preferred|requested|scheduled)\s+time|"
        r"time(?=\s+of\s+(?!day)))"
    )
    english = re.compile(
        rf"\A\s*(?:{article}\s+)?(?!\w+s?\s+(?:about|on|why|whether|if)\b){before}{head}\b{stop}",
        re.IGNORECASE,
    )
    romance = re.compile(
        rf"\A\s*(?:{article}\s*)?"
        r"(?:jour et (?:l['’])?heure|date|heure|fecha|hora|día y (?:la )?hora)\b"
        r"(?!\s+(?:format|range|zone|limite de la)\b)"
        r"(?=\s*(?:[.,;:()\n]|$)|\s+(?:d[eu]s?|d['’]|del?|et|y|souhaité|préféré|prévu|limite|"
        r"deseada|preferida|prevista|para|pour|à|où|en que|convenu|acordada|proposé|propuesta|"
        r"exacte?|exacta|solicitada|demandé|choisi|elegida))",
        re.IGNORECASE,
    )
    german = re.compile(
        r"\A\s*(?:(?:das|die|der|ein|eine)\s+)?(?:\w{3,}(?:e|es|er|en)\s+){0,2}"
        r"(?:\w*datum|\w*uhrzeit|\w*zeitpunkt|tag und uhrzeit)(?![\w-])",
        re.IGNORECASE,
    )
    return english, romance, german


_SIGNS = (
    *("dat", "tim", "zeit", "heure", "fecha", "hora", "birth", "8601", "3339", "yy", "hh:mm"),
    *("aaaa", "jj"),
)
"""What every description of a date has one of, in lower case."""
_STARTS = (
    r"\A\s*(?:notes?|reason|summary|comment|details|whether|if|why|how|number|name|format|"
    r"raison|résumé|motif|nom|si|grund|notiz|ob|warum|anzahl|motivo|resumen|nota|número)\b"
)


def described_as_date(text: str) -> bool:
    """Whether a description says that the value is a date or time: "Date of the appointment"."""
    lower = text.lower()
    if not any(sign in lower for sign in _SIGNS) or re.match(_STARTS, lower):
        return False
    if _forms().search(text):
        return True
    return any(pattern.match(text) for pattern in _phrases())
