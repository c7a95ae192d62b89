"""An empty list of calling windows.

Calls are made within the windows. Without any, nobody can ever be called; that is not the same
as leaving `call_retry_config` out, with which the defaults hold (10:00 to 18:00).
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Sequence

SEVERITY = Severity.ERROR

BAD = """\
call_retry_config:
  calling_windows: []  # error
  max_retry_attempts: 3
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "10:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
  max_retry_attempts: 3
"""


def check(document: Document) -> Iterator[Finding]:
    windows = document.find("call_retry_config", "calling_windows")
    if isinstance(windows, Sequence) and not windows.items:
        yield Finding(
            windows,
            "the list of calling windows is empty: nobody can ever be called",
            help="add a window, or leave `call_retry_config` out for the default, 10:00 to 18:00",
        )
