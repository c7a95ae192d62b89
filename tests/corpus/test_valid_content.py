"""Of definitions that are right, however odd they look, nothing is said."""

from __future__ import annotations

import json
from typing import Any

import pytest

from revox_lint import lint_text
from tests.corpus.valid_content import (
    CALENDARS,
    DEFINITIONS,
    LINES,
    MODELS,
    NUMBERS,
    PROMPTS,
    WEBHOOKS,
)


def _nothing(definition: str | dict[str, Any]) -> None:
    """Of a definition nothing is said, in YAML nor in JSON."""
    if isinstance(definition, dict):
        text = json.dumps(definition, ensure_ascii=False, indent=2)
        _nothing(text)
        text = "".join(
            f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in definition.items()
        )
    else:
        text = definition
    path = "a.json" if text.startswith("{") else "a.yaml"
    said = [(one.rule, one.message) for one in lint_text(text, path=path)]
    assert said == [], text


def _block(prompt: str) -> str:
    """The text of a prompt as a block scalar."""
    lines = (f"  {line}\n" if line else "\n" for line in prompt.rstrip("\n").split("\n"))
    return "|\n" + "".join(lines)


@pytest.mark.parametrize(("title", "has", "prompt"), PROMPTS, ids=[one[0] for one in PROMPTS])
def test_prompts(title: str, has: str, prompt: str) -> None:
    more: dict[str, Any] = {}
    if "transfer" in has:
        more["transfer_phone_number"] = "+33142685300"
    if "keys" in has:
        more["ivr_navigation_enabled"] = True
    if "calendly" in has:
        more["calendly"] = {"connection_id": "fern", "event_type_id": CALENDARS[0]}
    _nothing({"name": title, "prompt": prompt, **more})
    fields = "".join(f"{key}: {json.dumps(value)}\n" for key, value in more.items())
    _nothing(f"name: A\n{fields}prompt: {_block(prompt)}")


@pytest.mark.parametrize("line", LINES)
def test_lines_of_prompts(line: str) -> None:
    _nothing({"name": "A", "prompt": line})
    _nothing({"name": "A", "prompt": f"You call customers of Fern Solar.\n\n- {line}\n"})


@pytest.mark.parametrize("number", NUMBERS)
def test_transfer_numbers(number: str) -> None:
    _nothing({"name": "A", "prompt": "Transfer the call.", "transfer_phone_number": number})


@pytest.mark.parametrize("url", WEBHOOKS)
def test_webhooks(url: str) -> None:
    _nothing({"name": "A", "prompt": "Ask how it was.", "webhook_url": url})


@pytest.mark.parametrize(("model", "provider"), MODELS)
def test_models(model: str, provider: str) -> None:
    chosen = {
        "type": "openrouter",
        "openrouter_model_id": model,
        "openrouter_provider": provider,
    }
    _nothing({"name": "A", "prompt": "Ask how it was.", "llm_model": chosen})


@pytest.mark.parametrize("event_type", CALENDARS)
def test_calendars(event_type: str) -> None:
    calendar = {"connection_id": "fern", "event_type_id": event_type}
    _nothing({"name": "A", "prompt": "Then book the appointment.", "calendly": calendar})


@pytest.mark.parametrize(("title", "text"), DEFINITIONS, ids=[one[0] for one in DEFINITIONS])
def test_definitions(title: str, text: str) -> None:
    _nothing(text)
