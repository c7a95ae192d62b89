"""A static first sentence that is an instruction and would be read aloud.

With the mode `static` the string is spoken exactly as written. "Greet the caller and ask for their
name" is an instruction to a model, but the caller would hear just that. Such a string belongs to
the mode `generated`.

Recognized are instructions in English, French, German and Spanish: an opening in the imperative
(`Introduce yourself`, `Présente-toi`, `Begrüße`, `Saluda`), and words about the caller in the third
person.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text.instruction import is_instruction

SEVERITY = Severity.WARNING
SUPERSEDES = ("long-opening", "lookalike-placeholder")

BAD = """\
first_sentence_mode: static
first_sentence: Greet the caller and ask how you can help.  # error
"""

GOOD = """\
first_sentence_mode: generated
first_sentence: Greet the caller and ask how you can help.
"""


def check(document: Document) -> Iterator[Finding]:
    sentence, mode = document.first_sentence, document.first_sentence_mode
    if sentence is None or mode is None or mode.text != "static":
        return
    text = sentence.text
    if not is_instruction(text):
        return
    whole = document.within(sentence, len(text) - len(text.lstrip()), len(text.rstrip()))
    yield Finding(
        sentence,
        f"{document.quoted(sentence)} is an instruction, "
        "but `first_sentence_mode: static` reads it aloud",
        help="write what to say, or write `first_sentence_mode: generated`",
        related=(("the mode", mode),),
        # `[Greet the caller]` is not a placeholder.
        covers=(whole,),
    )
