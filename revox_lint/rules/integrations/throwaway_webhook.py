"""A webhook at a request bin, a tunnel or a placeholder domain such as example.com.

Such a URL is for development. A request bin shows the results of calls to everyone who knows its
address and then deletes them, a tunnel ends with the program on a developer's machine, and a
placeholder domain belongs to somebody else. RFC 2606 reserves example.com, example.net and
example.org for documentation.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import url
from revox_lint.text.host import domain_of, throwaway

SEVERITY = Severity.WARNING

BAD = """\
webhook_url: https://a1b2c3.ngrok-free.app/calls  # error
"""

GOOD = """\
webhook_url: https://hooks.acme.com/calls
"""


def check(document: Document) -> Iterator[Finding]:
    webhook = document.webhook
    if webhook is None:
        return
    read = url.read(webhook.text)
    if not read.host or read.leftover:
        return
    severity = None
    what = throwaway(read.host)
    if what is None and domain_of(read.host, {"pipedream.net": ""}):
        # Workflows that are meant to stay are at the same domain as its request bins.
        what, severity = "a request bin, or a workflow, of Pipedream", Severity.INFO
    elif what is None and read.path.startswith("/webhook-test/"):
        what = "a test address of n8n, which only works while its editor listens"
    if what is not None:
        yield Finding(
            webhook,
            f"{document.quoted(read.host)} is {what}",
            help="write the URL of your own server, or results of calls are lost",
            severity=severity,
        )
