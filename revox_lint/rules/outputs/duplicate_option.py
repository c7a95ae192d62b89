"""The same option twice in one enum.

The second can never be told from the first. Options that differ only in case or space are
two values for one answer, and the model will use both.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document, Output
from revox_lint.syntax.node import Scalar, Sequence

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
    types = document.contract.values(("structured_output_config", 0, "type"))
    for output in document.outputs:
        if output.options is None or len(output.options.items) < 2:
            continue
        # On another type the options are one mistake as a whole.
        if output.type is not None and output.type.text in types and output.type.text != "enum":
            continue
        yield from _doubled(document, output, output.options)


def _doubled(document: Document, output: Output, options: Sequence) -> Iterator[Finding]:
    exact: dict[str, Scalar] = {}
    folded: dict[str, Scalar] = {}
    for index, option in enumerate(options.items):
        if not isinstance(option, Scalar) or not isinstance(option.value, str):
            continue
        text = option.value
        key = "".join(text.split()).casefold()
        if not key:
            continue
        written = document.written(option)
        if text in exact:
            yield Finding(
                option,
                f"the option `{written}` is given twice",
                help="remove one of the two",
                related=(("first given here", exact[text]),),
                fix=edit.remove_item(
                    document.source.text, options, index, f"Remove the second {written}", FIX
                ),
            )
        elif key in folded:
            first = folded[key]
            yield Finding(
                option,
                f"the options `{document.written(first)}` and `{written}` "
                "differ only in case or space",
                help="keep one spelling",
                related=(("the other is given here", first),),
                severity=Severity.WARNING,
            )
        exact.setdefault(text, option)
        folded.setdefault(key, option)
