"""Noon or midnight on the 12-hour clock, which people read either way.

`12pm` is noon and `12am` is midnight to most, and the other way round to many: the American
National Institute of Standards and Technology advises against both ("Are noon and midnight
12 a.m. or 12 p.m.?", in its questions on times of day). The 24-hour form leaves no doubt.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.contract.wording import short
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.schedule.clock import parse_window_time, twenty_four_hours

SEVERITY = Severity.WARNING
FIX = Applicability.SAFE
SUPERSEDES = ("noncanonical-window-time",)

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: 9am
      calling_window_end_time: 12pm  # error
      retry_delay_seconds: 7200
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: 9am
      calling_window_end_time: "12:00"
      retry_delay_seconds: 7200
"""


def check(document: Document) -> Iterator[Finding]:
    for window in document.windows:
        for scalar in (window.opening, window.closing):
            time = None if scalar is None else parse_window_time(scalar.text)
            if scalar is None or time is None or not time.twelve or time.minute % 720:
                continue
            name = "noon" if time.minute else "midnight"
            clear = twenty_four_hours(time.minute)
            yield Finding(
                scalar,
                f"`{short(scalar.text)}` is {name}, and easily read the other way round: "
                f"`{clear}` leaves no doubt",
                help=f'write "{clear}"',
                fix=edit.rewrite(scalar, clear, f"Write {clear}", FIX),
            )
