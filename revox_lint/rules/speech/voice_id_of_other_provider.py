"""A voice id that has the shape of the other provider's ids.

The provider does not have a voice with that id, so the call has no voice. It mostly happens when
`provider` is changed and `id` is not.

Cartesia documents its voice ids as UUIDs (docs.cartesia.ai, "Voice IDs"), ElevenLabs gives ids
of 20 letters and digits (elevenlabs.io/docs, such as `JBFqnCBsd6RMkjVDRZzb`).
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import voice_id

SEVERITY = Severity.WARNING

BAD = """\
voice:
  provider: elevenlabs
  id: e07c00bc-4134-4eae-9ea4-1a55fb45746b  # error
"""

GOOD = """\
voice:
  provider: cartesia
  id: e07c00bc-4134-4eae-9ea4-1a55fb45746b
"""


def check(document: Document) -> Iterator[Finding]:
    voice, provider = document.voice_id, document.voice_provider
    if voice is None or provider is None:
        return
    expected, found = voice_id.shape_for(provider.text), voice_id.shape_of(voice.text)
    if expected is None or found is None or found is expected:
        return
    yield Finding(
        voice,
        f"{document.quoted(voice.text)} is a voice id of {found.provider}, "
        f"but the provider is {expected.provider}",
        help=f"write an id of {expected.provider} ({expected.words}), "
        f"or `provider: {found.provider}`",
        related=(("the provider", provider),),
    )
