"""A syntax error in YAML or JSON.

Nothing after it can be trusted: a missing quote can swallow the fields that follow. What can
still be parsed after the error is checked.

The syntax is that of YAML 1.2.2 as libyaml implements it. A bare `=` is reported, too: it has a
type of its own in YAML 1.1, and common parsers refuse it. A file named `.json` has to be JSON
(RFC 8259).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint.contract.wording import types_in_words
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.span import Span
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
    import json

    text = document.source.text
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        at = error.pos
        if not text[at:].strip() or any(_variable(document, one) for one in found):
            return None
        span, reason = _token(text, at), error.msg[:1].lower() + error.msg[1:]
        if text[at : at + 2] in ("//", "/*") or text[at] == "#":
            reason = "JSON has no comments"
        return Finding(
            span,
            f"{document.quoted(span)} is invalid in a JSON file: {reason}",
            help="use double quotes: JSON has no others"
            if text[at] in "'’‘“”«„"
            else "write JSON, or rename the file to `.yaml`",
            covers=() if document.tree.root is None else (document.tree.root,),
        )
    except (RecursionError, ValueError):
        # Nested too deep, or too long a number: other rules report that.
        return None
    return None


def _variable(document: Document, finding: Finding) -> bool:
    """Whether a finding is about an unquoted variable."""
    return document.source.text.startswith("{{", document.span(finding.where).start)


def _token(text: str, at: int) -> Span:
    """Return the span of the token at `at`; for a bracket after a comma, that of the comma."""
    before = text[:at].rstrip()
    if text[at] in "]}" and before.endswith(","):
        return Span(len(before) - 1, len(before))
    pattern = r"//[^\r\n]*|#[^\r\n]*|/\*.*?\*/|\"(?:[^\"\\]|\\.)*\"|'[^'\r\n]*'|[\w.+-]+"
    match = re.compile(pattern, re.DOTALL).match(text, at)
    return Span(at, match.end() if match is not None else at + 1)
