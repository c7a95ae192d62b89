"""A voice speed outside the range of the provider.

Each provider accepts its own range of speeds. Outside of it the call fails, or the voice is too
fast or too slow to understand. Infinity is reported by `number-out-of-range`.

The ranges are those in the API's documentation of `voice.speed`: Cartesia 0.6 to 1.5, ElevenLabs
0.7 to 1.2.
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
    speed, provider = document.voice_speed, document.voice_provider
    if speed is None or provider is None or not isinstance(speed.value, (int, float)):
        return
    limit = document.contract.limit(".".join(map(str, document.roles.voice_speed)), provider.text)
    if limit is None or limit.low is None or limit.high is None:
        return
    infinite = isinstance(speed.value, float) and not math.isfinite(speed.value)
    if infinite or limit.allows(speed.value):
        return
    # An integer can be too large for a float; no such number is a percentage.
    value = float(max(min(speed.value, 10**15), -(10**15)))
    percent = limit.allows(value / 100)
    right = value / 100 if percent else limit.high if speed.value > limit.high else limit.low
    yield Finding(
        speed,
        f"`speed` of {document.quoted(speed)} is outside the range of {provider.text}, "
        f"{limit.words}",
        help=f"write `{right:g}` for {value:g} %"
        if percent
        else f"write a number from {limit.low:g} to {limit.high:g}; 1.0 is the normal speed",
        fix=edit.replace(speed, f"{right:g}", f"Set the speed to {right:g}", FIX),
    )
