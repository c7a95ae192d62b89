"""Definitions for property tests: valid ones, and the same with mistakes made in them."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

NUMBERS = st.integers(-(10**6), 10**6) | st.floats(-1e6, 1e6)
TEXTS = st.sampled_from(["", "a", "17:00", "enum", "openrouter", "gpt-4.1", "null", "3", "é😀"])


def mapping(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[Any]:
    nullable = {name: st.none() | strategy for name, strategy in optional.items()}
    return st.fixed_dictionaries(required, optional=nullable)


WINDOWS = mapping(
    {
        "calling_window_start_time": TEXTS,
        "calling_window_end_time": TEXTS,
        "retry_delay_seconds": st.integers(-5, 10**5) | st.just(7200.0),
    },
    {},
)
MODELS = st.fixed_dictionaries(
    {
        "type": st.just("dedicated-instance"),
        "name": st.sampled_from(["gpt-4.1", "ministral-3-8b-instruct"]),
    }
) | st.fixed_dictionaries(
    {"type": st.just("openrouter"), "openrouter_model_id": TEXTS, "openrouter_provider": TEXTS}
)
OUTPUTS = mapping(
    {
        "name": TEXTS,
        "required": st.booleans(),
        "type": st.sampled_from(["string", "number", "boolean", "enum", "date", "datetime"]),
    },
    {"description": TEXTS, "enum_options": st.lists(TEXTS, max_size=2)},
)

VALID = mapping(
    {"name": TEXTS, "prompt": TEXTS},
    {
        "background_sound": st.just("audio/office.ogg"),
        "calendly": mapping({"connection_id": TEXTS, "event_type_id": TEXTS}, {}),
        "call_retry_config": mapping(
            {
                "calling_windows": st.lists(WINDOWS, max_size=2),
                "max_retry_attempts": st.integers(-2, 20),
            },
            {"timezone": TEXTS},
        ),
        "end_of_call_sentence": TEXTS,
        "faq_items": st.lists(mapping({"question": TEXTS, "answer": TEXTS}, {}), max_size=2),
        "first_sentence": TEXTS,
        "first_sentence_delay_ms": st.integers(-1, 9000),
        "first_sentence_mode": st.sampled_from(["generated", "static", "none"]),
        "ivr_navigation_enabled": st.booleans(),
        "llm_model": MODELS,
        "max_call_duration_secs": NUMBERS,
        "structured_output_config": st.lists(OUTPUTS, max_size=2),
        "transfer_phone_number": TEXTS,
        "voice": mapping(
            {"id": TEXTS, "provider": st.sampled_from(["cartesia", "elevenlabs"])},
            {"speed": NUMBERS},
        ),
        "voicemail_message": TEXTS,
        "webhook_url": TEXTS,
    },
)

JUNK = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXTS, inner, max_size=2),
    max_leaves=4,
)
FIELDS = st.sampled_from(
    ["id", "name", "type", "speed", "nmae", "timezone", "openrouter_model_id", "$schema", "answer"]
)


def containers(value: Any) -> list[Any]:
    """Returns every mapping and list in a value, the outermost first."""
    found = [value] if isinstance(value, (dict, list)) else []
    for inner in value.values() if isinstance(value, dict) else value if found else ():
        found += containers(inner)
    return found


@st.composite
def with_mistakes(draw: st.DrawFn) -> Any:
    """Draws a valid definition and replaces, adds or removes up to three things in it."""
    definition = copy.deepcopy(draw(VALID))
    for _ in range(draw(st.integers(0, 3))):
        target = draw(st.sampled_from(containers(definition)))
        places = list(target) if isinstance(target, dict) else list(range(len(target)))
        change = draw(st.sampled_from(["replace", "add", "remove"]))
        if change == "add" and isinstance(target, dict):
            target[draw(FIELDS)] = draw(JUNK)
        elif change == "add":
            target.append(draw(JUNK))
        elif places and change == "replace":
            target[draw(st.sampled_from(places))] = draw(JUNK)
        elif places:
            del target[draw(st.sampled_from(places))]
    return definition
