"""An output of type `enum` that has no options to choose from.

The model can only answer with one of `enum_options`; without any there is no answer. The
contract has the field for this type.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.suggest import is_misspelt
from revox_lint.diagnostic import Finding, Severity, Where
from revox_lint.document import Document, Output
from revox_lint.syntax.node import Scalar, Sequence

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
    for output in document.outputs:
        if output.type is None or output.type.value != "enum":
            continue
        if "enum_options" not in document.contract.fields(("structured_output_config", 0)):
            continue
        where = _lacking(document, output)
        if where is None:
            continue
        named = f" `{document.written(output.name)}`" if output.name is not None else ""
        empty = where is not output.type
        yield Finding(
            where,
            f"the output{named} is an enum, but `enum_options` is "
            f"{'empty' if empty else 'missing'}: there is nothing to choose from",
            help="list the values that the answer may have under `enum_options`",
            related=(("the type is given here", output.type),) if empty else (),
        )


def _lacking(document: Document, output: Output) -> Where | None:
    """The type where options are missing, the options where they are empty, else None."""
    entry = output.node.get("enum_options")
    if entry is not None:
        value = entry.value
        if isinstance(value, Sequence) and not value.items:
            return value
        return value if isinstance(value, Scalar) and value.value is None else None
    given = [one.name for one in output.node]
    path = document.path(output.node)
    if document.damaged(output.node) or is_misspelt(document.contract, path, given, "enum_options"):
        return None
    return output.type
