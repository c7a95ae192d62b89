"""A syntax error in YAML or JSON.

Nothing after it can be trusted: a missing quote can swallow the fields that follow. What can
still be parsed after the error is checked.

The syntax is that of YAML 1.2.2 as libyaml implements it. A bare `=` is reported, too: it has a
type of its own in YAML 1.1, and common parsers refuse it. A file named `.json` has to be JSON
(RFC 8259).
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.wording import types_in_words
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.json_errors import json_error
from revox_lint.syntax.tree import ProblemKind

SEVERITY = Severity.ERROR
SUPERSEDES = ("not-an-assistant",)

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
    found = list(document.problems(ProblemKind.SYNTAX))
    if document.index == 0 and document.in_json:
        said = _not_json(document, found)
        if said is not None:
            yield said
            return
    for one in found:
        types = (
            document.contract.types(document.path(one.where)) if _variable(document, one) else ()
        )
        if types and "string" not in types:
            one = one._replace(
                help=f"write {types_in_words(sorted(types))}: only a text has variables"
            )
        yield one


def _not_json(document: Document, found: list[Finding]) -> Finding | None:
    """Return the JSON syntax error, unless one in `found` explains it better."""
    wrong = json_error(document.source.text)
    if wrong is None or any(_variable(document, one) for one in found):
        return None
    root = document.tree.root
    covers = (wrong.span,) if root is None else (wrong.span, root)
    return Finding(wrong.span, f"invalid JSON: {wrong.message}", help=wrong.help, covers=covers)


def _variable(document: Document, finding: Finding) -> bool:
    """Whether a finding is about an unquoted variable."""
    return document.source.text.startswith("{{", document.span(finding.where).start)
