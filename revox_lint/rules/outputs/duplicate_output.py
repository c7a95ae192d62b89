"""Two outputs with the same name.

The values arrive under their names, so one of them overwrites the other. Names that differ only in
case are two names to a program, but one to a reader.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Scalar

SEVERITY = Severity.ERROR

BAD = """\
structured_output_config:
  - name: email
    description: The caller's private e-mail address.
    type: string
    required: true
  - name: email  # error
    description: The caller's e-mail address at work.
    type: string
    required: false
"""

GOOD = """\
structured_output_config:
  - name: private_email
    description: The caller's private e-mail address.
    type: string
    required: true
  - name: work_email
    description: The caller's e-mail address at work.
    type: string
    required: false
"""


def check(document: Document) -> Iterator[Finding]:
    exact: dict[str, Scalar] = {}
    folded: dict[str, Scalar] = {}
    for output in document.outputs:
        name = output.name
        if name is None or not name.text.strip():
            continue
        first = exact.setdefault(name.text, name)
        alike = folded.setdefault(name.text.strip().casefold(), name)
        if alike is name:
            continue
        same = first is not name
        shown = document.quoted(name)
        yield Finding(
            name,
            f"duplicate output {shown}: one value overwrites the other"
            if same
            else f"outputs {document.quoted(alike)} and {shown} differ only in case",
            help="give each output its own name, or remove one",
            related=(("first given here", first) if same else ("the other is given here", alike),),
            severity=None if same else Severity.WARNING,
        )
