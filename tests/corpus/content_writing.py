"""Definitions as data with marked mistakes, written out in every style a file may have.

A mark says which rule speaks and where: `⟪rule|words⟫` inside a text or around a key, and
`at(rule, value)` around a whole value. A rule may carry a severity: `rule:warning`.
Writing a definition out removes the marks and tells where they stood.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

OPEN, BAR, CLOSE = "⟪", "|", "⟫"
_FIRST = 0xE000
_PLAIN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9_ .'’!?/@-]*")
_KEY = re.compile('^"([\ue000-\uf8ff])([^"]*)([\ue000-\uf8ff])"')
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null", "inf", "nan"})


class Expected(NamedTuple):
    """A diagnostic that must come: its rule, its severity if that matters, and its text."""

    rule: str
    severity: str | None
    start: int
    end: int


@dataclass(frozen=True)
class At:
    """A value that is marked whole, quotes included."""

    rule: str
    value: Any


def at(rule: str, value: Any) -> At:
    """Mark a whole value."""
    return At(rule, value)


@dataclass
class _Marks:
    rules: list[str] = field(default_factory=list)

    def open(self, rule: str) -> tuple[str, str]:
        self.rules.append(rule)
        index = _FIRST + 2 * (len(self.rules) - 1)
        return chr(index), chr(index + 1)

    def inline(self, text: str) -> str:
        """`text` with each mark as a pair of private characters."""
        parts = re.split(f"({OPEN}[^{BAR}]*\\{BAR}|{CLOSE})", text)
        closing: list[str] = []
        for index, part in enumerate(parts):
            if part.startswith(OPEN):
                parts[index], end = self.open(part[1:-1])
                closing.append(end)
            elif part == CLOSE:
                parts[index] = closing.pop()
        return "".join(parts)

    def strip(self, text: str) -> tuple[str, list[Expected]]:
        """`text` without private characters, and where they stood."""
        starts: dict[int, int] = {}
        found: list[Expected] = []
        out: list[str] = []
        for char in text:
            number = ord(char) - _FIRST
            if not 0 <= number < 2 * len(self.rules):
                out.append(char)
            elif number % 2 == 0:
                starts[number // 2] = len(out)
            else:
                rule, _, severity = self.rules[number // 2].partition(":")
                found.append(Expected(rule, severity or None, starts[number // 2], len(out)))
        return "".join(out), sorted(found, key=lambda one: (one.start, one.end, one.rule))


def marked_text(text: str) -> tuple[str, list[Expected]]:
    """A text of a file with marks in it: the file, and what must be said of it."""
    marks = _Marks()
    return marks.strip(marks.inline(text))


def bare(value: Any) -> Any:
    """`value` without its marks."""
    if isinstance(value, At):
        return bare(value.value)
    if isinstance(value, dict):
        return {bare(key): bare(item) for key, item in value.items()}
    if isinstance(value, list):
        return [bare(item) for item in value]
    if isinstance(value, str):
        return marked_text(value)[0]
    return value


def _private(char: str) -> bool:
    return 0xE000 <= ord(char) <= 0xF8FF


def _visible(text: str) -> str:
    return "".join(char for char in text if not _private(char))


def _double(text: str, escaped: bool, surrogates: bool) -> str:
    out = []
    for char in text:
        if _private(char):
            out.append(char)
        elif escaped and ord(char) > 0xFFFF and not surrogates:
            out.append(f"\\U{ord(char):08x}")
        elif escaped or ord(char) < 0x80:
            out.append(json.dumps(char)[1:-1])
        else:
            out.append(json.dumps(char, ensure_ascii=False)[1:-1])
    return '"' + "".join(out) + '"'


def _literal(text: str, pad: str) -> str:
    chomp = "" if _visible(text).endswith("\n") else "-"
    body = text.rstrip("\n") if not chomp else text
    lines = [pad + line if _visible(line) else line for line in body.split("\n")]
    return "|" + chomp + "\n" + "\n".join(lines)


def _folded(text: str, pad: str, width: int = 44) -> str:
    chomp = "" if _visible(text).endswith("\n") else "-"
    body = text.rstrip("\n") if not chomp else text
    lines = []
    for line in body.split("\n"):
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


class Style(NamedTuple):
    """How a definition is written: `texts` is the scalar style of texts of some length."""

    name: str
    texts: str = "literal"
    flow: bool = False
    json: bool = False
    escaped: bool = False
    aliased: bool = False
    second: bool = False
    crlf: bool = False


STYLES = (
    Style("block", "literal"),
    Style("folded", "folded"),
    Style("quoted", "double"),
    Style("escaped", "double", escaped=True),
    Style("single", "single"),
    Style("flow", "double", flow=True),
    Style("json", "double", json=True),
    Style("json-escaped", "double", json=True, escaped=True),
    Style("aliased", "double", aliased=True),
    Style("second", "literal", second=True, crlf=True),
)


class Written(NamedTuple):
    """A file: its path, its text, and every diagnostic that must come, in the file's order."""

    path: str
    text: str
    expected: list[Expected]


FIRST_DOCUMENT = (
    'name: "Première"\nprompt: |\n  Vous appelez pour confirmer une livraison. 📦\n'
    "  Restez bref.\n---\n"
)


