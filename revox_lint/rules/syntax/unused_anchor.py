"""An anchor that no alias uses.

It does no harm, but readers look for places that share the value. Often the alias was misspelt or
removed.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Applicability, Edit, Finding, Fix, Severity
from revox_lint.document import Document
from revox_lint.syntax.span import Span

SEVERITY = Severity.INFO
FIX = Applicability.SAFE

BAD = """\
name: Sales
voice: &voice  # error
  provider: cartesia
  id: 694f9389-aac1-45b6-b726-9d9369183238
"""

GOOD = """\
name: Sales
voice:
  provider: cartesia
  id: 694f9389-aac1-45b6-b726-9d9369183238
"""


def check(document: Document) -> Iterator[Finding]:
    for anchor in document.tree.anchors:
        if anchor.used:
            continue
        yield Finding(
            anchor.span,
            f"unused anchor {document.quoted('&' + anchor.name)}",
            help=f"remove it, or use it as {document.quoted('*' + anchor.name)}",
            fix=_fix(document, anchor.span),
        )


def _fix(document: Document, span: Span) -> Fix | None:
    if document.source.text[span.end : span.end + 40].lstrip(" ").startswith(":"):
        return None  # the anchor is in place of a key: without it there is no entry
    return Fix("Remove the anchor", FIX, (Edit(_cut(document, span), ""),))


def _cut(document: Document, span: Span) -> Span:
    """Return the span of the anchor with the space between it and the value, or the key before."""
    text = document.source.text
    after = span.end
    while text[after : after + 1] == " ":
        after += 1
    if text[after : after + 1] not in ("", "\n", "\r", "#", ",", "]", "}"):
        return Span(span.start, after)
    before = span.start
    while text[before - 1 : before] == " ":
        before -= 1
    return Span(before, span.end)
