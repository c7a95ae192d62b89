"""More than five seconds of silence before the first sentence, or seconds for milliseconds.

A person who picks up and hears nothing says "hello?" twice and hangs up. `first_sentence_delay_ms`
is in milliseconds, 400 by default; a number above 5000 is most likely a mistake, and `2` is most
likely 2 seconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.rule import RuleOptions, option

SEVERITY = Severity.WARNING

BAD = """\
first_sentence_mode: static
first_sentence: Hello, this is Ava from Brightside Dental.
first_sentence_delay_ms: 8000  # error
"""

GOOD = """\
first_sentence_mode: static
first_sentence: Hello, this is Ava from Brightside Dental.
first_sentence_delay_ms: 800
"""


_SECONDS = 10  # nobody hears a delay of 10 ms


class Options(RuleOptions):
    """What counts as long."""

    max_ms: int = option(5000, "The longest delay, in milliseconds.")


def check(document: Document, options: Options) -> Iterator[Finding]:
    delay = document.number(*document.roles.first_sentence_delay)
    if delay is None or not isinstance(delay.value, (int, float)):
        return
    if isinstance(delay.value, float) and not isfinite(delay.value):
        return
    if delay.value in range(1, _SECONDS + 1):
        yield Finding(
            delay,
            f"`first_sentence_delay_ms` of {document.quoted(delay)} looks like seconds",
            help=f"write {delay.value * 1000:g} for {delay.value:g} s",
        )
    if delay.value <= options.max_ms:
        return
    yield Finding(
        delay,
        f"`first_sentence_delay_ms` of {document.quoted(delay)} is "
        f"{_long(min(delay.value, 10**15))} of silence before the first sentence",
        help="write milliseconds: the default is 400, a few hundred are enough",
    )


def _long(milliseconds: float) -> str:
    if milliseconds >= 1e12:
        return "years"
    seconds = milliseconds / 1000
    return f"{seconds:g} s" if seconds < 120 else f"{seconds / 60:.0f} minutes"
