"""A time zone that is not in the IANA database.

The contract asks for an IANA identifier, such as `Europe/Paris`. A city without its area, an
abbreviation (`PST`), an offset (`UTC+2`) and a name in the wrong case (`europe/paris`) are not
identifiers, and the calling windows would have no clock.

The names are those of the IANA time zone database in the package pytz.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.schedule.zones import is_zone

SEVERITY = Severity.ERROR
FIX = Applicability.UNSAFE
SUPERSEDES = ("blank-text", "deprecated-timezone", "fixed-offset-timezone", "one-timezone-for-all")

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
  max_retry_attempts: 3
  timezone: Europe/Pariss  # error
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
  max_retry_attempts: 3
  timezone: Europe/Paris
"""


_OWN = frozenset(
    {"", "auto", "automatic", "default", "detect", "local", "none", "null", "recipient", "system"}
)
_LIST = "https://en.wikipedia.org/wiki/List_of_tz_database_time_zones"


def check(document: Document) -> Iterator[Finding]:
    zone = document.timezone
    if zone is None or is_zone(zone.text):
        return
    from revox_lint.text.zone_name import is_offset, meant_zone

    bare = zone.text.strip()
    message, fix = f"unknown time zone {document.quoted(zone.text)}", None
    if bare.lower() in _OWN:
        message = message if bare else "`timezone` is empty"
        help = "remove `timezone` to use the zone of each recipient's number"
    elif is_offset(zone.text):
        message = f"{document.quoted(zone.text)} is an offset, not an IANA time zone"
        help = "write the zone of a place, such as `Europe/Paris`"
    elif (meant := meant_zone(zone.text)) is None:
        help = f"write an area and a place, such as `Europe/Paris`; they are listed at {_LIST}"
    elif meant == bare:
        message = f"white space around the time zone `{meant}`"
        help = "remove the white space"
        fix = edit.rewrite(zone, meant, "Remove the white space", FIX)
    else:
        message += f", did you mean `{meant}`?"
        help = f"write `{meant}`"
        fix = edit.rewrite(zone, meant, f"Set the time zone to {meant}", FIX)
    yield Finding(zone, message, help=help, fix=fix)
