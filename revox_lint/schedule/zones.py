"""Time zones: those of a phone number, and how their clocks change.

Zones and their changes are the IANA data that pytz carries; the zones of a number are
libphonenumber's. Both are read from the installed packages: nothing asks the network,
the system's own zone files or the time of now.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FIRST_YEAR, LAST_YEAR = 1970, 2037
"""The years the zone data describes to the minute: before, offsets had seconds; after, it ends."""

_EPOCH = datetime(1970, 1, 1)


class Offsets(NamedTuple):
    """A zone's offsets from UTC in seconds: `offsets[i]` holds up to `changes[i]`, then the next.

    `changes` are instants in seconds from 1970-01-01T00:00:00Z, ascending; `offsets` has
    one element more.
    """

    changes: tuple[int, ...]
    offsets: tuple[int, ...]

    def at(self, instant: int) -> int:
        """Return the offset in force at an instant, in seconds east of UTC."""
        return self.offsets[bisect_right(self.changes, instant)]

    def spells(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Cut `[start, end)` where the offset changes: start, end and offset of each part."""
        index = bisect_right(self.changes, start)
        while start < end:
            stop = self.changes[index] if index < len(self.changes) else end
            yield start, min(stop, end), self.offsets[index]
            start, index = stop, index + 1

    def twice(self, instant: int) -> bool:
        """Whether the wall shows the time of an instant twice, as the clocks go back near it."""
        index = bisect_right(self.changes, instant)
        for change in range(max(index - 1, 0), min(index + 1, len(self.changes))):
            moment = self.changes[change]
            back = self.offsets[change] - self.offsets[change + 1]
            if moment - back <= instant < moment + back:
                return True
        return False


class ClockChange(NamedTuple):
    """One change of a zone's clocks: at `instant`, `before` on the wall turned into `after`.

    `instant` is aware and in UTC; `before` and `after` are wall times without a zone. When
    the clocks go forward, wall times from `before` up to `after` never exist; when they go
    back, those from `after` up to `before` exist twice.
    """

    instant: datetime
    before: datetime
    after: datetime

    @property
    def forward(self) -> bool:
        """True when time is skipped, false when it comes twice."""
        return self.after > self.before

    @property
    def seconds(self) -> int:
        """How much is skipped or repeated, in seconds, always positive."""
        return abs(int((self.after - self.before).total_seconds()))


def is_zone(name: str) -> bool:
    """Return whether the zone data knows this name, letter for letter."""
    import pytz

    return name in pytz.all_timezones_set


def zone_data_version() -> str:
    """Which release of the IANA data is used, `2026a` for example."""
    import pytz

    return str(vars(pytz)["OLSON_VERSION"])


@cache
def offsets_of(zone: str) -> Offsets:
    """Return all offsets that a zone has had and will have, as far as the data goes.

    Raises KeyError for a name that the zone data does not have.
    """
    import pytz

    if not is_zone(zone):
        raise KeyError(zone)
    data: Any = pytz.timezone(zone)
    if not hasattr(data, "_utc_transition_times"):
        return Offsets((), (_seconds(data.utcoffset(_EPOCH)),))
    changes: list[int] = []
    offsets = [_seconds(data._transition_info[0][0])]
    for moment, info in zip(data._utc_transition_times[1:], data._transition_info[1:], strict=True):
        offset = _seconds(info[0])
        if offset != offsets[-1]:
            changes.append(_seconds(moment - _EPOCH))
            offsets.append(offset)
    return Offsets(tuple(changes), tuple(offsets))


