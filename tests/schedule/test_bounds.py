"""Bounds over all starts: against every minute of a year, and the counter-examples shown."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revox_lint.schedule.bounds import Breach, first_breach, years_ahead
from revox_lint.schedule.model import Assumptions, DailyWindow, Schedule
from revox_lint.schedule.plan import PlanError, plan_calls
from revox_lint.schedule.zones import candidate_zones, zone_data_version
from tests.schedule.slow import open_window, zone_of_the_same_data


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def local(breach: Breach) -> str:
    moment = datetime.fromtimestamp(breach.instant, zone_of_the_same_data(breach.zone))
    return f"{moment:%Y-%m-%d %H:%M} {breach.zone}"


def slow_breach(
    schedule: Schedule,
    zone: str,
    before: int | None,
    after: int | None,
    assume: Assumptions,
    minutes: range,
) -> int | None:
    clock = schedule.timezone or zone
    for instant in minutes:
        wall = datetime.fromtimestamp(instant, zone_of_the_same_data(zone))
        minute = wall.hour * 60 + wall.minute
        if (before is not None and minute < before) or (after is not None and minute > after):
            moment = datetime.fromtimestamp(instant, UTC)
            if open_window(schedule, clock, moment, assume) is not None:
                return instant
    return None


DAYTIME = Schedule((DailyWindow(600, 780, 60), DailyWindow(840, 1200, 60)))


@pytest.mark.parametrize("number", ["+33612345678", "+12125550123", "+79161234567", "+61412345678"])
def test_windows_on_the_recipients_own_clock_keep_their_hours(number: str) -> None:
    zones = candidate_zones(number)
    assert first_breach(DAYTIME, zones, before=600, after=1199) is None
    early = first_breach(DAYTIME, zones, before=601)
    late = first_breach(DAYTIME, zones, after=1198)
    assert early is not None
    assert late is not None
    assert (early.minute, early.window, late.minute, late.window) == (600, 0, 1199, 1)


def test_an_override_reaches_somebody_at_night() -> None:
    schedule = Schedule((DailyWindow(540, 1080, 60),), timezone="America/New_York")
    breach = first_breach(
        schedule, candidate_zones("+12125550123"), before=480, years=range(2027, 2028)
    )
    assert breach is not None
    assert local(breach) == "2027-01-01 04:00 America/Adak"
    assert (breach.minute, breach.clock, breach.window) == (240, "America/New_York", 0)


def test_a_window_that_runs_past_the_recipients_midnight_is_early_the_next_day() -> None:
    schedule = Schedule((DailyWindow(540, 720, 60),), timezone="America/New_York")
    breach = first_breach(schedule, ["Asia/Tokyo"], before=480, years=range(2027, 2028))
    assert breach is not None
    assert local(breach) == "2027-01-02 00:00 Asia/Tokyo"


def test_an_override_is_an_hour_off_between_two_clock_changes_only() -> None:
    """New York and Paris are 6 hours apart, but 5 for some weeks in spring and autumn."""
    schedule = Schedule((DailyWindow(540, 600, 60),), timezone="America/New_York")
    year = range(2027, 2028)
    assert first_breach(schedule, ["Europe/Paris"], before=840, years=year) is None
    breach = first_breach(schedule, ["Europe/Paris"], before=900, years=year)
    assert breach is not None
    assert local(breach) == "2027-03-14 14:00 Europe/Paris"
    assert first_breach(schedule, ["Europe/Paris"], after=959, years=year) is None


def test_the_counter_example_is_an_attempt_of_the_plan_that_starts_there() -> None:
    schedule = Schedule((DailyWindow(540, 600, 60),), timezone="America/New_York")
    breach = first_breach(schedule, ["Europe/Paris"], before=900)
    assert breach is not None
    plan = plan_calls(schedule, ["Europe/Paris"], breach.instant)
    assert plan.attempts.value[0] == breach.instant


@pytest.mark.parametrize(
    ("clock", "zone", "window", "before", "after"),
    [
        (None, "Europe/Paris", DailyWindow(90, 200, 60), 90, 199),
        (None, "Europe/Paris", DailyWindow(90, 200, 60), 91, None),
        ("America/New_York", "Europe/Paris", DailyWindow(540, 600, 60), 900, None),
        ("America/New_York", "Europe/Paris", DailyWindow(540, 600, 60), None, 958),
        ("America/New_York", "Asia/Tokyo", DailyWindow(540, 720, 60), 480, None),
        ("America/New_York", "Asia/Tokyo", DailyWindow(540, 720, 60), None, 1438),
        ("Asia/Kolkata", "America/St_Johns", DailyWindow(600, 1080, 60), 60, None),
        ("Asia/Kolkata", "America/St_Johns", DailyWindow(600, 1080, 60), None, 569),
        ("Australia/Lord_Howe", "Europe/London", DailyWindow(120, 180, 60), 870, None),
        ("Pacific/Kiritimati", "Pacific/Midway", DailyWindow(0, 1439, 60), 0, 1438),
        ("Africa/Casablanca", "Europe/Paris", DailyWindow(600, 610, 60), 600, 669),
    ],
)
def test_every_minute_of_a_year(
    clock: str | None, zone: str, window: DailyWindow, before: int | None, after: int | None
) -> None:
    schedule = Schedule((window,), timezone=clock)
    found = first_breach(schedule, [zone], before=before, after=after, years=range(2027, 2028))
    minutes = range(at("2027-01-01T00:00Z"), at("2028-01-01T00:00Z"), 60)
    slow = slow_breach(schedule, zone, before, after, Assumptions(), minutes)
    assert (found.instant if found else None) == slow


@settings(deadline=None, max_examples=25)
@given(
    st.sampled_from([None, "America/New_York", "Europe/Paris", "Australia/Sydney", "Asia/Kabul"]),
    st.sampled_from(["Europe/London", "America/Santiago", "Australia/Adelaide", "Asia/Tehran"]),
    st.integers(0, 1300),
    st.integers(1, 130),
    st.integers(0, 1439),
    st.integers(0, 1439),
    st.builds(
        Assumptions,
        days=st.frozensets(st.integers(0, 6), min_size=1),
        window_end=st.sampled_from(["excluded", "included"]),
        repeated_hour=st.sampled_from(["open_twice", "open_once"]),
    ),
    st.sampled_from([2025, 2026, 2027, 2028]),
)
def test_any_bound_equals_every_minute_around_the_changes(
    clock: str | None,
    zone: str,
    start: int,
    length: int,
    before: int,
    after: int,
    assume: Assumptions,
    year: int,
) -> None:
    """No breach leaves none in any minute; the first one is one, with none before it."""
    schedule = Schedule((DailyWindow(start, min(1439, start + length), 60),), timezone=clock)
    found = first_breach(
        schedule, [zone], before=before, after=after, years=range(year, year + 1), assume=assume
    )
    first, last = at(f"{year}-01-01T00:00Z"), at(f"{year + 1}-01-01T00:00Z")
    end = last if found is None else found.instant
    quarter = range(max(first, end - 10 * 86_400), end, 60)
    assert slow_breach(schedule, zone, before, after, assume, quarter) is None
    autumn = range(at(f"{year}-10-24T00:00Z"), min(end, at(f"{year}-11-08T00:00Z")), 60)
    assert slow_breach(schedule, zone, before, after, assume, autumn) is None
    if found is not None:
        only = range(found.instant, found.instant + 60, 60)
        assert slow_breach(schedule, zone, before, after, assume, only) == found.instant


def test_a_window_that_never_opens_breaks_no_bound() -> None:
    assert first_breach(Schedule(()), ["Europe/Paris"], before=1439) is None


def test_a_number_without_a_zone_has_no_bounds() -> None:
    with pytest.raises(PlanError, match=r"^no time zone is known"):
        first_breach(DAYTIME, [], before=600)


def test_any_start_means_from_the_release_of_the_zone_data_or_from_an_earlier_start() -> None:
    release = int(zone_data_version()[:4])
    assert years_ahead() == range(release, 2038)
    assert years_ahead(at("2036-05-01T00:00Z")) == range(release, 2038)
    assert years_ahead(at("2019-05-01T00:00Z")) == range(2019, 2038)
