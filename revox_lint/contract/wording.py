"""Places and types of the contract in words, for messages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from revox_lint.syntax.quote import joined, quote

if TYPE_CHECKING:
    from revox_lint.json_schema import Path


def within(path: Path) -> str:
    """Return where a field of the mapping at `path` is: " in `voice`"; "" for the top level."""
    return f" in {field_in_words(path)}" if path else ""


def field_in_words(path: Path) -> str:
    """Return the value at `path` in words, as "`speed`" or "an element of `enum_options`"."""
    if isinstance(path[-1], str):
        return quote(path[-1])
    names = [step for step in path if isinstance(step, str)]
    return f"an element of {quote(names[-1])}" if names else "an element"


def in_elements(message: str, count: int) -> str:
    """Return what is said of one element of a list as it is said of several."""
    return message.replace(" an element of ", f" {count} elements of ", 1)


TYPES: Final[dict[str, str]] = {
    "string": "a string",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "`true` or `false`",
    "array": "a list",
    "object": "a mapping",
}
"""JSON type name → its name in a message."""

PLURALS: Final[dict[str, str]] = {
    "string": "strings",
    "integer": "whole numbers",
    "number": "numbers",
    "boolean": "`true` or `false`",
    "array": "lists",
    "object": "mappings",
}
"""JSON type name → its name in a message about several values."""


def types_in_words(types: Iterable[str]) -> str:
    """Return the types that a place takes, without null: "a whole number", "a string or a list"."""
    return " or ".join(TYPES.get(name, name) for name in types if name != "null") or "nothing"


def listed(values: Iterable[str], last: str = "or") -> str:
    """Return values in backticks: "`a`, `b` or `c`"."""
    return _listed(tuple(values), last)


@lru_cache(maxsize=64)
def _listed(values: tuple[str, ...], last: str) -> str:
    return joined([quote(value) for value in values], last)


_VALUES: Final = r"write (`[^`]+`(?:(?:, | or )`[^`]+`)*)(?: (?:if|for) .*)?"
_WHOLE: Final = r"[\w@](?:[^`{}]*\w)?"


def as_json(help: str, *, whole: bool) -> str:
    """Return a help with what it says to write in JSON instead of YAML.

    That is every `key: value` and, where a `whole` string is to be replaced, the values.
    """
    written = re.sub(r"`(\w+):( [^`]+)?`", _pair_as_json, help)
    values = re.fullmatch(_VALUES, written) if whole else None
    if values is None:
        return written
    quoted = re.sub(r"`([^`]+)`", _value_as_json, values[1])
    return written.replace(values[1], quoted, 1)


def _pair_as_json(pair: re.Match[str]) -> str:
    if pair[2] is None:
        return f'`"{pair[1]}":`'
    from revox_lint.syntax.node import UnreadableError, plain
    from revox_lint.syntax.parse import parse
    from revox_lint.syntax.source import Source

    root = parse(Source("a.yaml", pair[2])).trees[0].root
    try:
        value = pair[2].strip() if root is None else plain(root)
    except UnreadableError:
        value = pair[2].strip()
    return f'`"{pair[1]}": {json.dumps(value, ensure_ascii=False)}`'


def _value_as_json(value: re.Match[str]) -> str:
    try:
        json.loads(value[1])
    except ValueError:
        if re.fullmatch(_WHOLE, value[1]) is not None:
            return f"`{json.dumps(value[1], ensure_ascii=False)}`"
    return value[0]
