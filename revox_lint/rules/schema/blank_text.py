"""A required string that is empty or only white space.

An assistant without a name cannot be found, one without a prompt has no instructions, and an
empty id refers to nothing. The contract requires these strings; from the description of each
it follows that it cannot be empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.wording import field_in_words
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Scalar

SEVERITY = Severity.ERROR
SUPERSEDES = (
    "unusual-output-name",
    "unusual-voice-id",
    "placeholder-voice-id",
    "voice-id-of-other-provider",
    "invalid-calendly-event-type",
    "invalid-openrouter-model",
    "unusual-openrouter-provider",
    "duplicate-question",
    "duplicate-option",
    "duplicate-output",
)

BAD = """\
name: ""  # error
prompt: You answer the phone of a dental practice.
"""

GOOD = """\
name: Reception
prompt: You answer the phone of a dental practice.
"""

_INVISIBLE = frozenset("\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff")


def check(document: Document) -> Iterator[Finding]:
    roles = document.roles
    required = (
        roles.name,
        roles.prompt,
        roles.voice_id,
        roles.booking_connection,
        roles.booking_event,
        roles.openrouter_model,
        roles.openrouter_provider,
        roles.question_text,
        roles.question_answer,
        roles.output_name,
        (*roles.output_options, 0),
    )
    for path in required:
        for place in document.each(path):
            node = place.node
            if isinstance(node, Scalar) and isinstance(node.value, str) and _blank(node.value):
                yield Finding(
                    node,
                    f"{field_in_words(path)} is {'only white space' if node.value else 'empty'}",
                    help="write a string that is not blank",
                )


def _blank(text: str) -> bool:
    return not text[:1].isalnum() and all(char.isspace() or char in _INVISIBLE for char in text)
