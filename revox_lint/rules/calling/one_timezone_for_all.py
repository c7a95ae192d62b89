"""One time zone for every recipient, in a country whose clocks differ.

With `timezone` the windows run on one clock wherever the recipient is: 9:00 in New York is 6:00
in Los Angeles. Without it the API takes the zone from the recipient's number. The number that
calls are transferred to tells the country; whether all recipients live in one part of it the file
cannot tell.

The country of a number and the zones of its calling code are libphonenumber's data, the zones
of a country those of the IANA database.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from revox_lint.contract.wording import short
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.schedule.zones import candidate_zones, offsets_of, zone_data_version

SEVERITY = Severity.INFO

BAD = """\
transfer_phone_number: "+12125550123"
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
  max_retry_attempts: 3
  timezone: America/New_York  # error
"""

GOOD = """\
transfer_phone_number: "+12125550123"
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
  max_retry_attempts: 3
"""


def check(document: Document) -> Iterator[Finding]:
    zone = document.string("call_retry_config", "timezone")
    number = document.string("transfer_phone_number")
    if zone is None or number is None or not number.text.startswith("+"):
        return
    country, clocks = _country(number.text)
    if clocks > 1:
        yield Finding(
            zone,
            f"`{short(zone.text)}` is the clock for every recipient, though the country of the "
            f"transfer number ({country}) has {clocks} different clocks",
            help="leave `timezone` out for the clock of each recipient's own number",
            related=(("the number that calls are transferred to", number),),
        )


@lru_cache(maxsize=256)
def _country(number: str) -> tuple[str, int]:
    """The country of a number, and how many different clocks it has; 0 where it has none."""
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
    # Only zones that the calling code itself is known for: not Ürümqi's own time in China.
    zones = set(pytz.country_timezones[region]) & set(candidate_zones(number))
    return str(pytz.country_names[region]), len({_clock(zone) for zone in zones})


def _clock(zone: str) -> tuple[int, ...]:
    """What tells the clocks of two zones apart: the offsets of the year after the data's release.

    In seconds, one for each month.
    """
    from datetime import UTC, datetime

    year = int(zone_data_version()[:4]) + 1
    known = offsets_of(zone)
    return tuple(
        known.at(int(datetime(year, month, 1, tzinfo=UTC).timestamp())) for month in range(1, 13)
    )
