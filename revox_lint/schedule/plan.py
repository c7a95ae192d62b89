"""The call plan: when attempts would be made to a number from an instant on.

Windows are sets of local wall times `[start, end)`. In every spell of constant offset the
wall clock runs evenly, so a window there is a plain interval of instants: a wall time that
a change of the clocks skips belongs to no spell, one that comes twice belongs to two.
Instants are whole seconds from 1970-01-01T00:00:00Z.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

from revox_lint.schedule.model import Assumptions, Schedule
from revox_lint.schedule.zones import FIRST_YEAR, LAST_YEAR, Offsets, offsets_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DAY = 86_400
FIRST_INSTANT = int(datetime(FIRST_YEAR, 1, 1, tzinfo=UTC).timestamp())
LAST_INSTANT = int(datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC).timestamp())
_FIRST_DATE = int(datetime(1, 1, 2, tzinfo=UTC).timestamp())
_LAST_DATE = int(datetime(9999, 12, 31, tzinfo=UTC).timestamp())
MOST_ATTEMPTS = 10_000
_SEARCHED_DAYS = 40
"""A window is missing on one of its days only when the clocks skip it, and no zone changes
its clocks on two days a week apart: an opening comes within three weeks, or never."""

T = TypeVar("T")


class PlanError(ValueError):
    """A plan that cannot be made; the message says why, in one line for people."""


class Opening(NamedTuple):
    """A time in which calls are made: `[start, end)` in seconds, and the window's index."""

    start: int
    end: int
    window: int


class Attempt(NamedTuple):
    """One attempt: `number` from 1, when it was due, when it is made, in which window.

    `window` is an index into the schedule's windows. `at` differs from `due` when the
    attempt was due outside a window.
    """

    number: int
    due: int
    at: int
    window: int


class ZonePlan(NamedTuple):
    """The plan if the windows run on this zone's clock.

    `next_open` is the first instant from the start on that lies inside a window: the start
    itself when it does, None when no window ever opens.
    """

    zone: str
    inside: bool
    next_open: int | None
    attempts: tuple[Attempt, ...]


@dataclass(frozen=True, slots=True)
class Agreed(Generic[T]):
    """The answer of all candidate zones: one value, or several, each with its zones."""

    by_value: tuple[tuple[T, tuple[str, ...]], ...]

    @property
    def ambiguous(self) -> bool:
        """True when the zones disagree, so that the country code does not decide."""
        return len(self.by_value) != 1

    @property
    def value(self) -> T:
        """The one value. Raises ValueError when the zones disagree."""
        ((value, _),) = self.by_value
        return value


@dataclass(frozen=True, slots=True)
class CallPlan:
    """The plan from one instant, for every zone that the recipient may be in."""

    start: int
    by_zone: tuple[ZonePlan, ...]

    @property
    def zone(self) -> str | Literal["ambiguous"]:
        """The zone whose clock the windows run on, or `ambiguous` when there are several."""
        return self.by_zone[0].zone if len(self.by_zone) == 1 else "ambiguous"

    @property
    def inside(self) -> Agreed[bool]:
        """Whether the start lies inside a window."""
        return _agreed([(plan.zone, plan.inside) for plan in self.by_zone])

    @property
    def next_open(self) -> Agreed[int | None]:
        """The first instant from the start on inside a window; None for never."""
        return _agreed([(plan.zone, plan.next_open) for plan in self.by_zone])

    @property
    def attempts(self) -> Agreed[tuple[int, ...]]:
        """The instants of all attempts, in order."""
        return _agreed([(p.zone, tuple(a.at for a in p.attempts)) for p in self.by_zone])

    def attempt(self, number: int) -> Agreed[int | None]:
        """Return the instant of one attempt, counted from 1; None when there are fewer."""
        return _agreed(
            [
                (plan.zone, plan.attempts[number - 1].at if number <= len(plan.attempts) else None)
                for plan in self.by_zone
            ]
        )


def _agreed(values: Sequence[tuple[str, T]]) -> Agreed[T]:
    grouped: dict[T, list[str]] = {}
    for zone, value in values:
        grouped.setdefault(value, []).append(zone)
    return Agreed(tuple((value, tuple(zones)) for value, zones in grouped.items()))


def plan_calls(
    schedule: Schedule,
    zones: Sequence[str],
    start: int,
    outcomes: Sequence[str] = (),
    assume: Assumptions | None = None,
) -> CallPlan:
    """Plan the attempts from `start` (seconds since 1970, UTC) for each candidate zone.

    `zones` are those of the recipient's country code; the schedule's own `timezone` goes
    before them. `outcomes` are how the attempts end, in order; nobody answers those beyond.

    Raises PlanError when there is no zone, when an instant lies outside the zone data
    (1970 to 2037), and for more than 10,000 attempts.
    """
    assume = assume or Assumptions()
    used = (schedule.timezone,) if schedule.timezone is not None else tuple(zones)
    if not used:
        raise PlanError("no time zone is known: the number belongs to no country")
    count = attempts_made(schedule, outcomes, assume)
    if count > MOST_ATTEMPTS:
        raise PlanError(f"{count} attempts are more than the {MOST_ATTEMPTS} that can be planned")
    return CallPlan(start, tuple(_plan_in(schedule, zone, start, count, assume) for zone in used))


