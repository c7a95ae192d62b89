"""A webhook on a host that cannot be reached from the internet: localhost, a private address.

The results of calls are sent from Revox's machines: `localhost` is one of those, not yours,
and a private, link-local or shared address leads nowhere. The address of a cloud's metadata
service is worse: a request there is what attackers try. Read are also the forms that hide an
address: decimal, hexadecimal, octal, and IPv6 with an IPv4 address in it. The networks are
those of the IANA special-purpose address registries, the names those of RFC 6761 and RFC 6762.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import host as address
from revox_lint.text import url

SEVERITY = Severity.ERROR
# Whoever writes http://localhost:3000 made one mistake; https would not mend it.
SUPERSEDES = ("insecure-webhook", "throwaway-webhook")

BAD = """\
webhook_url: http://localhost:3000/calls  # error
"""

GOOD = """\
webhook_url: https://hooks.acme.com/calls
"""


def check(document: Document) -> Iterator[Finding]:
    webhook = document.string("webhook_url")
    if webhook is None:
        return
    read = url.read(webhook.text)
    host = read.host
    # Of a host that nobody filled in, it is not known where it is.
    what = address.unreachable(host) if host and not (read.leftover and "." not in host) else None
    if what is None:
        return
    meant = address.address_of(host)
    also = f" (`{meant}`)" if meant is not None and ":" not in host and str(meant) != host else ""
    shown = host if len(host) <= 60 else host[:59] + "…"
    yield Finding(
        webhook,
        f"the webhook's host `{shown}`{also} is {what}, which cannot be reached from the internet",
        help="give an address that the internet can reach",
    )
