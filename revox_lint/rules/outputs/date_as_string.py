"""A text output that is a date or a time by its name or description.

As a `string` the answer is "next Tuesday" one time and "12/03" another. The types `date` and
`datetime` of the contract have one form.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text.dates import described_as_date, named_as_date

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
        if name is not None and named_as_date(name.text):
            said, by = "name", name
        elif description is not None and described_as_date(description.text):
            said, by = "description", description
        else:
            continue
        yield Finding(
            output.type,
            f"by its {said} `{document.written(by)}` this output is a date or a "
            "time, but its type is `string`",
            help="write `type: date`, or `type: datetime` where the time of day matters",
            related=((f"the {said} is given here", by),),
        )