def attempts_allowed(schedule: Schedule, assume: Assumptions | None = None) -> int:
    """Return how many attempts there can be: all that are allowed, 0 when no window ever opens."""
    assume = assume or Assumptions()
    if not any(_last_minute(window.end, assume) > window.start for window in schedule.windows):
        return 0
    return schedule.attempts + (assume.max_retry_attempts == "retries_only")


def attempts_made(
    schedule: Schedule, outcomes: Sequence[str] = (), assume: Assumptions | None = None
) -> int:
    """Return how many attempts are made when they end as `outcomes` says, in order."""
    assume = assume or Assumptions()
    allowed = attempts_allowed(schedule, assume)
    for number, outcome in enumerate(outcomes, start=1):
        if outcome in assume.final_outcomes:
            return min(number, allowed)
    return allowed


def _plan_in(
    schedule: Schedule, zone: str, start: int, count: int, assume: Assumptions
) -> ZonePlan:
    offsets = offsets_of(zone)
    first = next_opening(schedule, offsets, start, assume)
    attempts: list[Attempt] = []
    due, found = start, first
    for number in range(1, count + 1):
        if found is None:
            break
        moved = due < found.start
        if moved and assume.outside_window == "next_day":
            found = _opening_of_a_later_day(schedule, offsets, due, assume)
            if found is None:
                break
        at = max(due, found.start)
        attempts.append(Attempt(number, due, at, found.window))
        giver = found.window if assume.retry_delay_of == "failed_window" else 0
        due = at + assume.failed_call_seconds + schedule.windows[giver].delay
        if number < count:
            found = next_opening(schedule, offsets, due, assume)
    return ZonePlan(
        zone,
        first is not None and first.start <= start,
        None if first is None else max(start, first.start),
        tuple(attempts),
    )


def _opening_of_a_later_day(
    schedule: Schedule, offsets: Offsets, due: int, assume: Assumptions
) -> Opening | None:
    today = (due + offsets.at(due)) // DAY
    for opening in openings(schedule, offsets, due, due + _SEARCHED_DAYS * DAY, assume):
        if (opening.start + offsets.at(opening.start)) // DAY > today:
            return opening
    return None


def next_opening(
    schedule: Schedule, offsets: Offsets, instant: int, assume: Assumptions
) -> Opening | None:
    """Return the opening that holds `instant`, else the first one after it; None when none comes.

    Raises PlanError when the instant, or the opening, lies outside the zone data.
    """
    _within_the_data(instant)
    for days in (2, _SEARCHED_DAYS):
        found = next(openings(schedule, offsets, instant, instant + days * DAY, assume), None)
        if found is not None:
            _within_the_data(found.start)
            return found
    return None


def _within_the_data(instant: int) -> None:
    if not FIRST_INSTANT <= instant < LAST_INSTANT:
        raise PlanError(
            f"the time zone data describes the years {FIRST_YEAR} to {LAST_YEAR}, "
            f"not {_year(instant)}"
        )


def _year(instant: int) -> str:
    if not _FIRST_DATE <= instant < _LAST_DATE:
        return "what lies thousands of years away"
    return str(datetime.fromtimestamp(instant, UTC).year)


def openings(
    schedule: Schedule, offsets: Offsets, start: int, end: int, assume: Assumptions
) -> Iterator[Opening]:
    """Return every opening that overlaps `[start, end)`, in order, whole: not cut at these bounds.

    An opening that a change of the clocks runs through comes as two that touch.
    """
    margin = 2 * DAY
    earlier: tuple[int, int] | None = None
    for spell_start, spell_end, offset in offsets.spells(start - margin, end + margin):
        first_wall = spell_start + offset
        if assume.repeated_hour == "open_once" and earlier is not None:
            first_wall = max(first_wall, earlier[1])
        earlier = (spell_start, spell_end + offset)
        last_wall = spell_end + offset
        for day in range(first_wall // DAY, last_wall // DAY + 1):
            if (day + 3) % 7 not in assume.days:
                continue
            midnight = day * DAY
            cut: list[Opening] = []
            for index, window in enumerate(schedule.windows):
                opens = max(midnight + window.start * 60, first_wall)
                closes = min(midnight + _last_minute(window.end, assume) * 60, last_wall)
                if opens < closes and closes - offset > start and opens - offset < end:
                    cut.append(Opening(opens - offset, closes - offset, index))
            cut.sort(key=lambda opening: opening[::2])
            yield from cut


def _last_minute(end: int, assume: Assumptions) -> int:
    return end + 1 if assume.window_end == "included" else end
