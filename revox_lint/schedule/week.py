"""A week of calling on somebody's clock: what is open each day, clock changes, attempts.

All minutes are wall minutes of the day that is shown, so that a picture of a day is always
24 hours wide: what the clocks skip and what they repeat is named beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from revox_lint.schedule.model import Assumptions, Schedule
from revox_lint.schedule.plan import DAY, Attempt, openings
from revox_lint.schedule.zones import clock_changes, offsets_of

Minutes = tuple[int, int]


class Day(NamedTuple):
    """One day on a clock. `open`, `skipped` and `repeated` are half-open ranges of minutes.

    `attempts` are pairs of a minute and an attempt's number.
    """

    date: date
    open: tuple[Minutes, ...]
    skipped: tuple[Minutes, ...]
    repeated: tuple[Minutes, ...]
    attempts: tuple[Minutes, ...]


def week_of(
    schedule: Schedule,
    clock: str,
    shown: str,
    start: int,
    attempts: Sequence[Attempt],
    assume: Assumptions,
    days: int = 7,
) -> tuple[Day, ...]:
    """The days from that of `start` on, as the zone `shown` sees windows that run on `clock`."""
    seen = offsets_of(shown)
    first = (start + seen.at(start)) // DAY
    open_by_day: list[list[Minutes]] = [[] for _ in range(days)]
    for opening in openings(
        schedule, offsets_of(clock), start - 2 * DAY, start + (days + 2) * DAY, assume
    ):
        for part_start, part_end, offset in seen.spells(opening.start, opening.end):
            _add(open_by_day, first, part_start + offset, part_end + offset)
    skipped: list[list[Minutes]] = [[] for _ in range(days)]
    repeated: list[list[Minutes]] = [[] for _ in range(days)]
    years = {datetime.fromtimestamp((first + day) * DAY, UTC).year for day in range(days)}
    for year in sorted(years):
        for change in clock_changes(shown, year):
            before, after = (
                int(wall.replace(tzinfo=UTC).timestamp()) for wall in (change.before, change.after)
            )
            _add(skipped if after > before else repeated, first, *sorted((before, after)))
    return tuple(
        Day(
            datetime.fromtimestamp((first + index) * DAY, UTC).date(),
            _union(open_by_day[index]),
            tuple(skipped[index]),
            tuple(repeated[index]),
            tuple(
                (wall % DAY // 60, attempt.number)
                for attempt in attempts
                if (wall := attempt.at + seen.at(attempt.at)) // DAY == first + index
            ),
        )
        for index in range(days)
    )


def _add(by_day: list[list[Minutes]], first: int, start: int, end: int) -> None:
    """Add a range of wall seconds to the days it lies on."""
    for day in range(start // DAY, (end - 1) // DAY + 1):
        if 0 <= day - first < len(by_day):
            low, high = max(start, day * DAY), min(end, (day + 1) * DAY)
            by_day[day - first].append(((low - day * DAY) // 60, (high - day * DAY) // 60))


def _union(ranges: list[Minutes]) -> tuple[Minutes, ...]:
    """Ranges that touch or overlap as one."""
    joined: list[Minutes] = []
    for low, high in sorted(ranges):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], high))
        else:
            joined.append((low, high))
    return tuple(joined)
