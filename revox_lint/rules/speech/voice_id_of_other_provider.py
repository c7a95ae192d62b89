"""A voice id that has the shape of the other provider's ids.

The provider is asked for a voice that it does not have, and the call has no voice. It mostly
happens when `provider` is changed and `id` is not.

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
    scalar = document.string("voice", "id")
    provider = document.string("voice", "provider")
    if scalar is None or provider is None:
        return
    expected = voice_id.shape_for(provider.text)
    found = voice_id.shape_of(scalar.text)
    if expected is None or found is None or found is expected:
        return
    yield Finding(
        scalar,
        f"the voice id `{scalar.text}` has the shape of an id of {found.provider}, but the "
        f"provider is {expected.provider}, whose ids are {expected.words}",
        help=f"give a voice of {expected.provider}, or set `provider` to {found.provider}",
        related=(("the provider", provider),),
    )
