"""An answer is measured in characters."""

from __future__ import annotations

import pytest

from revox_lint.diagnostic import Diagnostic
from revox_lint.engine import Settings, lint
from revox_lint.syntax.source import Source
from tests.rules.cases import rules_of


def _lint(text: str) -> tuple[Diagnostic, ...]:
    return lint(
        Source("assistant.yaml", text), Settings(rules=rules_of("long-faq-answer"))
    ).diagnostics


@pytest.mark.parametrize(("length", "said"), [(500, 0), (501, 1)])
def test_long_faq_answer_counts_characters(length: int, said: int) -> None:
    text = f"faq_items: [{{question: Who?, answer: {'é' * length}}}]\n"
    found = _lint(text)
    assert [text[d.span.start : d.span.end] for d in found] == ["é" * length] * said
