"""A question that is in the FAQ twice.

The agent answers with either entry. If the answers differ, it is an error: one of them is wrong,
and the caller may hear it.

Questions are compared without case, white space and the punctuation around words: `2.5 hours` and
`25 hours`, `A/B` and `AB`, `re-sign` and `resign` are not the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.fields import Question
from revox_lint.text.normalize import visible

SEVERITY = Severity.WARNING

BAD = """\
faq_items:
  - question: When are you open?
    answer: From nine to six.
  - question: Where can I park?
    answer: Behind the house.
  - question: when are you open  # error
    answer: From ten to five.
"""

GOOD = """\
faq_items:
  - question: When are you open?
    answer: From nine to six.
  - question: Where can I park?
    answer: Behind the house.
"""


def check(document: Document) -> Iterator[Finding]:
    first: dict[str, Question] = {}
    for item in document.questions:
        if item.question is None:
            continue
        folded = _folded(item.question.text)
        if not folded:
            continue
        known = first.setdefault(folded, item)
        if known is item or known.question is None:
            continue
        differ = (
            item.answer is not None
            and known.answer is not None
            and _folded(item.answer.text) != _folded(known.answer.text)
        )
        yield Finding(
            item.question,
            f"duplicate question {document.quoted(item.question.text.strip())}"
            + (" with a different answer" if differ else ""),
            help="keep the right answer, remove the other" if differ else "remove one of the two",
            related=(("first asked here", known.question),),
            severity=Severity.ERROR if differ else None,
        )


# Around a word, where no mark makes another word of it, as in `C#`, `.NET`, `-5` or `2.5`.
_OUTER: Final = re.compile(r"(?<!\S)[\"'“”„«»‘¿¡(\[]+|[?!.,;:…？！。\"'“”«»)\]]+(?!\S)")


def _folded(text: str) -> str:
    if not text.isascii():
        text = visible(unicodedata.normalize("NFC", text)).replace("’", "'")
    return " ".join(_OUTER.sub(" ", text).casefold().split())
