"""More than ten attempts to reach one person.

Whoever did not answer ten calls does not want to, and numbers that keep calling are marked as
spam. Where the bound lies is a matter of judgement.
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
    scalar = document.number("call_retry_config", "max_retry_attempts")
    attempts = None if scalar is None else whole(scalar.value)
    if scalar is None or attempts is None or attempts <= options.max_attempts:
        return
    yield Finding(
        scalar,
        f"`{short(scalar.text)}` attempts to reach one person are more than {options.max_attempts}",
        help=f"allow {options.max_attempts} or fewer; 3 is the default",
    )
