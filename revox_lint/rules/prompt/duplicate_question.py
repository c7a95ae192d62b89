"""The same question twice in the FAQ.

The agent answers with either entry. Where the answers differ, one of them is wrong, and
nobody knows which one the caller will hear: that is an error.

Questions are compared without case, white space and punctuation.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document, Question

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
            f"the question {_shown(item.question.text)} is in the FAQ twice"
            + (", with two different answers" if differ else ""),
            help="keep the answer that is right" if differ else "remove one of the two",
            related=(("the same question stands here", known.question),),
            severity=Severity.ERROR if differ else None,
        )


_SIGNS = frozenset("+#%$€£&@=<>")  # `C#?` and `C++?` are two questions


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum() or char in _SIGNS)


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return f"`{line if len(line) <= 60 else line[:59] + '…'}`"
