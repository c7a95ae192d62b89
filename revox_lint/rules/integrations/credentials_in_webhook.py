"""A user name, a password or a key inside the webhook's URL.

A URL is no place for secrets: it stands in the file, in its history, in logs of servers and
proxies and on screens, and many clients drop a user name before `@` without a word. Reported
are user names and passwords before the host, and parameters that carry a secret by their name
(`token`, `api_key`, `secret`, …) or by the look of their value. A key with the shape of a
well-known issuer's is reported in the path, too.

Some services give out URLs that have a key in them and no other way (Azure Logic Apps, Power
Automate, Azure Functions): those are mentioned, so that the file is kept as a secret.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import url
from revox_lint.text.credential import secret_parameter
from revox_lint.text.secret import secrets

SEVERITY = Severity.ERROR

# Hosts, and all below them, whose webhook URLs carry a key by design.
# Sources: learn.microsoft.com, "Secure access and data in Azure Logic Apps" (sig),
# "Azure Functions HTTP trigger" (code); docs.retool.com, "Webhook triggers" (workflowApiKey).
KEY_BY_DESIGN = (
    "logic.azure.com",
    "powerplatform.com",
    "azurewebsites.net",
    "azure-automation.net",
    "api.retool.com",
)

BAD = """\
webhook_url: https://hooks.acme.com/calls?token=9f8a7c6b5d4e3f2a  # error
"""

GOOD = """\
webhook_url: https://hooks.acme.com/calls
"""


def check(document: Document) -> Iterator[Finding]:
    webhook = document.string("webhook_url")
    if webhook is None:
        return
    read = url.read(webhook.text)
    if read.user and not url.leftover(read.user):
        who = "a user name and a password" if ":" in read.user.rstrip(":") else "a user name"
        yield Finding(
            webhook,
            f"the webhook URL has {who} before `@{_short(read.host)}`, "
            "where everybody who sees the file can read them",
            help="take them out, change them, and check who calls in another way, "
            "such as a path that is hard to guess",
        )
        return
    secret = secret_parameter(read.query)
    if secret is None:
        for found in secrets(read.path):
            yield Finding(
                webhook,
                f"the webhook URL has a secret ({found.kind}) in its path, "
                f"`{read.path[found.start : found.start + 4]}…`, "
                "where everybody who sees the file can read it",
                help="take it out and have a new one issued: what was in a file is known",
            )
            return
        return
    name, value, _ = secret
    seen = _short(value[: min(4, len(value) // 4)])
    if any(read.host == host or read.host.endswith("." + host) for host in KEY_BY_DESIGN):
        yield Finding(
            webhook,
            f"the webhook URL has a key in it, the parameter `{_short(name)}={seen}…`: "
            "whoever reads the file can send results of calls",
            help="keep the file as a secret, and make a new key if it was public",
            severity=Severity.INFO,
        )
        return
    yield Finding(
        webhook,
        f"the webhook URL has a secret in it, the parameter `{_short(name)}={seen}…`, "
        "where everybody who sees the file can read it",
        help="take it out, change it, and check who calls in another way, "
        "such as a path that is hard to guess",
    )


def _short(text: str) -> str:
    line = "".join(char if char.isprintable() else " " for char in text)
    return line if len(line) <= 40 else line[:39] + "…"
