"""Definitions with known mistakes: exactly those are found, each at its exact place."""

from __future__ import annotations

import copy
import random
from pathlib import Path
from typing import Final

import pytest

from revox_lint import lint_text
from tests.corpus.bases import BASES
from tests.corpus.marked import Definition, bracketed, read, said
from tests.corpus.seeds import Seed, plant, planted
from tests.corpus.seeds_calling import CALLING
from tests.corpus.seeds_schema import SCHEMA
from tests.corpus.seeds_speech import SPEECH
from tests.corpus.seeds_syntax import SYNTAX
from tests.corpus.written import has_raw, is_json, styles

SEEDS: Final = [*SYNTAX, *SCHEMA, *CALLING, *SPEECH]
PLACES: Final = Path(__file__).with_name("places.txt")
TOGETHER: Final = 300


def check(definition: Definition, path: str, style: str) -> None:
    given = said(definition.text, lint_text(definition.text, path=path))
    assert given == definition.places, f"as {style}:\n{definition.text}"


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: f"{seed.label}-{seed.base}")
def test_one_mistake_in_every_style(seed: Seed) -> None:
    for style, marked in styles(planted(seed)).items():
        check(read(marked), "a.json" if is_json(style) else "a.yaml", style)


def combinations() -> list[tuple[str, list[Seed]]]:
    """Two to four mistakes that have no field in common, from a fixed sequence of draws."""
    draw = random.Random(20260115)
    by_base = {base: [one for one in SEEDS if one.base == base] for base in BASES}
    made: list[tuple[str, list[Seed]]] = []
    while len(made) < TOGETHER:
        base = draw.choice(sorted(by_base))
        chosen: list[Seed] = []
        fields: set[str] = set()
        for one in draw.sample(by_base[base], 12):
            if len(chosen) < 2 + len(made) % 3 and not one.alone and not fields & one.reach:
                chosen.append(one)
                fields |= one.reach
        made.append((base, chosen))
    return made


@pytest.mark.parametrize(("base", "chosen"), combinations())
def test_mistakes_together(base: str, chosen: list[Seed]) -> None:
    tree = copy.deepcopy(BASES[base])
    for one in chosen:
        tree = plant(tree, one)
    for style, marked in styles(tree).items():
        check(read(marked), "a.json" if is_json(style) else "a.yaml", style)


def written_places() -> list[tuple[str, str]]:
    parts = PLACES.read_text(encoding="utf-8").split("=== ")[1:]
    return [(title, body) for title, _, body in (part.partition("\n") for part in parts)]


@pytest.mark.parametrize(("title", "body"), written_places(), ids=lambda text: text[:50])
def test_odd_places(title: str, body: str) -> None:
    text = body.replace("\\x00", "\0").replace("\\x07", "\7")
    definition = read(bracketed(text.rstrip("\n") if title == "empty file" else text))
    check(definition, "a.json" if title.endswith(": json") else "a.yaml", title)


def test_every_rule_is_seeded() -> None:
    marked = {seed.rule for seed in SEEDS}
    marked |= {place.rule for _, body in written_places() for place in read(bracketed(body)).places}
    families = Path(lint_text.__code__.co_filename).parent / "rules"
    wanted = {
        page.stem.replace("_", "-")
        for family in ("syntax", "schema", "calling", "speech")
        for page in (families / family).glob("[a-z]*.py")
    }
    assert wanted <= marked


def test_styles_keep_the_definition() -> None:
    assert not any(has_raw(base) for base in BASES.values())
    for base in BASES.values():
        for style, text in styles(base).items():
            check(read(text), "a.json" if is_json(style) else "a.yaml", style)
