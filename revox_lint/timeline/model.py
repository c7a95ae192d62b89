"""What a picture of a call plan shows, worked out once for the terminal and the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from revox_lint.schedule.model import Assumptions, Schedule
from revox_lint.schedule.plan import Attempt, ZonePlan, plan_calls
from revox_lint.schedule.week import Day, week_of
from revox_lint.schedule.zones import best_known_first, offsets_of


@dataclass(frozen=True, slots=True)
class Picture:
    """The plan for the zones of the recipient that look the same all week.

    `clock` is the zone the windows run on, `week` is on the recipient's clock, `author_week`
    on the author's.
    """

    zones: tuple[str, ...]
    plan: ZonePlan
    week: tuple[Day, ...]
    author_week: tuple[Day, ...]

    @property
    def zone(self) -> str:
        """The zone that represents all of them."""
        return self.zones[0]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on one picture: whose definition, who is called, from when, and the plan."""

    name: str
    schedule: Schedule
    recipient: str | None
    start: int
    author: str
    assume: Assumptions
    outcomes: tuple[str, ...]
    pictures: tuple[Picture, ...]

    @property
    def zones(self) -> int:
        """How many zones the recipient may be in."""
        return sum(len(picture.zones) for picture in self.pictures)


def sheet_of(
    name: str,
    schedule: Schedule,
    recipient: str | None,
    zones: Sequence[str],
    start: int,
    author: str,
    outcomes: Sequence[str],
    assume: Assumptions,
) -> Sheet:
    """Work out the picture. `zones` are the recipient's candidates, `start` is in seconds.

    Without candidates the recipient's clock is the one the windows run on. Raises PlanError
    when there is no zone at all, or when the plan leaves the zone data.
    """
    plan = plan_calls(schedule, zones, start, outcomes, assume)
    by_clock = {one.zone: one for one in plan.by_zone}
    grouped: dict[tuple[object, ...], list[str]] = {}
    made: dict[tuple[object, ...], tuple[ZonePlan, tuple[Day, ...], tuple[Day, ...]]] = {}
    for zone in zones or tuple(by_clock):
        one = by_clock[schedule.timezone or zone]
        attempts = one.attempts
        week = week_of(schedule, one.zone, zone, start, attempts, assume)
        author_week = week_of(schedule, one.zone, author, start, attempts, assume)
        key = (tuple(attempt.at for attempt in attempts), week, author_week)
        grouped.setdefault(key, []).append(zone)
        made.setdefault(key, (one, week, author_week))
    pictures = [
        Picture(best_known_first(names, recipient), *made[key]) for key, names in grouped.items()
    ]
    ordered = sorted(pictures, key=lambda picture: (-len(picture.zones), picture.zone))
    return Sheet(name, schedule, recipient, start, author, assume, tuple(outcomes), tuple(ordered))


def local(instant: int, zone: str) -> datetime:
    """Return an instant as a zone's wall shows it (without a zone)."""
    wall = datetime.fromtimestamp(instant + offsets_of(zone).at(instant), UTC)
    return wall.replace(tzinfo=None)


def reason(attempt: Attempt, sheet: Sheet, zone: str) -> str:
    """Why an attempt is where it is."""
    schedule, assume = sheet.schedule, sheet.assume
    if attempt.number == 1:
        base = "at the start"
    else:
        before = "the attempt before" if assume.failed_call_seconds == 0 else "the call before"
        base = f"{duration(attempt.due - _previous(attempt, sheet, zone))} after {before}"
    if attempt.at == attempt.due:
        return base
    due = local(attempt.due, zone)
    where = f" in {zone}" if schedule.timezone is not None else ""
    opening = "the next opening" if assume.outside_window == "next_opening" else "a later day"
    window = schedule.windows[attempt.window]
    return f"{base}, at {due:%a %H:%M}{where}, no window is open: moved to {opening}, {window}"


def is_night(instant: int, zone: str) -> bool:
    """Return whether it is before 8 or after 21 there, when nobody wants to be called."""
    return not 8 <= local(instant, zone).hour < 21


def _previous(attempt: Attempt, sheet: Sheet, zone: str) -> int:
    for picture in sheet.pictures:
        if zone in picture.zones or zone == picture.plan.zone:
            return picture.plan.attempts[attempt.number - 2].at + sheet.assume.failed_call_seconds
    raise KeyError(zone)


def duration(seconds: int) -> str:
    """Return a duration for people: `2 h`, `1 h 30 min`, `45 s`."""
    parts = []
    for size, unit in ((86_400, "d"), (3600, "h"), (60, "min"), (1, "s")):
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count} {unit}")
    return " ".join(parts) or "0 s"


def hours(minutes: tuple[int, int]) -> str:
    """Return a range of a day's minutes for people: `10:00–13:00`."""
    return "–".join(f"{minute // 60:02}:{minute % 60:02}" for minute in minutes)


def short_hours(minutes: tuple[int, int]) -> str:
    """Return a range of a day's minutes in few columns: `10–13`, `9:30–12`."""
    return "–".join(
        f"{minute // 60}" + (f":{minute % 60:02}" if minute % 60 else "") for minute in minutes
    )


def change_notes(day: Day) -> list[str]:
    """Return what the clocks do on a day, in words."""
    notes = [f"{hours(part)} is skipped" for part in day.skipped]
    return notes + [f"{hours(part)} comes twice" for part in day.repeated]
