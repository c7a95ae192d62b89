"""A `string` output whose description lists its possible values.

"One of: hot, warm, cold" is only a hint: the model may still answer "quite warm". An output of type
`enum` with these values in `enum_options` has no other.
"""

from __future__ import annotations

from collections.abc import Iterator

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
        if output.node.get(document.roles.field("output_options")) is not None:
            continue
        found = choices(output.description.text)
        if found is None:
            continue
        values = ", ".join(document.quoted(value) for value in found.values[:5])
        yield Finding(
            output.type,
            f"`type: string` allows any answer, but the description lists {values}",
            help=f"write `type: enum`, and list them in `{document.roles.field('output_options')}`",
            related=(
                (
                    "they are listed here",
                    document.within(output.description, found.start, found.end),
                ),
            ),
        )
