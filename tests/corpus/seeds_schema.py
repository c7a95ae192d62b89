"""Mistakes against the contract's schema."""

from __future__ import annotations

from typing import Final

from tests.corpus.seeds import DROP, SAME, Seed, bad, seeds
from tests.corpus.written import Raw, Value

_RETRY = "call_retry_config"
_WINDOW = f"{_RETRY}/calling_windows/0"


def _renamed(path: str, wrong: str, value: Value) -> dict[str, Value]:
    head, slash, _ = path.rpartition("/")
    return {path: DROP, f"{head}{slash}!{wrong}": value}


SCHEMA: Final[list[Seed]] = [
    *seeds(
        "unknown-field",
        {f"{_RETRY}/timezone": DROP, f"{_RETRY}/!timezone_override": "Europe/Paris"},
        {"!id": "b9de4a89-2257-424b-94c2-db18ba68c81a"},
        {"!created_at": "2026-01-15T10:00:00Z"},
        {"!organization_id": "org_123"},
        {"!updated_at": "2026-01-15T10:00:00Z"},
        _renamed("end_of_call_sentence", "end_of_call_sentance", "Bye!"),
        _renamed("voice/speed", "sped", 1.0),
        _renamed("max_call_duration_secs", "max_call_duration_seconds", 300),
        _renamed("webhook_url", "webhookUrl", "https://hooks.cabinet-lumiere.fr/x")
        | {"structured_output_config": DROP},
        {"!temperature": 0.7},
        {"!language": "fr"},
        {"faq_items/0/!source": "human"},
        {"faq_items/1/!category": "prices"},
        {"!pending_faq_count": 2},
        {f"{_WINDOW}/!timezone": "Europe/Paris"},
        {"voice/!model": "sonic-2"},
        {
            "structured_output_config/0/!desciption": "A",
            "structured_output_config/0/description": DROP,
        },
        {"!voice_id": "21m00Tcm4TlvDq8ikWAM", "voice": DROP},
        {f"{_RETRY}/!max_attempts": 3},
        {"!systemPrompt": "You are nice."},
        {"!Name": "Emma"},
    ),
    *seeds(
        "missing-field",
        {"prompt": DROP, "!name": SAME},
        {"name": DROP, "!prompt": SAME},
        {"voice/id": DROP, "!voice": SAME},
        {"voice/provider": DROP, "!voice": SAME},
        {f"{_WINDOW}/retry_delay_seconds": DROP, f"{_WINDOW}/!calling_window_start_time": SAME},
        {
            f"{_WINDOW}/calling_window_start_time": DROP,
            f"{_WINDOW}/!calling_window_end_time": SAME,
        },
        {"faq_items/1/answer": DROP, "faq_items/1/!question": SAME},
        {"faq_items/0/question": DROP, "faq_items/0/!answer": SAME},
        {
            "structured_output_config/0/required": DROP,
            "structured_output_config/0/!name": SAME,
        },
        {f"{_RETRY}/max_retry_attempts": DROP, f"!{_RETRY}": SAME},
        {f"{_RETRY}/calling_windows": DROP, f"!{_RETRY}": SAME},
        {"!calendly": {"connection_id": "conn_8f2k1"}},
        {
            "!calendly": {
                "event_type_id": "https://api.calendly.com/event_types/"
                "b2330295-2a91-4a1d-bb73-99e7707663d5"
            }
        },
        {"!llm_model": {"type": "dedicated-instance"}},
        {"!llm_model": {"type": "openrouter", "openrouter_model_id": "openai/gpt-4.1"}},
        {"!llm_model": {"name": "gpt-4.1"}},
        {"structured_output_config/0/name": DROP, "structured_output_config/0/!type": SAME},
    ),
    *seeds(
        "wrong-type",
        {"voice/speed": bad("0.9")},
        {"max_call_duration_secs": bad("300")},
        {"ivr_navigation_enabled": bad("true")},
        {f"{_RETRY}/max_retry_attempts": bad("2")},
        {f"{_WINDOW}/retry_delay_seconds": bad("3600")},
        {f"{_WINDOW}/retry_delay_seconds": bad(3600.5)},
        {"voice": bad("cartesia")},
        {"faq_items": bad({"question": "A?", "answer": "B"})},
        {"structured_output_config/0/required": bad("yes")},
        {"structured_output_config/0/required": bad(1)},
        {"name": bad(42)},
        {"end_of_call_sentence": bad(["Merci", "Au revoir"])},
        {"first_sentence_delay_ms": bad("600ms")},
        {f"{_RETRY}/calling_windows": bad({"calling_window_start_time": "09:00"})},
        {"name": bad(True)},
        {"llm_model": bad("gpt-4.1")},
        {"faq_items/0": bad("Where are you?")},
        {"prompt": bad(["You are Emma.", "Be nice."])},
        {"first_sentence_delay_ms": bad(1.5)},
        {"faq_items/0/answer": bad(30)},
        {"max_call_duration_secs": bad("5 minutes")},
        {"name": bad(None)},
        {"voice/provider": bad(None)},
        {"ivr_navigation_enabled": bad(Raw("yes"))},
        {f"{_RETRY}/max_retry_attempts": bad(Raw("1_0"))},
    ),
    *seeds(
        "unknown-value",
        {"background_sound": bad("office.ogg")},
        {"voice/provider": bad("eleven-labs")},
        {"voice/provider": bad("ElevenLabs")},
        {"voice/provider": bad("openai")},
        {"first_sentence_mode": bad("Static")},
        {"first_sentence_mode": bad("dynamic")},
        {"background_sound": bad("audio/street.ogg")},
        {"structured_output_config/1/type": bad("integer"), "base": "fr"},
        {"structured_output_config/0/type": bad("bool"), "base": "en"},
        {"llm_model": {"type": "dedicated-instance", "name": bad("gpt-4o")}},
        {"llm_model": {"type": bad("dedicated"), "name": "gpt-4.1"}},
        {"background_sound": bad("office")},
        {"background_sound": bad("")},
        {"first_sentence_mode": bad("generate")},
        {"llm_model": {"type": "dedicated-instance", "name": bad("GPT-4.1")}},
    ),
    *seeds(
        "wrong-variant-field",
        {"llm_model": {"type": "openrouter", "!name": "gpt-4.1"}, "alone": True},
        {
            "llm_model": {
                "type": "dedicated-instance",
                "name": "gpt-4.1",
                "!openrouter_model_id": "openai/gpt-4.1",
            }
        },
        {
            "llm_model": {
                "type": "dedicated-instance",
                "name": "ministral-3-8b-instruct",
                "!openrouter_provider": "openai",
            }
        },
        {
            "llm_model": {
                "!name": "gpt-4.1",
                "type": "openrouter",
                "openrouter_model_id": "openai/gpt-4.1",
                "openrouter_provider": "azure",
            }
        },
        {
            "llm_model": {
                "openrouter_model_id": "mistralai/mistral-small",
                "openrouter_provider": "nebius",
                "!name": "ministral-3-8b-instruct",
                "type": "openrouter",
            }
        },
    ),
    *seeds(
        "flat-retry-config",
        {
            _RETRY: {
                "!calling_window_start_time": "09:00",
                "calling_window_end_time": "18:00",
                "retry_delay_seconds": 3600,
                "max_retry_attempts": 2,
            }
        },
        {
            _RETRY: {
                "max_retry_attempts": 2,
                "!calling_window_start_time": "10am",
                "calling_window_end_time": "6pm",
                "retry_delay_seconds": 7200,
                "timezone": "Europe/Vienna",
            },
            "base": "de",
        },
        {f"{_RETRY}/!retry_delay_seconds": 3600},
        {
            _RETRY: {
                "!retry_delay_seconds": 7200,
                "calling_window_start_time": "10am",
                "calling_window_end_time": "6pm",
                "max_retry_attempts": 1,
            },
        },
    ),
    *seeds(
        "blank-text",
        {"name": bad("")},
        {"prompt": bad("   ")},
        {"voice/id": bad("")},
        {"faq_items/0/question": bad("")},
        {"faq_items/1/answer": bad(" ")},
        {"structured_output_config/0/name": bad("")},
        {"structured_output_config/0/enum_options/2": bad(""), "base": "fr"},
        {
            "calendly": {
                "connection_id": bad(""),
                "event_type_id": "https://api.calendly.com/event_types/b2330295-2a91-4a1d-bb73-99e7707663d5",
            }
        },
        {
            "llm_model": {
                "type": "openrouter",
                "openrouter_model_id": bad(""),
                "openrouter_provider": "openai",
            }
        },
        {
            "llm_model": {
                "type": "openrouter",
                "openrouter_model_id": "openai/gpt-4.1",
                "openrouter_provider": bad(" "),
            }
        },
        {"name": bad("\t")},
        {"prompt": bad("")},
        {"name": bad("\u00a0")},
    ),
    *seeds(
        "number-out-of-range",
        {f"{_RETRY}/max_retry_attempts": bad(0)},
        {f"{_RETRY}/max_retry_attempts": bad(-3)},
        {f"{_WINDOW}/retry_delay_seconds": bad(0)},
        {f"{_WINDOW}/retry_delay_seconds": bad(-60)},
        {"first_sentence_delay_ms": bad(-1)},
        {"max_call_duration_secs": bad(0)},
        {"max_call_duration_secs": bad(-5.5)},
        {"max_call_duration_secs": bad(Raw(".inf"))},
        {"max_call_duration_secs": bad(Raw(".nan"))},
        {"voice/speed": bad(Raw(".inf"))},
        {"voice/speed": bad(Raw("-.INF"))},
        {"max_call_duration_secs": bad(0.0)},
    ),
    *seeds(
        "redundant-null",
        {"end_of_call_sentence": bad(None)},
        {"calendly": bad(None)},
        {"webhook_url": bad(None), "structured_output_config": DROP},
        {"llm_model": bad(None)},
        {"faq_items": bad(None)},
        {"voice/speed": bad(None)},
        {"max_call_duration_secs": bad(Raw("~"))},
        {"structured_output_config": bad(None)},
        {"first_sentence_delay_ms": bad(None)},
        {"ivr_navigation_enabled": bad(Raw("Null"))},
    ),
]
