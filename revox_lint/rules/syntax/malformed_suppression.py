"""A comment for revox-lint that cannot be read.

It has no effect, although its author relies on it.
"""

from __future__ import annotations

import re
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
            start, end = suppression.span
            words = re.findall(r"[a-z][a-z-]+", document.source.text[start:end])
            named = ", ".join(word for word in words if word in comments.rule_names) or "rule-name"
            # With names it was read: only its place is wrong.
            verb = "ignore-file" if suppression.whole_file and not suppression.names else "ignore"
            moved = "move it to the first line, or " if suppression.names else ""
            yield Finding(
                suppression.span,
                f"invalid suppression: {suppression.error}",
                help=f"{moved}write `# revox-lint: {verb}[{named}] -- reason`",
            )
