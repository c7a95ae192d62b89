"""A first sentence, or a delay before it, with the mode `none`.

With the mode `none` the agent waits for the other side to speak: `first_sentence` is never spoken,
and `first_sentence_delay_ms` has no effect.

The API's documentation of `first_sentence_mode`: "none" means the agent will not speak first
and will wait for the user.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity, Where
from revox_lint.document import Document

SEVERITY = Severity.WARNING
SUPERSEDES = ("long-first-delay",)

BAD = """\
name: Reception
first_sentence_mode: none
first_sentence: Hello, this is Ava from Brightside Dental.  # error
"""

GOOD = """\
name: Reception
first_sentence_mode: static
first_sentence: Hello, this is Ava from Brightside Dental.
"""


def check(document: Document) -> Iterator[Finding]:
    roles, mode = document.roles, document.first_sentence_mode
    if mode is None or mode.text != "none":
        return
    filled = document.filled(*roles.first_sentence)
    sentence = document.find(*roles.first_sentence) if filled else None
    delay = document.number(*roles.first_sentence_delay)
    if delay is not None and delay.value == 0:
        delay = None
    where: Where | None = sentence or delay
    if where is None:
        return
    related: list[tuple[str, Where]] = [("the mode", mode)]
    if sentence is not None and delay is not None:
        related.append(("this delay has no effect either", delay))
    yield Finding(
        where,
        "`first_sentence` is never spoken with `first_sentence_mode: none`"
        if sentence is not None
        else "`first_sentence_delay_ms` has no effect with `first_sentence_mode: none`",
        help="remove it, or write `first_sentence_mode: static` or "
        "`first_sentence_mode: generated`",
        related=tuple(related),
        covers=(delay,) if sentence is not None and delay is not None else (),
    )
