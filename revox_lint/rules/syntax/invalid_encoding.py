"""Bytes that are not UTF-8, or characters that YAML does not allow.

A definition in another encoding is spoken with wrong letters, and many parsers stop at a control
character. A byte order mark at the start and CRLF line ends are allowed.

The allowed characters are those of chapter 5.1 of the YAML 1.2.2 specification.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.source import MAX_MISENCODINGS

SEVERITY = Severity.ERROR

BAD = """\
name: Sales
end_of_call_sentence: Good\x07bye  # error
"""

GOOD = """\
name: Sales
end_of_call_sentence: Goodbye
"""


def check(document: Document) -> Iterator[Finding]:
    extent = document.extent
    found = [
        wrong
        for wrong in document.source.misencodings
        if extent.start <= wrong.span.start <= extent.end
    ]
    if not found:
        return
    first = found[0]
    least = "at least " if len(found) >= MAX_MISENCODINGS else ""
    more = f" (and {least}{len(found) - 1} more places)" if len(found) > 1 else ""
    yield Finding(
        first.span,
        first.message + more,
        help=first.help,
        severity=Severity.WARNING if all(one.milder for one in found) else None,
    )
