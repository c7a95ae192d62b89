"""A voicemail message that is left on each of three or more attempts.

When nobody answers, every attempt may reach the mailbox, and the message is spoken each time. The
recipient finds the same message as many times.

The API's documentation: when voicemail is detected the agent will speak `voicemail_message`;
`max_retry_attempts` is the maximum number of call retry attempts.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document

SEVERITY = Severity.INFO

BAD = """\
voicemail_message: Hello, this is Ava from Brightside Dental. Please call us back.  # error
call_retry_config:
  max_retry_attempts: 5
"""

GOOD = """\
voicemail_message: Hello, this is Ava from Brightside Dental. Please call us back.
call_retry_config:
  max_retry_attempts: 2
"""


def check(document: Document) -> Iterator[Finding]:
    message, attempts = document.voicemail, document.max_attempts
    if message is None or not message.text.strip():
        return
    # Only a number that is written: with the default of three most files would be reported.
    if attempts is None or not isinstance(attempts.value, (int, float)) or attempts.value < 3:
        return
    yield Finding(
        message,
        f"`voicemail_message` is left on each of up to {document.quoted(attempts.text)} attempts",
        help="allow fewer attempts, or write `voicemail_message: null` to hang up instead",
        related=(("the number of attempts", attempts),),
    )
