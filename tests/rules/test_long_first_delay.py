"""The longest delay before the first sentence can be configured."""

from __future__ import annotations

from revox_lint.engine import Settings, lint
from revox_lint.rule import SHIPPED
from revox_lint.syntax.source import Source


def test_bounds_can_be_set() -> None:
    rule = SHIPPED["long-first-delay"]
    assert rule.options is not None
    settings = Settings(rules=(rule,), options={rule.name: rule.options(max_ms=1000)})
    text = "first_sentence_delay_ms: 1001\n"
    assert [
        text[one.span.start : one.span.end]
        for one in lint(Source("a.yaml", text), settings).diagnostics
    ] == ["1001"]
