"""Find the time zone meant by a wrong name: letter case, place, clock, spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

_OFFSET = r"(?i)(?:utc|gmt|z)?[ ]*[-+\u2212]?[ ]*[0-9][0-9:. ]*|utc|gmt|z"
_BRACKETS = r"[(\[].*?[)\]]"
_PARTS = r"[/\\|,;()\[\]]+"


def is_offset(text: str) -> bool:
    """Return whether `text` gives an offset from UTC, or UTC itself: `UTC+2`, `gmt-05:00`, `+1`."""
    return re.fullmatch(_OFFSET, text.strip()) is not None


def is_fixed(name: str) -> bool:
    """Return whether an existing zone is a fixed offset from UTC, and not a place."""
    from revox_lint.facts.zone_names import FIXED

    return name in FIXED or name.startswith("Etc/")


def meant_zone(text: str) -> str | None:
    """Return the current IANA name of the zone that `text` was meant to name, or None.

    In this order: the same name in other letters (`europe/paris`, `America/New York`), an old
    name, an abbreviation, a clock or a place (`PST`, `Pacific Time`, `Munich`), the same for
    a part of the text, and a name spelt much alike. An offset means no zone.
    """
    bare = _folded(text)
    if not bare or is_offset(text):
        return None
    names = _names()
    parts = [text, re.sub(_BRACKETS, "", text)]
    parts += reversed([part for part in re.split(_PARTS, text) if part.strip()])
    for part in parts:
        found = names.zones.get(_folded(part)) or names.words.get(_folded(part))
        if found is not None:
            return found
    return _alike(text, names)


class _Names(NamedTuple):
    """Folded names → zones. `zones` are whole names and old ones, `words` all other words."""

    zones: dict[str, str]
    words: dict[str, str]
    cities: dict[str, str]


@cache
def _names() -> _Names:
    import pytz

    from revox_lint.facts.zone_names import SUPERSEDED
    from revox_lint.facts.zone_words import ABBREVIATIONS, PLACES

    current = [
        zone for zone in pytz.common_timezones if zone not in SUPERSEDED and not is_fixed(zone)
    ]
    cities = {_folded(zone.rpartition("/")[2]): zone for zone in current}
    old = {_folded(name): zone for name, zone in SUPERSEDED.items()}
    words = {}
    for table, mark in ((PLACES, ","), (ABBREVIATIONS, " ")):
        for joined, zone in table.items():
            words.update({_folded(word): zone for word in joined.split(mark)})
    return _Names({**old, **{_folded(zone): zone for zone in current}}, {**words, **cities}, cities)


def _alike(text: str, names: _Names) -> str | None:
    from revox_lint.text.suggest import suggest

    area, slash, city = text.strip().rpartition("/")
    found = suggest(_folded(text), names.zones)
    if found is not None and slash:
        return names.zones[found]
    if slash:
        within = _folded(area)
        own = [name for name, zone in names.cities.items() if _folded(zone).startswith(within)]
        found = suggest(_folded(city), own, least=0.75)
        if found is not None:
            return names.cities[found]
        text = city
    if len(_folded(text)) < 4:
        return None
    for table, least in ((names.cities, 0.8), (names.words, 0.85)):
        found = suggest(_folded(text), table, least=least)
        if found is not None:
            return table[found]
    return None


def _folded(text: str) -> str:
    """Letters and digits alone, without case and accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in letters if char.isalnum())
