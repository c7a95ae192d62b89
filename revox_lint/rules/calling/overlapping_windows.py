"""Two calling windows that overlap or are the same.

In the overlap two retry delays apply at once, and the contract does not say which one wins.
Windows that only touch, one to `12:00` and one from `12:00`, do not overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.fields import OpenWindow

SEVERITY = Severity.ERROR

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "13:00"
      retry_delay_seconds: 3600
    - calling_window_start_time: "12:00"
      calling_window_end_time: "18:00"  # error
      retry_delay_seconds: 7200
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "12:00"
      retry_delay_seconds: 3600
    - calling_window_start_time: "12:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
"""


# The most related places of one finding.
_SHOWN = 3


def check(document: Document) -> Iterator[Finding]:
    earlier: list[OpenWindow] = []
    for window in document.open_windows:
        common = list(islice(_overlapping(window, earlier), _SHOWN))
        earlier.append(window)
        if not common:
            continue
        other = common[0]
        hours = document.quoted(window.hours)
        same = other.times == window.times
        yield Finding(
            window.closing,
            f"duplicate window {hours}"
            if same
            else f"window {hours} overlaps {document.quoted(other.hours)}",
            help="remove one of them" if same else "end each window before the next one starts",
            related=tuple(
                (f"window {document.quoted(one.hours)} ends here", one.closing) for one in common
            ),
        )


def _overlapping(window: OpenWindow, earlier: list[OpenWindow]) -> Iterator[OpenWindow]:
    times = window.times
    for one in earlier:
        if max(one.times.start, times.start) < min(one.times.stop, times.stop):
            yield one
