"""A time zone that the IANA database does not have.

The contract asks for an IANA identifier, such as `Europe/Paris`. A city without its area, an
abbreviation (`PST`), an offset (`UTC+2`) and a name in other letters (`europe/paris`) are none,
and the calling windows would run on no clock at all.

The names are those of the IANA time zone database as the package pytz carries it.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.contract.wording import short
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


def check(document: Document) -> Iterator[Finding]:
    zone = document.string("call_retry_config", "timezone")
    if zone is None or is_zone(zone.text):
        return
    from revox_lint.text.zone_name import is_offset, meant_zone

    if zone.text.strip().lower() in _OWN:
        yield Finding(
            zone,
            f"`{short(zone.text)}` is not an IANA time zone"
            if zone.text.strip()
            else "the time zone is empty",
            help="leave `timezone` out for the clock of each recipient's own number",
        )
        return
    if is_offset(zone.text):
        yield Finding(
            zone,
            f"`{short(zone.text)}` is an offset and no IANA time zone: it knows no daylight saving",
            help="name a place whose clocks are meant, such as `Europe/Paris`",
        )
        return
    meant = meant_zone(zone.text)
    if meant is not None and meant == zone.text.strip():
        said = f"white space beside `{meant}` makes it no IANA time zone"
        fix = edit.rewrite(zone, meant, "Remove the white space", FIX)
        yield Finding(zone, said, help="remove the white space", fix=fix)
        return
    said = f"`{short(zone.text)}` is not an IANA time zone"
    if meant is None:
        yield Finding(
            zone,
            f"{said}: those are an area and a place, such as `Europe/Paris`",
            help="choose a name from https://en.wikipedia.org/wiki/List_of_tz_database_time_zones",
        )
        return
    yield Finding(
        zone,
        f"{said}: did you mean `{meant}`?",
        help=f"write `{meant}`, if that is the place whose clocks are meant",
        fix=edit.rewrite(zone, meant, f"Set the time zone to {meant}", FIX),
    )
