"""Which documents are assistants by what they hold: slips in definitions, files of other tools."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from revox_lint.content import assistants, may_be_assistant
from revox_lint.contract.contract import LATEST, load
from revox_lint.syntax.parse import parse
from revox_lint.syntax.source import Source

ASSISTANT = "name: Sales\nprompt: Be kind.\n"
OTHER = "on: push\njobs: {}\n"


def _found(text: str) -> frozenset[int]:
    """The documents that are assistants, with any line breaks; what looks like JSON is JSON."""
    name = "a.json" if text.lstrip().startswith(("{", "[")) else "a.yaml"
    found = assistants(text, parse(Source(name, text)))
    crlf = text.replace("\n", "\r\n")
    assert assistants(crlf, parse(Source(name, crlf))) == found
    assert may_be_assistant(text) or not found
    return found


PAIR = '"name": "Desk", "prompt": "You answer."'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ASSISTANT, {0}),
        (OTHER, set()),
        ("first_sentence: Hello\n", {0}),
        ("a: {first_sentence: x}\n", set()),
        (f"{OTHER}---\n{ASSISTANT}", {1}),
        (f"{OTHER}---\n{ASSISTANT}---\nname: x\npromt: y\n---\n- name\n", {1, 2}),
        # fields that other tools have, too
        ("prompt: Hello\ntemperature: 0.3\n", set()),
        ("name: x\nprompt: Hello\ntemperature: 0.3\n", set()),
        ("name: x\nprompt: {template: y}\n", set()),
        ("model: gpt-4.1\nvoice: alloy\ninput: hello\n", set()),
        ("automation: []\nvoice: !include voice.yaml\n", set()),
        ("- {name: user, prompt: Who}\n", set()),
        ("voice: x\ncalendly: y\nllm_model: z\nfaq_items: []\n", set()),
        (f'{{{PAIR}, "tools": [], "voice": 1}}', set()),
        (f'{{{PAIR}, "version": 1}}', set()),
        (f'{{{PAIR}, "cancel": 1, "save": 2}}', set()),
        (f'{{{PAIR}, "cancel": 1}}', set()),
        (f'{{{PAIR}, "type": 2, "Voice": 3}}', set()),
        (f'{{{PAIR}, "type": 2, "Voice": {{}}}}', {0}),
        ("automation: !include a.yaml\nname: Home\nprompt: Hi\nvoice: {}\n", set()),
        ("name: Home\nprompt: !include a.md\nfirst_sentence: z\n", {0}),
        ('{"task": "x", "first_sentence": "y", "voice": "maya"}', set()),
        ("response_engine: {{x}} y\nvoicemail_message: z\n", set()),
        # fields of an assistant further in
        ("kind: x\ndata:\n  first_sentence: z\n", set()),
        ("kind: {{x}} y\ndata:\n  first_sentence: z\n", set()),
        ("- name: {{x}} y\n  vars:\n    first_sentence: z\n", set()),
        ("{{- if x }}\na:\n  first_sentence: {{ y }} z\n", set()),
        ('{// c\n"a": {"name": "x", "prompt": "y", "first_sentence": "z"}}', set()),
        ('{"a": "{", /* "first_sentence": */ "b": {"first_sentence": "z"}}', set()),
        # API responses
        (f'{{"assistant": {{"id": "5f1d", {PAIR}}}}}', {0}),
        (f"assistant:\n  {PAIR[1:30]}\n".replace('"', ""), set()),
        ('{"assistants": [{"first_sentence": null}]}', {0}),
        ('{"data": [{"voicemail_message": null}]}', {0}),
        ('[{"max_call_duration_secs": 600}]', {0}),
        (f'[{{{PAIR}, "private": true}}]', set()),
        # a modeline
        ("# yaml-language-server: $schema=../schemas/assistant-0.1.schema.json\nx: 1\n", {0}),
        ('{"$schema": "./assistant-0.1.schema.json"}', {0}),
        ("# yaml-language-server: $schema=../schemas/test.schema.json\nprompt: 1\n", set()),
        # what cannot be parsed
        ("name: {{x}} y\nvoicemail_message: z\n", {0}),
        ("name: {{x}} y\nprompt: z\n", {0}),
        ("{{{\n  first_sentence: x\n", {0}),
        ("a: 'it's'\nb: prompt\n", set()),
        ("x: {{ .Values.y }}\n  name: a\n  prompt: b\n", set()),
        (f"{{/* a desk */ {PAIR}}}", {0}),
        (f'{{{PAIR[:-1]}\\ud83d"}}', {0}),
        ("assistant:\n  name: {{x}} y\n  voicemail_message: z\n", {0}),
        ("- name: {{x}} y\n  voicemail_message: z\n", {0}),
        ("  name: {{x}} y\n  first_sentence: z\n", {0}),
        (f'{{// a desk\n"data": {{{PAIR}, "first_sentence": 1, }}', {0}),
        ("<<: &a {prompt: x, name: y}\n", {0}),
    ],
)
def test_what_an_assistant_looks_like(text: str, found: set[int]) -> None:
    assert _found(text) == found


VOICE = "voice: {provider: cartesia, id: 5f1d}\n"


@pytest.mark.parametrize(
    "text",
    [
        # what is left of a definition, by the voice
        f"name: Desk\nprompt You answer.\n{VOICE}",
        f"name: Desk\npromt: You answer.\n{VOICE}",
        f"name: Desk\ninstructions: You answer.\n{VOICE}",
        f"name: Desk\n{VOICE}",
        "Name: Desk\nPrompt: You\nVoice:\n  Id: 5f1d\n  Provider: ElevenLabs\n",
        f"{ASSISTANT}{VOICE}model: gpt-4.1\ntemperature: 0.3\n",
        f"name: Desk\nprompt: {{text: You}}\n{VOICE}",
        f"name: Desk\nprompt:\n  - You\n{VOICE}",
        f"name: Desk\nprompt: {{{{ p }}}}\n{VOICE}",
        f"name: Desk\nprompt: !Ref p\n{VOICE}",
        "x: &v {provider: cartesia, id: 5f1d}\nname: Desk\nvoice: *v\n",
        '{"name": "Desk" "promt": "You", "voice": {"id": "x", "provider": "elevenlabs"}}',
        "name:Desk\nvoice:\n  provider: cartesia\n  id: 5f1d\n",
        "llm_model: {type: dedicated-instance}\nnames: Desk\n",
        # other conventions
        "firstSentence: Hi\n",
        "First_Sentence: Hi\n",
        "first-sentence: Hi\n",
        "\u201cfirst_sentence\u201d: \u201cHi\u201d\n",
        "{\u201cfirst_sentence\u201d: \u201cHi\u201d}",
        "{\u201cname\u201d: \u201cDesk\u201d, \u201cprompt\u201d: \u201cYou\u201d}",
        "\u201cname\u201d: Desk\n\u201cprompt\u201d: You\n",
        "MaxCallDurationSecs: 600\n",
        "NAME: Desk\nVOICE: {PROVIDER: cartesia, ID: 5f1d}\n",
        "voice: 'provider=cartesia, id=5f1d'\n",
        "name Desk\n\u2018firstSentence\u2019: Hi\n",
        # a stray field of another tool
        "task: book\nfirst_sentence_mode: static\n",
        f"task: book\nfirst_sentence: Hi\n{VOICE}",
        '{"task": "book", "call_retry_config": {}, "structured_output_config": []}',
        f"{ASSISTANT}webhook: https://desk.example.com\nfirst_sentence: Hi\n",
        # API responses
        '{"success": true, "assistant": {"id": "1", "name": "Desk", "prompt": "You"}}',
        '{"data": {"first_sentence": "Hi"}, "node": 1}',
        # text of Jinja in the prompt of a document that can be read
        "name: Desk\nprompt: |\n  {% if x %}\n  Hello\n",
    ],
)
def test_a_definition_with_slips_is_an_assistant(text: str) -> None:
    assert _found(text) == {0}


def test_every_provider_of_a_voice_tells_an_assistant() -> None:
    for provider in load(LATEST).values(("voice", "provider")):
        assert _found(f"voice: {{id: 5f1d, provider: {provider}}}\n") == {0}
        assert _found(f"voice: {{voiceId: 5f1d, provider: {provider}}}\n") == set()


FOREIGN = (Path(__file__).parent / "corpus" / "other_tools.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [tuple(part.split("\n", 1)) for part in re.split(r"(?m)^=== ", FOREIGN)[1:]],
    ids=lambda value: value if "\n" not in value else "",
)
def test_a_file_of_another_tool_is_not_an_assistant(name: str, text: str) -> None:
    assert (name, _found(text)) == (name, frozenset())


@pytest.mark.parametrize("text", ["first_", "$schema", "prompt ", "{%", '"\\', "/*", "voice: "])
def test_the_largest_file_is_looked_through_once(text: str) -> None:
    assert _found("{" + text * (4 * 1024 * 1024 // len(text))) == set()
