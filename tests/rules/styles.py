"""A definition with marks, written in every style that a file may have."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, Final, NamedTuple

from tests.rules.marks import Marks, Place, visible, whole
from tests.rules.seeds import Marked, Raw

_PLAIN: Final = r"[A-Za-zÀ-ÿ](?:[^:#{}\[\],&*?|<>=!%@`\"'\\\n]*[^\s:#{}\[\],&*?|<>=!%@`\"'\\])?"
_WORDS: Final = frozenset(
    {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "inf", "nan"}
)
_FIRST_DOCUMENT: Final = (
    'name: "First 🚀 document"\nprompt: |\n  You are polite. # no comment\n---\n'
)
_NOTE: Final = "  # ok"


class Style(NamedTuple):
    """How a definition is written: `texts` is the scalar style of texts of some length."""

    name: str
    texts: str = "literal"
    flow: str = ""
    json: bool = False
    escaped: bool = False
    aliased: bool = False
    second: bool = False
    noted: bool = False
    crlf: bool = False


STYLES: Final = (
    Style("block"),
    Style("single", "single"),
    Style("folded", "folded"),
    Style("quoted", "double"),
    Style("escaped", "double", escaped=True),
    Style("noted", noted=True),
    Style("crlf", "single", crlf=True),
    Style("second", second=True, crlf=True),
    Style("flow", "double", flow="all"),
    Style("fields in flow", "single", flow="fields"),
    Style("aliased", "double", aliased=True),
    Style("json", "double", json=True),
    Style("compact json", "double", json=True, flow="all"),
    Style("escaped json", "double", json=True, escaped=True),
)


class Written(NamedTuple):
    """A file: its path, its text, and every diagnostic that is expected, in order."""

    path: str
    text: str
    places: list[Place]


def write(definition: dict[str, Any], marks: Marks, style: Style) -> Written | None:
    """Write a definition; None where it cannot be written in that style."""
    writer = _Writer(style)
    if style.json and any(isinstance(one, Raw) for one in _scalars(definition)):
        return None
    if style.aliased:
        aliased = _aliased(definition, marks)
        if aliased is None:
            return None
        definition = aliased
    if style.flow == "all":
        text = writer.flow(definition) + "\n"
    elif style.json:
        text = writer.json(definition, 0) + "\n"
    elif style.flow:
        text = "".join(f"{writer.key(k)}: {writer.flow(v)}\n" for k, v in definition.items())
    else:
        text = writer.mapping(definition, 0)
    if style.name == "quoted":
        text = "---\n" + text
    if style.noted:
        text = "# Ein Kommentar: mit Doppelpunkt 🦊\n" + text
    if style.second:
        text = _FIRST_DOCUMENT + text
    if style.crlf:
        text = text.replace("\n", "\r\n")
    plain, places = marks.strip(text)
    return Written("a.json" if style.json else "a.yaml", plain, places)


def _scalars(value: Any) -> Iterator[Any]:
    if isinstance(value, Marked):
        yield from _scalars(value.value)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _scalars(one)
    elif isinstance(value, list):
        for one in value:
            yield from _scalars(one)
    else:
        yield value


def _aliased(definition: dict[str, Any], marks: Marks) -> dict[str, Any] | None:
    """Return a definition whose one marked text is under `name`, and its own field an alias.

    A secret is one wherever it is: the anchor is marked then, and the alias is not.
    """
    rules = marks.rules()
    if len(rules) != 1 or rules[0] == "credentials-in-webhook":
        return None
    held: list[str] = []

    def replaced(value: Any) -> Any:
        inner = value.value if isinstance(value, Marked) else value
        if isinstance(inner, dict) and inner is value:
            return {key: replaced(one) for key, one in inner.items()}
        if isinstance(inner, list) and inner is value:
            return [replaced(one) for one in inner]
        if not isinstance(inner, str) or (inner is value and visible(inner) == inner):
            return value
        secret = rules[0] == "secret-in-text"
        held.append(inner if secret else visible(inner))
        ends = "".join(char for char in inner if not visible(char))
        ends = value.ends if isinstance(value, Marked) else ends
        return Raw("*shared") if secret else Marked(ends, Raw("*shared"))

    made = {key: one if key == "name" else replaced(one) for key, one in definition.items()}
    if not held or not visible(held[0]).strip() or visible(next(iter(made))) != "name":
        return None
    double = _double(held[0], escaped=False, surrogates=False)
    return {**made, "name": Raw(f"&shared {double}")}


def _double(text: str, *, escaped: bool, surrogates: bool) -> str:
    out = []
    for char in text:
        if not visible(char):
            out.append(char)
        elif escaped and ord(char) > 0xFFFF and not surrogates:
            out.append(f"\\U{ord(char):08x}")
        elif escaped or ord(char) < 0x80:
            out.append(json.dumps(char)[1:-1])
        else:
            out.append(char)
    return '"' + "".join(out) + '"'


def _literal(text: str, pad: str) -> str:
    chomp = "" if visible(text).endswith("\n") else "-"
    lines = [pad + line if visible(line) else line for line in text.rstrip("\n").split("\n")]
    return "|" + chomp + "\n" + "\n".join(lines)


def _folded(text: str, pad: str, width: int = 44) -> str:
    chomp = "" if visible(text).endswith("\n") else "-"
    lines = []
    for line in text.rstrip("\n").split("\n"):
        rows = [""]
        for word in re.split(r"(?<! ) (?! )", line):
            if rows[-1] and len(rows[-1]) + len(word) > width:
                rows.append(word)
            else:
                rows[-1] += (" " if rows[-1] else "") + word
        lines.append("\n".join(pad + row if row else "" for row in rows))
    out = lines[0]
    for before, line in pairwise(lines):
        out += ("\n\n" if before and line else "\n") + line
    return ">" + chomp + "\n" + out


def _around(value: Marked, write: Callable[[Any], str]) -> str:
    return value.ends[0] + write(value.value) + value.ends[1]


class _Writer:
    def __init__(self, style: Style) -> None:
        self.style = style

    def key(self, key: str) -> str:
        if not (self.style.json or self.style.flow == "fields"):
            return key
        # A marked key is marked with its quotes.
        return f'{key[0]}"{key[1:-1]}"{key[-1]}' if whole(key) else f'"{key}"'

    def scalar(self, value: Any, pad: str = "") -> str:
        if isinstance(value, Marked):
            return _around(value, lambda inner: self.scalar(inner, pad))
        if isinstance(value, Raw):
            return value.text
        if not isinstance(value, str):
            return json.dumps(value)
        seen = visible(value)
        if not (self.style.json or self.style.texts == "double"):
            plain = "  " not in seen and seen.lower() not in _WORDS
            if plain and len(seen) <= 60 and re.fullmatch(_PLAIN, seen):
                return value
            if pad and self.style.texts != "single" and ("\n" in seen or len(seen) > 60):
                block = self._block(value, seen, pad)
                if block:
                    return block
            if "\n" not in seen and self.style.texts == "single" and seen.isprintable():
                return "'" + value.replace("'", "''") + "'"
        return _double(value, escaped=self.style.escaped, surrogates=self.style.json)

    def _block(self, value: str, seen: str, pad: str) -> str:
        """Return a text as a block scalar; nothing where that would need an indentation sign."""
        if seen[0] in " \t\n" or seen.endswith("\n\n") or seen.rstrip(" ") != seen:
            return ""
        if not all(char.isprintable() or char == "\n" for char in seen):
            return ""
        indented = any(line[:1] in (" ", "\t") for line in seen.split("\n"))
        if self.style.texts == "folded" and not indented:
            return _folded(value, pad)
        return _literal(value, pad)

    def json(self, value: Any, depth: int) -> str:
        if isinstance(value, Marked):
            return _around(value, lambda inner: self.json(inner, depth))
        pad, last = "\n" + "  " * (depth + 1), "\n" + "  " * depth
        if isinstance(value, dict) and value:
            rows = [f"{self.key(k)}: {self.json(v, depth + 1)}" for k, v in value.items()]
            return "{" + pad + ("," + pad).join(rows) + last + "}"
        if isinstance(value, list) and value:
            rows = [self.json(item, depth + 1) for item in value]
            return "[" + pad + ("," + pad).join(rows) + last + "]"
        return self.flow(value)

    def flow(self, value: Any) -> str:
        if isinstance(value, Marked):
            return _around(value, self.flow)
        if isinstance(value, dict):
            quoted = self.key if self.style.json else str
            return "{" + ", ".join(f"{quoted(k)}: {self.flow(v)}" for k, v in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.flow(item) for item in value) + "]"
        return self.scalar(value)

    def mapping(self, value: dict[str, Any], depth: int) -> str:
        return "".join(self._entry(key, item, depth) for key, item in value.items())

    def _entry(self, key: str, value: Any, depth: int) -> str:
        head = f"{'  ' * depth}{key}:"
        if isinstance(value, dict) and value:
            return f"{head}\n{self.mapping(value, depth + 1)}"
        if isinstance(value, list) and value:
            return f"{head}\n" + "".join(self._item(item, depth + 1) for item in value)
        return f"{head} {self._line(value, depth)}"

    def _item(self, value: Any, depth: int) -> str:
        pad = "  " * depth
        if isinstance(value, dict) and value:
            return f"{pad}- {self.mapping(value, depth + 1).lstrip(' ')}"
        return f"{pad}- {self._line(value, depth)}"

    def _line(self, value: Any, depth: int) -> str:
        inner = value.value if isinstance(value, Marked) else value
        nested = isinstance(inner, dict | list)
        text = self.flow(value) if nested else self.scalar(value, "  " * (depth + 1))
        return text + (_NOTE if self.style.noted and "\n" not in text else "") + "\n"
