"""A sentence that is spoken word for word, but is an instruction.

With the mode `static` the first sentence is spoken exactly as written; so are `voicemail_message`
and `end_of_call_sentence`. "Greet the caller and ask for their name" is an instruction to a model,
but the caller would hear just that. In a first sentence it belongs to the mode `generated`.

Recognized are instructions in English, French, German and Spanish: an opening in the imperative
(`Introduce yourself and`, `Présente-toi`, `Begrüße den Anrufer`, `Saluda al cliente`), and words
about the caller in the third person. What is said to the one who listens is not reported:
"Introduce yourself at the front desk", "Fragen Sie nach unserem Angebot".
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
    for one in document.texts:
        sentence, text = one.scalar, one.scalar.text
        if not one.spoken or not is_instruction(text):
            continue
        mode = document.first_sentence_mode if one.path == document.roles.first_sentence else None
        yield Finding(
            sentence,
            f"{document.quoted(sentence)} is an instruction, "
            + (
                f"but `{one.path[-1]}` is read aloud"
                if mode is None
                else "but `first_sentence_mode: static` reads it aloud"
            ),
            help="write what to say"
            if mode is None
            else "write what to say, or write `first_sentence_mode: generated`",
            related=() if mode is None else (("the mode", mode),),
            # `[Greet the caller]` is not a placeholder.
            covers=(document.within(sentence, len(text) - len(text.lstrip()), len(text.rstrip())),),
        )
