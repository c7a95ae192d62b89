"""A mistake as edits of a definition: read from YAML with marks, and put into a base.

The bases are four whole assistants on which every rule is silent, one in each language. A key
of the edits is a path, its steps divided by `/`; `prompt+` appends a paragraph. A value that
is marked from end to end is marked with its quotes. `DROP` takes an entry away, `SAME` leaves
a value whose key is marked. A string is written without quotes after `!raw`, is a list or a
mapping after `!yaml`, and has only its words marked after `!inner`.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from tests.rules.marks import Marks, visible, whole

LANGUAGES: Final = ("en", "fr", "de", "es")
_BASES: Final = Path(__file__).with_name("bases")


class Raw(NamedTuple):
    """A plain scalar exactly as it is written; only for YAML."""

    text: str


@dataclass(frozen=True)
class Marked:
    """A value that is marked as a whole: its two private characters, and what is in them."""

    ends: str
    value: Any


class _Verb(NamedTuple):
    name: str


_DROP, _SAME = _Verb("DROP"), _Verb("SAME")


def base(language: str) -> dict[str, Any]:
    """Return the base definition in a language."""
    return copy.deepcopy(_base(language))


@cache
def _base(language: str) -> dict[str, Any]:
    made: dict[str, Any] = yaml.safe_load((_BASES / f"{language}.yaml").read_text("utf-8"))
    return made


def read_edits(text: str, marks: Marks, rule: str) -> dict[str, Any]:
    """Return edits by path, their marks in `marks`."""
    node = yaml.compose(marks.inline(text, rule), Loader=yaml.SafeLoader)
    edits = _value(node)
    assert isinstance(edits, dict), text
    return edits


def _value(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    text = node.value
    if not node.style and text in (_DROP.name, _SAME.name):
        return _Verb(text)
    if whole(text) and node.tag != "!inner":
        return Marked(text[0] + text[-1], _scalar(text[1:-1], node))
    return _scalar(text, node)


def _scalar(text: str, node: Any) -> Any:
    if node.tag == "!raw":
        return Raw(text)
    if node.tag == "!inner" or (node.style and node.tag != "!yaml"):
        return text
    return yaml.safe_load(text)


def plant(tree: dict[str, Any], edits: dict[str, Any]) -> dict[str, Any]:
    """Return a definition with edits in it; the tree itself is changed."""
    for path, value in edits.items():
        if path == "prompt+":
            tree["prompt"] += f"\n{value}\n"
            continue
        *steps, last = path.split("/")
        below: Any = tree
        for step in steps:
            below = below[int(step)] if isinstance(below, list) else _below(below, step)
        _put(below, last, value)
    return tree


def bare(value: Any) -> Any:
    """Return a value without its marks."""
    if isinstance(value, Marked):
        return bare(value.value)
    if isinstance(value, dict):
        return {bare(key): bare(one) for key, one in value.items()}
    if isinstance(value, list):
        return [bare(one) for one in value]
    return visible(value) if isinstance(value, str) else value


def _below(mapping: dict[str, Any], step: str) -> Any:
    for key, value in mapping.items():
        if visible(key) == step:
            return value.value if isinstance(value, Marked) else value
    return mapping.setdefault(step, {})


def _put(below: Any, last: str, value: Any) -> None:
    if isinstance(below, list):
        if value == _DROP:
            del below[int(last)]
        else:
            below[int(last) : int(last) + 1] = [value]
        return
    entries = list(below.items())
    names = [visible(key) for key, _ in entries]
    if value == _DROP:
        below.pop(last, None)
    elif visible(last) not in names:
        below[last] = value
    else:
        at = names.index(visible(last))
        entries[at] = (last, entries[at][1] if value == _SAME else value)
        below.clear()
        below.update(entries)
