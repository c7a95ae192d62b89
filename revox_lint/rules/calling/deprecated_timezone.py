"""A deprecated name of a time zone.

`US/Eastern` and `Europe/Kiev` only work where the old names are still installed, and systems
have begun to leave them out (Debian has them in a separate package). The current name has the
same clocks.

Reported are names that are a link in the IANA database and missing from its list of places,
`zone.tab`. Not every link is deprecated: `Europe/Oslo` and `Europe/Amsterdam` are current.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.facts.zone_names import CLOCKS, SUPERSEDED

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
    zone = document.timezone
    if zone is None or zone.text not in SUPERSEDED:
        return
    current = SUPERSEDED[zone.text]
    if zone.text in CLOCKS:
        yield Finding(
            zone,
            f"{document.quoted(zone.text)} is a deprecated name of a zone without a place",
            help=f"write a place with these clocks, such as {CLOCKS[zone.text]}",
        )
        return
    yield Finding(
        zone,
        f"{document.quoted(zone.text)} is a deprecated name of `{current}`",
        help=f"write `{current}`, which has the same clocks",
        fix=edit.rewrite(zone, current, f"Set the time zone to {current}", FIX),
    )
