"""A voice id that has the shape of no known provider's ids.

The name of a voice (`Rachel`), or an id that was cut in copying, is not an id, so the call has no
voice. A cloned or an old voice may have an id of another shape; the severity is therefore info,
and a warning where an id has only white space around it.

Cartesia documents its voice ids as UUIDs (docs.cartesia.ai, "Voice IDs"), ElevenLabs gives ids
of 20 letters and digits (elevenlabs.io/docs, such as `JBFqnCBsd6RMkjVDRZzb`).
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import voice_id
from revox_lint.text.normalize import visible

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
    voice, provider = document.voice_id, document.voice_provider
    if voice is None or not voice.text.strip() or voice_id.shape_of(voice.text):
        return
    bare = visible(voice.text).strip()
    if bare != voice.text and voice_id.shape_of(bare):
        yield Finding(
            voice,
            f"white space around the voice id {document.quoted(bare)}",
            help="remove the white space",
            severity=Severity.WARNING,
        )
        return
    expected = voice_id.shape_for(provider.text if provider else None)
    shapes = voice_id.SHAPES if expected is None else (expected,)
    usual = " or ".join(f"{shape.provider} ({shape.words})" for shape in shapes)
    yield Finding(
        voice,
        f"{document.quoted(voice.text)} does not look like a voice id of {usual}",
        help="copy an id that the API lists under /voices",
    )
