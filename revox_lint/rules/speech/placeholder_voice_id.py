"""A voice id that only keeps the place of one: `voice-id`, `xxx`, `TODO`.

It was copied from an example or left to be filled in. No provider has a voice of that id, and
the call has no voice.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import voice_id

SEVERITY = Severity.WARNING
SUPERSEDES = ("unusual-voice-id", "voice-id-of-other-provider")

BAD = """\
voice:
  provider: elevenlabs
  id: your-voice-id  # error
"""

GOOD = """\
voice:
  provider: elevenlabs
  id: 21m00Tcm4TlvDq8ikWAM
"""


def check(document: Document) -> Iterator[Finding]:
    scalar = document.string("voice", "id")
    if scalar is None or not voice_id.is_placeholder(scalar.text):
        return
    expected = voice_id.shape_for(document.value("voice", "provider"))
    usual = f", which is {expected.words}" if expected is not None else ""
    yield Finding(
        scalar,
        f"the voice id `{document.written(scalar)}` is a "
        f"placeholder where the id of a voice belongs{usual}",
        help="give the id of a voice from the list that the API gives under /voices",
    )
