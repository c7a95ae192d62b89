"""A first sentence, or a delay before it, though the mode is `none`.

With the mode `none` the agent waits for the other side to speak: what stands in
`first_sentence` is never said, and `first_sentence_delay_ms` delays nothing.

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
    mode = document.string("first_sentence_mode")
    if mode is None or mode.text != "none":
        return
    sentence = document.find("first_sentence") if document.filled("first_sentence") else None
    delay = document.number("first_sentence_delay_ms")
    if delay is not None and delay.value == 0:
        delay = None
    if sentence is None and delay is None:
        return
    related: list[tuple[str, Where]] = [("the mode", mode)]
    help = "remove it, or choose the mode `static` or `generated`"
    if sentence is None and delay is not None:
        yield Finding(
            delay,
            f"the delay of {delay.text} ms delays nothing: with the mode `none` the agent does "
            "not speak first",
            help=help,
            related=tuple(related),
        )
    elif sentence is not None:
        if delay is not None:
            related.append(("this delay has nothing to delay either", delay))
        yield Finding(
            sentence,
            f"the first sentence `{document.written(sentence)}` is never spoken: with the mode "
            "`none` the agent does not speak first",
            help=help,
            related=tuple(related),
            covers=(delay,) if delay is not None else (),
        )
