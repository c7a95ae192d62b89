"""A webhook at a request bin, a tunnel or a stand-in domain such as example.com.

Good for trying things out, and then forgotten: a request bin shows the results of calls to
whoever has its address and deletes them, a tunnel ends with the program on somebody's machine,
and a stand-in belongs to somebody else. What each domain is stands in a table; RFC 2606 keeps
example.com, example.net and example.org for documentation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import url
from revox_lint.text.host import THROWAWAY, domain_of

SEVERITY = Severity.WARNING

BAD = """\
webhook_url: https://a1b2c3.ngrok-free.app/calls  # error
"""

GOOD = """\
webhook_url: https://hooks.acme.com/calls
"""


def check(document: Document) -> Iterator[Finding]:
    webhook = document.string("webhook_url")
    if webhook is None:
        return
    read = url.read(webhook.text)
    if not read.host or read.leftover:
        return
    found = _throwaway(read.host, read.path)
    if found is None:
        return
    what, severity = found
    shown = read.host if len(read.host) <= 60 else read.host[:59] + "…"
    yield Finding(
        webhook,
        f"the webhook's host `{shown}` is {what}; results of calls would be lost there",
        help="give the address of your own server",
        severity=severity,
    )


# Labels that stand for a name to be filled in: api.your-domain.com, your-app.fly.dev.
_YOURS = (
    r"your[-_]?(?:domain|company|business|organi[sz]ation|website|site|webhook|server|backend"
    r"|host|hostname|app|api|url|name|brand|instance|subdomain|workspace|project|n8n|tenant|crm)"
)
# Domains of the same kind, too close to real names to be looked for below a domain.
_MINE = (
    r"(?:my|votre|mon|tu|su|ihre|deine|meine)[-_]?"
    r"(?:domaine?|company|business|website|site|server|entreprise|soci[eé]t[eé]|serveur|empresa"
    r"|dominio|firma|dom[aä]ne)"
)
_EXAMPLE = frozenset({"example", "exemple", "ejemplo", "esempio", "beispiel"})
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov"})


def _throwaway(host: str, path: str) -> tuple[str, Severity | None] | None:
    """What `host` is when it is made to be thrown away, and another severity than the rule's."""
    domain = domain_of(host, THROWAWAY)
    if domain is not None:
        return THROWAWAY[domain], None
    labels = host.split(".")
    if any(re.fullmatch(_YOURS, label) for label in labels):
        return "a stand-in", None
    domain_labels = labels[:-1]
    if len(domain_labels) > 1 and domain_labels[-1] in _SECOND_LEVEL:
        domain_labels.pop()
    name = domain_labels[-1] if domain_labels else ""
    if name in _EXAMPLE or re.fullmatch(_MINE, name):
        return "a stand-in", None
    if domain_of(host, {"pipedream.net": ""}):
        # Workflows that are meant to stay live at the same domain as its request bins.
        return "a request bin, or a workflow, of Pipedream", Severity.INFO
    if path.startswith("/webhook-test/"):
        return "of n8n's test address, open only while the editor listens", None
    return None
