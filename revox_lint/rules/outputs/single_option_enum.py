"""An enum with a single option.

The model has no choice: the answer is the same after every call, whatever was said. A value for
"anything else" is usually missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Scalar

SEVERITY = Severity.WARNING

BAD = """\
structured_output_config:
  - name: interest
    description: How interested the caller is.
    type: enum
    enum_options: [high]  # error
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
        options = output.options
        if options is None or output.type is None or output.type.text != "enum":
            continue
        if len(options.items) != 1 or document.damaged(output.node):
            continue
        only = options.items[0]
        if isinstance(only, Scalar) and only.value is not None and only.text.strip():
            yield Finding(
                options,
                f"the enum has the single option {document.quoted(only)}: every answer is the same",
                help="add the other possible values, or remove the output",
            )
