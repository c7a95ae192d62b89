"""What `assistants.create` takes: the contract's parameters, for type checkers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

if TYPE_CHECKING:
    from revox_lint.contract import v0_1

Given: TypeAlias = Mapping[str, Any]


class AssistantFields(TypedDict, total=False):
    """The parameters beside `name` and `prompt`. Left out is left to the server."""

    background_sound: Literal["audio/office.ogg"] | None
    calendly: v0_1.Calendly | Given | None
    call_retry_config: v0_1.CallRetryConfig | Given | None
    end_of_call_sentence: str | None
    faq_items: Iterable[v0_1.FaqItem | Given] | None
    first_sentence: str | None
    first_sentence_delay_ms: int | None
    first_sentence_mode: Literal["generated", "static", "none"] | None
    ivr_navigation_enabled: bool | None
    llm_model: v0_1.LlmModelUnionMember0 | v0_1.LlmModelUnionMember1 | Given | None
    max_call_duration_secs: float | None
    structured_output_config: Iterable[v0_1.StructuredOutputConfig | Given] | None
    transfer_phone_number: str | None
    voice: v0_1.Voice | Given | None
    voicemail_message: str | None
    webhook_url: str | None
