"""What rules and pages claim about calling, held against the plan."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from revox_lint import lint_text
from revox_lint.schedule.clock import twenty_four_hours
from revox_lint.schedule.model import DailyWindow, Schedule
from revox_lint.schedule.plan import Attempt, plan_calls
from revox_lint.schedule.zones import offsets_of

ZONES = st.sampled_from(
    ["Europe/Paris", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"]
)
STARTS = st.integers(1_790_000_000, 2_000_000_000)
LAST = st.integers(1, 20)


def local_day(instant: int, zone: str) -> int:
    return (instant + offsets_of(zone).at(instant)) // 86_400


@settings(deadline=None)
@given(
    ZONES,
    STARTS,
    LAST,
    st.lists(
        st.tuples(st.integers(0, 1438), st.integers(1, 400), st.integers(1, 90_000)),
        min_size=1,
        max_size=3,
    ),
)
def test_every_allowed_attempt_is_made_once_some_window_opens(
    zone: str, start: int, attempts: int, windows: list[tuple[int, int, int]]
) -> None:
    """So there is no definition with open windows whose attempts can never all happen."""
    schedule = Schedule(
        tuple(DailyWindow(low, min(1439, low + length), delay) for low, length, delay in windows),
        attempts,
    )
    assert len(plan_calls(schedule, [zone], start).attempts.value) == attempts


@settings(deadline=None)
@given(
    ZONES,
    STARTS,
    LAST,
    st.integers(300, 1300),
    st.integers(1, 139),
    st.integers(0, 10_000),
)
def test_a_delay_as_long_as_the_only_window_leaves_one_attempt_a_day(
    zone: str, start: int, attempts: int, low: int, length: int, more: int
) -> None:
    delay = length * 60 + more
    schedule = Schedule((DailyWindow(low, low + length, delay),), attempts)
    made = plan_calls(schedule, [zone], start).attempts.value
    days = [local_day(instant, zone) for instant in made]
    assert days == sorted(set(days))


@settings(deadline=None)
@given(ZONES, STARTS, st.integers(0, 1380), st.integers(61, 400))
def test_a_shorter_delay_can_be_used_twice_in_the_window(
    zone: str, start: int, low: int, length: int
) -> None:
    """The rule is silent there, and would be wrong to speak."""
    high = min(1439, low + length)
    schedule = Schedule((DailyWindow(low, high, (high - low) * 60 - 60),), 2)
    midnight = datetime.fromtimestamp(start, UTC).replace(hour=0, minute=0, second=0)
    first = plan_calls(schedule, [zone], int(midnight.timestamp())).next_open.value
    assert first is not None
    quiet = offsets_of(zone)
    around = timedelta(days=2).total_seconds()
    assume(quiet.at(int(first - around)) == quiet.at(int(first + around)))
    opened = plan_calls(schedule, [zone], int(first - around)).next_open.value
    assert opened is not None
    one, two = plan_calls(schedule, [zone], opened).attempts.value
    assert two - one == (high - low) * 60 - 60 or opened == first - around


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 1438), st.integers(1, 400), st.integers(1, 90_000)),
        min_size=1,
        max_size=4,
    )
)
def test_one_attempt_a_day_is_said_where_the_plan_has_one(
    windows: list[tuple[int, int, int]],
) -> None:
    windows = [(low, min(1439, low + length), delay) for low, length, delay in windows]
    assume(len({low for low, _, _ in windows}) == len(windows))
    schedule = Schedule(tuple(DailyWindow(*one) for one in windows), 4)
    midnight = int(datetime(2027, 3, 1, tzinfo=UTC).timestamp()) - 345 * 60
    made = plan_calls(schedule, ["Asia/Kathmandu"], midnight).by_zone[0].attempts
    moved = next((a for a, b in pairwise(made) if day(a) != day(b)), made[-1])
    once = moved == made[0]
    text = "name: A\nprompt: Be kind.\ncall_retry_config:\n  max_retry_attempts: 4\n"
    text += "  calling_windows:\n" + "".join(
        f'    - {{calling_window_start_time: "{twenty_four_hours(low)}", '
        f'calling_window_end_time: "{twenty_four_hours(high)}", retry_delay_seconds: {delay}}}\n'
        for low, high, delay in windows
    )
    found = lint_text(text, select=["retry-delay-exceeds-window"])
    assert len(found) == once


def day(attempt: Attempt) -> int:
    return local_day(attempt.at, "Asia/Kathmandu")
