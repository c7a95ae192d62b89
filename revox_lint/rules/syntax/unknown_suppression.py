"""A suppression that names no rule.

It has no effect: the name is misspelt, or the rule has another one.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.suppression import Comments
from revox_lint.text.suggest import did_you_mean

SEVERITY = Severity.WARNING
COMMENTS = True

BAD = """\
webhook_url: http://calls.example.org  # revox-lint: ignore[insecure-webhok]  # error
"""

GOOD = """\
webhook_url: http://calls.example.org  # revox-lint: ignore[insecure-webhook]
"""


def check(document: Document, comments: Comments) -> Iterator[Finding]:
    for suppression in comments.suppressions:
        if suppression.error is not None:
            continue
        for name, place in suppression.names:
            if name not in comments.rule_names:
                yield Finding(
                    place,
                    f"unknown rule `{name}`{did_you_mean(name, comments.rule_names)}",
                    help="`revox-lint rule` lists all rules",
                )
