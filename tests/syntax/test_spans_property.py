"""Random documents are written out with every place recorded; the parser must find them again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from revox_lint.syntax import compose
from revox_lint.syntax.events import pure_events
from revox_lint.syntax.node import Mapping, Node, Scalar, Sequence
from revox_lint.syntax.parse import parse
from revox_lint.syntax.source import Source
from revox_lint.syntax.subspan import span_within

Path = tuple[str | int, ...]

WORDS = st.text(alphabet="abcxyzé日😀'\"#:{}[],&*!|>-%@ \\\t", min_size=0, max_size=12)
KEYS = st.text(alphabet="abcdefg_", min_size=1, max_size=6)
TREES = st.recursive(
    st.one_of(
        st.integers(-999, 999),
        st.booleans(),
        st.none(),
        WORDS,
        st.sampled_from(["x\ny\n", "one two\n"]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3),
        st.dictionaries(KEYS, inner, min_size=1, max_size=4),
    ),
    max_leaves=12,
)


@dataclass
class Writer:
    """Writes a value as YAML in a style drawn at each place, and records what it wrote where."""

    draw: Any
    newline: str
    parts: list[str] = field(default_factory=list)
    places: dict[tuple[str, Path], tuple[int, int]] = field(default_factory=dict)

    @property
    def at(self) -> int:
        return sum(map(len, self.parts))

    def put(self, text: str) -> None:
        self.parts.append(text)

    def mark(self, what: str, path: Path, text: str) -> None:
        start = self.at
        self.put(text)
        self.places[what, path] = (start, self.at)

    def choose(self, *options: str) -> str:
        choice: str = self.draw(st.sampled_from(options))
        return choice

    def scalar(self, value: object, path: Path, indent: int, flow: bool) -> None:
        if isinstance(value, str):
            lines = value.split("\n")
            if not flow and value.endswith("\n") and value.strip() and indent:
                pad = self.newline + " " * indent
                self.mark("value", path, "|" + "".join(pad + line for line in lines[:-1]))
                return
            if self.choose("single", "double") == "single" and "\n" not in value:
                self.mark("value", path, "'" + value.replace("'", "''") + "'")
            else:
                self.mark("value", path, json.dumps(value, ensure_ascii=False))
        else:
            self.mark("value", path, json.dumps(value))

    def flow(self, value: object, path: Path) -> None:
        if isinstance(value, dict):
            start = self.at
            self.put("{" + self.choose("", " "))
            for index, (key, inner) in enumerate(value.items()):
                if index:
                    self.put(self.choose(", ", " , ", "," + self.newline + "      "))
                self.mark("key", (*path, key), json.dumps(key))
                self.put(": ")
                self.flow(inner, (*path, key))
            self.put("}")
            self.places["value", path] = (start, self.at)
        elif isinstance(value, list):
            start = self.at
            self.put("[")
            for index, inner in enumerate(value):
                if index:
                    self.put(", ")
                self.flow(inner, (*path, index))
            self.put("]")
            self.places["value", path] = (start, self.at)
        else:
            self.scalar(value, path, 0, True)

    def end_line(self) -> None:
        self.put(self.choose("", "", "  # note", " #"))
        self.put(self.newline + self.choose("", "", self.newline, "# note" + self.newline))

    def block(self, value: object, path: Path, indent: int) -> None:
        """Write a value behind `key:` or `-`, its line end included."""
        if isinstance(value, (dict, list)) and value and self.choose("flow", "block") == "block":
            self.put(self.newline)
            self.collection(value, path, indent)
        else:
            self.put(" ")
            self.flow(value, path) if isinstance(value, (dict, list)) else self.scalar(
                value, path, indent, False
            )
            block_scalar = self.parts[-1].startswith("|")
            self.put(self.newline) if block_scalar else self.end_line()

    def collection(self, value: dict[str, Any] | list[Any], path: Path, indent: int) -> None:
        start = self.at + indent
        last: Path = path
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            last = (*path, step)
            self.put(" " * indent)
            if isinstance(step, str):
                self.mark("key", last, step)
                self.put(":")
            else:
                self.put("-")
            self.block(inner, last, indent + 2)
        self.places["value", path] = (start, self.places["value", last][1])


def _found(root: Node) -> dict[tuple[str, Path], tuple[int, int]]:
    found: dict[tuple[str, Path], tuple[int, int]] = {}

    def visit(node: Node, path: Path) -> None:
        found["value", path] = (node.span.start, node.span.end)
        if isinstance(node, Mapping):
            for entry in node.entries:
                found["key", (*path, entry.name)] = (entry.key.span.start, entry.key.span.end)
                visit(entry.value, (*path, entry.name))
        elif isinstance(node, Sequence):
            for index, item in enumerate(node.items):
                visit(item, (*path, index))

    visit(root, ())
    return found


@st.composite
def documents(draw: Any) -> tuple[str, dict[tuple[str, Path], tuple[int, int]], dict[str, Any]]:
    value = draw(st.dictionaries(KEYS, TREES, min_size=1, max_size=4))
    writer = Writer(draw, draw(st.sampled_from(["\n", "\r\n"])))
    writer.put(draw(st.sampled_from(["", "# note" + writer.newline, "---" + writer.newline])))
    writer.collection(value, (), 0)
    return "".join(writer.parts), writer.places, value


@settings(max_examples=300, deadline=None)
@given(documents())
def test_every_key_and_value_is_found_where_it_was_written(
    document: tuple[str, dict[tuple[str, Path], tuple[int, int]], dict[str, Any]],
) -> None:
    text, places, value = document
    (tree,) = parse(Source("a.yaml", text)).trees
    assert tree.problems == ()
    assert isinstance(tree.root, Mapping)
    from revox_lint.syntax.node import plain

    assert plain(tree.root) == value
    assert _found(tree.root) == places


@settings(max_examples=300, deadline=None)
@given(documents())
def test_each_visible_character_of_a_text_is_found_where_it_was_written(
    document: tuple[str, dict[tuple[str, Path], tuple[int, int]], dict[str, Any]],
) -> None:
    text = document[0]
    (tree,) = parse(Source("a.yaml", text)).trees
    stack = [tree.root]
    while stack:
        node = stack.pop()
        if isinstance(node, Mapping):
            stack += [entry.value for entry in node.entries]
        elif isinstance(node, Sequence):
            stack += node.items
        elif isinstance(node, Scalar) and isinstance(node.value, str):
            for index, char in enumerate(node.value):
                span = span_within(text, node, index, index + 1)
                written = text[span.start : span.end]
                assert span.start >= node.span.start and span.end <= node.span.end
                if not char.isspace():
                    assert written in (char, "\\" + char, char + char)


@settings(max_examples=200, deadline=None)
@given(documents())
def test_the_parser_without_c_builds_the_same_tree(
    document: tuple[str, dict[tuple[str, Path], tuple[int, int]], dict[str, Any]],
) -> None:
    text, places, value = document
    with patch.object(compose, "events", pure_events):
        (tree,) = parse(Source("a.yaml", text)).trees
    from revox_lint.syntax.node import plain

    assert tree.root is not None
    assert plain(tree.root) == value
    assert _found(tree.root) == places
