"""A voicemail message that is left again on each of three or more attempts.

When nobody answers, every attempt may reach the mailbox, and each time the message is spoken.
Whoever comes back to their phone finds the same message as many times.

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
    message = document.string("voicemail_message")
    if message is None or not message.text.strip():
        return
    attempts = document.number("call_retry_config", "max_retry_attempts")
    # Only a number that is written: with the default of three most files would have this hint.
    if attempts is None or not isinstance(attempts.value, (int, float)) or attempts.value < 3:
        return
    yield Finding(
        message,
        f"this voicemail message is left again on each of up to {attempts.text} attempts that "
        "reach a mailbox",
        help="allow fewer attempts, or set `voicemail_message` to null to hang up instead",
        related=(("the number of attempts", attempts),),
    )
