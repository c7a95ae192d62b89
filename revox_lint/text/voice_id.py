"""Tell the ids of voices by provider, and what only keeps the place of one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from revox_lint.text.words import plain


class Shape(NamedTuple):
    """The form of a provider's voice ids: in words, as a pattern, and who says so."""

    provider: str
    words: str
    pattern: str
    source: str


SHAPES = (
    Shape(
        "cartesia",
        "a UUID",
        r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
        "https://docs.cartesia.ai/build-with-cartesia/tts-models/voice-ids",
    ),
    Shape(
        "elevenlabs",
        "20 letters and digits",
        r"(?=.*[0-9A-Z])[0-9A-Za-z]{20}",
        "https://elevenlabs.io/docs/overview/intro",
    ),
)
"""The shapes of the ids that the providers give today; an id of another shape may exist."""


def shape_of(voice_id: str) -> Shape | None:
    """Return the shape that `voice_id` has, or None."""
    for shape in SHAPES:
        if re.fullmatch(shape.pattern, voice_id):
            return shape
    return None


def shape_for(provider: str | None) -> Shape | None:
    """Return the shape of the ids of `provider`, or None if it is not known."""
    for shape in SHAPES:
        if shape.provider == provider:
            return shape
    return None


_RUNS = (
    "0123456789" * 4,
    "1234567890" * 4,
    "abcdefghijklmnopqrstuvwxyz0123456789" * 2,
    "abcdef1234567890" * 4,
    "0123456789abcdef" * 4,
)
# The example of RFC 9562 and of most documentation about UUIDs.
_EXAMPLES = frozenset({"123e4567e89b12d3a456426614174000", "550e8400e29b41d4a716446655440000"})


@lru_cache(maxsize=64)
def is_placeholder(voice_id: str) -> bool:
    """Return whether `voice_id` keeps the place of an id: `voice-id`, `xxx`, `TODO`, `<id>`."""
    bare = voice_id.strip()
    if not bare:
        return False
    if re.fullmatch(r"<.+>|\{.+\}|\$\{?.+\}?|\[.+\]|%.+%|\(.+\)", bare) or not re.search(
        r"[^\W_]", bare
    ):
        return True
    if re.match(r"(?:TODO|FIXME|TBD|XXX)\b", bare) or re.search(
        r"(?i)\b(?:replace|change|insert)[-_ ]?(?:me|this|with)\b", bare
    ):
        return True
    joined = re.sub(r"[\W_]+", "", bare).lower()
    if joined in _EXAMPLES or (len(joined) >= 2 and len(set(joined)) == 1):
        return True
    if len(joined) >= 3 and any(joined in run for run in _RUNS):
        return True
    groups = [group.lower() for group in re.split(r"[\W_]+", bare) if group]
    if len(groups) > 2 and all(
        (len(group) > 2 and any(group in run for run in _RUNS)) or len(set(group)) == 1
        for group in groups
    ):
        return True
    parts = re.sub(r"([a-z])([A-Z])", r"\1 \2", bare)
    words = [word.lower() for word in re.split(r"[\W_]+|(?<=\D)(?=\d+$)", parts) if word]
    words = [word for word in words if not word.isdigit()]
    known, weak = plain("stand_in"), plain("stand_in_or_name")
    return all(word in known or set(word) == {"x"} for word in words) and not all(
        word in weak for word in words
    )
