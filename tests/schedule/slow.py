"""The same model walked minute by minute with zoneinfo: slow, plain, and written apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytz

from revox_lint.schedule.model import Assumptions, Schedule


@cache
def zone_of_the_same_data(name: str) -> ZoneInfo:
    """A zoneinfo zone of pytz's own files: another reader of the same data."""
    with vars(pytz)["open_resource"](name) as file:
        return ZoneInfo.from_file(file, key=name)


def open_window(
    schedule: Schedule, zone: str, instant: datetime, assume: Assumptions
) -> int | None:
    """The first window that is open at an instant, by looking at the wall clock."""
    wall = instant.astimezone(zone_of_the_same_data(zone))
    if wall.weekday() not in assume.days:
        return None
    if assume.repeated_hour == "open_once" and wall.fold == 1:
        return None
    minute = wall.hour * 60 + wall.minute
    for index, window in enumerate(schedule.windows):
        if window.start <= minute < window.end + (assume.window_end == "included"):
            return index
    return None


def walk(
    schedule: Schedule,
    zone: str,
    start: int,
    outcomes: tuple[str, ...] = (),
    assume: Assumptions | None = None,
) -> list[int]:
    """The instants of the attempts, in seconds since 1970."""
    assume = assume or Assumptions()
    due, made = datetime.fromtimestamp(start, UTC), []
    allowed = schedule.attempts + (1 if assume.max_retry_attempts == "retries_only" else 0)
    for number in range(allowed):
        at = due
        day = due.astimezone(zone_of_the_same_data(zone)).date()
        waited = False
        while (window := open_window(schedule, zone, at, assume)) is None or (
            waited
            and assume.outside_window == "next_day"
            and at.astimezone(zone_of_the_same_data(zone)).date() <= day
        ):
            waited = True
            at = at.replace(second=0, microsecond=0) + timedelta(minutes=1)
            assert at - due < timedelta(days=40)
        made.append(int(at.timestamp()))
        if number < len(outcomes) and outcomes[number] in assume.final_outcomes:
            break
        giver = window if assume.retry_delay_of == "failed_window" else 0
        seconds = assume.failed_call_seconds + schedule.windows[giver].delay
        due = at + timedelta(seconds=seconds)
    return made
