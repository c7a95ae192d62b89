"""Noon or midnight on the 12-hour clock, which is easily misread.

Most people read `12pm` as noon and `12am` as midnight, but many read them the other way round.
The American National Institute of Standards and Technology advises against both ("Are noon and
midnight 12 a.m. or 12 p.m.?", in its questions on times of day). The 24-hour form is unambiguous.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.schedule.clock import twenty_four_hours

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
    for scalar, time in document.window_times:
        if not time.twelve or time.minute % 720:
            continue
        is_noon = time.minute > 0
        clear = twenty_four_hours(time.minute)
        yield Finding(
            scalar,
            f"{document.quoted(scalar.text)} is {'noon' if is_noon else 'midnight'}, "
            f"but is easily read as {'midnight' if is_noon else 'noon'}",
            help=f'write "{clear}"',
            fix=edit.rewrite(scalar, clear, f"Write {clear}", FIX),
        )
