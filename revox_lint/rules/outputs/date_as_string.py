"""A `string` output that is a date or a time by its name or description.

As a `string` the answer is "next Tuesday" in one call and "12/03" in another. The types `date` and
`datetime` of the contract have a fixed format.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text.dates import described_as_date, described_as_other, named_as_date

SEVERITY = Severity.INFO

BAD = """\
structured_output_config:
  - name: appointment_date
    description: The day on which the caller wants to come.
    type: string  # error
    required: true
"""

GOOD = """\
structured_output_config:
  - name: appointment_date
    description: The day on which the caller wants to come.
    type: date
    required: true
"""


def check(document: Document) -> Iterator[Finding]:
    for output in document.outputs:
        if output.type is None or output.type.text != "string":
            continue
        # With options it was meant to be an enum.
        if output.options is not None:
            continue
        name, description = output.name, output.description
        if description is not None and described_as_other(description.text):
            continue
        if name is not None and named_as_date(name.text):
            part, by = "name", name
        elif description is not None and described_as_date(description.text):
            part, by = "description", description
        else:
            continue
        yield Finding(
            output.type,
            f"type of {document.quoted(name or by)} is `string`, but its {part} is that of a date",
            help="write `type: date`, or `type: datetime` if the time of day matters",
            related=((f"the {part} is given here", by),),
        )
