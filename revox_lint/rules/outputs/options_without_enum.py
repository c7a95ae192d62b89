"""Options of an output that is no enum.

`enum_options` is for the type `enum`. On another type either the type is wrong, and the
model answers with anything, or the options are left over.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document

SEVERITY = Severity.ERROR
FIX = Applicability.UNSAFE

BAD = """\
structured_output_config:
  - name: interest
    description: How interested the caller is.
    type: string
    required: true
    enum_options: [high, low]  # error
"""

GOOD = """\
structured_output_config:
  - name: interest
    description: How interested the caller is.
    type: string
    required: true
"""


def check(document: Document) -> Iterator[Finding]:
    for output in document.outputs:
        entry = output.node.get("enum_options")
        if entry is None or output.options is None or output.type is None:
            continue
        kind = output.type.text
        known = document.contract.values(("structured_output_config", 0, "type"))
        if kind == "enum" or kind not in known:
            continue
        empty = not output.options.items
        yield Finding(
            entry.key,
            f"`enum_options` is for the type `enum`, and this output is of type `{kind}`",
            help="remove the options" if empty else "write `type: enum`, or remove the options",
            related=(("the type is given here", output.type),),
            fix=edit.remove_entry(
                document.source.text, output.node, entry, "Remove enum_options", FIX
            ),
            severity=Severity.INFO if empty else None,
        )
