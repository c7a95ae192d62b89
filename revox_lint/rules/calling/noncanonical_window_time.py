"""A time of a calling window that can be read, but is not written as documented.

The contract documents `HH:mm` (`09:00`, two digits each) and `H:mma` (`6pm`, `6:30pm`: small
letters, no space, no leading zero). `9:00`, `6 PM` and `06:30pm` leave no doubt to people; whether
the API reads them is not documented.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.contract.wording import short
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.schedule.clock import WindowTime, parse_window_time, twenty_four_hours
from revox_lint.syntax.node import Scalar
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
    for window in document.windows:
        for scalar in (window.opening, window.closing):
            time = None if scalar is None else parse_window_time(scalar.text)
            if scalar is None or time is None or time.canonical or _is_number_to_some(scalar):
                continue
            documented = _documented(scalar.text, time)
            yield Finding(
                scalar,
                f"`{short(scalar.text)}` is not a documented form of a time: "
                f"that would be `{documented}`",
                help=f'write "{documented}"',
                fix=edit.rewrite(scalar, documented, f"Write {documented}", FIX),
            )


def _is_number_to_some(scalar: Scalar) -> bool:
    # Without quotes `9:30` is a number to readers of YAML 1.1, which is the greater trouble.
    return scalar.plain and not isinstance(resolve_1_1(scalar.text), str)


def _documented(text: str, time: WindowTime) -> str:
    if not time.twelve:
        return twenty_four_hours(time.minute)
    hour, minute = divmod(time.minute, 60)
    minutes = f":{minute:02}" if ":" in text else ""
    return f"{hour % 12 or 12}{minutes}{'pm' if hour >= 12 else 'am'}"
