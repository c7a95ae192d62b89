"""Contract 0.1: `POST /assistants` of the Revox API, as pydantic models.

The names and the descriptions are the contract's own. The create models are the one
source of `schemas/assistant-0.1.schema.json`.

- Fields that may be left out may be null.
- Bounds that the contract gives only in prose (the speed of a voice) are in `limits_0_1`,
  not types, so that a definition valid for the API's types is valid here.
- Of the fields of `Assistant` only `id` is required: by then the assistant exists, and its
  id must not be lost because another field is missing or odd.

Where the contract does not describe a field, the description follows from its name and its
type, and is marked `FROM_US`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import ConfigDict, Field

from revox_lint.contract.models import (
    FROM_US,
    Integer,
    Lenient,
    Received,
    Sent,
    description_of,
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


class Calendly(Sent):
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


class CallRetryConfigCallingWindow(Sent):
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


class CallRetryConfig(Sent):
    """When calls are made, and how often they are tried again."""

    calling_windows: list[CallRetryConfigCallingWindow] = Field(
        description="The parts of the day in which calls may be made.", json_schema_extra=FROM_US
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


class FaqItem(Sent):
    """One question and its answer."""

    answer: str = Field(description="The answer to the question.", json_schema_extra=FROM_US)
    question: str = Field(
        description="The question that the answer belongs to.", json_schema_extra=FROM_US
    )


class LlmModelUnionMember0(Sent):
    """A model on a dedicated instance."""

    model_config = ConfigDict(title="Dedicated instance")

    name: Literal["gpt-4.1", "ministral-3-8b-instruct"] = Field(
        description="The name of the model.", json_schema_extra=FROM_US
    )
    type: Literal["dedicated-instance"] = Field(
        description="Use a model on a dedicated instance.", json_schema_extra=FROM_US
    )


class LlmModelUnionMember1(Sent):
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


class StructuredOutputConfig(Sent):
    """One value to extract from the call."""

    name: str = Field(description="The name of the value to extract.", json_schema_extra=FROM_US)
    required: bool = Field(description="Whether the value is required.", json_schema_extra=FROM_US)
    type: Literal["string", "number", "boolean", "enum", "date", "datetime"] = Field(
        description="The type of the value to extract.", json_schema_extra=FROM_US
    )
    description: str | None = Field(
        default=None,
        description="The description of the value to extract.",
        json_schema_extra=FROM_US,
    )
    enum_options: list[str] | None = Field(
        default=None,
        description="The options to choose from when the type is enum.",
        json_schema_extra=FROM_US,
    )


class Voice(Sent):
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


class AssistantCreateParams(Sent):
    """The parameters of `assistants.create`: one assistant."""

    name: str = Field(description="The name of the assistant.", json_schema_extra=FROM_US)
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
        json_schema_extra=FROM_US,
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
        default=None, description="The model to use for the call.", json_schema_extra=FROM_US
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


class AssistantCalendly(Received):
    """The Calendly account and event type of an assistant."""

    connection_id: str = Field(description=description_of(Calendly, "connection_id"))
    event_type_id: str = Field(description=description_of(Calendly, "event_type_id"))


class AssistantCallRetryConfigCallingWindow(Received):
    """One part of the day in which calls may be made."""

    calling_window_end_time: str = Field(
        description=description_of(CallRetryConfigCallingWindow, "calling_window_end_time")
    )
    calling_window_start_time: str = Field(
        description=description_of(CallRetryConfigCallingWindow, "calling_window_start_time")
    )
    retry_delay_seconds: int = Field(
        description=description_of(CallRetryConfigCallingWindow, "retry_delay_seconds")
    )


class AssistantCallRetryConfig(Received):
    """When calls are made, and how often they are tried again."""

    calling_windows: list[AssistantCallRetryConfigCallingWindow]
    max_retry_attempts: int = Field(
        description=description_of(CallRetryConfig, "max_retry_attempts")
    )
    timezone: str | None = Field(
        default=None, description=description_of(CallRetryConfig, "timezone")
    )


class AssistantLlmModelUnionMember0(Received):
    """A model on a dedicated instance."""

    name: Literal["gpt-4.1", "ministral-3-8b-instruct"]
    type: Literal["dedicated-instance"]


class AssistantLlmModelUnionMember1(Received):
    """A model from OpenRouter."""

    openrouter_model_id: str = Field(
        description=description_of(LlmModelUnionMember1, "openrouter_model_id")
    )
    openrouter_provider: str = Field(
        description=description_of(LlmModelUnionMember1, "openrouter_provider")
    )
    type: Literal["openrouter"] = Field(description=description_of(LlmModelUnionMember1, "type"))


AssistantLlmModel: TypeAlias = AssistantLlmModelUnionMember0 | AssistantLlmModelUnionMember1


class AssistantStructuredOutputConfig(Received):
    """One value that is extracted from the call."""

    name: str
    required: bool
    type: Literal["string", "number", "boolean", "enum", "date", "datetime"]
    description: str | None = None
    enum_options: list[str] | None = None


class AssistantVoice(Received):
    """The voice that speaks."""

    id: str = Field(description=description_of(Voice, "id"))
    provider: Literal["cartesia", "elevenlabs"] = Field(
        description=description_of(Voice, "provider")
    )
    speed: float | None = Field(default=None, description=description_of(Voice, "speed"))


class AssistantFaqItem(Received):
    """One question and its answer, and where they come from."""

    answer: str
    question: str
    id: str | None = None
    needs_human_answer: bool | None = None
    source: Literal["human", "ai"] | None = None


class Assistant(Lenient):
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
        default=None, description=description_of(AssistantCreateParams, "call_retry_config")
    )
    created_at: object = None
    end_of_call_sentence: str | None = None
    first_sentence: str | None = None
    first_sentence_delay_ms: int | None = Field(
        default=None, description=description_of(AssistantCreateParams, "first_sentence_delay_ms")
    )
    first_sentence_mode: Literal["generated", "static", "none"] | None = None
    ivr_navigation_enabled: bool | None = Field(
        default=None, description=description_of(AssistantCreateParams, "ivr_navigation_enabled")
    )
    llm_model: AssistantLlmModel | None = None
    max_call_duration_secs: float | None = Field(
        default=None, description=description_of(AssistantCreateParams, "max_call_duration_secs")
    )
    name: str | None = None
    organization_id: str | None = None
    prompt: str | None = None
    structured_output_config: list[AssistantStructuredOutputConfig] | None = Field(
        default=None, description=description_of(AssistantCreateParams, "structured_output_config")
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
        default=None, description=description_of(AssistantCreateParams, "voicemail_message")
    )
    webhook_url: str | None = Field(
        default=None, description=description_of(AssistantCreateParams, "webhook_url")
    )
    faq_items: list[AssistantFaqItem] | None = None
    pending_faq_count: float | None = None


class AssistantCreateResponse(Received):
    """The answer to `assistants.create`."""

    assistant: Assistant
