"""The mode `generated` without a `first_sentence` to go by.

In this mode the model makes up the first sentence from the instruction in `first_sentence`.
Without one it says what it likes, and every call begins differently. Where the prompt itself
speaks of the opening this is only a hint.

The API's documentation of `first_sentence_mode`: "generated" means the LLM will generate a
response based on the first_sentence instruction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity, Where
from revox_lint.document import Document
from revox_lint.text.words import pattern

SEVERITY = Severity.WARNING
SUPERSEDES = ("redundant-null",)

BAD = """\
name: Reception
prompt: You answer the phone of a dental practice.
first_sentence_mode: generated  # error
"""

GOOD = """\
name: Reception
prompt: You answer the phone of a dental practice.
first_sentence_mode: generated
first_sentence: Greet the caller in the name of the practice and ask how you can help.
"""


def check(document: Document) -> Iterator[Finding]:
    mode, sentence = document.first_sentence_mode, document.roles.first_sentence
    if mode is None or mode.text != "generated" or document.filled(*sentence):
        return
    entry = document.entry(*sentence)
    if entry is None and document.obscured(document.root, sentence):
        return
    field = document.roles.field("first_sentence")
    related: tuple[tuple[str, Where], ...] = ()
    covers: tuple[Where, ...] = ()
    if entry is not None:
        related = ((f"`{field}` is empty", entry.value),)
        covers = (entry.key, entry.value)
    in_prompt = document.prompt is not None and re.search(
        rf"(?i)\b{pattern('opening')}", document.prompt.text
    )
    yield Finding(
        mode,
        f"mode `generated` without an instruction in `{field}`",
        help=f"write in `{field}` how to open the call",
        related=related,
        severity=Severity.INFO if in_prompt else None,
        covers=covers,
    )
