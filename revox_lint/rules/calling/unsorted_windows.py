"""Calling windows that are not in the order of the day.

They mean the same in any order; a reader looks for the morning first. Reported once for a list,
at the first window that lies before the one above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Fix, Severity
from revox_lint.document import Document
from revox_lint.schedule.clock import opening
from revox_lint.syntax.node import Scalar, Sequence

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
    windows = [
        (times, window.opening, window.closing)
        for window in document.windows
        if window.opening is not None
        and window.closing is not None
        and (times := opening(window.opening.text, window.closing.text)) is not None
    ]
    for (above, above_start, above_end), (times, start, end) in pairwise(windows):
        # Where they overlap, that is the trouble.
        if times.stop > above.start:
            continue
        yield Finding(
            end,
            f"the window {_shown(start, end)} stands after the window "
            f"{_shown(above_start, above_end)}",
            help="put the windows in the order of the day",
            related=(("the later window stands here", above_end),),
            fix=_fix(document, [times.start for times, _, _ in windows]),
        )
        return


def _fix(document: Document, starts: list[int]) -> Fix | None:
    windows = document.find("call_retry_config", "calling_windows")
    if not isinstance(windows, Sequence) or len(starts) != len(windows.items):
        return None
    order = sorted(range(len(starts)), key=starts.__getitem__)
    title = "Put the windows in the order of the day"
    return edit.reorder(document.source.text, windows, order, title)


def _shown(start: Scalar, end: Scalar) -> str:
    return f"`{start.text}` to `{end.text}`"
