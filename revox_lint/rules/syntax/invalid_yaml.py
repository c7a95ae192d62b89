"""Text that YAML cannot read.

Nothing behind such a place can be trusted: one missing quote can swallow the fields after it.
What can still be read after the mistake is checked all the same.

The syntax is that of YAML 1.2.2 as libyaml implements it. A bare `=` is reported as well: it
has a type of its own in YAML 1.1, and the readers in use refuse it. In a file named `.json`
the syntax is that of JSON (RFC 8259).
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity, Span
from revox_lint.document import Document
from revox_lint.syntax.parse import Kind

SEVERITY = Severity.ERROR
SILENCES = ("not-an-assistant",)

BAD = """\
name: Sales
first_sentence: {{name}}, good morning  # error
end_of_call_sentence: Reminder: see you soon  # error
"""

GOOD = """\
name: Sales
first_sentence: "{{name}}, good morning"
end_of_call_sentence: "Reminder: see you soon"
"""


def check(document: Document) -> Iterator[Finding]:
    found = list(document.problems(Kind.SYNTAX))
    yield from found
    if not found and document.index == 0 and document.source.path.endswith(".json"):
        yield from _not_json(document)


def _not_json(document: Document) -> Iterator[Finding]:
    import json

    try:
        json.loads(document.source.text)
    except json.JSONDecodeError as error:
        if not document.source.text.strip():
            return
        at = min(error.pos, max(len(document.source.text) - 1, 0))
        reason = error.msg[:1].lower() + error.msg[1:]
        yield Finding(
            Span(at, at + 1),
            f"the file is named .json and is not JSON: {reason}",
            help="write it as JSON, or name the file .yaml",
        )
    except (RecursionError, ValueError):
        # Too deep or too long a number: other rules speak of that.
        return