def offset_if_twice(instant: int, zone: str) -> str:
    """What tells two equal wall times apart: " (+02:00)", or nothing where the time comes once.

    Raises KeyError for a name that the zone data does not have.
    """
    known = offsets_of(zone)
    if not known.twice(instant):
        return ""
    offset = known.at(instant)
    hour, minute = divmod(abs(offset) // 60, 60)
    return f" ({'-' if offset < 0 else '+'}{hour:02}:{minute:02})"


def _seconds(delta: timedelta) -> int:
    return int(delta.total_seconds())


@lru_cache(maxsize=1024)
def clock_changes(zone: str, year: int) -> tuple[ClockChange, ...]:
    """Return when the clocks of a zone change in a year (of its own calendar), in order.

    Raises KeyError for a name that the zone data does not have.
    """
    known = offsets_of(zone)
    found = []
    for index, instant in enumerate(known.changes):
        moment = _EPOCH + timedelta(seconds=instant)
        before = moment + timedelta(seconds=known.offsets[index])
        if before.year == year:
            after = moment + timedelta(seconds=known.offsets[index + 1])
            found.append(ClockChange(moment.replace(tzinfo=UTC), before, after))
    return tuple(found)


def instants_of(zone: str, wall: datetime) -> tuple[datetime, ...]:
    """Return when a wall time (without a zone) comes in a zone: never, once or twice, in UTC.

    pytz decides: `NonExistentTimeError` is never, `AmbiguousTimeError` is twice.
    Raises KeyError for a name that the zone data does not have.
    """
    import pytz

    if not is_zone(zone):
        raise KeyError(zone)
    data = pytz.timezone(zone)
    try:
        return (data.localize(wall, is_dst=None).astimezone(UTC),)
    except pytz.NonExistentTimeError:
        return ()
    except pytz.AmbiguousTimeError:
        known = offsets_of(zone)
        naive = int((wall - _EPOCH).total_seconds())
        both = {
            naive - offset
            for offset in {known.at(naive - 86400), known.at(naive + 86400), *known.offsets}
            if known.at(naive - offset) == offset
        }
        return tuple(datetime.fromtimestamp(instant, UTC) for instant in sorted(both))


@lru_cache(maxsize=256)
def candidate_zones(number: str) -> tuple[str, ...]:
    """The zones that a number's country code can be in: 42 for `+1`, 16 for `+7`, 1 for `+33`.

    The country code alone decides, never the digits after it. Empty for a string that cannot
    be read as an international number, and for codes that belong to no place (`+800`).
    """
    import phonenumbers
    from phonenumbers.tzdata import TIMEZONE_DATA

    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return ()
    zones = TIMEZONE_DATA.get(str(parsed.country_code), ())
    return tuple(sorted(zone for zone in zones if is_zone(zone)))


def best_known_first(zones: Iterable[str], number: str | None) -> tuple[str, ...]:
    """Return zones in the order of the IANA list of the calling code's main country, then the rest.

    `America/New_York` comes before `America/Anguilla` for `+1`.
    """
    import phonenumbers
    import pytz

    try:
        code = phonenumbers.parse(number or "", None).country_code
    except phonenumbers.NumberParseException:
        return tuple(zones)
    region = phonenumbers.region_code_for_country_code(code or 0)
    listed = pytz.country_timezones.get(region, [])
    order = {zone: index for index, zone in enumerate(listed)}
    return tuple(sorted(zones, key=lambda zone: (order.get(zone, len(order)), zone)))


@lru_cache(maxsize=256)
def country_clocks(number: str) -> tuple[str, int]:
    """Return the country of an international number, and how many different clocks it has.

    Of its zones count those that the calling code itself is known for: not Ürümqi's own time in
    China. ("", 0) for a number of no country.
    """
    import phonenumbers
    import pytz

    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return "", 0
    region = phonenumbers.region_code_for_number(
        parsed
    ) or phonenumbers.region_code_for_country_code(parsed.country_code or 0)
    if region not in pytz.country_timezones:
        return "", 0
    zones = set(pytz.country_timezones[region]) & set(candidate_zones(number))
    return str(pytz.country_names[region]), len({_offset_by_month(zone) for zone in zones})


def _offset_by_month(zone: str) -> tuple[int, ...]:
    """The offsets, in seconds, on the first of each month of the year after the data's release."""
    year = int(zone_data_version()[:4]) + 1
    known = offsets_of(zone)
    return tuple(
        known.at(int(datetime(year, month, 1, tzinfo=UTC).timestamp())) for month in range(1, 13)
    )


def first_change_at(zone: str, minute: int, *, forward: bool) -> str | None:
    """Return the first day on which a change of the clocks skips a minute of the day, or None.

    With `forward` False, the first on which it repeats it. Days are like "2027-03-28", and
    those of the ten years after the data's release.
    """
    release = int(zone_data_version()[:4])
    for year in range(release + 1, min(release + 10, LAST_YEAR) + 1):
        for change in clock_changes(zone, year):
            first, last = sorted((change.before, change.after))
            midnight = first.replace(hour=0, minute=0, second=0, microsecond=0)
            for days in (0, 1):
                wall = midnight + timedelta(days=days, minutes=minute)
                if change.forward is forward and first <= wall < last:
                    return f"{wall:%Y-%m-%d}"
    return None
