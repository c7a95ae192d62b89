"""A retry delay shorter than five minutes.

A recipient who did not answer is called again almost at once. People take such calls for
harassment, and carriers mark the calling number as spam. The threshold is a judgement.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.rule import RuleOptions, option

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
    for scalar, delay in document.whole_numbers(document.roles.window_delay):
        if 1 <= delay < options.min_seconds:
            minutes, seconds = divmod(options.min_seconds, 60)
            least = f"{options.min_seconds} seconds" if seconds else f"{minutes} minutes"
            yield Finding(
                scalar,
                f"`retry_delay_seconds` of {document.quoted(scalar.text)} is shorter than {least}",
                help=f"write {options.min_seconds} or more; the default is 7200 (2 hours)",
            )
