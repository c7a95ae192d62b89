"""Prompts that competent authors write: no rule of the family `prompt` reports anything."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from revox_lint.engine import Settings, lint
from revox_lint.rule import SHIPPED
from revox_lint.syntax.source import Source

RULES = tuple(rule for rule in SHIPPED.values() if rule.family == "prompt")


def _prompt(words: str) -> str:
    return "prompt: |2\n" + "".join(f"  {line}\n" if line else "\n" for line in words.split("\n"))


_FIELDS = {
    "transfer": 'transfer_phone_number: "+33142685300"\n',
    "keys": "ivr_navigation_enabled: true\n",
    "calendly": "calendly: {connection_id: a, event_type_id: b}\n",
}


def _competent() -> list[tuple[str, str]]:
    text = Path(__file__).with_name("prompts.txt").read_text("utf-8")
    definitions = []
    for block in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        title, _, words = block.partition("\n")
        name, _, fields = title.partition(" | ")
        given = "".join(_FIELDS[field] for field in fields.split())
        definitions.append((name, given + _prompt(words.rstrip("\n"))))
    return definitions


@pytest.mark.parametrize(("name", "definition"), _competent())
def test_nothing_is_reported(name: str, definition: str) -> None:
    found = lint(Source("assistant.yaml", definition), Settings(rules=RULES)).diagnostics
    assert [(d.rule, d.message) for d in found] == []
