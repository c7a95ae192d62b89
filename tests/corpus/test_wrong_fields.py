"""Each name and value of a definition wrong in turn: one finding, and advice that ends it."""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from revox_lint.api import lint_text
from revox_lint.diagnostic import Diagnostic, Severity
from tests.corpus.helps import followed
from tests.corpus.test_helps import REVEALED
from tests.rules.seeds import base

pytestmark = pytest.mark.proof

Path = tuple[str | int, ...]
BASE = base("en") | {"ivr_navigation_enabled": False, "first_sentence_delay_ms": 400}
VALUES: tuple[Any, ...] = (
    *(None, False, True, "none", "off", "", "yes", "x", "false", "[]", "a, b"),
    *(0, 5, -1, 1.5, 12345678901, "5", "7 200", "0612345678", "10 min", "2h30", "9h", "gpt-4o"),
    *([], ["x"], [1, 2], {}, {"a": "b"}, {"minutes": 10}, [{"a": "b"}], ["a", 1]),
)
# What only the author can fill in, or is seen for the first time once the field has a meaning.
UNFILLED = {
    ("unknown-field", "overlapping-windows"),
    ("invalid-window-time", "overlapping-windows"),
    ("unknown-field", "window-ends-before-start"),
    ("unknown-field", "blank-text"),
    ("unknown-field", "enum-without-options"),
    ("unknown-field", "unknown-timezone"),
    ("unknown-field", "unknown-value"),
    ("unknown-field", "voice-speed-out-of-range"),
    ("wrong-type", "enum-without-options"),
    ("wrong-type", "invalid-window-time"),
    ("wrong-type", "overlapping-windows"),
    ("wrong-type", "unknown-value"),
    ("missing-field", "missing-field"),
}


def _paths(value: Any, path: Path = ()) -> Iterator[Path]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for step, one in pairs:
        if isinstance(step, str):
            yield (*path, step)
        if isinstance(one, (dict, list)):
            yield from _paths(one, (*path, step))


def _changed(path: Path, name: str, *value: Any) -> dict[str, Any]:
    """Return the base with another name, and perhaps another value, at a path."""
    tree = copy.deepcopy(BASE)
    inner: Any = tree
    for step in path[:-1]:
        inner = inner[step]
    items = list(inner.items())
    inner.clear()
    for key, one in items:
        inner[name if key == path[-1] else key] = value[0] if value and key == path[-1] else one
    return tree


def _written(tree: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "a.json", json.dumps(tree, ensure_ascii=False)
    for flow in (False, True):
        text: str = yaml.safe_dump(
            tree, default_flow_style=flow, sort_keys=False, allow_unicode=True, width=10_000
        )
        yield "a.yaml", text


def _errors(found: list[Diagnostic]) -> Counter[str]:
    return Counter(one.rule for one in found if one.severity is Severity.ERROR)


def _names(name: str) -> Iterator[str]:
    first, *others = name.split("_")
    yield from (name[:-1], name + "s", name.upper(), name.replace("_", "-"), f"my {name}")
    yield first + "".join(one.title() for one in others)
    yield f"{name[0]}{name[2]}{name[1]}{name[3:]}"


@pytest.mark.parametrize("path", list(_paths(BASE)), ids=lambda path: ".".join(map(str, path)))
def test_a_wrong_name_is_one_mistake(path: Path) -> None:
    own = str(path[-1])
    for name in {*_names(own)} - {own} if len(own) > 2 else ():
        for file, text in _written(_changed(path, name)):
            found = lint_text(text, path=file)
            assert [one.rule for one in found] == ["unknown-field"], (text, found)


@pytest.mark.parametrize("path", list(_paths(BASE)), ids=lambda path: ".".join(map(str, path)))
def test_advice_about_a_wrong_value_or_name_is_enough(path: Path) -> None:
    own = str(path[-1])
    scalars = [value for value in VALUES if not isinstance(value, (dict, list))]
    changes = [(own, value) for value in VALUES] + [(f"{own}s", value) for value in scalars]
    for tree in (_changed(path, name, value) for name, value in changes):
        for file, text in _written(tree):
            before = lint_text(text, path=file)
            for one in before:
                for after in followed(one):
                    found = lint_text(after, path=file)
                    new = {(one.rule, error) for error in _errors(found) - _errors(before)}
                    about = f"{one.message}\n{one.help}\n---\n{text}\n---\n{after}"
                    assert new <= REVEALED | UNFILLED, about
