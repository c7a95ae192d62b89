"""A prompt so long that it slows every answer and hides its own rules.

The model reads the whole prompt before each of its turns. Past some thousands of tokens the
caller waits longer, pays more, and what stands in the middle is followed less. The limit of
8,000 tokens is a judgement, not a limit of the API; a token is taken for four bytes of text,
as is usual for text in European languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.rule import RuleOptions, option

SEVERITY = Severity.INFO


class Options(RuleOptions):
    """How long is too long."""

    max_tokens: int = option(8000, "The most tokens that a prompt may have, by estimate.")


BAD = f"""\
prompt: You answer the telephone. {"Be brief and polite. " * 1550} # error
"""

GOOD = """\
prompt: You answer the telephone. Be brief and polite.
"""


def check(document: Document, options: Options) -> Iterator[Finding]:
    prompt = document.string("prompt")
    if prompt is None or len(prompt.text) <= options.max_tokens:
        return
    tokens = len(prompt.text.encode("utf-8", "replace")) // 4
    if tokens > options.max_tokens:
        yield Finding(
            prompt,
            f"the prompt has about {tokens} tokens; past {options.max_tokens} "
            "answers come later and rules are followed less",
            help="move facts into `faq_items` and keep the prompt to what guides every turn",
        )
