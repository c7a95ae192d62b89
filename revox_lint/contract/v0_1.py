"""Contract 0.1: `POST /assistants` of the Revox API, as pydantic models.

The names and the descriptions are the contract's own. The create models are the one
source of `schemas/assistant-0.1.schema.json`.

- Create models refuse unknown fields and coerce nothing: `true` is no number, `"3"` is
  no integer. As in JSON, `3.0` and `3` are one integer. Bounds that the contract gives
  only in prose (the speed of a voice) are facts of `facts_0_1`, not types, so that a
  definition valid for the API's types is valid here.
- `Optional` fields may be left out or null.
- Response models tolerate what a newer API may send. Unknown fields are kept. Of the
  fields of `Assistant` only `id` is required: by then the assistant exists, and its id
  must not be lost because another field is missing or odd. A value that does not match
  the contract is kept as it was sent.

Where the contract has no words for a field, the description says what its name and its
type say, and `json_schema_extra` marks it with `OURS`.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_serializer,
    field_validator,
)

__all__ = [
    "Assistant",
    "AssistantCalendly",
    "AssistantCallRetryConfig",
    "AssistantCallRetryConfigCallingWindow",
    "AssistantCreateParams",
    "AssistantCreateResponse",
    "AssistantFaqItem",
    "AssistantLlmModel",
    "AssistantLlmModelUnionMember0",
    "AssistantLlmModelUnionMember1",
    "AssistantStructuredOutputConfig",
    "AssistantVoice",
    "Calendly",
    "CallRetryConfig",
    "CallRetryConfigCallingWindow",
    "FaqItem",
    "LlmModel",
    "LlmModelUnionMember0",
    "LlmModelUnionMember1",
    "StructuredOutputConfig",
    "Voice",
]

OURS: Final = "x-description-is-not-the-contract's"
"""Marks, before publication, a description that the contract does not give."""


def _whole_number(value: object) -> object:
    """Returns 3 for 3.0, as JSON knows one integer by both spellings; else the value."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


Integer: TypeAlias = Annotated[int, BeforeValidator(_whole_number)]


def _ours() -> dict[str, Any]:
    return {OURS: True}


