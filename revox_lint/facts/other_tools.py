"""How the files of other tools differ from an assistant, which has fields of the same names."""

from __future__ import annotations

from typing import Final


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


PROMPT_TOOLS: Final = _names(
    "max_tokens messages model negative_prompt system temperature template tools"
)
"""Fields beside `name` and `prompt` in the files of other tools that send prompts to models."""

CALLERS: Final = _names(
    """base_prompt call_data dynamic_data interruption_threshold pathway_id phone_number
    request_data task wait_for_greeting
    agent_id agent_name response_engine
    assistantId endCallMessage firstMessage serverUrl transcriber
    firstSpeaker systemPrompt
    second_sentence"""
)
"""Fields of the agents of Bland (docs.bland.ai), Retell (docs.retellai.com), Vapi (docs.vapi.ai)
and Ultravox (docs.ultravox.ai), and of data sets of pairs of sentences."""

CALLERS_CLOSE: Final = _names("max_call_duration_ms max_duration voice_id webhook")
"""Fields of theirs which in an assistant are a slip."""

CALLERS_SHARED: Final = _names("first_sentence transfer_phone_number voicemail_message")
"""Fields that an assistant has, too."""

VAPI_SHARED: Final = "voicemailMessage"
"""The one that is spelt in another way there."""

RESPONSE: Final = _names(
    """code count cursor detail details error errors has_more id limit links message meta metadata
    msg next next_cursor object offset ok page page_size pages pagination per_page prev previous
    request_id result status status_code success timestamp total"""
)
"""Fields beside the data in the responses of APIs; beside others, it is an app's configuration."""

KUBERNETES: Final = _names("apiVersion kind")
"""Fields beside `data` in a manifest (kubernetes.io, "Objects"), which is not a response."""

TAG: Final = r"(?m)^[ \t]*(?:[\w.:\"'-]+:[ \t]+|-[ \t]+)!\w"
"""A tag of CloudFormation (`!Sub`), ESPHome or Home Assistant (`!include`, `!secret`)."""

TEMPLATE: Final = (
    r"(?m)^[ \t]*(?:\{%.*%\}|\{#.*#\}|\{\{-.*\}\})[ \t\r]*$"
    r"|^[ \t]*\{\{\s*(?:if|else|end|range|with|include|template|define|toYaml)\b"
    r"|^(?:name|prompt):[ \t]+\{\{[^{}\n]*\}\}[ \t\r]*$|^\{.*\}[ \t\r]*\n\s*\{"
)
"""A template of Jinja or Helm, or the second line of JSON Lines: text that cannot be parsed."""
