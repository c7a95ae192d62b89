"""A voice id that has the shape of no provider's ids.

A voice's name (`Rachel`), or an id that was cut short in copying, is no id, and the call has no
voice. A cloned or an old voice may have an id of its own shape, so that this is only a hint.

Cartesia documents its voice ids as UUIDs (docs.cartesia.ai, "Voice IDs"), ElevenLabs gives ids
of 20 letters and digits (elevenlabs.io/docs, such as `JBFqnCBsd6RMkjVDRZzb`).
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import voice_id

SEVERITY = Severity.INFO

BAD = """\
voice:
  provider: elevenlabs
  id: Rachel  # error
"""

GOOD = """\
voice:
  provider: elevenlabs
  id: 21m00Tcm4TlvDq8ikWAM
"""


def check(document: Document) -> Iterator[Finding]:
    scalar = document.string("voice", "id")
    if scalar is None or not scalar.text.strip() or voice_id.shape_of(scalar.text):
        return
    expected = voice_id.shape_for(document.value("voice", "provider"))
    if expected is not None:
        usual = f"an id of {expected.provider} is {expected.words}"
    else:
        usual = " and ".join(f"one of {one.provider} is {one.words}" for one in voice_id.SHAPES)
    yield Finding(
        scalar,
        f"the voice id `{_short(scalar.text)}` does not look like one: {usual}",
        help="compare it with the list of voices that the API gives under /voices",
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
