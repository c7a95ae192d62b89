"""Options of an output that is not an enum.

`enum_options` is for the type `enum`. On another type, either the type is wrong and the model may
answer anything, or the options are left over.
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
    known = document.contract.values(document.roles.output_type)
    for output in document.outputs:
        entry = output.node.get(document.roles.field("output_options"))
        if entry is None or output.options is None or output.type is None:
            continue
        if output.type.text == "enum" or output.type.text not in known:
            continue
        empty = not output.options.items
        title = "Remove enum_options"
        yield Finding(
            entry.key,
            f"`enum_options` needs `type: enum`, but the type is `{output.type.text}`",
            help="remove `enum_options`"
            if empty
            else "write `type: enum`, or remove `enum_options`",
            related=(("the type is given here", output.type),),
            fix=edit.remove_entry(document.source, output.node, entry, title, FIX),
            severity=Severity.INFO if empty else None,
        )
