"""A webhook that is not an absolute http or https URL.

The result of every call is sent to it when the call is completed; with an invalid URL it is lost.
Reported are a missing or another scheme, a missing host, white space, a fragment (no request
carries one) and placeholders of a template: the contract does not fill in `webhook_url`. What makes
a URL is in RFC 3986 and in the URL standard of WHATWG.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.meant import is_off, leave_out
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.quote import MOST
from revox_lint.text import url

SEVERITY = Severity.ERROR

BAD = """\
webhook_url: hooks.acme.com/calls  # error
"""

GOOD = """\
webhook_url: https://hooks.acme.com/calls
"""


def check(document: Document) -> Iterator[Finding]:
    webhook = document.webhook
    if webhook is None:
        return
    if end := url.stop(webhook.text):
        yield Finding(
            webhook,
            f"{document.quoted(url.public(webhook.text), -MOST)} ends with `{end}`",
            help=f"remove the `{end}`, which is not of the URL",
            severity=Severity.WARNING,
        )
    if (read := url.read(webhook.text)).problem:
        subject = url.public(webhook.text) or document.roles.field("webhook")
        help = (
            leave_out(document.contract, document.roles.webhook)
            if is_off(webhook) and webhook.text.strip()
            else read.help
        )
        yield Finding(webhook, f"{document.quoted(subject)} {read.problem}", help=help)
