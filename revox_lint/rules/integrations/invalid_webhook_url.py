"""A webhook that is no absolute http or https URL, or has something in it that no URL has.

The result of every call is sent there when the call is completed; with such an address it is
lost. Reported are a missing or another scheme, a missing host, white space, a fragment (no
request carries one) and what a template left behind: the contract fills in no placeholders in
`webhook_url`. What makes a URL is in RFC 3986 and in the URL standard of WHATWG.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import url

SEVERITY = Severity.ERROR

BAD = """\
webhook_url: hooks.acme.com/calls  # error
"""

GOOD = """\
webhook_url: https://hooks.acme.com/calls
"""


def check(document: Document) -> Iterator[Finding]:
    webhook = document.string("webhook_url")
    if webhook is None:
        return
    read = url.read(webhook.text)
    if read.trouble:
        yield Finding(
            webhook,
            f"the webhook URL {url.shown(webhook.text)}{read.trouble}; "
            "it must look like `https://hooks.acme.com/calls`",
            help=read.help,
        )
