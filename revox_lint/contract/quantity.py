"""The numbers that values and names of fields spell, in the unit in which the field counts."""

from __future__ import annotations

import re
from typing import Final

from revox_lint.text.suggest import words

UNITS: Final[dict[str, float]] = {
    word: seconds
    for seconds, spellings in (
        (
            0.001,
            "ms msec msecs milli millis millisec millisecs millisecond milliseconds milliseconde "
            "millisecondes millisekunde millisekunden milisegundo milisegundos",
        ),
        (
            1,
            "s sec secs second seconds seconde secondes sek sekunde sekunden seg segs segundo "
            "segundos",
        ),
        (60, "m mn min mins minute minutes minuten minuto minutos"),
        (3600, "h hr hrs hour hours heure heures std stunde stunden hora horas"),
        (86400, "d day days jour jours tag tage día días dia dias"),
    )
    for word in spellings.split()
}
"""A unit of time as people write it → its seconds."""

_LASTING: Final = frozenset({"delay", "duration", "timeout", "pause", "wait", "interval", "length"})
_NUMBERS: Final = (
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    ("eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"),
    ("uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"),
)
_LITERAL: Final = r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?"
_GROUPED: Final = r"\d{1,3}(?:[ _'’\u00a0\u2009\u202f]\d{3})+"
_GROUPED_BY_POINTS: Final = r"\d{1,3}(?:[.,]\d{3})+"
_DECIMAL: Final = r"-?\d{1,17}(?:[.,]\d{1,17})?"
_PART: Final = re.compile(
    rf"(?:(?:and|et|und|y|,)\s+)?({_GROUPED}|{_DECIMAL})\s*([^\W\d_]+)?\.?\s*"
)
_TIMES: Final = r"(?:x\s*)?(\d+(?:[.,]\d+)?)\s*(?:x|×|times?|fois|mal|veces|attempts|tries|calls)?"


def unit(field: str) -> str | None:
    """Return the unit of a number, "seconds" or "milliseconds", which its name ends in, or None."""
    if field.endswith("_ms"):
        return "milliseconds"
    return "seconds" if field.endswith(("_secs", "_seconds")) else None


def unit_named(name: str) -> tuple[str, float] | None:
    """Return a name without the unit of time that it ends in, and the unit's seconds, or None.

    `retryDelayMinutes` is `retry_delay` and 60.0, `delay_in_h` is `delay` and 3600.0.
    """
    parts = list(words(name))
    if len(parts) == 1:
        match = re.fullmatch(r"(\w{4,}?)(ms|millis\w*|secs|seconds|mins|minutes|hours)", parts[0])
        parts = [match[1], match[2]] if match is not None else parts
    if len(parts) < 2 or parts[-1] not in UNITS:
        return None
    bare = parts[:-2] if parts[-2] == "in" else parts[:-1]
    seconds = UNITS[parts[-1]]
    # `calling_hours` and `working_days` are times of the day or week.
    if not bare or (seconds >= UNITS["h"] and _LASTING.isdisjoint(bare)):
        return None
    return "_".join(bare), seconds


def number_meant(
    text: str, field: str, *, whole: bool, counted: float | None = None
) -> int | float | None:
    """Return the number that `text` spells for `field`; None if unclear.

    A duration comes out in the unit of the field, which its name ends in; a number without a
    unit counts `counted` seconds, or is in the field's unit. A percentage is a part of 1. With
    `whole`, a fraction is not a number.
    """
    text = text.strip(" \t\r\n;,~≈")
    own = {"seconds": 1.0, "milliseconds": 0.001}.get(unit(field) or "")
    factor = 1.0 if own is None or counted is None else counted / own
    grouped = own is not None and re.fullmatch(_GROUPED_BY_POINTS, text) is not None
    if factor == 1 and not whole and not grouped and "." in text and re.fullmatch(_LITERAL, text):
        return float(text)
    found = _bare_number(text, own is not None)
    found = found * factor if found is not None else _spelt(text.lower(), own)
    if found is None:
        return None
    found = float(f"{found:.10g}")
    return int(found) if found.is_integer() else None if whole else found


def _bare_number(text: str, lasts: bool) -> float | None:
    if re.fullmatch(_GROUPED, text) or (lasts and re.fullmatch(_GROUPED_BY_POINTS, text)):
        return float(re.sub(r"\D", "", text))
    return float(text.replace(",", ".")) if re.fullmatch(_DECIMAL, text) else None


def _spelt(text: str, own: float | None) -> float | None:
    for row in _NUMBERS:
        if text in row and own is None:
            return float(row.index(text) + 1)
    if own is not None:
        seconds = _duration(text)
        return None if seconds is None else seconds / own
    if (percent := re.fullmatch(r"(\d{1,9})\s*%", text)) is not None:
        return int(percent[1]) / 100
    times = re.fullmatch(_TIMES, text)
    return None if times is None else float(times[1].replace(",", "."))


def _in_digits(word: re.Match[str]) -> str:
    found = (str(row.index(word[0]) + 1) for row in _NUMBERS if word[0] in row)
    return next(found, word[0])


def _duration(text: str) -> float | None:
    """Return the seconds of a duration: `10 min`, `1h30`, `2 Stunden`, `PT5M`, `00:10:00`."""
    if (clock := re.fullmatch(r"(\d{1,2}):(\d\d):(\d\d)", text)) is not None:
        return int(clock[1]) * 3600.0 + int(clock[2]) * 60 + int(clock[3])
    text = re.sub(r"\s*(?:\(.*\)|max\.?|maximum)\s*\Z", "", text.removeprefix("pt"))
    text = re.sub(r"[^\W\d_]+", _in_digits, text)
    total, least, at = 0.0, 0.0, 0
    while at < len(text):
        match = _PART.match(text, at)
        if match is None:
            return None
        # `1h30` is 1 hour and 30 minutes.
        each = UNITS.get(match[2]) if match[2] else least / 60 if least in (60, 3600) else None
        if each is None or (least and each >= least) or (not match[2] and match.end() < len(text)):
            return None
        amount = re.sub(r"[ _'’\u00a0\u2009\u202f]", "", match[1]).replace(",", ".")
        total, least, at = total + float(amount) * each, each, match.end()
    return total if least else None
