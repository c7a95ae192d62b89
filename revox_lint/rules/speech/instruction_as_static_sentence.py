"""A static first sentence that is an instruction: it would be read aloud.

With the mode `static` the text is spoken exactly as it stands. "Greet the caller and ask for
their name" is an instruction to a model, and the person who picks up hears just that. Such a
text belongs to the mode `generated`.

Recognized are instructions in English, French, German and Spanish: an opening in the imperative
(`Introduce yourself`, `Présente-toi`, `Begrüße`, `Saluda`), and words about the caller as a third
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
    if document.value("first_sentence_mode") != "static":
        return
    sentence = document.string("first_sentence")
    if sentence is None or not is_instruction(sentence.text):
        return
    mode = document.string("first_sentence_mode")
    first = len(sentence.text) - len(sentence.text.lstrip())
    whole = document.within(sentence, first, len(sentence.text.rstrip()))
    yield Finding(
        sentence,
        f"`{document.written(sentence)}` is an instruction, but with the mode `static` it is "
        "read aloud word for word",
        help="write what the agent shall say, or choose the mode `generated`",
        related=(("the mode", mode),) if mode is not None else (),
        # `[Greet the caller]` is no placeholder.
        covers=(whole,),
    )
