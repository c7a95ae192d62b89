"""Definitions that look wrong and are right: every rule is silent.

`valid.txt` has whole files. `prompts.txt` has prompts as competent authors write them, with the
capabilities that are configured; `lines.txt` has single lines of prompts.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from revox_lint import lint_text

FIELDS: Final[dict[str, dict[str, Any]]] = {
    "transfer": {"transfer_phone_number": "+33142685300"},
    "keys": {"ivr_navigation_enabled": True},
    "calendly": {
        "calendly": {
            "connection_id": "fern",
            "event_type_id": "https://api.calendly.com/event_types/GBGBDCAADAEDCRZ2",
        }
    },
}


def blocks(name: str) -> list[tuple[str, list[str], str]]:
    """Return title, kinds and text of each part of a file beside this one."""
    # Bytes, so that no line end or byte order mark is lost on the way.
    text = Path(__file__).with_name(name).read_bytes().decode("utf-8")
    made = []
    for part in text.split("=== ")[1:]:
        title, _, body = part.partition("\n")
        title, _, kinds = title.removesuffix("]").partition(" [")
        made.append((title, kinds.split(), body))
    return made


def silent(text: str, path: str = "a.yaml") -> None:
    """Assert that nothing is reported about a file."""
    assert [(one.rule, one.message) for one in lint_text(text, path=path)] == [], text


def silent_prompt(prompt: str, fields: dict[str, Any]) -> None:
    """Assert that nothing is reported about a prompt, in a block, in quotes and in JSON."""
    definition = {"name": "A", **fields, "prompt": prompt}
    silent(json.dumps(definition, ensure_ascii=False, indent=2), "a.json")
    silent("".join(f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in definition.items()))
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items())
    lines = (f"  {line}\n" if line else "\n" for line in prompt.rstrip("\n").split("\n"))
    silent(f"name: A\n{head}prompt: |2\n" + "".join(lines))


@pytest.mark.parametrize(
    ("title", "kinds", "text"), blocks("valid.txt"), ids=[one[0] for one in blocks("valid.txt")]
)
def test_definitions(title: str, kinds: list[str], text: str) -> None:
    path = "a.json" if "json" in kinds else "a.yaml"
    silent(text, path)
    silent(text.replace("\n", "\r\n"), path)


@pytest.mark.parametrize(
    ("title", "has", "prompt"), blocks("prompts.txt"), ids=[one[0] for one in blocks("prompts.txt")]
)
def test_prompts(title: str, has: list[str], prompt: str) -> None:
    silent_prompt(prompt, {key: value for one in has for key, value in FIELDS[one].items()})


def lines() -> list[str]:
    """Return the lines; what follows a `=` is a JSON string."""
    given = Path(__file__).with_name("lines.txt").read_text("utf-8").split("\n")[:-1]
    return [json.loads(one[1:]) if one.startswith("=") else one for one in given]


@pytest.mark.parametrize("line", lines())
def test_lines_of_prompts(line: str) -> None:
    silent_prompt(line, {})
    silent_prompt(f"You call customers of Fern Solar.\n\n- {line}\n", {})
