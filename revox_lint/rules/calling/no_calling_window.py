"""An empty list of calling windows.

Calls are only made within a window, so with an empty list nobody is ever called. Leaving
`call_retry_config` out is different: the default window, 10:00 to 18:00, applies.
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
    windows = document.find(*document.roles.windows)
    if isinstance(windows, Sequence) and not windows.items:
        yield Finding(
            windows,
            "`calling_windows` is empty, so nobody is ever called",
            help="add a window, or remove `call_retry_config` to use the default, 10:00 to 18:00",
        )
