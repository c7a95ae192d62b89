"""A start or end of a calling window that is not in a documented form.

The contract has two forms: `HH:mm` on the 24-hour clock, 00:00 to 23:59, and `H:mma` on the
12-hour clock, where a whole hour may omit the minutes (`6pm`). `24:00`, `17h00`, `noon`, `13pm`,
`0am` and times with seconds are invalid.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.schedule.clock import parse_window_time, suggest_time
from revox_lint.text.normalize import visible

SEVERITY = Severity.ERROR
SUPERSEDES = ("blank-text", "parser-disagreement")

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: 9h30  # error
      calling_window_end_time: "24:00"  # error
      retry_delay_seconds: 7200
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:30"
      calling_window_end_time: "23:59"
      retry_delay_seconds: 7200
"""


def check(document: Document) -> Iterator[Finding]:
    roles = document.roles
    for window in document.windows:
        for scalar, role in (
            (window.opening, "window_opening"),
            (window.closing, "window_closing"),
        ):
            if scalar is None or parse_window_time(scalar.text) is not None:
                continue
            seen = visible(scalar.text)
            meant = suggest_time(seen, is_end=scalar is window.closing)
            if seen != scalar.text and parse_window_time(seen.strip()) is not None:
                meant = seen.strip()
            yield Finding(
                scalar,
                f"{document.quoted(scalar.text)} is not a time in the form `HH:mm` or `H:mma`"
                if scalar.text.strip()
                else f"`{roles.field(role)}` is empty",
                help=f'write "{meant}"' if meant else 'write a time such as "09:00" or "6pm"',
            )
