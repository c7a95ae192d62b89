"""A time zone with a fixed offset, without daylight saving time.

`EST` is UTC-5 all year. From March to November the clocks in New York are at UTC-4, so a window
from 9:00 to 18:00 calls people from 10:00 to 19:00. The names `Etc/GMT±N` have the sign of POSIX,
with west as positive: `Etc/GMT+2` is UTC-2.

The names are those of the file `etcetera` of the IANA database, and `EST`, `MST` and `HST` of
its file `backward`. A place without daylight saving time (`America/Phoenix`, `Asia/Tokyo`) is not
reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.schedule.zones import is_zone, offsets_of
from revox_lint.text.zone_name import is_fixed

SEVERITY = Severity.WARNING
SUPERSEDES = ("deprecated-timezone",)

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
  max_retry_attempts: 3
  timezone: EST  # error
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
  max_retry_attempts: 3
  timezone: America/New_York
"""


_SIGNED = r"Etc/GMT[+-][1-9]"
_PLACES = {
    "EST": "`America/New_York`, or `America/Panama` for clocks that never change",
    "MST": "`America/Denver`, or `America/Phoenix` for clocks that never change",
    "HST": "`Pacific/Honolulu`",
    "GMT": "`Europe/London`, or `Africa/Accra` for clocks that never change",
}


def check(document: Document) -> Iterator[Finding]:
    zone = document.timezone
    if zone is None or not is_fixed(zone.text) or not is_zone(zone.text):
        return
    hours = offsets_of(zone.text).offsets[-1] // 3600
    offset = f"UTC{hours:+d}" if hours else "UTC"
    sign = ", the sign is reversed" if re.match(_SIGNED, zone.text) else ""
    shown = "" if zone.text == offset else f" ({offset}{sign})"
    yield Finding(
        zone,
        f"{document.quoted(zone.text)} is a fixed offset{shown} without daylight saving time",
        help=f"write the zone of a place, such as {_PLACES.get(zone.text, '`Europe/Paris`')}",
    )
