"""A webhook on a host that cannot be reached from the internet: localhost, a private address.

The results of calls are sent from Revox's machines: `localhost` is one of those, not yours, and a
private, link-local or shared address leads nowhere. The address of a cloud's metadata service is
worse: a request there looks like an attack. Forms that hide an address are read too: decimal,
hexadecimal, octal, and IPv6 with an IPv4 address in it. The networks are those of the IANA
special-purpose address registries, the names those of RFC 6761 and RFC 6762.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import host as address
from revox_lint.text import url

SEVERITY = Severity.ERROR
# http://localhost:3000 is one mistake, which https would not fix.
SUPERSEDES = ("insecure-webhook", "throwaway-webhook")

BAD = """\
webhook_url: http://localhost:3000/calls  # error
"""

GOOD = """\
webhook_url: https://hooks.acme.com/calls
"""


def check(document: Document) -> Iterator[Finding]:
    webhook = document.webhook
    if webhook is None:
        return
    read = url.read(webhook.text)
    host = read.host
    # Where a host that still has a placeholder will be, is not known.
    what = address.unreachable(host) if host and not (read.leftover and "." not in host) else None
    if what is None:
        return
    meant = address.address_of(host)
    also = f" (`{meant}`)" if meant is not None and ":" not in host and str(meant) != host else ""
    yield Finding(
        webhook,
        f"{document.quoted(host)}{also} is {what}, not reachable from the internet",
        help="write a host that the internet can reach",
    )
