"""A webhook over `http`, which is not encrypted.

The result of a call holds what people said, their names and numbers. Over `http` everybody on the
way can read and change it; in the European Union that alone is a breach of article 32 of the GDPR.
The fix writes `https`; it is unsafe, because the server must support it.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.quote import MOST
from revox_lint.text import url

SEVERITY = Severity.ERROR
FIX = Applicability.UNSAFE

BAD = """\
webhook_url: http://hooks.acme.com/calls  # error
"""

GOOD = """\
webhook_url: https://hooks.acme.com/calls
"""


def check(document: Document) -> Iterator[Finding]:
    webhook = document.webhook
    if webhook is None or (read := url.read(webhook.text)).scheme != "http":
        return
    fix = None
    # A port other than that of http rarely supports https.
    if read.port is None:
        start = len(webhook.text) - len(webhook.text.lstrip())
        scheme = document.within(webhook, start, start + len("http"))
        fix = edit.replace_part(webhook, scheme, "https", "Write https", FIX)
    shown = url.public(webhook.text)
    written = f"https{shown[4:]}" if shown == webhook.text and len(shown) < MOST else "https://…"
    yield Finding(
        webhook,
        f"{document.quoted(shown)} is not encrypted",
        help=f"write `{written}`, if the server supports it",
        fix=fix,
    )
