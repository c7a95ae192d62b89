"""The call plan: worked cases by hand, and every zone against a walk minute by minute."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
import pytz
from hypothesis import given, settings
from hypothesis import strategies as st

from revox_lint.schedule.model import Assumptions, DailyWindow, Schedule, schedule_of
from revox_lint.schedule.plan import (
    PlanError,
    attempts_allowed,
    attempts_made,
    openings,
    plan_calls,
)
from revox_lint.schedule.zones import candidate_zones, clock_changes, offsets_of
from tests.schedule.slow import open_window, walk

LUNCH = Schedule((DailyWindow(600, 780, 7200), DailyWindow(840, 1200, 7200)), 3)
WEEKDAYS = Assumptions(days=frozenset(range(5)))


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def shown(instants: object) -> list[str]:
    assert isinstance(instants, tuple)
    return [f"{datetime.fromtimestamp(i, UTC):%Y-%m-%dT%H:%MZ}" for i in instants]


def test_a_lunch_break_is_closed_and_opens_at_its_end() -> None:
    plan = plan_calls(LUNCH, ["Europe/Paris"], at("2027-03-26T12:30Z"), assume=WEEKDAYS)
    assert plan.zone == "Europe/Paris"
    assert plan.inside.value is False
    assert plan.next_open.value == at("2027-03-26T13:00Z")


def test_the_third_attempt_jumps_the_weekend_and_the_clock_change() -> None:
    plan = plan_calls(LUNCH, ["Europe/Paris"], at("2027-03-26T15:30Z"), assume=WEEKDAYS)
    assert shown(plan.attempts.value) == [
        "2027-03-26T15:30Z",
        "2027-03-26T17:30Z",
        "2027-03-29T08:00Z",
    ]


def test_a_window_is_open_at_its_start_and_closed_at_its_end() -> None:
    for text, inside in (
        ("2027-01-15T08:59:59Z", False),
        ("2027-01-15T09:00:00Z", True),
        ("2027-01-15T11:59:59Z", True),
        ("2027-01-15T12:00:00Z", False),
    ):
        assert plan_calls(LUNCH, ["Europe/Paris"], at(text)).inside.value is inside


def test_a_zone_with_a_half_hour() -> None:
    plan = plan_calls(Schedule(), ["Asia/Kolkata"], at("2027-07-01T12:20Z"))
    assert shown(plan.attempts.value) == [
        "2027-07-01T12:20Z",
        "2027-07-02T04:30Z",
        "2027-07-02T06:30Z",
    ]


def test_an_hour_that_does_not_exist_is_absent() -> None:
    """Paris skips 02:00 to 03:00 on 2027-03-28: a window there opens the next day."""
    schedule = Schedule((DailyWindow(120, 180, 600),), 1)
    plan = plan_calls(schedule, ["Europe/Paris"], at("2027-03-28T00:30Z"))
    assert shown(plan.attempts.value) == ["2027-03-29T00:00Z"]


def test_an_hour_that_comes_twice_opens_twice() -> None:
    """Paris has 02:00 to 03:00 twice on 2027-10-31, from 00:00Z and from 01:00Z."""
    schedule = Schedule((DailyWindow(120, 150, 3600),), 3)
    start = at("2027-10-30T23:00Z")
    plan = plan_calls(schedule, ["Europe/Paris"], start)
    assert shown(plan.attempts.value) == [
        "2027-10-31T00:00Z",
        "2027-10-31T01:00Z",
        "2027-11-01T01:00Z",
    ]
    once = plan_calls(
        schedule, ["Europe/Paris"], start, assume=Assumptions(repeated_hour="open_once")
    )
    assert shown(once.attempts.value) == [
        "2027-10-31T00:00Z",
        "2027-11-01T01:00Z",
        "2027-11-02T01:00Z",
    ]


def test_the_reason_for_a_move_is_kept() -> None:
    plan = plan_calls(LUNCH, ["Europe/Paris"], at("2027-03-25T10:30:30Z"))
    first, second, third = plan.by_zone[0].attempts
    assert (first.due, first.at, first.window) == (first.at, at("2027-03-25T10:30:30Z"), 0)
    assert (shown((second.due, second.at)), second.window) == (
        ["2027-03-25T12:30Z", "2027-03-25T13:00Z"],
        1,
    )
    assert (third.due - second.at, third.window) == (7200, 1)


def test_an_ambiguous_code_is_decided_where_all_zones_agree() -> None:
    zones = candidate_zones("+12125550123")
    plan = plan_calls(Schedule(), zones, at("2027-01-15T18:00Z"))
    assert plan.zone == "ambiguous"
    assert plan.inside.ambiguous
    assert {value for value, _ in plan.inside.by_value} == {True, False}
    assert plan.attempts.ambiguous
    night = plan_calls(
        Schedule((DailyWindow(600, 660, 60),)),
        ["America/New_York", "America/Chicago"],
        at("2027-01-15T04:00Z"),
    )
    assert (night.zone, night.inside.value, night.next_open.ambiguous) == ("ambiguous", False, True)
    british = plan_calls(Schedule(), candidate_zones("+442071234567"), at("2027-01-15T12:00Z"))
    assert (british.zone, british.inside.value) == ("ambiguous", True)
    assert shown(british.attempts.value)[0] == "2027-01-15T12:00Z"


def test_an_override_goes_before_the_number() -> None:
    schedule = Schedule(timezone="Asia/Tokyo")
    plan = plan_calls(schedule, candidate_zones("+12125550123"), at("2027-01-15T05:00Z"))
    assert (plan.zone, plan.inside.value) == ("Asia/Tokyo", True)


def test_a_final_outcome_ends_the_attempts() -> None:
    start = at("2027-01-15T09:00Z")
    for outcomes, count in (
        ((), 3),
        (("human",), 1),
        (("voicemail", "human"), 2),
        (("voicemail", "busy", "ivr"), 3),
        (("busy", "busy", "human"), 3),
    ):
        plan = plan_calls(LUNCH, ["Europe/Paris"], start, outcomes)
        assert len(plan.attempts.value) == attempts_made(LUNCH, outcomes) == count


def test_windows_that_never_open() -> None:
    for windows in ((), (DailyWindow(1080, 540, 60),), (DailyWindow(600, 600, 60),)):
        schedule = Schedule(windows)
        plan = plan_calls(schedule, ["Europe/Paris"], at("2027-01-15T09:00Z"))
        assert (plan.inside.value, plan.next_open.value, plan.attempts.value) == (False, None, ())
        assert attempts_allowed(schedule) == 0


@pytest.mark.parametrize(
    ("schedule", "zones", "start", "message"),
    [
        (LUNCH, [], 0, "no time zone is known: the number belongs to no country"),
        (
            LUNCH,
            ["Europe/Paris"],
            at("2038-01-01T00:00Z"),
            "the time zone data describes the years 1970 to 2037, not 2038",
        ),
        (
            LUNCH,
            ["Europe/Paris"],
            at("1969-12-31T23:59Z"),
            "the time zone data describes the years 1970 to 2037, not 1969",
        ),
        (
            LUNCH,
            ["Europe/Paris"],
            at("2037-12-31T18:30Z"),
            "the time zone data describes the years 1970 to 2037, not 2038",
        ),
        (
            Schedule((DailyWindow(600, 1080, 10**30),), 2),
            ["Europe/Paris"],
            at("2027-01-01T12:00Z"),
            "the time zone data describes the years 1970 to 2037, "
            "not what lies thousands of years away",
        ),
        (
            Schedule(attempts=10_001),
            ["Europe/Paris"],
            at("2027-01-01T12:00Z"),
            "10001 attempts are more than the 10000 that can be planned",
        ),
    ],
)
def test_what_cannot_be_planned(
    schedule: Schedule, zones: list[str], start: int, message: str
) -> None:
    with pytest.raises(PlanError) as caught:
        plan_calls(schedule, zones, start)
    assert str(caught.value) == message


def test_a_definition_is_read_with_the_contracts_defaults() -> None:
    assert schedule_of({}) == Schedule((DailyWindow(600, 1080, 7200),), 3, None, None)
    assert schedule_of({"call_retry_config": None, "max_call_duration_secs": 600}) == Schedule(
        call_seconds=Decimal(600)
    )
    assert schedule_of(
        {
            "max_call_duration_secs": 0.1,
            "call_retry_config": {
                "timezone": "Europe/Paris",
                "max_retry_attempts": 5,
                "calling_windows": [
                    {
                        "calling_window_start_time": "9am",
                        "calling_window_end_time": "12:30",
                        "retry_delay_seconds": 60,
                    },
                    {},
                ],
            },
        }
    ) == Schedule(
        (DailyWindow(540, 750, 60), DailyWindow(600, 1080, 7200)), 5, "Europe/Paris", Decimal("0.1")
    )


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            {"call_retry_config": {"timezone": "Europe/Pariss"}},
            "`timezone` is `Europe/Pariss`, which is not in the IANA time zone data",
        ),
        (
            {"call_retry_config": {"calling_windows": [{"calling_window_start_time": "24:00"}]}},
            "`calling_window_start_time` is `24:00`, which is not a time of day",
        ),
        (
            {"call_retry_config": {"calling_windows": [{"calling_window_end_time": 1020}]}},
            "`calling_window_end_time` is `1020`, which is not a time of day",
        ),
        (
            {"call_retry_config": {"max_retry_attempts": True}},
            "`max_retry_attempts` is `True`, which is not a whole number from 1",
        ),
        (
            {"call_retry_config": {"max_retry_attempts": 0}},
            "`max_retry_attempts` is `0`, which is not a whole number from 1",
        ),
        ({"call_retry_config": {"calling_windows": "9-5"}}, "`calling_windows` is not a list"),
        (
            {"call_retry_config": {"calling_windows": [1]}},
            "an element of `calling_windows` is not a mapping",
        ),
        ({"call_retry_config": []}, "`call_retry_config` is not a mapping"),
        (
            {"max_call_duration_secs": float("nan")},
            "`max_call_duration_secs` is `nan`, which is not a number above 0",
        ),
    ],
)
def test_a_value_that_cannot_be_read(values: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=r"^`|^an ") as caught:
        schedule_of(values)
    assert str(caught.value) == message


def test_every_assumption_is_explained() -> None:
    assert [line[0] for line in Assumptions().explain()] == list(Assumptions.__slots__)
    assert not any(changed for *_, changed in Assumptions().explain())
    changed = Assumptions(
        days=frozenset({0, 4}), window_end="included", final_outcomes=frozenset({"human", "ivr"})
    )
    assert [line[:2] for line in changed.explain() if line[3]] == [
        ("days", "mon, fri"),
        ("window_end", "included"),
        ("final_outcomes", "ivr, human"),
    ]


NIGHTS = Schedule(
    (DailyWindow(10, 70, 1500), DailyWindow(105, 150, 2400), DailyWindow(165, 240, 3600)), 4
)
"""Windows around the hours at which clocks change."""


def changes_of_all_zones(years: range) -> list[tuple[str, int]]:
    """Every clock change of every zone in these years."""
    return [
        (zone, int(change.instant.timestamp()))
        for zone in sorted(pytz.all_timezones_set)
        for year in years
        for change in clock_changes(zone, year)
    ]


@pytest.mark.parametrize(
    "year",
    [
        2027,
        *(pytest.param(year, marks=pytest.mark.proof) for year in (2024, 2025, 2026, 2028, 2029)),
    ],
)
def test_every_zone_and_clock_change_equals_the_walk(year: int) -> None:
    changes = changes_of_all_zones(range(year, year + 1))
    assert changes
    for zone, change in changes:
        for before in (9000, 3630, 1800):
            start = change - before
            plan = plan_calls(NIGHTS, [zone], start)
            assert list(plan.attempts.value) == walk(NIGHTS, zone, start), (zone, start)


WINDOWS = st.lists(
    st.builds(
        lambda start, length, delay: DailyWindow(start, min(1439, start + length), delay),
        st.integers(0, 1438),
        st.integers(1, 400),
        st.integers(1, 40_000),
    ),
    min_size=1,
    max_size=3,
).map(
    lambda windows: tuple(
        window
        for index, window in enumerate(sorted(windows))
        if all(window.start > earlier.end for earlier in sorted(windows)[:index])
    )
)
ASSUMPTIONS = st.builds(
    Assumptions,
    days=st.frozensets(st.integers(0, 6), min_size=1),
    outside_window=st.sampled_from(["next_opening", "next_day"]),
    max_retry_attempts=st.sampled_from(["all_attempts", "retries_only"]),
    window_end=st.sampled_from(["excluded", "included"]),
    repeated_hour=st.sampled_from(["open_twice", "open_once"]),
    retry_delay_of=st.sampled_from(["failed_window", "first_window"]),
    failed_call_seconds=st.sampled_from([0, 0, 30, 3600]),
    final_outcomes=st.frozensets(st.sampled_from(["human", "ivr", "busy"]), min_size=1),
)
STARTS = st.one_of(
    st.integers(at("1973-01-01T00:00Z"), at("2037-06-01T00:00Z")),
    st.builds(
        lambda change, shift: change[1] + shift,
        st.sampled_from(changes_of_all_zones(range(2020, 2031))),
        st.integers(-90_000, 90_000),
    ),
)


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(sorted(pytz.all_timezones_set)),
    WINDOWS,
    st.integers(1, 3),
    STARTS,
    st.lists(st.sampled_from(["voicemail", "busy", "human"]), max_size=3).map(tuple),
    st.one_of(st.just(Assumptions()), ASSUMPTIONS),
)
def test_any_plan_equals_the_walk(
    zone: str,
    windows: tuple[DailyWindow, ...],
    attempts: int,
    start: int,
    outcomes: tuple[str, ...],
    assume: Assumptions,
) -> None:
    schedule = Schedule(windows, attempts)
    plan = plan_calls(schedule, [zone], start, outcomes, assume)
    assert list(plan.attempts.value) == walk(schedule, zone, start, outcomes, assume)
    now = open_window(schedule, zone, datetime.fromtimestamp(start, UTC), assume)
    assert plan.inside.value is (now is not None)


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(changes_of_all_zones(range(2020, 2031))),
    WINDOWS,
    ASSUMPTIONS,
)
def test_openings_equal_the_open_minutes_around_a_change(
    change: tuple[str, int], windows: tuple[DailyWindow, ...], assume: Assumptions
) -> None:
    zone, instant = change
    schedule = Schedule(windows)
    start, end = instant // 60 * 60 - 36_000, instant // 60 * 60 + 36_000
    minutes = {
        minute
        for opening in openings(schedule, offsets_of(zone), start, end, assume)
        for minute in range(max(start, opening.start), min(end, opening.end), 60)
    }
    assert minutes == {
        minute
        for minute in range(start, end, 60)
        if open_window(schedule, zone, datetime.fromtimestamp(minute, UTC), assume) is not None
    }
