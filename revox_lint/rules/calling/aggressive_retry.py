"""A retry delay of less than five minutes.

Whoever does not answer is called again before they had time to. People take it for harassment,
and carriers mark numbers that call so as spam. Where the bound lies is a matter of judgement.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.wording import short
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.rule import RuleOptions, option
from revox_lint.syntax.scalar import whole

SEVERITY = Severity.WARNING

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 240  # error
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
"""


class Options(RuleOptions):
    """Where too soon begins."""

    min_seconds: int = option(300, "Report delays that are shorter than this.")


def check(document: Document, options: Options) -> Iterator[Finding]:
    for window in document.windows:
        delay = None if window.delay is None else whole(window.delay.value)
        if window.delay is None or delay is None or not 1 <= delay < options.min_seconds:
            continue
        yield Finding(
            window.delay,
            f"a retry delay of `{short(window.delay.text)}` seconds calls again within minutes "
            "whoever did not answer",
            help=f"wait {options.min_seconds} seconds or more; 7200 (2 hours) is the default",
        )
