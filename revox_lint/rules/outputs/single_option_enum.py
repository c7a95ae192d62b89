"""An enum with one option only.

The model has no choice: the answer is the same after every call, whatever was said. A value
for "anything else" is usually missing.
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
        if not isinstance(only, Scalar) or only.value is None or not only.text.strip():
            continue
        yield Finding(
            options,
            f"this enum has the one option `{document.written(only)}`: "
            "the answer is always the same",
            help="add the other answers that are possible, or remove the output",
        )
