"""A voicemail message that takes long to say.

Nobody listens to the end of a message of more than half a minute, where the number to call back
usually is. Many mailboxes cut messages off.

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
voicemail_message: >-  # error
  Hello, this is Ava, the virtual assistant of Brightside Dental, and I am calling you today
  because we have noticed that it has been more than a year since you last came to see us for a
  checkup and a cleaning. Regular checkups are important, because they let us find small problems
  before they become large ones, and because they keep your teeth and your gums healthy. We have
  several appointments available in the coming weeks, in the morning as well as in the afternoon,
  and on some days even in the evening. Our practice is open from Monday to Friday, and we have
  moved to new and larger rooms in the center of the city, just across from the station. Please
  call us back whenever it suits you, so that we can find a time together.
"""

GOOD = """\
voicemail_message: >-
  Hello, this is Ava from Brightside Dental about your yearly checkup. Please call us back
  whenever it suits you. Thank you.
"""


class Options(RuleOptions):
    """What counts as long."""

    max_seconds: float = option(30.0, "The longest time to say it, in seconds.")


def check(document: Document, options: Options) -> Iterator[Finding]:
    message = document.voicemail
    if message is None:
        return
    time, speed = seconds(message.text, document.voice_rate), document.voice_speed
    if time > options.max_seconds:
        at = f" at speed {document.quoted(speed)}" if speed and document.voice_rate != 1 else ""
        yield Finding(
            message,
            f"`voicemail_message` takes about {longer(time, options.max_seconds)} s to say{at}, "
            f"more than {options.max_seconds:g} s",
            help="say who called, why, and how to call back",
        )
