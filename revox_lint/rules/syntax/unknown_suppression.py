"""A suppression that names no rule.

It silences nothing: the name is misspelt, or the rule has another one.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document

SEVERITY = Severity.WARNING

BAD = """\
webhook_url: http://calls.example.org  # revox-lint: ignore[insecure-webhok]  # error
"""

GOOD = """\
webhook_url: http://calls.example.org  # revox-lint: ignore[insecure-webhook]
"""


def check(document: Document) -> Iterator[Finding]:
    for suppression in document.suppressions:
        if suppression.error is not None:
            continue
        for name, place in suppression.names:
            if name not in document.rule_names:
                yield Finding(
                    place,
                    f"there is no rule `{name}` to ignore{_hint(name, document)}",
                    help="`revox-lint rule` lists all rules",
                )


def _hint(name: str, document: Document) -> str:
    import difflib

    close = difflib.get_close_matches(name, sorted(document.rule_names), n=1)
    return f": did you mean `{close[0]}`?" if close else ""
