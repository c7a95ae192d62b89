"""A retry delay that leads past the last window of the day: one attempt a day.

The delay counts from the failed attempt, in seconds. After an attempt at the start of the day's
first window the retry is due when no window opens any more, and waits for the first window of the
next day, regardless of `max_retry_attempts`.

Where a later window of the day catches the retry, there are several attempts a day, and nothing is
reported; with a single attempt there is no retry.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
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
    attempts = document.max_attempts
    if attempts is not None and attempts.value == 1:
        return
    windows = sorted(document.open_windows, key=lambda window: window.times.start)
    # Days begin in the first window: a retry that is moved to another day is made there.
    for window in windows[:1]:
        delay = None if window.delay is None else whole(window.delay.value)
        last = max(windows, key=lambda one: one.times.stop)
        longest = (last.times.stop - window.times.start) * 60
        if window.delay is None or delay is None or delay < longest:
            continue
        span = f"window {document.quoted(window.hours)}"
        if last is not window:
            span = (
                f"the time from {document.quoted(window.opening.text)} "
                f"to {document.quoted(last.closing.text)}"
            )
        yield Finding(
            window.delay,
            f"`retry_delay_seconds` of {document.quoted(window.delay.text)} is not shorter "
            f"than {span}: one attempt a day",
            help=f"write less than {longest}, or use a longer window",
            related=(("the last window ends here", last.closing),),
        )
