"""An FAQ answer too long to be spoken.

An answer is given over the telephone. 500 characters take more than half a minute to say,
and whoever asked has stopped listening by then. The limit is a judgement, not a limit of the
API.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.rule import RuleOptions, option

SEVERITY = Severity.INFO


class Options(RuleOptions):
    """How long is too long."""

    max_characters: int = option(500, "The most characters that an answer may have.")


BAD = f"""\
faq_items:
  - question: What do you sell?
    answer: We sell {"bread and butter, " * 27}and tea.  # error
"""

GOOD = """\
faq_items:
  - question: What do you sell?
    answer: We sell bread, butter and tea.
"""


def check(document: Document, options: Options) -> Iterator[Finding]:
    for item in document.questions:
        if item.answer is None or len(item.answer.text) <= options.max_characters:
            continue
        length = len(" ".join(item.answer.text.split()))
        if length > options.max_characters:
            yield Finding(
                item.answer,
                f"the answer has {length} characters, too many to be listened to; "
                f"up to {options.max_characters} can be followed on the telephone",
                help="say the essential, and offer the rest",
            )
