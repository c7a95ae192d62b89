"""Two calling windows that have a time in common, or are the same.

In the common time two retry delays hold at once, and the contract does not say which of them
counts. Windows that only touch, one to `12:00` and one from `12:00`, do not overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.schedule.clock import opening
from revox_lint.syntax.node import Scalar

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


# Of the windows that one overlaps, so many are pointed at.
_SHOWN = 3


def check(document: Document) -> Iterator[Finding]:
    earlier: list[tuple[range, Scalar, Scalar]] = []
    for window in document.windows:
        if window.opening is None or window.closing is None:
            continue
        times = opening(window.opening.text, window.closing.text)
        if times is None:
            continue
        common = list(islice(_overlapping(times, earlier), _SHOWN))
        earlier.append((times, window.opening, window.closing))
        if not common:
            continue
        other, start, end = common[0]
        this = _shown(window.opening, window.closing)
        if other == times:
            what = f"the window {this} is given twice"
            remedy = "remove one of them"
        else:
            what = f"the window {this} overlaps the window {_shown(start, end)}"
            remedy = "let each window end where the next one starts, or earlier"
        yield Finding(
            window.closing,
            what,
            help=remedy,
            related=tuple(
                (f"the window {_shown(start, end)} ends here", end) for _, start, end in common
            ),
        )


def _overlapping(
    times: range, earlier: list[tuple[range, Scalar, Scalar]]
) -> Iterator[tuple[range, Scalar, Scalar]]:
    for one in earlier:
        if max(one[0].start, times.start) < min(one[0].stop, times.stop):
            yield one


def _shown(start: Scalar, end: Scalar) -> str:
    return f"`{start.text}` to `{end.text}`"
