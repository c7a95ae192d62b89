"""Contract 0.1: what it specifies in prose, beyond its types."""

from __future__ import annotations

from typing import Final

from revox_lint.contract.limits import Limit, Limits

_SPEED: Final = (
    "The speed of the voice. Range depends on provider: Cartesia 0.6–1.5, ElevenLabs 0.7–1.2."
)

LIMITS: Final = Limits(
    limits={
        ("voice.speed", "cartesia"): Limit(low=0.6, high=1.5, source=_SPEED),
        ("voice.speed", "elevenlabs"): Limit(low=0.7, high=1.2, source=_SPEED),
        ("call_retry_config.max_retry_attempts", None): Limit(
            low=1, source="Maximum number of call retry attempts."
        ),
        ("call_retry_config.calling_windows.retry_delay_seconds", None): Limit(
            low=1, source="Delay between retry attempts in seconds."
        ),
        ("first_sentence_delay_ms", None): Limit(
            low=0, source="Delay in milliseconds before speaking the first sentence."
        ),
        ("max_call_duration_secs", None): Limit(
            low=0, low_open=True, source="The maximum duration of the call in seconds."
        ),
    },
    server_only=frozenset(
        {
            "id",
            "created_at",
            "updated_at",
            "organization_id",
            "pending_faq_count",
            "faq_items.id",
            "faq_items.needs_human_answer",
            "faq_items.source",
        }
    ),
    prose_words={"call_retry_config.timezone_override": "timezone"},
)
