"""Bounds on the recipient's clock that hold for every instant at which the calls start.

Why checking the open instants is enough. Every attempt is made inside a window, or moved
into one, so the instant of any attempt, first or retry, is an open instant. And every open
instant is an attempt: the first one, for the start equal to it. So over all starts,
outcomes and delays the attempts are exactly the open instants, and a bound that holds for
those holds for every attempt; one that fails for an open instant fails for the start equal
to it, which is the counter-example.

Why a few days are enough. Cut the years at every change of the clocks, both of the zone the
windows run on and of the recipient's. Within a part the two clocks differ by a constant,
and whether an instant is open depends on its minute of the week alone. Eight days from the
start of a part hold every minute of the week at least once, also where the first hour of a
part is closed because it repeats one; what follows only repeats them. Parts shorter than
that are checked whole. Within an opening the recipient's clock runs evenly, so its earliest
minute is at the opening's start or at midnight, and the first minute past a bound is the
start, or the minute after the bound.

A local time here is what a clock with hours and minutes shows: 19:59:30 is 19:59, and not
after 19:59.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from revox_lint.schedule.model import Assumptions, Schedule
from revox_lint.schedule.plan import DAY, PlanError, attempts_allowed, openings
from revox_lint.schedule.zones import FIRST_YEAR, LAST_YEAR, offsets_of, zone_data_version

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Breach(NamedTuple):
    """An attempt at a forbidden local time: the counter-example.

    `instant` is in seconds since 1970 (UTC), `zone` the recipient's, `minute` what the
    recipient's clock shows in minutes from midnight, `clock` the zone the windows run on,
    `window` an index into the schedule's windows.
    """

    instant: int
    zone: str
    minute: int
    clock: str
    window: int


def years_ahead(start: int | None = None) -> range:
    """Return the years that "any start" means: from the zone data's release to its end, 2037.

    Clocks of the past are known and over. A start (seconds since 1970) before the release
    brings the years from its own on back in.
    """
    release = int(zone_data_version()[:4])
    first = release if start is None else min(release, datetime.fromtimestamp(start, UTC).year)
    return range(max(FIRST_YEAR, first), LAST_YEAR + 1)


def first_breach(
    schedule: Schedule,
    zones: Sequence[str],
    *,
    before: int | None = None,
    after: int | None = None,
    years: range | None = None,
    assume: Assumptions | None = None,
) -> Breach | None:
    """Return the earliest attempt before or after a local time, over all starts; None when none is.

    `zones` are the recipient's candidates: all of them are checked, each as the clock that
    the recipient looks at. `before` and `after` are minutes from midnight: an attempt whose
    local minute is less than `before`, or greater than `after`, is a breach.

    Raises PlanError when the recipient has no zone.
    """
    assume = assume or Assumptions()
    if not zones:
        raise PlanError("no time zone is known: the number belongs to no country")
    if attempts_allowed(schedule, assume) == 0:
        return None
    years = years if years is not None else years_ahead()
    span = [int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (years[0], years[-1] + 1)]
    breaches = [
        breach
        for zone in zones
        if (breach := _in_zone(schedule, zone, span[0], span[1], before, after, assume))
    ]
    return min(breaches, default=None)


def _in_zone(
    schedule: Schedule,
    zone: str,
    start: int,
    end: int,
    before: int | None,
    after: int | None,
    assume: Assumptions,
) -> Breach | None:
    clock = schedule.timezone or zone
    for part_start, part_end, offset in _parts(clock, zone, start, end):
        for opening in openings(schedule, offsets_of(clock), part_start, part_end, assume):
            wall = max(opening.start, part_start) + offset
            wall_end = min(opening.end, part_end) + offset
            found = _first_forbidden(wall, wall_end, before, after)
            if found is not None:
                minute = found % DAY // 60
                return Breach(found - offset, zone, minute, clock, opening.window)
    return None


def _parts(clock: str, zone: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Return the parts to check, in order: start, end, and the recipient's offset in it."""
    seen: set[tuple[int, int]] = set()
    theirs = offsets_of(zone)
    for outer_start, outer_end, ours in offsets_of(clock).spells(start, end):
        for part_start, part_end, offset in theirs.spells(outer_start, outer_end):
            if (ours, offset) in seen:
                continue
            if part_end - part_start >= 8 * DAY:
                seen.add((ours, offset))
            yield part_start, min(part_end, part_start + 8 * DAY), offset


def _first_forbidden(wall: int, end: int, before: int | None, after: int | None) -> int | None:
    """Return the first wall time in `[wall, end)` that is out of bounds."""
    candidates = []
    midnight = wall // DAY * DAY
    if before is not None:
        if wall - midnight < before * 60:
            candidates.append(wall)
        elif before > 0:
            candidates.append(midnight + DAY)
    if after is not None:
        limit = midnight + (after + 1) * 60
        candidates.append(wall if wall >= limit else limit)
        if after == 1439:
            candidates.pop()
    first = min(candidates, default=end)
    return first if first < end else None
