"""A voice speed that the provider does not have.

Each provider accepts its own range of speeds. Outside of it the call fails, or the voice is
so fast or so slow that nobody understands it. Infinity is no speed: see `number-out-of-range`.

The ranges are those that the API's documentation of `voice.speed` gives: Cartesia 0.6 to
1.5, ElevenLabs 0.7 to 1.2.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document

SEVERITY = Severity.ERROR
FIX = Applicability.UNSAFE

BAD = """\
voice:
  provider: elevenlabs
  id: 21m00Tcm4TlvDq8ikWAM
  speed: 1.5  # error
"""

GOOD = """\
voice:
  provider: elevenlabs
  id: 21m00Tcm4TlvDq8ikWAM
  speed: 1.2
"""


def check(document: Document) -> Iterator[Finding]:
    speed = document.number("voice", "speed")
    provider = document.value("voice", "provider")
    if speed is None or provider is None or not isinstance(speed.value, (int, float)):
        return
    limit = document.contract.limit("voice.speed", provider)
    if limit is None or limit.allows(speed.value) or not math.isfinite(speed.value):
        return
    if limit.low is None or limit.high is None:
        return
    nearest = limit.high if speed.value > limit.high else limit.low
    yield Finding(
        speed,
        f"the voice speed `{speed.text}` is outside what {provider} accepts, "
        f"{limit.low:g} to {limit.high:g}",
        help=f"choose a speed from {limit.low:g} to {limit.high:g}; 1.0 is the voice's own",
        fix=edit.replace(speed, f"{nearest:g}", f"Set the speed to {nearest:g}", FIX),
    )
