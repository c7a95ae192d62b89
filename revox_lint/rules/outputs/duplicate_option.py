"""The same option twice in one enum.

The second cannot be told from the first. Options that differ only in case or space are two values
for one answer, and the model will use both.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Scalar, Sequence
from revox_lint.text.normalize import visible

SEVERITY = Severity.ERROR
FIX = Applicability.SAFE

BAD = """\
structured_output_config:
  - name: interest
    description: How interested the caller is.
    type: enum
    enum_options:
      - high
      - low
      - high  # error
    required: true
"""

GOOD = """\
structured_output_config:
  - name: interest
    description: How interested the caller is.
    type: enum
    enum_options:
      - high
      - low
    required: true
"""


def check(document: Document) -> Iterator[Finding]:
    types = document.contract.values(document.roles.output_type)
    for output in document.outputs:
        # On another type the options are one mistake as a whole.
        kind = None if output.type is None else output.type.text
        if output.options is not None and (kind == "enum" or kind not in types):
            yield from _duplicates(document, output.options)


def _duplicates(document: Document, options: Sequence) -> Iterator[Finding]:
    exact: dict[str, Scalar] = {}
    folded: dict[str, Scalar] = {}
    for index, option in enumerate(options.items):
        if not isinstance(option, Scalar) or not isinstance(option.value, str):
            continue
        key = "".join(visible(option.value).split()).casefold()
        if not key:
            continue
        first = exact.setdefault(option.value, option)
        alike = folded.setdefault(key, option)
        shown = document.quoted(option)
        if first is not option:
            title = f"Remove the second {shown}"
            yield Finding(
                option,
                f"duplicate option {shown}",
                help="remove one of them",
                related=(("first given here", first),),
                fix=edit.remove_item(document.source, options, index, title, FIX),
            )
        elif alike is not option:
            yield Finding(
                option,
                f"options {document.quoted(alike)} and {shown} differ only in case or space",
                help="keep one spelling",
                related=(("the other is given here", alike),),
                severity=Severity.WARNING,
            )
