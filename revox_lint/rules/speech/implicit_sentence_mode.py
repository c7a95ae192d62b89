"""A `first_sentence` without a `first_sentence_mode`.

The same string is spoken as written in the mode `static`, and is an instruction to the model in the
mode `generated`. Which one applies without a mode is not documented.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document

SEVERITY = Severity.INFO
SUPERSEDES = ("redundant-null",)

BAD = """\
name: Reception
first_sentence: Hello, this is Ava from Brightside Dental.  # error
"""

GOOD = """\
name: Reception
first_sentence: Hello, this is Ava from Brightside Dental.
first_sentence_mode: static
"""


def check(document: Document) -> Iterator[Finding]:
    roles = document.roles
    sentence = document.find(*roles.first_sentence)
    if document.given(*roles.first_sentence_mode) or not document.filled(*roles.first_sentence):
        return
    mode = document.entry(*roles.first_sentence_mode)
    hidden = document.obscured(document.root, roles.first_sentence_mode)
    if sentence is None or (mode is None and hidden):
        return
    yield Finding(
        sentence,
        "`first_sentence` without `first_sentence_mode`: spoken as written, or an instruction?",
        help="add `first_sentence_mode: static` or `first_sentence_mode: generated`",
        related=(("no mode here", mode.value),) if mode is not None else (),
        covers=(mode.value,) if mode is not None else (),
    )
