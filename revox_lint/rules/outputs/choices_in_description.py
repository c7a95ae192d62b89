"""A text output whose description lists the values it may have.

"One of: hot, warm, cold" is a wish; the model may still answer "quite warm". An output of
type `enum` with these values as `enum_options` cannot have any other.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.wording import listed
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text.choices import choices

SEVERITY = Severity.INFO
SUPERSEDES = ("date-as-string",)

BAD = """\
structured_output_config:
  - name: interest
    description: "How interested the caller is. One of: hot, warm, cold."
    type: string  # error
    required: true
"""

GOOD = """\
structured_output_config:
  - name: interest
    description: How interested the caller is.
    type: enum
    enum_options: [hot, warm, cold]
    required: true
"""


def check(document: Document) -> Iterator[Finding]:
    for output in document.outputs:
        if output.type is None or output.description is None or output.type.text != "string":
            continue
        if output.node.get("enum_options") is not None:
            continue
        found = choices(output.description.text)
        if found is None:
            continue
        yield Finding(
            output.type,
            f"the description lists the choices {listed(found.values[:5], 'and')}: "
            "as a `string` the answer may still be anything",
            help="write `type: enum` and list the choices under `enum_options`",
            related=(
                (
                    "they are listed here",
                    document.within(output.description, found.start, found.end),
                ),
            ),
        )
