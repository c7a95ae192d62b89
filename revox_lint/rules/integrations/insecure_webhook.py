"""A webhook over http: what was said on the phone would cross the network for all to read.

A completed call's result holds what people said, their names and numbers. Over http everybody
on the way can read and change it; in the European Union that alone is a breach of article 32
of the GDPR. The fix writes `https`, and is unsafe, for the server must speak it.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Fix, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Scalar
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
    webhook = document.string("webhook_url")
    if webhook is None:
        return
    read = url.read(webhook.text)
    if read.scheme != "http":
        return
    yield Finding(
        webhook,
        f"the webhook URL {url.shown(webhook.text)}is not encrypted: results of calls need `https`",
        help="write `https`, if the server speaks it",
        fix=_fix(document, webhook, read.port),
    )


def _fix(document: Document, webhook: Scalar, port: int | None) -> Fix | None:
    """Only the scheme is written anew; another port than http's own hardly speaks https."""
    if port is not None:
        return None
    start = len(webhook.text) - len(webhook.text.lstrip())
    scheme = document.within(webhook, start, start + len("http"))
    return edit.replace_part(webhook, scheme, "https", "Write https", FIX)