class _Sent(BaseModel):
    """A mapping that we send: nothing unknown in it, nothing coerced."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Calendly(_Sent):
    """The Calendly account and event type to book with."""

    connection_id: str = Field(
        description=(
            "The connection ID representing the link between your Calendly account and Revox."
        )
    )
    event_type_id: str = Field(
        description=(
            "The event type ID representing the event type to schedule. (eg:"
            " https://api.calendly.com/event_types/b2330295-2a91-4a1d-bb73-99e7707663d5)"
        ),
        examples=["https://api.calendly.com/event_types/b2330295-2a91-4a1d-bb73-99e7707663d5"],
    )


class CallRetryConfigCallingWindow(_Sent):
    """One part of the day in which calls may be made."""

    calling_window_end_time: str = Field(
        description=(
            "End time for the calling window in the recipient's timezone (or timezone_override"
            " if provided). Format: 'HH:mm' (24-hour) or 'H:mma' (12-hour). Examples: '17:00',"
            " '6pm'. Default: '18:00'."
        ),
        examples=["17:00", "6pm"],
        json_schema_extra={"default": "18:00"},
    )
    calling_window_start_time: str = Field(
        description=(
            "Start time for the calling window in the recipient's timezone (or timezone_override"
            " if provided). Format: 'HH:mm' (24-hour) or 'H:mma' (12-hour). Examples: '09:00',"
            " '10am'. Default: '10:00'."
        ),
        examples=["09:00", "10am"],
        json_schema_extra={"default": "10:00"},
    )
    retry_delay_seconds: Integer = Field(
        description="Delay between retry attempts in seconds. Default: 7200 (2 hours).",
        json_schema_extra={"default": 7200},
    )


class CallRetryConfig(_Sent):
    """When calls are made, and how often they are tried again."""

    calling_windows: list[CallRetryConfigCallingWindow] = Field(
        description="The parts of the day in which calls may be made.",
        json_schema_extra=_ours(),
    )
    max_retry_attempts: Integer = Field(
        description="Maximum number of call retry attempts. Default: 3.",
        json_schema_extra={"default": 3},
    )
    timezone: str | None = Field(
        default=None,
        description=(
            "Optional IANA timezone identifier to override the automatic timezone detection from"
            " phone number. If not provided, timezone is determined from the recipient's phone"
            " number country code. Examples: 'America/New_York', 'Europe/Paris'."
        ),
        examples=["America/New_York", "Europe/Paris"],
    )


class FaqItem(_Sent):
    """One question and its answer."""

    answer: str = Field(
        description="The answer to the question.",
        json_schema_extra=_ours(),
    )
    question: str = Field(
        description="The question that the answer belongs to.",
        json_schema_extra=_ours(),
    )


class LlmModelUnionMember0(_Sent):
    """A model on a dedicated instance."""

    model_config = ConfigDict(title="Dedicated instance")

    name: Literal["gpt-4.1", "ministral-3-8b-instruct"] = Field(
        description="The name of the model.",
        json_schema_extra=_ours(),
    )
    type: Literal["dedicated-instance"] = Field(
        description="Use a model on a dedicated instance.",
        json_schema_extra=_ours(),
    )


class LlmModelUnionMember1(_Sent):
    """A model from OpenRouter."""

    model_config = ConfigDict(title="OpenRouter")

    openrouter_model_id: str = Field(
        description="The model ID to use from OpenRouter. eg: openai/gpt-4.1",
        examples=["openai/gpt-4.1"],
    )
    openrouter_provider: str = Field(
        description="The provider to use from OpenRouter. eg: nebius, openai, azure, etc.",
        examples=["nebius", "openai", "azure"],
    )
    type: Literal["openrouter"] = Field(description="Use a model from OpenRouter.")


LlmModel: TypeAlias = Annotated[
    LlmModelUnionMember0 | LlmModelUnionMember1, Field(discriminator="type")
]


class StructuredOutputConfig(_Sent):
    """One value to extract from the call."""

    name: str = Field(
        description="The name of the value to extract.",
        json_schema_extra=_ours(),
    )
    required: bool = Field(
        description="Whether the value is required.",
        json_schema_extra=_ours(),
    )
    type: Literal["string", "number", "boolean", "enum", "date", "datetime"] = Field(
        description="The type of the value to extract.",
        json_schema_extra=_ours(),
    )
    description: str | None = Field(
        default=None,
        description="The description of the value to extract.",
        json_schema_extra=_ours(),
    )
    enum_options: list[str] | None = Field(
        default=None,
        description="The options to choose from when the type is enum.",
        json_schema_extra=_ours(),
    )


class Voice(_Sent):
    """The voice that speaks."""

    id: str = Field(description="The ID of the voice.")
    provider: Literal["cartesia", "elevenlabs"] = Field(
        description="The provider of the voice.",
        json_schema_extra={
            "enumDescriptions": ["Speed: 0.6–1.5.", "Speed: 0.7–1.2."],
        },
    )
    speed: float | None = Field(
        default=None,
        description=(
            "The speed of the voice. Range depends on provider: Cartesia 0.6–1.5, ElevenLabs"
            " 0.7–1.2. Default is 1.0."
        ),
        json_schema_extra={"default": 1.0},
    )


class AssistantCreateParams(_Sent):
    """The parameters of `assistants.create`: one assistant."""

    name: str = Field(
        description="The name of the assistant.",
        json_schema_extra=_ours(),
    )
    prompt: str = Field(
        description="The prompt to use for the call. This will be given to the LLM (gpt-4.1)"
    )
    background_sound: Literal["audio/office.ogg"] | None = Field(
        default=None,
        description=(
            "The background sound to play during the call. Useful to give the impression that"
            " your AI agent is in an office, in the street, or anywhere else you want."
        ),
        json_schema_extra={"enumDescriptions": ["The sound of an office.", "No background sound."]},
    )
    calendly: Calendly | None = Field(
        default=None,
        description="The Calendly account and event type to book with.",
        json_schema_extra=_ours(),
    )
    call_retry_config: CallRetryConfig | None = Field(
        default=None,
        description=(
            "Configuration for call retry behavior including time windows, delays, and max"
            " iterations. If not provided, defaults will be used."
        ),
    )
    end_of_call_sentence: str | None = Field(
        default=None,
        description="Optional message to say when the agent decides to end the call.",
    )
    faq_items: list[FaqItem] | None = Field(
        default=None,
        description=(
            "FAQ items to associate with this assistant. When provided, replaces all existing"
            " FAQ items."
        ),
    )
    first_sentence: str | None = Field(
        default=None,
        description="The first sentence to use for the call. This will be given to the LLM",
    )
    first_sentence_delay_ms: Integer | None = Field(
        default=None,
        description="Delay in milliseconds before speaking the first sentence. Default: 400.",
        json_schema_extra={"default": 400},
    )
    first_sentence_mode: Literal["generated", "static", "none"] | None = Field(
        default=None,
        description=(
            'How the first sentence should be handled. "generated" means the LLM will generate a'
            ' response based on the first_sentence instruction. "static" means the'
            ' first_sentence will be spoken exactly as provided. "none" means the agent will'
            " not speak first and will wait for the user."
        ),
        json_schema_extra={
            "enumDescriptions": [
                "The LLM will generate a response based on the first_sentence instruction.",
                "The first_sentence will be spoken exactly as provided.",
                "The agent will not speak first and will wait for the user.",
                "No mode chosen.",
            ]
        },
    )
    ivr_navigation_enabled: bool | None = Field(
        default=None,
        description=(
            "Enable IVR navigation tools. When enabled, the assistant can send DTMF tones and"
            " skip turns to navigate phone menus."
        ),
    )
    llm_model: LlmModel | None = Field(
        default=None,
        description="The model to use for the call.",
        json_schema_extra=_ours(),
    )
    max_call_duration_secs: float | None = Field(
        default=None,
        description=(
            "The maximum duration of the call in seconds. This is the maximum time the call will"
            " be allowed to run."
        ),
    )
    structured_output_config: list[StructuredOutputConfig] | None = Field(
        default=None,
        description=(
            "The structured output config to use for the call. This is used to extract the data"
            " from the call (like email, name, company name, etc.)."
        ),
    )
    # The contract's example of a number, +1234567890, is left out of the examples: it is
    # too short for its country, and an editor would offer it.
    transfer_phone_number: str | None = Field(
        default=None,
        description=(
            "Phone number to transfer calls to when users request to speak to a human agent in"
            " E.164 format (e.g. +1234567890)."
        ),
    )
    voice: Voice | None = Field(
        default=None,
        description=(
            "The voice to use for the call. You can get the list of voices using the /voices"
            " endpoint"
        ),
    )
    voicemail_message: str | None = Field(
        default=None,
        description=(
            "If set, when voicemail is detected the agent will speak this message then hang up;"
            " if null, hang up immediately."
        ),
    )
    webhook_url: str | None = Field(
        default=None,
        description="The webhook URL to call when the call is completed.",
    )


def _words(sent: type[_Sent], name: str) -> str | None:
    """Returns the description that the contract gives a field in both directions."""
    return sent.model_fields[name].description


class _Received(BaseModel):
    """A mapping that the API answers with: it may have more fields than the contract."""

    model_config = ConfigDict(extra="allow")


class AssistantCalendly(_Received):
    """The Calendly account and event type of an assistant."""

    connection_id: str = Field(description=_words(Calendly, "connection_id"))
    event_type_id: str = Field(description=_words(Calendly, "event_type_id"))


class AssistantCallRetryConfigCallingWindow(_Received):
    """One part of the day in which calls may be made."""

    calling_window_end_time: str = Field(
        description=_words(CallRetryConfigCallingWindow, "calling_window_end_time")
    )
    calling_window_start_time: str = Field(
        description=_words(CallRetryConfigCallingWindow, "calling_window_start_time")
    )
    retry_delay_seconds: int = Field(
        description=_words(CallRetryConfigCallingWindow, "retry_delay_seconds")
    )


class AssistantCallRetryConfig(_Received):
    """When calls are made, and how often they are tried again."""

    calling_windows: list[AssistantCallRetryConfigCallingWindow]
    max_retry_attempts: int = Field(description=_words(CallRetryConfig, "max_retry_attempts"))
    timezone: str | None = Field(default=None, description=_words(CallRetryConfig, "timezone"))


class AssistantLlmModelUnionMember0(_Received):
    """A model on a dedicated instance."""

    name: Literal["gpt-4.1", "ministral-3-8b-instruct"]
    type: Literal["dedicated-instance"]


class AssistantLlmModelUnionMember1(_Received):
    """A model from OpenRouter."""

    openrouter_model_id: str = Field(
        description=_words(LlmModelUnionMember1, "openrouter_model_id")
    )
    openrouter_provider: str = Field(
        description=_words(LlmModelUnionMember1, "openrouter_provider")
    )
    type: Literal["openrouter"] = Field(description=_words(LlmModelUnionMember1, "type"))


AssistantLlmModel: TypeAlias = AssistantLlmModelUnionMember0 | AssistantLlmModelUnionMember1


class AssistantStructuredOutputConfig(_Received):
    """One value that is extracted from the call."""

    name: str
    required: bool
    type: Literal["string", "number", "boolean", "enum", "date", "datetime"]
    description: str | None = None
    enum_options: list[str] | None = None


class AssistantVoice(_Received):
    """The voice that speaks."""

    id: str = Field(description=_words(Voice, "id"))
    provider: Literal["cartesia", "elevenlabs"] = Field(description=_words(Voice, "provider"))
    speed: float | None = Field(default=None, description=_words(Voice, "speed"))


class AssistantFaqItem(_Received):
    """One question and its answer, and where they come from."""

    answer: str
    question: str
    id: str | None = None
    needs_human_answer: bool | None = None
    source: Literal["human", "ai"] | None = None


class Assistant(_Received):
    """An assistant as the API keeps it.

    Only `id` is sure to be there and of its type. The contract also promises
    `created_at`, `first_sentence_delay_ms`, `first_sentence_mode`,
    `ivr_navigation_enabled`, `llm_model`, `max_call_duration_secs`, `name`,
    `organization_id`, `prompt` and `updated_at`; here each is None when it is missing,
    and any field keeps a value of another type as it was sent.
    """

    id: str
    background_sound: Literal["audio/office.ogg"] | None = Field(
        default=None,
        description=(
            "The background sound to play during the call. Useful to give the impression that"
            " your AI agent is in an office."
        ),
    )
    calendly: AssistantCalendly | None = None
    call_retry_config: AssistantCallRetryConfig | None = Field(
        default=None, description=_words(AssistantCreateParams, "call_retry_config")
    )
    created_at: object = None
    end_of_call_sentence: str | None = None
    first_sentence: str | None = None
    first_sentence_delay_ms: int | None = Field(
        default=None, description=_words(AssistantCreateParams, "first_sentence_delay_ms")
    )
    first_sentence_mode: Literal["generated", "static", "none"] | None = None
    ivr_navigation_enabled: bool | None = Field(
        default=None, description=_words(AssistantCreateParams, "ivr_navigation_enabled")
    )
    llm_model: AssistantLlmModel | None = None
    max_call_duration_secs: float | None = Field(
        default=None, description=_words(AssistantCreateParams, "max_call_duration_secs")
    )
    name: str | None = None
    organization_id: str | None = None
    prompt: str | None = None
    structured_output_config: list[AssistantStructuredOutputConfig] | None = Field(
        default=None, description=_words(AssistantCreateParams, "structured_output_config")
    )
    transfer_phone_number: str | None = Field(
        default=None,
        description=(
            "Phone number to transfer calls to when users request to speak to a human agent."
        ),
    )
    updated_at: object = None
    voice: AssistantVoice | None = None
    voicemail_message: str | None = Field(
        default=None, description=_words(AssistantCreateParams, "voicemail_message")
    )
    webhook_url: str | None = Field(
        default=None, description=_words(AssistantCreateParams, "webhook_url")
    )
    faq_items: list[AssistantFaqItem] | None = None
    pending_faq_count: float | None = None

    @field_validator("*", mode="wrap")
    @classmethod
    def _keep_what_was_sent(
        cls, value: object, typed: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> object:
        """Returns the value as the contract types it, or as it was sent if it does not fit."""
        try:
            return typed(value)
        except ValidationError:
            if info.field_name == "id":
                raise
            return value

    @field_serializer("*", mode="wrap")
    def _dump_what_was_sent(self, value: object, typed: SerializerFunctionWrapHandler) -> object:
        """Returns plain data; a value kept as it was sent goes out as it came in."""
        if isinstance(value, BaseModel) or (
            isinstance(value, list) and any(isinstance(item, BaseModel) for item in value)
        ):
            return typed(value)
        return value


class AssistantCreateResponse(_Received):
    """The answer to `assistants.create`."""

    assistant: Assistant
