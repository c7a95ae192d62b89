"""A suppression that has no effect: it does not name a rule, or one that is always reported.

The name is misspelt or that of a family, or the file cannot be read as a definition at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.rule import ALWAYS, FAMILIES
from revox_lint.suppression import Comments
from revox_lint.text.suggest import did_you_mean, suggest

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
            if name in ALWAYS:
                yield Finding(
                    place,
                    f"`{name}` cannot be suppressed",
                    help="fix the file, or list it in `exclude` in the configuration",
                )
            elif name in FAMILIES:
                yield Finding(
                    place,
                    f"`{name}` is a family of rules, expected the name of a rule",
                    help=f"`revox-lint rule {name}` lists its rules",
                )
            elif name not in comments.rule_names:
                meant = suggest(name, comments.rule_names, least=0.6)
                yield Finding(
                    place,
                    f"unknown rule `{name}`{did_you_mean(name, comments.rule_names)}",
                    help=f"write `{meant}`" if meant else "`revox-lint rule` lists all rules",
                )
