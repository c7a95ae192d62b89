"""A retry delay that is at least as long as its window.

The delay counts from the attempt that failed, in seconds. After an attempt in the window's first
minute the retry is due when the window is over, and waits for the next one: with a single window
that is one attempt a day, whatever `max_retry_attempts` says.

Where another window of the same day catches the retry, this is only worth knowing. With a single
attempt there is nothing to retry, and nothing is reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.wording import short
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.schedule.clock import opening, twenty_four_hours
from revox_lint.syntax.scalar import whole

SEVERITY = Severity.WARNING

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "10:00"
      calling_window_end_time: "12:00"
      retry_delay_seconds: 7200  # error
  max_retry_attempts: 3
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "10:00"
      calling_window_end_time: "12:00"
      retry_delay_seconds: 3600
  max_retry_attempts: 3
"""


def check(document: Document) -> Iterator[Finding]:
    windows = [
        (times, window)
        for window in document.windows
        if window.opening is not None
        and window.closing is not None
        and (times := opening(window.opening.text, window.closing.text)) is not None
    ]
    for times, window in windows:
        delay = None if window.delay is None else whole(window.delay.value)
        length = len(times) * 60
        if window.delay is None or window.closing is None or delay is None or delay < length:
            continue
        attempts = document.number("call_retry_config", "max_retry_attempts")
        if attempts is not None and attempts.value == 1:
            return
        due = times.start * 60 + delay
        same_day = any(other.stop * 60 > due for other, _ in windows)
        yield Finding(
            window.delay,
            f"a retry delay of `{short(window.delay.text)}` seconds is at least as long as its "
            f"window, `{twenty_four_hours(times.start)}` to `{twenty_four_hours(times.stop)}` "
            f"({length} seconds): "
            + (
                "no retry ever falls into the same window"
                if same_day
                else "after an attempt in it no other is made that day, "
                "whatever `max_retry_attempts` says"
            ),
            help=f"choose a delay under {length} seconds, or a longer window",
            related=(("the window ends here", window.closing),),
            severity=Severity.INFO if same_day else None,
        )
