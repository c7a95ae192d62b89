"""A static first sentence that takes long to say.

A person who picks up wants to know who is calling, and to answer. A long opening is talked over or
hung up on. A name, a company and a reason take about five seconds.

The time is estimated from the syllables of the text, the language and the voice's speed, with the
rates of F. Pellegrino, C. Coupé and E. Marsico (Language 87, 2011), slowed down for a telephone.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.rule import RuleOptions, option
from revox_lint.text.speech_time import longer, seconds

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
    sentence, mode = document.first_sentence, document.first_sentence_mode
    if sentence is None or mode is None or mode.text != "static":
        return
    time, speed = seconds(sentence.text, document.voice_rate), document.voice_speed
    if time > options.max_seconds:
        at = f" at speed {document.quoted(speed)}" if speed and document.voice_rate != 1 else ""
        yield Finding(
            sentence,
            f"`first_sentence` takes about {longer(time, options.max_seconds)} s to say{at}, "
            f"more than {options.max_seconds:g} s",
            help="say who is calling and why, and leave the rest to the conversation",
        )
