"""A `first_sentence` without a `first_sentence_mode`.

The same text is a sentence to speak in the mode `static` and an instruction to the model in the
mode `generated`. Which of them holds when no mode is given is documented nowhere.
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
    if document.given("first_sentence_mode") or not document.filled("first_sentence"):
        return
    sentence = document.find("first_sentence")
    mode = document.entry("first_sentence_mode")
    if sentence is None or (mode is None and document.damaged(document.root)):
        return
    yield Finding(
        sentence,
        f"nothing says whether `{document.written(sentence)}` is spoken as it is or is an "
        "instruction to the model: `first_sentence_mode` is not given, and its default is "
        "not documented",
        help="set `first_sentence_mode` to `static` or `generated`",
        related=(("no mode here", mode.value),) if mode is not None else (),
        covers=(mode.value,) if mode is not None else (),
    )
