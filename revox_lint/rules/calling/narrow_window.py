"""A calling window of a few minutes.

Only calls that happen to be due in these minutes are made in it. A window that ends a few minutes
after it starts is mostly a typo (`09:00` to `09:10` for `19:00`). The threshold is a judgement.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.rule import RuleOptions, option

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
    for window in document.open_windows:
        minutes = len(window.times)
        if minutes >= options.min_minutes:
            continue
        yield Finding(
            window.closing,
            f"window {document.quoted(window.hours)} is only "
            f"{'1 minute' if minutes == 1 else f'{minutes} minutes'} long",
            help=f"make it {options.min_minutes} minutes long or longer",
            related=(("the window starts here", window.opening),),
            covers=() if window.delay is None else (window.delay,),
        )
