"""Outdated names and everyday words for time zones, held to the zone data."""

from __future__ import annotations

import pytz

from revox_lint.facts.zone_names import FIXED, SUPERSEDED
from revox_lint.facts.zone_words import ABBREVIATIONS, PLACES
from revox_lint.schedule.zones import clock_changes, is_zone, offsets_of, zone_data_version
from revox_lint.text.zone_name import is_fixed


def test_outdated_names_are_links_with_the_clocks_of_a_current_place() -> None:
    places = {place for country in pytz.country_timezones.values() for place in country}
    links: dict[str, str] = {}
    with vars(pytz)["open_resource"]("tzdata.zi") as stream:
        for line in stream.read().decode().splitlines():
            if line.startswith("L "):
                _, target, name = line.split()
                links[name] = target
    if zone_data_version() >= "2024b":
        # Zones of their own where the data is built with the file `backzone`, links elsewhere.
        system_v = {"CST6CDT", "EST5EDT", "MST7MDT", "PST8PDT"}
        outdated = {name for name in links if name not in places and not is_fixed(name)}
        assert SUPERSEDED.keys() == outdated | system_v
    assert SUPERSEDED.keys().isdisjoint(places)
    assert set(SUPERSEDED.values()) <= places
    for name, target in SUPERSEDED.items():
        assert offsets_of(name).offsets[-1] == offsets_of(target).offsets[-1], name
        assert [c.instant for c in clock_changes(name, 2030)] == [
            c.instant for c in clock_changes(target, 2030)
        ], name
    assert [name for name in FIXED if not is_zone(name) or clock_changes(name, 2030)] == []


def test_every_word_for_a_zone_leads_to_a_current_one() -> None:
    places = {place for country in pytz.country_timezones.values() for place in country}
    assert {*ABBREVIATIONS.values(), *PLACES.values()} <= places
    words = [word for names in ABBREVIATIONS for word in names.split()]
    words += [word.strip() for names in PLACES for word in names.split(",")]
    assert sorted({word for word in words if words.count(word) > 1}) == []
