"""Two outputs of the same name.

The answers arrive under their names, so that one of the two overwrites the other. Names that
differ only in case are two to a program and one to whoever reads them.
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
        key = name.text.strip().casefold()
        if name.text in exact:
            yield Finding(
                name,
                f"the output `{document.written(name)}` is given twice: "
                "one answer overwrites the other",
                help="give each output a name of its own, or remove one",
                related=(("first given here", exact[name.text]),),
            )
        elif key in folded:
            first = folded[key]
            yield Finding(
                name,
                f"the outputs `{document.written(first)}` and "
                f"`{document.written(name)}` differ only in case",
                help="give each output a name of its own, or remove one",
                related=(("the other is given here", first),),
                severity=Severity.WARNING,
            )
        exact.setdefault(name.text, name)
        folded.setdefault(key, name)
