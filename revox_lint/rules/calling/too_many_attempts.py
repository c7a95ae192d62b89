"""More than ten attempts to reach one person.

A recipient who did not answer ten calls does not want to, and carriers mark numbers that keep
calling as spam. The threshold is a judgement.
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
      retry_delay_seconds: 7200
  max_retry_attempts: 30  # error
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
  max_retry_attempts: 3
"""


class Options(RuleOptions):
    """Where too many begin."""

    max_attempts: int = option(10, "Report more attempts than this.")


def check(document: Document, options: Options) -> Iterator[Finding]:
    for scalar, attempts in document.whole_numbers(document.roles.max_attempts):
        if attempts > options.max_attempts:
            yield Finding(
                scalar,
                f"`max_retry_attempts` of {document.quoted(scalar.text)} "
                f"is more than {options.max_attempts}",
                help=f"write {options.max_attempts} or less; the default is 3",
            )
