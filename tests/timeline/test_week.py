"""The days of a week on somebody's clock."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from revox_lint.schedule.model import Assumptions, DailyWindow, Schedule
from revox_lint.schedule.plan import plan_calls
from revox_lint.schedule.week import Day, week_of
from tests.schedule.slow import open_window, zone_of_the_same_data

SCHEDULE = Schedule((DailyWindow(90, 200, 3600), DailyWindow(1380, 1439, 3600)), 3)


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def test_a_day_on_which_the_clocks_go_forward() -> None:
    start = at("2027-03-27T23:30Z")
    plan = plan_calls(SCHEDULE, ["Europe/Paris"], start)
    days = week_of(
        SCHEDULE,
        "Europe/Paris",
        "Europe/Paris",
        start,
        plan.by_zone[0].attempts,
        Assumptions(),
        days=2,
    )
    assert days == (
        Day(
            date(2027, 3, 28),
            ((90, 120), (180, 200), (1380, 1439)),
            ((120, 180),),
            (),
            ((90, 1), (1380, 2)),
        ),
        Day(date(2027, 3, 29), ((90, 200), (1380, 1439)), (), (), ((90, 3),)),
    )


def test_a_day_on_which_the_clocks_go_back() -> None:
    (day,) = week_of(
        SCHEDULE,
        "Europe/Paris",
        "Europe/Paris",
        at("2027-10-31T12:00Z"),
        (),
        Assumptions(),
        days=1,
    )
    assert day == Day(date(2027, 10, 31), ((90, 200), (1380, 1439)), (), ((120, 180),), ())


def test_a_skipped_day_is_skipped_whole() -> None:
    days = week_of(
        Schedule(), "Pacific/Apia", "Pacific/Apia", at("2011-12-30T00:00Z"), (), Assumptions()
    )
    assert (days[0].date, days[1].date) == (date(2011, 12, 29), date(2011, 12, 30))
    assert (days[1].open, days[1].skipped) == ((), ((0, 1440),))


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from(["Europe/Paris", "America/New_York", "Asia/Kathmandu", "Pacific/Apia"]),
    st.sampled_from(["Europe/London", "America/St_Johns", "Australia/Lord_Howe", "Asia/Tokyo"]),
    st.integers(at("2026-01-01T00:00Z"), at("2029-12-31T00:00Z")),
    st.frozensets(st.integers(0, 6), min_size=1),
)
def test_every_half_hour_of_a_week_is_shown_as_it_is(
    clock: str, shown: str, start: int, days: frozenset[int]
) -> None:
    assume = Assumptions(days=days)
    week = {day.date: day for day in week_of(SCHEDULE, clock, shown, start, (), assume)}
    for instant in range(start // 1800 * 1800, start + 6 * 86_400, 1800):
        moment = datetime.fromtimestamp(instant, UTC)
        wall = moment.astimezone(zone_of_the_same_data(shown))
        minute = wall.hour * 60 + wall.minute
        day = week.get(wall.date())
        if day is None:
            continue
        if any(low <= minute < high for low, high in day.repeated):
            continue
        is_open = any(low <= minute < high for low, high in day.open)
        assert is_open is (open_window(SCHEDULE, clock, moment, assume) is not None)
