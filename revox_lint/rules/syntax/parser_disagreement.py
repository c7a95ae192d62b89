"""A value without quotes that readers of YAML 1.1 and YAML 1.2 load differently.

`17:00` is the text 17:00 to a reader of YAML 1.2 and the number 1020 to one of YAML 1.1, `no`
is a text to one and false to the other. Which of them reads the file is not the file's choice.

Where the text has a form to keep (a time, an identifier, a choice) this is an error; where any
text will do it is a warning. The two readings are those of the YAML 1.2.2 core schema and of
the readers of YAML 1.1 in use (PyYAML, Psych).
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

# Fields in which any text will do.
_PROSE = frozenset(
    {
        "answer",
        "description",
        "end_of_call_sentence",
        "enum_options",
        "first_sentence",
        "name",
        "prompt",
        "question",
        "voicemail_message",
    }
)


def check(document: Document) -> Iterator[Finding]:
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
        read = (
            f"{_named(node.value)} to a reader of YAML 1.2 and {_named(older)} to one of YAML 1.1"
        )
        fields = [part for part in place.path if isinstance(part, str)]
        prose = fields[-1] in _PROSE and isinstance(node.value, str)
        yield Finding(
            node,
            f"`{node.text}` without quotes is {read}",
            help=f'put it in quotes: "{node.text}"',
            fix=edit.quote(document.source.text, node),
            severity=Severity.WARNING if prose else None,
        )


def _named(value: Value) -> str:
    if isinstance(value, Timestamp):
        return "a date"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return f"the number {value}"
    return "a text" if isinstance(value, str) else "null"
