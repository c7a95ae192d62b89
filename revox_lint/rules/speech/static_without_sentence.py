"""The mode `static` without a `first_sentence`.

The mode says that the first sentence is spoken exactly as given, and none is given: the call
begins with silence. A `first_sentence` that is null or blank is none either.

The API's documentation of `first_sentence_mode`: "static" means the first_sentence will be
spoken exactly as provided.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity, Where
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
    mode = document.string("first_sentence_mode")
    if mode is None or mode.text != "static" or document.filled("first_sentence"):
        return
    entry = document.entry("first_sentence")
    if entry is None and document.damaged(document.root):
        return
    related: tuple[tuple[str, Where], ...] = ()
    covers: tuple[Where, ...] = ()
    what = "there is no `first_sentence`"
    if entry is not None:
        what = "`first_sentence` is empty"
        related = (("nothing to say here", entry.value),)
        covers = (entry.key, entry.value)
    yield Finding(
        mode,
        f"the mode `static` speaks the first sentence exactly as given, but {what}",
        help="write the sentence to say as `first_sentence`, or choose the mode `none`",
        related=related,
        covers=covers,
    )
