"""A start or end of a window that a change of the clocks skips, or brings twice.

On the night in spring when the clocks in Paris go from 2:00 to 3:00 there is no 2:30; on the one in
autumn there are two. What the API does with a window that starts or ends then is not documented.

Only where `timezone` says which clocks are meant. The changes are those that the IANA database, as
the package pytz carries it, foresees for the ten years after its release.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from revox_lint.contract.wording import short
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.schedule.clock import parse_window_time
from revox_lint.schedule.zones import (
    LAST_YEAR,
    ClockChange,
    clock_changes,
    is_zone,
    zone_data_version,
)

SEVERITY = Severity.WARNING

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "02:30"  # error
      calling_window_end_time: "05:00"
      retry_delay_seconds: 3600
  max_retry_attempts: 3
  timezone: America/New_York
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "03:00"
      calling_window_end_time: "05:00"
      retry_delay_seconds: 3600
  max_retry_attempts: 3
  timezone: America/New_York
"""

# No zone changes its clocks by day; the test of this rule goes through all of them.
FIRST_QUIET, LAST_QUIET = 5 * 60, 21 * 60


def check(document: Document) -> Iterator[Finding]:
    zone = document.value("call_retry_config", "timezone")
    if zone is None:
        return
    for window in document.windows:
        for scalar in (window.opening, window.closing):
            time = None if scalar is None else parse_window_time(scalar.text)
            if scalar is None or time is None or FIRST_QUIET <= time.minute < LAST_QUIET:
                continue
            if not is_zone(zone):
                return
            said = [
                words
                for forward in (True, False)
                if (words := _first(zone, time.minute, forward)) is not None
            ]
            if said:
                yield Finding(
                    scalar,
                    f"`{short(scalar.text)}` {' and '.join(said)} in `{zone}`, "
                    "where the clocks change",
                    help="choose a time that every day has once",
                )


def _first(zone: str, minute: int, forward: bool) -> str | None:
    """What the first change of its kind does to a time of the day, or None."""
    release = int(zone_data_version()[:4])
    for year in range(release + 1, min(release + 10, LAST_YEAR) + 1):
        for change in clock_changes(zone, year):
            wall = _in_change(change, minute) if change.forward is forward else None
            if wall is not None:
                day = f"{wall:%Y-%m-%d}"
                return f"does not exist on {day}" if forward else f"comes twice on {day}"
    return None


def _in_change(change: ClockChange, minute: int) -> datetime | None:
    """The wall time with this minute of the day that the change skips or repeats, or None."""
    first, last = sorted((change.before, change.after))
    midnight = first.replace(hour=0, minute=0, second=0, microsecond=0)
    for days in (0, 1):
        wall = midnight + timedelta(days=days, minutes=minute)
        if first <= wall < last:
            return wall
    return None
