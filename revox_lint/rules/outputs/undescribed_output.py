"""An output without a description.

The model has only the name to go by: what counts as `interest`, and what to answer when it
was not spoken of, it has to guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.suggest import is_misspelt
from revox_lint.diagnostic import Finding, Severity, Where
from revox_lint.document import Document, Output

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
    for output in document.outputs:
        where = _undescribed(document, output)
        if where is None:
            continue
        named = f" `{document.written(output.name)}`" if output.name else ""
        yield Finding(
            where,
            f"the output{named} has no description: the model has only its name to go by",
            help="say in `description` what to extract, and what to answer if it is not said",
        )


def _undescribed(document: Document, output: Output) -> Where | None:
    """A blank description, or where to point for one that is not there; None if there is one."""
    entry = output.node.get("description")
    if entry is not None:
        blank = output.description is not None and not output.description.text.strip()
        return entry.value if blank else None
    if "description" not in document.contract.fields(("structured_output_config", 0)):
        return None
    given = [one.name for one in output.node]
    path = document.path(output.node)
    if document.damaged(output.node) or is_misspelt(document.contract, path, given, "description"):
        return None
    return document.owner(output.node)
