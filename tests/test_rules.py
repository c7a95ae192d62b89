"""Every rule against its own page: BAD is reported where it is marked, GOOD is not."""

from __future__ import annotations

import re

import pytest

from revox_lint import edit
from revox_lint.diagnostic import Diagnostic
from revox_lint.engine import Settings, lint
from revox_lint.rule import FAMILIES, SHIPPED, Rule
from revox_lint.syntax.source import Source

RULES = tuple(SHIPPED.values())
_MARK = re.compile(r"  # error$", re.MULTILINE)


def _settings(rule: Rule) -> Settings:
    # A rule that looks at the diagnostics of others needs the others.
    return Settings(rules=RULES if rule.last else (rule,))


def _found(rule: Rule, text: str) -> list[Diagnostic]:
    outcome = lint(Source("assistant.yaml", text), _settings(rule))
    assert [d for d in outcome.diagnostics if d.rule == "internal-error"] == []
    return [d for d in outcome.diagnostics if d.rule == rule.name]


def _unmarked(text: str) -> str:
    return _MARK.sub("", text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_bad_is_reported_on_exactly_the_marked_lines(rule: Rule) -> None:
    marked = [n for n, line in enumerate(rule.bad.split("\n"), 1) if line.endswith("  # error")]
    assert marked, "BAD marks no line with `  # error`"
    found = _found(rule, _unmarked(rule.bad))
    lines = sorted({d.source.position(d.span.start).line for d in found})
    assert lines == marked


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_good_is_silent(rule: Rule) -> None:
    assert [(d.span, d.message) for d in _found(rule, rule.good)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_fixing_bad_gives_good_and_nothing_more_to_fix(rule: Rule) -> None:
    bad = _unmarked(rule.bad)
    fixes = [d.fix for d in _found(rule, bad) if d.fix is not None]
    assert {one.applicability for one in fixes} == ({rule.fix} if rule.fix else set())
    if not fixes:
        return
    fixed = edit.apply(bad, fixes)
    assert fixed == rule.good
    assert [d.fix for d in _found(rule, fixed)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_page_is_complete(rule: Rule) -> None:
    assert rule.family in FAMILIES
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", rule.name)
    assert rule.summary.endswith(".") and len(rule.summary) <= 100
    assert rule.description, "say why it matters and where the fact comes from"
    assert set(rule.supersedes) <= set(SHIPPED)
    for diagnostic in _found(rule, _unmarked(rule.bad)):
        assert "\n" not in diagnostic.message
        assert not diagnostic.message.endswith(".")
