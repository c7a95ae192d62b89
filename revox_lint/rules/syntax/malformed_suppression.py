"""A comment that speaks to revox-lint and cannot be understood.

It silences nothing, though its author believes that it does.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document

SEVERITY = Severity.WARNING

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


def check(document: Document) -> Iterator[Finding]:
    for suppression in document.suppressions:
        if suppression.error is not None:
            yield Finding(
                suppression.span,
                f"the suppression cannot be read: {suppression.error}",
                help="write # revox-lint: ignore[rule-name] -- reason",
            )
