"""A retry delay that looks like minutes or hours, where seconds are wanted.

`retry_delay_seconds: 30` calls again half a minute later. The numbers from 1 to 60, and 90, 120 and
180, are those that people write for delays in minutes or hours: that they were meant so is a guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.wording import short
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.scalar import whole

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
    for window in document.windows:
        delay = None if window.delay is None else whole(window.delay.value)
        if window.delay is None or delay is None or delay not in _MINUTES:
            continue
        meant = f"{delay * 60} for {_counted(delay, 'minute')}"
        if delay <= _MOST_HOURS:
            meant += f", {delay * 3600} for {_counted(delay, 'hour')}"
        yield Finding(
            window.delay,
            f"a retry delay of `{short(window.delay.text)}` is {_counted(delay, 'second')}, "
            f"and was probably meant in minutes{' or hours' if delay <= _MOST_HOURS else ''}",
            help=f"write {meant}",
        )


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
