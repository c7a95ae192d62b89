"""Contract 0.1: where it keeps each role."""

from __future__ import annotations

from typing import Final

from revox_lint.contract.roles import Path, Roles, TextRole

_RETRY: Final[Path] = ("call_retry_config",)
_WINDOW: Final[Path] = (*_RETRY, "calling_windows", 0)
_OUTPUT: Final[Path] = ("structured_output_config", 0)
_QUESTION: Final[Path] = ("faq_items", 0)

ROLES: Final = Roles(
    texts=(
        TextRole(("prompt",)),
        TextRole(("first_sentence",), spoken_when=(("first_sentence_mode",), "static")),
        TextRole(("voicemail_message",), spoken=True),
        TextRole(("end_of_call_sentence",), spoken=True),
        TextRole((*_QUESTION, "question")),
        TextRole((*_QUESTION, "answer")),
        TextRole((*_OUTPUT, "description")),
    ),
    # Other tools have `voice`, `prompt`, `llm_model`, `faq_items`, `calendly`, `background_sound`.
    marks=(
        "call_retry_config",
        "end_of_call_sentence",
        "first_sentence",
        "first_sentence_delay_ms",
        "first_sentence_mode",
        "ivr_navigation_enabled",
        "max_call_duration_secs",
        "structured_output_config",
        "transfer_phone_number",
        "voicemail_message",
    ),
    name=("name",),
    prompt=("prompt",),
    first_sentence=("first_sentence",),
    first_sentence_mode=("first_sentence_mode",),
    first_sentence_delay=("first_sentence_delay_ms",),
    voicemail=("voicemail_message",),
    farewell=("end_of_call_sentence",),
    background=("background_sound",),
    voice=("voice",),
    voice_id=("voice", "id"),
    voice_provider=("voice", "provider"),
    voice_speed=("voice", "speed"),
    max_duration=("max_call_duration_secs",),
    retry=_RETRY,
    timezone=(*_RETRY, "timezone"),
    max_attempts=(*_RETRY, "max_retry_attempts"),
    windows=(*_RETRY, "calling_windows"),
    window_opening=(*_WINDOW, "calling_window_start_time"),
    window_closing=(*_WINDOW, "calling_window_end_time"),
    window_delay=(*_WINDOW, "retry_delay_seconds"),
    outputs=("structured_output_config",),
    output_name=(*_OUTPUT, "name"),
    output_type=(*_OUTPUT, "type"),
    output_description=(*_OUTPUT, "description"),
    output_options=(*_OUTPUT, "enum_options"),
    questions=("faq_items",),
    question_text=(*_QUESTION, "question"),
    question_answer=(*_QUESTION, "answer"),
    transfer_numbers=("transfer_phone_number",),
    keypad=("ivr_navigation_enabled",),
    booking=("calendly",),
    booking_connection=("calendly", "connection_id"),
    booking_event=("calendly", "event_type_id"),
    webhook=("webhook_url",),
    model=("llm_model",),
    model_type=("llm_model", "type"),
    openrouter_model=("llm_model", "openrouter_model_id"),
    openrouter_provider=("llm_model", "openrouter_provider"),
)
