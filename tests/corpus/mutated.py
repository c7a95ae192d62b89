"""Definitions with anything wrong in them: mutations of the bases, for property tests."""

from __future__ import annotations

import copy
from typing import Any, Final

from hypothesis import strategies as st

from tests.corpus.bases import BASES
from tests.corpus.seeds import Seed, plant
from tests.corpus.seeds_calling import CALLING
from tests.corpus.seeds_schema import SCHEMA
from tests.corpus.seeds_speech import SPEECH
from tests.corpus.seeds_syntax import SYNTAX
from tests.corpus.written import Bad, BadKey, Raw, Value, has_raw, is_json, styles

Path = tuple[str | int, ...]


class Again(str):
    """A key that may stand twice in a mapping."""

    __hash__ = object.__hash__
    __eq__ = object.__eq__


_VALUES: Final[tuple[Value, ...]] = (
    None,
    True,
    0,
    -1,
    7,
    1.5,
    10**30,
    "",
    " ",
    "no",
    "x" * 200,
    "🦊 *fox* https://fox.example/a #1",
    "a\nb: c\n\n# d\n",
    'say "hi": {{name}} \\ [TODO]',
    "Greet the caller, then ask {name} about ${it}.",
    "{{oops}",
    "9:00",
    "24:00",
    "12pm",
    "Europe/Pariss",
    "EST",
    "static",
    "enum",
    "+33 6 12 34 56 78",
    "http://localhost/x?token=abc",
    [],
    ["a", "a", "A "],
    {},
    {"name": "x"},
    [None, {"name": 1}],
    Raw("17:00"),
    Raw("0612345678"),
    Raw("no"),
    Raw(".nan"),
    Raw("{{name}}"),
    Raw("="),
    Raw("a: b: c"),
    Raw("!env X"),
    Raw("*gone"),
    Raw("&kept x"),
    Raw("cut # here"),
    Raw('"open'),
    Raw("'"),
    Raw("[1"),
    Raw("\tx"),
)
_NAMES: Final = (
    "promt",
    "id",
    "timezone_override",
    "Voice",
    "name",
    "calling_window_start_time",
    "42",
    "x y",
    "🦊",
    "type",
)
_SEEDS: Final = [*SYNTAX, *SCHEMA, *CALLING, *SPEECH]


def _paths(value: Value, here: Path = ()) -> list[Path]:
    found: list[Path] = []
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in items:
        found.append((*here, key))
        found += _paths(inner, (*here, key))
    return found


def _bare(value: Value) -> Value:
    """Returns the value without its marks."""
    if isinstance(value, Bad):
        return _bare(value.value)
    if isinstance(value, dict):
        return {
            (str(key) if isinstance(key, BadKey) else key): _bare(one) for key, one in value.items()
        }
    return [_bare(one) for one in value] if isinstance(value, list) else value


def _mutate(draw: st.DrawFn, tree: Any) -> None:
    paths = _paths(tree)
    if not paths:
        return
    path = draw(st.sampled_from(paths))
    parent = tree
    for step in path[:-1]:
        parent = parent[step]
    last: Any = path[-1]
    kinds = ["value", "drop"] if isinstance(parent, list) else ["value", "drop", "rename", "twice"]
    match draw(st.sampled_from(kinds)):
        case "value":
            parent[last] = copy.deepcopy(draw(st.sampled_from(_VALUES)))
        case "drop":
            del parent[last]
        case "rename":
            parent[Again(draw(st.sampled_from(_NAMES)))] = parent.pop(last)
        case "twice":
            parent[Again(last)] = copy.deepcopy(draw(st.sampled_from((parent[last], *_VALUES))))


@st.composite
def definitions(draw: st.DrawFn) -> tuple[str, str]:
    """Draws a text and the path of its file."""
    base = draw(st.sampled_from(sorted(BASES)))
    tree: Any = copy.deepcopy(BASES[base])
    if draw(st.booleans()):
        seed: Seed = draw(st.sampled_from([one for one in _SEEDS if one.base == base]))
        tree = _bare(plant(tree, seed))
    for _ in range(draw(st.integers(0, 4))):
        _mutate(draw, tree)
    written = styles(tree)
    style = draw(st.sampled_from(sorted(written)))
    assert has_raw(tree) is not is_json(style) or not is_json(style)
    return written[style], "a.json" if is_json(style) else "a.yaml"
