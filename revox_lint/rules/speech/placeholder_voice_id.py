"""A placeholder instead of a voice id: `voice-id`, `xxx`, `TODO`.

It was copied from an example or left to be filled in. No provider has a voice with that id, so the
call has no voice.
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
    voice = document.voice_id
    if voice is None or not voice_id.is_placeholder(voice.text):
        return
    provider = document.voice_provider
    shape = voice_id.shape_for(provider.text if provider else None)
    yield Finding(
        voice,
        f"{document.quoted(voice)} is a placeholder, not a voice id",
        help="write an id that the API lists under /voices"
        + (f": {shape.words} for {shape.provider}" if shape else ""),
    )
