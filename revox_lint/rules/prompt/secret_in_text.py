"""A key, token or password in a text.

The model can be talked into saying whatever stands in its prompt, and the definition is in
version control for good. A secret that has been there must be taken for known.

The shapes are those that the issuers document: `sk-…`, `AKIA…`, JSON web tokens, PEM private
keys, `Bearer …`, and the like. Every text of the definition is looked at; a secret in the
`webhook_url` has a rule of its own. The message shows at most four characters of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Scalar
from revox_lint.text.secret import secrets, shapes_in

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
        # What an alias repeats is written, and reported, elsewhere.
        if isinstance(place.node, Scalar)
        and place.node.origin is None
        and isinstance(place.node.value, str)
        and place.path != ("webhook_url",)
    ]
    # One look at all the texts tells which shapes none of them can have.
    shapes = shapes_in("\n".join([node.text for node in nodes]))
    for node in nodes:
        for secret in secrets(node.text, shapes):
            shown = node.text[secret.start : secret.end].removeprefix("Bearer ").lstrip()[:4]
            yield Finding(
                document.within(node, secret.start, secret.end),
                f"a secret ({secret.kind}) stands in the text: `{shown}…`",
                help="take it out and have a new one issued: what was in a file is known",
            )
