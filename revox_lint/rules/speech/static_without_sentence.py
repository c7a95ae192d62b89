"""The mode `static` without a `first_sentence`.

In this mode the first sentence is spoken exactly as written. Without one, or with one that is null
or blank, the call begins with silence.

The API's documentation of `first_sentence_mode`: "static" means the first_sentence will be
spoken exactly as provided.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document

SEVERITY = Severity.ERROR
SUPERSEDES = ("redundant-null",)

BAD = """\
name: Reception
first_sentence_mode: static  # error
"""

GOOD = """\
name: Reception
first_sentence_mode: static
first_sentence: Hello, this is Ava from Brightside Dental.
"""


def check(document: Document) -> Iterator[Finding]:
    roles, mode = document.roles, document.first_sentence_mode
    if mode is None or mode.text != "static" or document.filled(*roles.first_sentence):
        return
    entry = document.entry(*roles.first_sentence)
    if entry is None and document.obscured(document.root, roles.first_sentence):
        return
    yield Finding(
        mode,
        "`first_sentence_mode: static` with "
        f"{'no' if entry is None else 'an empty'} `first_sentence`: nothing to say",
        help="write the sentence in `first_sentence`, or write `first_sentence_mode: none`",
        related=(("nothing to say here", entry.value),) if entry is not None else (),
        covers=(entry.key, entry.value) if entry is not None else (),
    )
