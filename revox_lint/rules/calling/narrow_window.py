"""A calling window of a few minutes.

Only the calls that happen to be due in these minutes are made in it; one that ends a few minutes
after it starts is mostly a slip of the pen (`09:00` to `09:10` for `19:00`). How short is too short
is a matter of judgement.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.rule import RuleOptions, option
from revox_lint.schedule.clock import opening

SEVERITY = Severity.WARNING
SUPERSEDES = ("retry-delay-exceeds-window",)

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "09:10"  # error
      retry_delay_seconds: 7200
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "19:00"
      retry_delay_seconds: 7200
"""


class Options(RuleOptions):
    """Where too short begins."""

    min_minutes: int = option(15, "Report windows that are shorter than this.")


def check(document: Document, options: Options) -> Iterator[Finding]:
    for window in document.windows:
        if window.opening is None or window.closing is None:
            continue
        times = opening(window.opening.text, window.closing.text)
        if times is None or len(times) >= options.min_minutes:
            continue
        length = "1 minute" if len(times) == 1 else f"{len(times)} minutes"
        yield Finding(
            window.closing,
            f"the window `{window.opening.text}` to `{window.closing.text}` is only {length} long",
            help=f"let it be open for {options.min_minutes} minutes or more",
            related=(("the window starts here", window.opening),),
            covers=() if window.delay is None else (window.delay,),
        )
