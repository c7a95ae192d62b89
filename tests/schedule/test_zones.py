"""Zones of numbers, clock changes, and wall times that never come or come twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import pytz

from revox_lint.schedule.zones import (
    ClockChange,
    candidate_zones,
    clock_changes,
    instants_of,
    is_zone,
    offset_if_twice,
    offsets_of,
    zone_data_version,
)
from tests.schedule.slow import zone_of_the_same_data


@pytest.mark.parametrize(
    ("number", "zones"),
    [
        ("+33612345678", ("Europe/Paris",)),
        ("+390612345678", ("Europe/Rome", "Europe/Vatican")),
        ("+919812345678", ("Asia/Calcutta",)),
        ("+9779812345678", ("Asia/Katmandu",)),
        ("+80012345678", ()),
        ("0612345678", ()),
        ("+999123456", ()),
        ("a number", ()),
        ("", ()),
    ],
)
def test_zones_follow_from_the_country_code(number: str, zones: tuple[str, ...]) -> None:
    assert candidate_zones(number) == zones


@pytest.mark.parametrize(
    ("number", "some", "count"),
    [
        ("+12125550123", {"America/New_York", "America/Los_Angeles", "Pacific/Honolulu"}, 42),
        ("+14155550123", {"America/New_York", "America/Los_Angeles", "Pacific/Honolulu"}, 42),
        ("+79161234567", {"Europe/Moscow", "Asia/Vladivostok", "Asia/Almaty"}, 16),
    ],
)
def test_an_area_code_does_not_narrow_the_zones(number: str, some: set[str], count: int) -> None:
    assert some <= set(candidate_zones(number))
    assert len(candidate_zones(number)) == count


@pytest.mark.parametrize("zone", ["Europe/Paris", "Australia/Lord_Howe", "Africa/Casablanca"])
def test_a_wall_time_that_comes_twice_is_told_apart_by_its_offset(zone: str) -> None:
    data = pytz.timezone(zone)
    for change in (one for year in (2011, 2026, 2027) for one in clock_changes(zone, year)):
        for minutes in range(-150, 150):
            moment = change.instant + timedelta(minutes=minutes)
            local = moment.astimezone(data)
            try:
                data.localize(local.replace(tzinfo=None), is_dst=None)
                expected = ""
            except pytz.AmbiguousTimeError:
                expected = f" ({local.strftime('%z')[:3]}:{local.strftime('%z')[3:]})"
            assert offset_if_twice(int(moment.timestamp()), zone) == expected


def test_every_zone_of_every_country_code_is_in_the_zone_data() -> None:
    from phonenumbers.tzdata import TIMEZONE_DATA

    assert {
        zone for zones in TIMEZONE_DATA.values() for zone in zones if not is_zone(zone)
    } == set()


def test_clock_changes_give_the_wall_before_and_after() -> None:
    assert clock_changes("Europe/Paris", 2027) == (
        ClockChange(
            datetime(2027, 3, 28, 1, tzinfo=UTC), datetime(2027, 3, 28, 2), datetime(2027, 3, 28, 3)
        ),
        ClockChange(
            datetime(2027, 10, 31, 1, tzinfo=UTC),
            datetime(2027, 10, 31, 3),
            datetime(2027, 10, 31, 2),
        ),
    )
    assert [(change.forward, change.seconds) for change in clock_changes("Europe/Paris", 2027)] == [
        (True, 3600),
        (False, 3600),
    ]


def test_a_change_of_half_an_hour() -> None:
    assert [(str(c.before), str(c.after)) for c in clock_changes("Australia/Lord_Howe", 2027)] == [
        ("2027-04-04 02:00:00", "2027-04-04 01:30:00"),
        ("2027-10-03 02:00:00", "2027-10-03 02:30:00"),
    ]


def test_a_skipped_day() -> None:
    assert [(str(c.before), c.seconds) for c in clock_changes("Pacific/Apia", 2011)] == [
        ("2011-04-02 04:00:00", 3600),
        ("2011-09-24 03:00:00", 3600),
        ("2011-12-30 00:00:00", 86400),
    ]


@pytest.mark.parametrize("zone", ["UTC", "Asia/Calcutta", "America/Phoenix", "Etc/GMT+2"])
def test_zones_without_changes(zone: str) -> None:
    assert clock_changes(zone, 2027) == ()


@pytest.mark.parametrize("zone", ["Europe/Pariss", "europe/paris", "", "UTC+2"])
def test_an_unknown_zone_is_a_key_error(zone: str) -> None:
    assert not is_zone(zone)
    for function in (offsets_of, lambda name: clock_changes(name, 2027)):
        with pytest.raises(KeyError):
            function(zone)
    with pytest.raises(KeyError):
        instants_of(zone, datetime(2027, 1, 1))


def test_a_wall_time_comes_never_once_or_twice() -> None:
    assert instants_of("Europe/Paris", datetime(2027, 3, 28, 2, 30)) == ()
    assert instants_of("Europe/Paris", datetime(2027, 3, 28, 3)) == (
        datetime(2027, 3, 28, 1, tzinfo=UTC),
    )
    assert instants_of("Europe/Paris", datetime(2027, 10, 31, 2, 30)) == (
        datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
        datetime(2027, 10, 31, 1, 30, tzinfo=UTC),
    )
    assert instants_of("Etc/GMT+2", datetime(2027, 1, 1)) == (datetime(2027, 1, 1, 2, tzinfo=UTC),)


def test_a_fold_between_two_standard_offsets() -> None:
    """Moscow went from UTC+4 to UTC+3 in 2014 without daylight saving on either side."""
    assert instants_of("Europe/Moscow", datetime(2014, 10, 26, 1, 30)) == (
        datetime(2014, 10, 25, 21, 30, tzinfo=UTC),
        datetime(2014, 10, 25, 22, 30, tzinfo=UTC),
    )


@pytest.mark.parametrize("zone", sorted(pytz.all_timezones_set))
def test_offsets_equal_those_of_another_reader_of_the_same_data(zone: str) -> None:
    """At every change from 1973 to 2037, one second before and after, and each new year."""
    known, other = offsets_of(zone), zone_of_the_same_data(zone)
    start, end = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (1973, 2038))
    moments = {int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in range(1973, 2038)}
    for change in known.changes:
        moments |= {change - 1, change, change + 1}
    for moment in sorted(m for m in moments if start <= m < end):
        expected = datetime.fromtimestamp(moment, UTC).astimezone(other).utcoffset()
        assert timedelta(seconds=known.at(moment)) == expected, moment


def test_spells_cut_at_the_changes() -> None:
    spring = int(datetime(2027, 3, 28, 1, tzinfo=UTC).timestamp())
    paris = offsets_of("Europe/Paris")
    assert list(paris.spells(spring - 5, spring + 5)) == [
        (spring - 5, spring, 3600),
        (spring, spring + 5, 7200),
    ]
    assert list(paris.spells(spring, spring)) == []


def test_the_version_of_the_data_is_known() -> None:
    assert zone_data_version() == vars(pytz)["OLSON_VERSION"]
