"""An unquoted string that is cut short by ` #`.

A `#` after white space starts a comment, so `Your order #1234 is ready` is spoken as
"Your order". An obvious comment, with a space after the `#`, is not reported.

See chapter 6.6 of the YAML 1.2.2 specification.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint import edit
from revox_lint.contract.wording import field_in_words
from revox_lint.diagnostic import Applicability, Edit, Finding, Fix, Severity
from revox_lint.document import Document
from revox_lint.syntax.span import Span
from revox_lint.text.words import pattern

SEVERITY = Severity.WARNING
FIX = Applicability.SAFE

BAD = """\
first_sentence: Your order #1234 is ready  # error
voicemail_message: To call us back, press # now  # error
"""

GOOD = """\
first_sentence: "Your order #1234 is ready"
voicemail_message: "To call us back, press # now"
"""

_REST = r" #(?!\s*revox-lint\b)(?P<space>[ \t]?)(?P<word>[^\s#]*)[^\r\n]*"


def check(document: Document) -> Iterator[Finding]:
    text = document.source.text
    if " #" not in text:
        return
    for one in document.texts:
        scalar = one.scalar
        if not scalar.plain or scalar.origin is not None:
            continue
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


def _is_text(before: str, space: str, word: str) -> bool:
    if space or not word:
        return re.search(rf"(?i)(?:\b{pattern('before_pound')}|[,*])\Z", before) is not None
    # `#1234` and `#hashtag` in the middle of a sentence; a sentence that has ended can only be
    # followed by a comment.
    return not before.endswith((".", "!", "?", "…")) and (word[0].isdigit() or word[0].isalpha())
