"""An output of type `enum` without options.

The model can only answer with one of `enum_options`; without any it has no answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Node, Scalar, Sequence

SEVERITY = Severity.ERROR
SUPERSEDES = ("redundant-null",)

BAD = """\
structured_output_config:
  - name: interest
    description: How interested the caller is.
    type: enum  # error
    required: true
"""

GOOD = """\
structured_output_config:
  - name: interest
    description: How interested the caller is.
    type: enum
    enum_options: [high, low]
    required: true
"""


def check(document: Document) -> Iterator[Finding]:
    path = document.roles.output_options
    for output in document.outputs:
        if output.type is None or output.type.value != "enum":
            continue
        options = output.node.get(document.roles.field("output_options"))
        empty = options is not None and document.contract.has(path) and _is_empty(options.value)
        if not empty and not document.lacks(output.node, path):
            continue
        of = f" of {document.quoted(output.name)}" if output.name is not None else ""
        yield Finding(
            options.value if options is not None else output.type,
            f"`enum_options`{of} is {'empty' if empty else 'missing'}: nothing to choose from",
            help="list the possible values, such as `enum_options: [low, high]`",
            related=(("the type is given here", output.type),) if empty else (),
        )


def _is_empty(options: Node) -> bool:
    if isinstance(options, Sequence):
        return not options.items
    return isinstance(options, Scalar) and options.value is None
