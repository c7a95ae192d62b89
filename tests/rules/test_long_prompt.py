"""A prompt is measured at four bytes a token."""

from __future__ import annotations

import pytest

from revox_lint.diagnostic import Diagnostic
from revox_lint.engine import Settings, lint
from revox_lint.syntax.source import Source
from tests.rules.cases import rules_of


def _lint(text: str) -> tuple[Diagnostic, ...]:
    return lint(Source("assistant.yaml", text), Settings(rules=rules_of("long-prompt"))).diagnostics


@pytest.mark.parametrize(("length", "said"), [(32_003, 0), (32_004, 1)])
def test_long_prompt_counts_four_bytes_a_token(length: int, said: int) -> None:
    text = f"prompt: {'a' * length}\n"
    assert [d.rule for d in _lint(text)] == ["long-prompt"] * said
