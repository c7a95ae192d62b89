"""An unquoted value that YAML 1.1 and YAML 1.2 read differently.

`17:00` is a string in YAML 1.2 and the number 1020 in YAML 1.1; `no` is a string in one and false
in the other. The file cannot choose its parser.

It is an error where the string has a format (a time, an identifier, a choice), and a warning in
free text. The two readings are those of the YAML 1.2.2 core schema and of common YAML 1.1 parsers
(PyYAML, Psych).
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Scalar
from revox_lint.syntax.scalar import Timestamp, Value, resolve_1_1

SEVERITY = Severity.ERROR
FIX = Applicability.SAFE
SUPERSEDES = ("wrong-type", "unknown-value")

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: 9:30  # error
      calling_window_end_time: 17:00  # error
      retry_delay_seconds: 3600
structured_output_config:
  - name: interested
    required: true
    type: enum
    enum_options: ["yes", no]  # error
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "9:30"
      calling_window_end_time: "17:00"
      retry_delay_seconds: 3600
structured_output_config:
  - name: interested
    required: true
    type: enum
    enum_options: ["yes", "no"]
"""


def check(document: Document) -> Iterator[Finding]:
    roles = document.roles
    free = {text.path for text in roles.texts}
    free |= {roles.name, roles.output_name, (*roles.output_options, 0)}
    for place in document.places:
        node = place.node
        if not isinstance(node, Scalar) or not node.plain or not node.text:
            continue
        older = resolve_1_1(node.text)
        if type(older) is type(node.value) and older == node.value:
            continue
        if older != older and node.value != node.value:
            continue
        if "string" not in document.contract.types(place.path):
            continue
        path = tuple(0 if isinstance(part, int) else part for part in place.path)
        prose = path in free and isinstance(node.value, str)
        yield Finding(
            node,
            f"{document.quoted(node.text)} is {_named(node.value)} in YAML 1.2 but "
            f"{_named(older)} in YAML 1.1",
            help=f'quote it: "{node.text}"',
            fix=edit.quote(document.source, node),
            severity=Severity.WARNING if prose else None,
        )


def _named(value: Value) -> str:
    if isinstance(value, Timestamp):
        return "a date"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    return "a string" if isinstance(value, str) else "`null`"
