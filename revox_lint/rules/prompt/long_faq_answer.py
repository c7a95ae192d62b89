"""An FAQ answer that is too long to be spoken.

500 characters take more than half a minute to say, and few callers listen that long. The limit is
a judgement, not a limit of the API.
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
                f"`{document.roles.field('question_answer')}` has {length} characters, more than "
                f"{options.max_characters} are hard to follow on the phone",
                help="write the essential, and let the agent offer the rest",
            )
