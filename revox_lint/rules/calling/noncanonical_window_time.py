"""A start or end of a calling window that is readable, but not in a documented form.

The contract documents `HH:mm` (`09:00`, two digits each) and `H:mma` (`6pm`, `6:30pm`: lower case,
no space, no leading zero). People can read `9:00`, `6 PM` and `06:30pm`; whether the API can is not
documented.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.schedule.clock import WindowTime, twenty_four_hours
from revox_lint.syntax.scalar import resolve_1_1

SEVERITY = Severity.WARNING
FIX = Applicability.SAFE

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "9:00"  # error
      calling_window_end_time: 6 PM  # error
      retry_delay_seconds: 7200
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: 6pm
      retry_delay_seconds: 7200
"""


def check(document: Document) -> Iterator[Finding]:
    for scalar, time in document.window_times:
        # Without quotes `9:30` is a number to YAML 1.1, which is reported as such.
        if time.canonical or (scalar.plain and not isinstance(resolve_1_1(scalar.text), str)):
            continue
        documented = _documented(scalar.text, time)
        yield Finding(
            scalar,
            f"{document.quoted(scalar.text)} is not in the documented form, `{documented}`",
            help=f'write "{documented}"',
            fix=edit.rewrite(scalar, documented, f"Write {documented}", FIX),
        )


def _documented(text: str, time: WindowTime) -> str:
    if not time.twelve:
        return twenty_four_hours(time.minute)
    hour, minute = divmod(time.minute, 60)
    minutes = f":{minute:02}" if ":" in text else ""
    return f"{hour % 12 or 12}{minutes}{'pm' if hour >= 12 else 'am'}"
