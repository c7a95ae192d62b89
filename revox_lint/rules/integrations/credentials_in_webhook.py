"""A user name, a password or a key in the URL of the webhook.

A URL is no place for secrets: it ends up in version control, in logs of servers and proxies and on
screens, and many clients silently drop a user name before `@`. Reported are user names and
passwords before the host, parameters that carry a secret by their name (`token`, `api_key`,
`secret`, …) or by the look of their value, and in the path keys in the format of a well-known
issuer.

Some services only give out URLs with a key (Azure Logic Apps, Power Automate, Azure Functions).
Those are reported as info, so that the file is kept secret.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import url
from revox_lint.text.credential import secret_parameter
from revox_lint.text.secret import secrets, shown

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


_CHANGE = "and authenticate another way, such as by a path that is hard to guess"


def check(document: Document) -> Iterator[Finding]:
    webhook = document.webhook
    if webhook is None:
        return
    read = url.read(webhook.text)
    severity = None
    if read.user and not url.leftover(read.user):
        what = "a user name and a password" if ":" in read.user.rstrip(":") else "a user name"
        contained = f"{what} before {document.quoted('@' + read.host, 40)}"
        help = f"remove them, change them, {_CHANGE}"
    elif (parameter := secret_parameter(read.query)) is not None:
        name, value, _ = parameter
        start = value[: shown(len(value))]
        contained = f"a secret in the parameter {document.quoted(f'{name}={start}…')}"
        help = f"remove it, change it, {_CHANGE}"
        if any(read.host == host or read.host.endswith("." + host) for host in KEY_BY_DESIGN):
            severity = Severity.INFO
            contained = f"a key in the parameter {document.quoted(f'{name}={start}…')}"
            help = "keep the file secret, and create a new key if it was public"
    elif (secret := next(iter(secrets(read.path)), None)) is not None:
        start = read.path[secret.start : secret.start + shown(secret.end - secret.start)]
        contained = f"a secret ({secret.kind}) in its path, {document.quoted(start + '…')}"
        help = "remove it and have a new one issued: what was in a file is known"
    else:
        return
    yield Finding(webhook, f"`webhook_url` contains {contained}", help=help, severity=severity)