def write(definition: dict[str, Any], style: Style) -> Written | None:
    """Write `definition` out; None when it cannot be written in that style."""
    marks = _Marks()
    writer = _Writer(marks, style)
    if style.json:
        text = writer.json(definition, 0) + "\n"
    elif style.aliased:
        aliased = writer.with_aliases(definition)
        if aliased is None:
            return None
        text = aliased
    else:
        text = writer.mapping(definition, 0)
    if style.second:
        text = FIRST_DOCUMENT + text
    if style.crlf:
        text = text.replace("\n", "\r\n")
    text, expected = marks.strip(text)
    return Written("a.json" if style.json else "a.yaml", text, expected)


class _Writer:
    def __init__(self, marks: _Marks, style: Style) -> None:
        self.marks = marks
        self.style = style

    def _around(self, value: At, write: Callable[[Any], str]) -> str:
        start, end = self.marks.open(value.rule)
        return start + write(value.value) + end

    def scalar(self, value: Any, pad: str = "") -> str:
        if isinstance(value, At):
            return self._around(value, lambda inner: self.scalar(inner, pad))
        if not isinstance(value, str):
            return "null" if value is None else json.dumps(value)
        text = self.marks.inline(value)
        seen = _visible(text)
        if not (self.style.json or self.style.escaped or self.style.texts == "double"):
            if _PLAIN.fullmatch(seen) and seen[-1] != " " and seen.lower() not in _WORDS:
                return text
            blocky = seen[:1] not in ("", " ", "\t", "\n") and all(
                char.isprintable() or char == "\n" for char in seen
            )
            blocky = blocky and not seen.endswith("\n\n") and seen.rstrip(" ") == seen
            if pad and blocky and ("\n" in seen or len(seen) > 60):
                indented = any(line[:1] in (" ", "\t") for line in seen.split("\n"))
                if self.style.texts == "folded" and not indented:
                    return _folded(text, pad)
                if self.style.texts != "single":
                    return _literal(text, pad)
            if "\n" not in seen and self.style.texts == "single" and seen.isprintable():
                return "'" + text.replace("'", "''") + "'"
        return _double(text, self.style.escaped, self.style.json)

    def json(self, value: Any, depth: int) -> str:
        if isinstance(value, At):
            return self._around(value, lambda inner: self.json(inner, depth))
        pad, last = "  " * (depth + 1), "  " * depth
        if isinstance(value, dict) and value:
            rows = [f"{self.scalar(k)}: {self.json(v, depth + 1)}" for k, v in value.items()]
            # A marked key is marked with its quotes.
            rows = [_KEY.sub(r'\1"\2"\3', row) for row in rows]
            return "{\n" + ",\n".join(pad + row for row in rows) + "\n" + last + "}"
        if isinstance(value, list) and value:
            rows = [self.json(item, depth + 1) for item in value]
            return "[\n" + ",\n".join(pad + row for row in rows) + "\n" + last + "]"
        if isinstance(value, dict | list):
            return "{}" if isinstance(value, dict) else "[]"
        return self.scalar(value)

    def flow(self, value: Any) -> str:
        if isinstance(value, At):
            return self._around(value, self.flow)
        if isinstance(value, dict):
            rows = [f"{self.marks.inline(k)}: {self.flow(v)}" for k, v in value.items()]
            return "{" + ", ".join(rows) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.flow(item) for item in value) + "]"
        return self.scalar(value)

    def mapping(self, value: dict[str, Any], depth: int) -> str:
        return "".join(self._entry(key, item, depth) for key, item in value.items())

    def _entry(self, key: str, value: Any, depth: int) -> str:
        inner = value.value if isinstance(value, At) else value
        pad = "  " * depth
        head = f"{pad}{self.marks.inline(key)}:"
        if isinstance(inner, dict | list) and (self.style.flow or not inner or value is not inner):
            return f"{head} {self.flow(value)}\n"
        if isinstance(inner, dict):
            return f"{head}\n{self.mapping(inner, depth + 1)}"
        if isinstance(inner, list):
            return f"{head}\n" + "".join(self._item(item, depth + 1) for item in inner)
        return f"{head} {self.scalar(value, '  ' * (depth + 1))}\n"

    def _item(self, value: Any, depth: int) -> str:
        pad = "  " * depth
        if isinstance(value, dict):
            return f"{pad}- {self.mapping(value, depth + 1).lstrip(' ')}"
        if isinstance(value, At) and isinstance(value.value, dict | list):
            return f"{pad}- {self.flow(value)}\n"
        return f"{pad}- {self.scalar(value, '  ' * (depth + 1))}\n"

    def with_aliases(self, definition: dict[str, Any]) -> str | None:
        """The first string that is marked once stands under `name`, its own field is an alias.

        A secret is one wherever it stands: there the anchor is marked, and the alias is not.
        """
        for key, value in definition.items():
            inner = value.value if isinstance(value, At) else value
            if not isinstance(inner, str) or key == "name":
                continue
            rules = [value.rule] if isinstance(value, At) else re.findall(f"{OPEN}([^|]*)", inner)
            if len(rules) != 1 or rules[0] == "credentials-in-webhook":
                continue
            if rules[0] == "secret-in-text":
                anchored, alias = self.scalar(inner), "*shared"
            else:
                start, end = self.marks.open(rules[0])
                anchored, alias = self.scalar(bare(inner)), f"{start}*shared{end}"
            rest = {k: v for k, v in definition.items() if k not in ("name", key)}
            before = dict(list(definition.items())[: list(definition).index(key)])
            before.pop("name", None)
            after = {k: v for k, v in rest.items() if k not in before}
            return (
                f"name: &shared {anchored}\n{self.mapping(before, 0)}"
                f"{key}: {alias}\n{self.mapping(after, 0)}"
            )
        return None
