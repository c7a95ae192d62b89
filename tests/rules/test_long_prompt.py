"""A prompt is measured at four bytes a token."""

from __future__ import annotations

import json

import pytest

from revox_lint.engine import Settings, lint
from revox_lint.syntax.source import Source
from tests.rules.cases import Case, check_seeded, rules_of
from tests.rules.styles import STYLES


@pytest.mark.parametrize(("length", "said"), [(32_003, 0), (32_004, 1)])
def test_long_prompt_counts_four_bytes_a_token(length: int, said: int) -> None:
    text = f"prompt: {'a' * length}\n"
    found = lint(Source("assistant.yaml", text), Settings(rules=rules_of("long-prompt")))
    assert [one.rule for one in found.diagnostics] == ["long-prompt"] * said


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask about the roof of house number {n}, its age, its slope and its neighbours.",
        "Interrogez le client sur le toit, son âge, sa pente et ses voisins immédiats.",
    ],
)
def test_a_long_prompt_in_several_styles(sentence: str) -> None:
    prompt = "".join(f"{number}. {sentence}\n" for number in range(1, 701))
    marked = json.dumps(f"⟦{prompt}⟧", ensure_ascii=False)
    edits = f"transfer_phone_number: DROP\nprompt: {marked}\n"
    for style in STYLES[::3]:
        check_seeded([Case("long-prompt", "long", ("seeded",), edits, "en")], style)
