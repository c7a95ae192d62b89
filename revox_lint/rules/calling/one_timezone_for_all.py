"""One time zone for every recipient, in a country with three or more.

With `timezone` the windows use one clock for all recipients: 9:00 in New York is 6:00 in Los
Angeles. Without it the API takes the zone from the recipient's number. The country is that of the
transfer number; whether all recipients live in one part of it, the file cannot tell.

The country of a number and the zones of its calling code are libphonenumber's data, the zones of
a country are those of the IANA database.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.schedule.zones import country_clocks
from revox_lint.text import phone

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


_SEVERAL = 3  # two are mostly a country and its islands, such as Spain


def check(document: Document) -> Iterator[Finding]:
    zone = document.timezone
    if zone is None:
        return
    for number in document.transfer_numbers:
        if phone.read(number.text).e164 is None:
            continue  # no country is known of what is not a number
        country, clocks = country_clocks(number.text) if number.text.startswith("+") else ("", 0)
        if clocks >= _SEVERAL:
            yield Finding(
                zone,
                f"{document.quoted(zone.text)} applies to every recipient, "
                f"but {country} has {clocks} different clocks",
                help="remove `timezone` to use the zone of each recipient's number",
                related=(("the country is that of the transfer number", number),),
            )
            return
