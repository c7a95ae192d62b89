"""An old name of a time zone, kept by the IANA database for old systems only.

`US/Eastern` and `Europe/Kiev` still work where they are still installed: systems begin to leave
these names out (Debian has them in a package of their own). The current name has the same clocks.

Reported are names that the IANA database has as a link and that its list of places, `zone.tab`,
does not have. Not every link is old: `Europe/Oslo` and `Europe/Amsterdam` are links and current.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.facts.zone_names import SUPERSEDED

SEVERITY = Severity.WARNING
FIX = Applicability.SAFE

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
  max_retry_attempts: 3
  timezone: US/Eastern  # error
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


def check(document: Document) -> Iterator[Finding]:
    zone = document.string("call_retry_config", "timezone")
    if zone is None or zone.text not in SUPERSEDED:
        return
    current = SUPERSEDED[zone.text]
    yield Finding(
        zone,
        f"`{zone.text}` is an outdated name of a time zone: today it is `{current}`",
        help=f"write `{current}`: its clocks are the same",
        fix=edit.rewrite(zone, current, f"Set the time zone to {current}", FIX),
    )
