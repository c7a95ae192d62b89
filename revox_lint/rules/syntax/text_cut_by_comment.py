"""An unquoted string that is cut short by ` #`.

A `#` after white space starts a comment, so `Your order #1234 is ready` is spoken as
"Your order". A heading (`# Role`) above a text without `|` is lost as well. An obvious comment,
with a space after the `#`, is not reported.

See chapter 6.6 of the YAML 1.2.2 specification.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint import edit
from revox_lint.contract.path import any_element
from revox_lint.contract.wording import field_in_words
from revox_lint.diagnostic import Applicability, Edit, Finding, Fix, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Entry, Scalar
from revox_lint.syntax.quote import MOST
from revox_lint.syntax.span import Span
from revox_lint.text.words import pattern

SEVERITY = Severity.WARNING
SUPERSEDES = ("blank-text", "redundant-null", "wrong-type")
FIX = Applicability.SAFE

BAD = """\
first_sentence: Your order #1234 is ready  # error
voicemail_message: To call us back, press # now  # error
"""

GOOD = """\
first_sentence: "Your order #1234 is ready"
voicemail_message: "To call us back, press # now"
"""

_EMPTY = r"[ \t]*(?P<all>#(?!\s*revox-lint\b)\w[^\r\n]*)"
_BELOW = r"(?:[ \t]*\r?\n)*(?P<indent> +)(?P<all>#(?!\s*revox-lint\b)[^\r\n]*)"
_HEADING = r"[\r\n][ \t]+(#+[ \t]+[^\W\d_a-z][^\r\n.:]*)(?=[\r\n])"
_REST = r" #(?!\s*revox-lint\b)(?P<space>[ \t]?)(?P<word>[^\s#]*)[^\r\n]*"


def check(document: Document) -> Iterator[Finding]:
    text = document.source.text
    if " #" not in text:
        return
    roles = document.roles
    strings = {text.path for text in roles.texts}
    strings |= {roles.name, roles.output_name, (*roles.output_options, 0)}
    for one in document.places:
        scalar = one.node
        path = any_element(one.path)
        if path not in strings or not isinstance(scalar, Scalar) or scalar.origin is not None:
            continue
        if one.entry is not None and (found := _nothing_left(document, one.entry, scalar)):
            yield found
        if one.entry is not None and scalar.style in ("|", ">"):
            yield from _below(document, one.entry, scalar)
        if not scalar.plain or not isinstance(scalar.value, str):
            continue
        if one.entry is not None:
            yield from _above(document, one.entry, scalar)
        rest = re.compile(_REST).match(text, scalar.span.end)
        if rest is None or not _is_text(scalar.text, rest["space"], rest["word"]):
            continue
        whole = (text[scalar.span.start : scalar.span.end] + rest.group()).rstrip()
        fix = None
        if "\n" not in whole and "\r" not in whole:
            span = Span(scalar.span.start, scalar.span.start + len(whole))
            fix = Fix("Quote the whole string", FIX, (Edit(span, edit.quoted(whole)),))
        yield Finding(
            scalar,
            f"{field_in_words(one.path)} ends after {document.quoted(scalar.text, -20)}: "
            "the ` #` starts a comment",
            help="quote the whole string, or write the comment as `  # …`",
            fix=fix,
        )


def _nothing_left(document: Document, entry: Entry, scalar: Scalar) -> Finding | None:
    """Return the finding about a value that is a comment as a whole: `prompt: #urgent`."""
    if scalar.value is not None or scalar.text or entry.merged is not None:
        return None
    text = document.source.text
    colon = text.find(":", entry.key.span.end)
    comment = re.compile(_EMPTY).match(text, colon + 1) if colon >= 0 else None
    if comment is None:
        return None
    quoted = edit.quoted(comment["all"].rstrip())
    span = Span(comment.start("all"), comment.start("all") + len(comment["all"].rstrip()))
    return Finding(
        span,
        f"{document.quoted(entry.name)} is empty: the `#` starts a comment",
        help=f"quote it: {quoted}" if len(quoted) <= MOST else "quote the whole string",
        fix=Fix("Quote the whole string", FIX, (Edit(span, quoted),)),
        severity=Severity.ERROR,
        covers=(entry.key, scalar),
    )


def _below(document: Document, entry: Entry, scalar: Scalar) -> Iterator[Finding]:
    """Yield the finding about a line below a block that is indented like nothing else."""
    text = document.source.text
    line = text.find("\n", scalar.span.end)
    comment = re.compile(_BELOW).match(text, line + 1) if line >= 0 else None
    key = document.source.position(entry.key.span.start).column - 1
    if comment is not None and len(comment["indent"]) > key:
        span = Span(comment.start("all"), comment.start("all") + len(comment["all"].rstrip()))
        yield Finding(
            span,
            f"{document.quoted(span)} is a comment, not the last line of "
            f"{document.quoted(entry.name)}",
            help="indent it like the text above it, or not at all",
        )


def _above(document: Document, entry: Entry, scalar: Scalar) -> Iterator[Finding]:
    """Yield the finding about a heading above a text that has no `|`."""
    between = document.source.text[entry.key.span.end : scalar.span.start]
    heading = re.search(_HEADING, between) if "#" in between else None
    if heading is None or entry.merged is not None:
        return
    start = entry.key.span.end + heading.start(1)
    span = Span(start, start + len(heading[1].rstrip()))
    name = document.quoted(entry.name)
    yield Finding(
        span,
        f"{document.quoted(span)} is a comment, not the first line of {name}",
        help=f"write `{document.quoted(entry.name)[1:-1]}: |` above it",
    )


def _is_text(before: str, space: str, word: str) -> bool:
    if space or not word:
        return re.search(rf"(?i)(?:\b{pattern('before_pound')}|[,*])\Z", before) is not None
    # `#1234` and `#hashtag` in the middle of a sentence; a sentence that has ended can only be
    # followed by a comment.
    return not before.endswith((".", "!", "?", "…")) and (word[0].isdigit() or word[0].isalpha())
