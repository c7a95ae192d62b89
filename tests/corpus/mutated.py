"""Definitions with anything wrong in them: mutations of the bases, for a property test."""

from __future__ import annotations

import copy
from typing import Any, Final

from hypothesis import strategies as st

from tests.rules.cases import cases
from tests.rules.marks import Marks
from tests.rules.seeds import LANGUAGES, Raw, bare, base, plant, read_edits
from tests.rules.styles import STYLES, write

Path = tuple[str | int, ...]


class Again(str):
    """A key that may be in a mapping twice."""

    __hash__ = object.__hash__
    __eq__ = object.__eq__


_VALUES: Final[tuple[object, ...]] = (
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
    [Raw("yes"), Raw("no"), 1, 2],
    [Raw("09:00"), Raw("12:30"), Raw("0600"), {"x": 1}],
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
_SEEDED: Final = cases(seeded=True)


def _paths(value: object, here: Path = ()) -> list[Path]:
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
    """Draw a text and the path of its file."""
    language = draw(st.sampled_from(LANGUAGES))
    marks = Marks()
    tree: Any = base(language)
    if draw(st.booleans()):
        case = draw(st.sampled_from([one for one in _SEEDED if one.language == language]))
        tree = bare(plant(tree, read_edits(case.definition, marks, case.rule)))
    for _ in range(draw(st.integers(0, 4))):
        _mutate(draw, tree)
    possible = [style for style in STYLES if not (style.aliased or style.escaped)]
    written = [one for one in (write(tree, marks, style) for style in possible) if one is not None]
    path, text, _ = draw(st.sampled_from(written))
    return text, path
