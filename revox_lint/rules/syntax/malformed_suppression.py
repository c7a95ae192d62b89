"""A comment for revox-lint that cannot be read.

It has no effect, although its author relies on it.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.suppression import Comments

SEVERITY = Severity.WARNING
COMMENTS = True

BAD = """\
# revox-lint: disable=long-prompt  # error
name: Sales
webhook_url: http://calls.example.org  # revox-lint: ignore  # error
"""

GOOD = """\
name: Sales
# revox-lint: ignore[insecure-webhook] -- only reached through a tunnel
webhook_url: http://calls.example.org
"""


def check(document: Document, comments: Comments) -> Iterator[Finding]:
    for suppression in comments.suppressions:
        if suppression.error is not None:
            yield Finding(
                suppression.span,
                f"invalid suppression: {suppression.error}",
                help="write `# revox-lint: ignore[rule-name] -- reason`",
            )
