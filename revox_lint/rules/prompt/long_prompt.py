"""A prompt that is so long that it slows down every answer.

The model reads the whole prompt before each turn. Past some thousands of tokens answers take
longer, cost more, and rules in the middle are followed less. The limit of 8,000 tokens is a
judgement, not a limit of the API. A token is estimated as four bytes, as is usual for European
languages.
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
    prompt = document.prompt
    if prompt is None or len(prompt.text) <= options.max_tokens:
        return
    tokens = len(prompt.text.encode("utf-8", "replace")) // 4
    if tokens > options.max_tokens:
        yield Finding(
            prompt,
            f"`{document.roles.field('prompt')}` has about {tokens} tokens, more than "
            f"{options.max_tokens} slow down every answer",
            help=f"move facts to `{document.roles.field('questions')}`",
        )
