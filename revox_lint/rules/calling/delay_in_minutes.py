"""A retry delay that looks like minutes or hours instead of seconds.

With `retry_delay_seconds: 30` the next call is made half a minute later. The numbers from 1 to 60,
and 90, 120 and 180, are what people write for a delay in minutes or hours; this is a guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document

SEVERITY = Severity.WARNING
SUPERSEDES = ("aggressive-retry",)

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 120  # error
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
"""


_MINUTES = frozenset({*range(1, 61), 90, 120, 180})
_MOST_HOURS = 12


def check(document: Document) -> Iterator[Finding]:
    for scalar, delay in document.whole_numbers(document.roles.window_delay):
        if delay not in _MINUTES:
            continue
        units = "minutes or hours" if delay <= _MOST_HOURS else "minutes"
        meant = f"{delay * 60} for {_counted(delay, 'minute')}"
        if delay <= _MOST_HOURS:
            meant += f", or {delay * 3600} for {_counted(delay, 'hour')}"
        yield Finding(
            scalar,
            f"`retry_delay_seconds` of {document.quoted(scalar.text)} looks like {units}",
            help=f"write {meant}",
        )


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
