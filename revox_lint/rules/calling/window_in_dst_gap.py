"""A start or end of a window that a change of the clocks skips or repeats.

In the spring night when the clocks in Paris go from 2:00 to 3:00 there is no 2:30; in the autumn
night there are two. What the API does with a window that starts or ends then is not documented.

Checked where `timezone` is given. The changes are those that the IANA database, in the package
pytz, has for the ten years after its release.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.schedule.zones import first_change_at, is_zone

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
    zone = document.timezone
    if zone is None or not is_zone(zone.text):
        return
    for scalar, time in document.window_times:
        if FIRST_QUIET <= time.minute < LAST_QUIET:
            continue
        skipped = first_change_at(zone.text, time.minute, forward=True)
        repeated = first_change_at(zone.text, time.minute, forward=False)
        what = [f"does not exist on {skipped}"] if skipped else []
        what += [f"occurs twice on {repeated}"] if repeated else []
        if what:
            yield Finding(
                scalar,
                f"{document.quoted(scalar.text)} {' and '.join(what)} in "
                f"{document.quoted(zone.text)} (daylight saving time)",
                help="choose a time that occurs exactly once every day",
            )
