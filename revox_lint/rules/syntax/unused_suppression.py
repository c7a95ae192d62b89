"""A suppression that suppresses nothing.

The mistake is fixed, or the comment is in the wrong place. Left in the file it would hide the
next mistake of the kind. A suppression of a rule that is off is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Applicability, Edit, Finding, Fix, Severity
from revox_lint.document import Document
from revox_lint.suppression import Comments, Suppression
from revox_lint.syntax.span import Span

SEVERITY = Severity.WARNING
FIX = Applicability.SAFE
COMMENTS = True
LAST = True

BAD = """\
name: Sales
# revox-lint: ignore[unknown-timezone] -- a new zone  # error
first_sentence_delay_ms: 400
webhook_url: https://calls.acme.com/done  # revox-lint: ignore[insecure-webhook]  # error
"""

GOOD = """\
name: Sales
first_sentence_delay_ms: 400
webhook_url: https://calls.acme.com/done
"""


def check(document: Document, comments: Comments) -> Iterator[Finding]:
    for suppression, name, place in comments.unused:
        yield Finding(
            place,
            f"unused suppression of `{name}`",
            help="remove it, or put it on the line that the rule reports",
            fix=Fix("Remove the suppression", FIX, (Edit(_cut(document, suppression, name), ""),)),
        )


def _cut(document: Document, suppression: Suppression, name: str) -> Span:
    text = document.source.text
    names = suppression.names
    if len(names) > 1:
        index = [one for one, _ in names].index(name)
        if index:
            return Span(names[index - 1][1].end, names[index][1].end)
        return Span(names[0][1].start, names[1][1].start)
    start, end = suppression.span
    while text[start - 1 : start] in (" ", "\t"):
        start -= 1
    if start == 0 or text[start - 1] in "\r\n":
        # Alone on its line: the line goes with it.
        if text[end : end + 2] == "\r\n":
            end += 2
        elif end < len(text):
            end += 1
    return Span(start, end)
