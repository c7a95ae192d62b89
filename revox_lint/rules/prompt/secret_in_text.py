"""A key, token or password in a string.

Callers can make the model repeat its prompt, and the definition stays in version control. Treat a
secret that was in it as leaked.

The shapes are those that the issuers document: `sk-…`, `AKIA…`, JSON web tokens, PEM private keys,
`Bearer …`, and similar. Every string of the definition is checked; a secret in `webhook_url` has a
rule of its own. The message shows at most four characters of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Scalar
from revox_lint.text.secret import secrets, shapes_in, shown

SEVERITY = Severity.ERROR

BAD = """\
prompt: |
  Look up the order with the key AKIAIOSFODNN7EXAMPLE.  # error
structured_output_config:
  - name: order
    type: string
    required: false
    description: Send it with Bearer 4f9c2b7ae81d4c03b5aa  # error
"""

GOOD = """\
prompt: |
  Look up the order.
structured_output_config:
  - name: order
    type: string
    required: false
    description: The number of the order
"""


def check(document: Document) -> Iterator[Finding]:
    nodes = [
        place.node
        for place in document.places
        # The value of an alias is written, and reported, elsewhere.
        if isinstance(place.node, Scalar)
        and place.node.origin is None
        and isinstance(place.node.value, str)
        and place.path != document.roles.webhook
    ]
    # One search through all strings tells which shapes none of them can have.
    shapes = shapes_in("\n".join([node.text for node in nodes]))
    for node in nodes:
        for secret in secrets(node.text, shapes):
            key = node.text[secret.start : secret.end].removeprefix("Bearer ").lstrip()
            yield Finding(
                document.within(node, secret.start, secret.end),
                f"`{key[: shown(len(key))]}…` looks like a secret ({secret.kind})",
                help="remove it, and replace it with a new one at its issuer",
            )
