"""A static first sentence that takes long to say.

Who picks up a phone wants to know who is calling and to answer. An opening that goes on is
talked over or hung up on. A name, a company and a reason take some five seconds.

The time is estimated from the syllables of the text, the language and the voice's speed, by the
rates of F. Pellegrino, C. Coupé and E. Marsico (Language 87, 2011), slowed down for a telephone.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.rule import RuleOptions, option
from revox_lint.text.speech_time import seconds

SEVERITY = Severity.INFO

BAD = """\
first_sentence_mode: static
first_sentence: >-  # error
  Hello, thank you so much for taking my call today. My name is Ava and I am calling on behalf
  of Brightside Dental to talk about your upcoming appointment, about our new services, and
  about the special offers that we have for you this month.
"""

GOOD = """\
first_sentence_mode: static
first_sentence: Hello, this is Ava from Brightside Dental. Is now a good time?
"""


class Options(RuleOptions):
    """What counts as long."""

    max_seconds: float = option(6.0, "The longest time to say it, in seconds.")


def check(document: Document, options: Options) -> Iterator[Finding]:
    scalar = document.string("first_sentence")
    if scalar is None or document.value("first_sentence_mode") != "static":
        return
    rate = document.voice_rate
    time = seconds(scalar.text, rate)
    if time <= options.max_seconds:
        return
    speed = document.number("voice", "speed")
    at = f" at the speed `{speed.text}`" if speed is not None and rate != 1 else ""
    yield Finding(
        scalar,
        f"the first sentence takes about {time:.0f} s to say{at}; "
        f"{options.max_seconds:g} s are plenty",
        help="say who is calling and why, and leave the rest to the conversation",
    )
