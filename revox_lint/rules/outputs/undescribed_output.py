"""An output without a description.

The model has only the name to go by: it has to guess what counts as `interest`, and what to answer
when it was not mentioned.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity, Where
from revox_lint.document import Document

SEVERITY = Severity.INFO

BAD = """\
structured_output_config:
  - name: interest  # error
    type: boolean
    required: true
"""

GOOD = """\
structured_output_config:
  - name: interest
    description: Whether the caller asked for a quote.
    type: boolean
    required: true
"""


def check(document: Document) -> Iterator[Finding]:
    path = document.roles.output_description
    required = (document.roles.output_name, document.roles.output_type)
    for output in document.outputs:
        if any(role[-1] not in output.node for role in required):
            continue  # it may be in an element of its own, and the description beside it
        description = output.description
        if document.lacks(output.node, path):
            where: Where = document.owner(output.node)
        elif description is not None and not description.text.strip():
            where = description
        else:
            continue
        name = f" {document.quoted(output.name)}" if output.name is not None else ""
        yield Finding(
            where,
            f"output{name} has no description: the model has only its name to go by",
            help="write in `description` what to extract, and what to answer if it is not said",
        )
