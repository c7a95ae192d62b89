"""A retry delay at least as long as its window.

The delay counts from the failed attempt, in seconds. After an attempt in the first minute of the
window the retry is due when the window is over, and waits for the next one: with a single window
that is one attempt a day, regardless of `max_retry_attempts`.

Where another window of the same day catches the retry, the severity is info. With a single attempt
there is no retry, and nothing is reported.
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
    last = max((window.times.stop for window in document.open_windows), default=0)
    for window in document.open_windows:
        delay = None if window.delay is None else whole(window.delay.value)
        length = len(window.times) * 60
        if window.delay is None or delay is None or delay < length:
            continue
        due = window.times.start * 60 + delay
        same_day = last * 60 > due
        effect = "no retry in the same window" if same_day else "one attempt a day"
        yield Finding(
            window.delay,
            f"`retry_delay_seconds` of {document.quoted(window.delay.text)} is not shorter "
            f"than window {document.quoted(window.hours)}: {effect}",
            help=f"write less than {length}, or use a longer window",
            related=(("the window ends here", window.closing),),
            severity=Severity.INFO if same_day else None,
        )
