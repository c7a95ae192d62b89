"""Calling windows that are not sorted by time of day.

They mean the same in any order, but are harder to read. Reported once for a list, at the first
window that is earlier than the one above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Fix, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Sequence

SEVERITY = Severity.INFO
FIX = Applicability.SAFE

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "14:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
    - calling_window_start_time: "09:00"
      calling_window_end_time: "12:00"  # error
      retry_delay_seconds: 3600
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "12:00"
      retry_delay_seconds: 3600
    - calling_window_start_time: "14:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
"""


def check(document: Document) -> Iterator[Finding]:
    for above, window in pairwise(document.open_windows):
        # An overlap is reported as such.
        if window.times.stop <= above.times.start:
            yield Finding(
                window.closing,
                f"window {document.quoted(window.hours)} is listed after "
                f"{document.quoted(above.hours)}",
                help="sort the windows by time of day",
                related=(("the later window is here", above.closing),),
                fix=_fix(document),
            )
            return


def _fix(document: Document) -> Fix | None:
    windows = document.find(*document.roles.windows)
    starts = [window.times.start for window in document.open_windows]
    if not isinstance(windows, Sequence) or len(starts) != len(windows.items):
        return None
    order = sorted(range(len(starts)), key=starts.__getitem__)
    return edit.reorder(document.source, windows, order, "Sort the windows by time of day")
