"""Mistakes in what is extracted, said and connected to: each is found, at its exact place."""

from __future__ import annotations

import random
from typing import Any

import pytest

from revox_lint import lint_text
from revox_lint.rule import SHIPPED
from tests.corpus.content_writing import STYLES, Style, Written, bare, marked_text, write
from tests.corpus.seeded_content import SEEDS, WRITTEN, base

_TOGETHER = 150
_OUTPUTS = {"structured_output_config", "webhook_url"}


def _whole(*seeds: dict[str, Any]) -> dict[str, Any]:
    """A definition with the fields of `seeds` in place of its own."""
    given = {bare(key) for seed in seeds for key in seed}
    whole = {key: value for key, value in base().items() if key not in given}
    for seed in seeds:
        whole.update(seed)
    return whole


def _hold(written: Written) -> None:
    """Exactly what is expected is said, with the severity where one is expected."""
    found = lint_text(written.text, path=written.path)
    said = sorted((one.span.start, one.span.end, one.rule) for one in found)
    wanted = sorted((one.start, one.end, one.rule) for one in written.expected)
    as_words = [(rule, written.text[start:end]) for start, end, rule in said]
    assert as_words == [(rule, written.text[s:e]) for s, e, rule in wanted], written.text
    assert said == wanted, written.text
    severities = {(one.span.start, one.rule): one.severity.value for one in found}
    for one in written.expected:
        if one.severity is not None:
            assert severities[one.start, one.rule] == one.severity, written.text


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
@pytest.mark.parametrize("rule", SEEDS)
def test_one_mistake(rule: str, style: Style) -> None:
    for seed in SEEDS[rule]:
        written = write(_whole(seed), style)
        if written is not None:
            _hold(written)


def _combinations() -> list[tuple[dict[str, Any], Style]]:
    """Two to four mistakes in different fields, from a fixed sequence of draws."""
    draw = random.Random(20260211)
    every = [seed for seeds in SEEDS.values() for seed in seeds]
    styles = [style for style in STYLES if not style.aliased]
    made: list[tuple[dict[str, Any], Style]] = []
    while len(made) < _TOGETHER:
        chosen: list[dict[str, Any]] = []
        taken: set[str] = set()
        for seed in draw.sample(every, 40):
            fields = {bare(key) for key in seed}
            # Outputs wait for a webhook, so that neither says anything of the other's field.
            if fields & _OUTPUTS:
                fields |= _OUTPUTS
            if len(chosen) < 2 + len(made) % 3 and not fields & taken:
                chosen.append(seed)
                taken |= fields
        made.append((_whole(*chosen), draw.choice(styles)))
    return made


@pytest.mark.parametrize(("definition", "style"), _combinations())
def test_mistakes_together(definition: dict[str, Any], style: Style) -> None:
    written = write(definition, style)
    assert written is not None
    _hold(written)


@pytest.mark.parametrize(("title", "text"), WRITTEN, ids=[title for title, _ in WRITTEN])
def test_mistakes_as_written(title: str, text: str) -> None:
    plain, expected = marked_text(text)
    _hold(Written("a.json" if plain.startswith("{") else "a.yaml", plain, expected))


def test_every_rule_is_seeded() -> None:
    families = ("outputs", "prompt", "integrations")
    wanted = {name for name in SHIPPED if SHIPPED.family(name) in families}
    assert wanted == set(SEEDS)
