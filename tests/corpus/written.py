"""A definition as a value, written in several styles with the marks kept in place."""

from __future__ import annotations

import json
import re
from typing import Final, NamedTuple, TypeAlias

from tests.corpus.marked import BAR, CLOSE, OPEN, mark

Value: TypeAlias = object
"""A dict, a list, a str, a number, a bool, None, or one of the classes below."""


class Raw(NamedTuple):
    """A scalar exactly as it is to be written, without quotes; only for YAML."""

    text: str


class Bad(NamedTuple):
    """A value that is to be marked as a whole."""

    rule: str
    value: Value


class BadKey(str):
    """A key that is to be marked."""

    rule: str

    def __new__(cls, rule: str, key: str) -> BadKey:
        """Takes the rule and the key."""
        made = super().__new__(cls, key)
        made.rule = rule
        return made

    def __hash__(self) -> int:
        """Equals the key without its mark."""
        return str.__hash__(self)

    def __eq__(self, other: object) -> bool:
        """Equals the key without its mark."""
        return str.__eq__(self, other) is True


_PLAIN = re.compile(r"[A-Za-zÀ-ÿ][^:#{}\[\],&*?|<>=!%@`\"'\\\n]*[^\s:#{}\[\],&*?|<>=!%@`\"'\\]\Z")
_WORDS: Final = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_MARKS = re.compile(f"{OPEN}[^{BAR}]*{BAR}|{CLOSE}")


def _double(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _plain(text: str) -> str:
    bare = _MARKS.sub("", text)
    safe = _PLAIN.match(bare) and bare.lower() not in _WORDS and "  " not in bare
    return text if safe and "\n" not in bare else _double(text)


_QUOTES: Final = {"plain": _plain, "single": _single, "double": _double}


def _scalar(value: Value, quotes: str) -> str:
    if isinstance(value, Raw):
        return value.text
    if isinstance(value, str):
        style = "double" if "\n" in value else quotes
        return _QUOTES[style](value)
    return json.dumps(value)


def _key(key: str, quoted: bool) -> str:
    written = _double(key) if quoted else str(key)
    return mark(key.rule, written) if isinstance(key, BadKey) else written


def flow(value: Value, quotes: str, *, keys_quoted: bool = False) -> str:
    """Returns the value on one line, in braces and brackets."""
    if isinstance(value, Bad):
        return mark(value.rule, flow(value.value, quotes, keys_quoted=keys_quoted))
    if isinstance(value, dict):
        parts = (
            f"{_key(key, keys_quoted)}: {flow(one, quotes, keys_quoted=keys_quoted)}"
            for key, one in value.items()
        )
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(one, quotes, keys_quoted=keys_quoted) for one in value) + "]"
    return _scalar(value, quotes)


def block(value: dict[str, Value], quotes: str, *, indent: str = "", note: str = "") -> str:
    """Returns a mapping in block style; `note` is a comment to put behind every scalar."""
    out = []
    for key, one in value.items():
        out.append(f"{indent}{_key(key, False)}:{_after(one, quotes, indent, note)}")
    return "".join(out)


def _after(value: Value, quotes: str, indent: str, note: str) -> str:
    if isinstance(value, Bad):
        inner = _after(value.value, quotes, indent, note)
        text = inner.lstrip(" \n")
        space = inner[: len(inner) - len(text)]
        comment = note and text.endswith(note + "\n")
        tail = (note + "\n") if comment else "\n"
        return space + mark(value.rule, text[: -len(tail)]) + tail
    deeper = indent + "  "
    if isinstance(value, dict) and value:
        return "\n" + block(value, quotes, indent=deeper, note=note)
    if isinstance(value, list) and value:
        return "\n" + "".join(_element(one, quotes, deeper, note) for one in value)
    if isinstance(value, str) and "\n" in value:
        chomp = "" if value.endswith("\n") else "-"
        lines = value.removesuffix("\n").split("\n")
        body = "".join(f"{deeper}{line}\n" if line else "\n" for line in lines)
        return f" |{chomp}\n{body}"
    return f" {flow(value, quotes)}{note}\n"


def _element(value: Value, quotes: str, indent: str, note: str) -> str:
    if isinstance(value, dict) and value:
        inner = block(value, quotes, indent=indent + "  ", note=note)
        return f"{indent}- {inner[len(indent) + 2 :]}"
    return f"{indent}-{_after(value, quotes, indent, note)}"


def as_json(value: Value, indent: str = "\n") -> str:
    """Returns the value as an indented JSON text."""
    deeper = indent + "  "
    if isinstance(value, Bad):
        return mark(value.rule, as_json(value.value, indent))
    if isinstance(value, dict) and value:
        parts = (f"{_key(key, True)}: {as_json(one, deeper)}" for key, one in value.items())
        return "{" + deeper + ("," + deeper).join(parts) + indent + "}"
    if isinstance(value, list) and value:
        return "[" + deeper + ("," + deeper).join(as_json(x, deeper) for x in value) + indent + "]"
    return _scalar(value, "double")


def has_raw(value: Value) -> bool:
    """Whether a part of the value can only be written in YAML."""
    if isinstance(value, Bad):
        return has_raw(value.value)
    if isinstance(value, dict):
        return any(has_raw(one) for one in value.values())
    if isinstance(value, list):
        return any(has_raw(one) for one in value)
    return isinstance(value, Raw)


FIRST = 'name: "First 🚀 document"\nprompt: |\n  You are polite. # no comment\n'


def styles(value: dict[str, Value]) -> dict[str, str]:
    """Returns the definition in every style that can hold it, with its marks, by style."""
    made = {
        "plain": block(value, "plain"),
        "single": block(value, "single"),
        "double": "---\n" + block(value, "double"),
        "notes": "\ufeff# Ein Kommentar: mit Doppelpunkt 🦊\n"
        + block(value, "plain", note="  # ok"),
        "crlf": block(value, "single").replace("\n", "\r\n"),
        "second": FIRST + "---\n" + block(value, "plain"),
        "flow": flow(value, "double") + "\n",
        "fields in flow": "".join(
            f"{_key(key, True)}: {flow(one, 'single')}\n" for key, one in value.items()
        ),
    }
    aliased = by_alias(value)
    if aliased is not None:
        made["alias"] = aliased
    if not has_raw(value):
        made["json"] = as_json(value) + "\n"
        made["compact json"] = flow(value, "double", keys_quoted=True)
    return made


_TODO = re.compile("TODO|YOUR_|_HERE")  # a mistake in any text
HOLDER: Final = "end_of_call_sentence"


def by_alias(value: dict[str, Value]) -> str | None:
    """Returns the definition with its one bad text brought in by an alias, if there is one.

    The anchor is where any text may stand.
    """
    bad = _bad_texts(value)
    if len(bad) != 1 or "\n" in bad[0] or _TODO.search(bad[0]) or (value.get(HOLDER) in bad):
        return None
    if isinstance(value.get(HOLDER), Bad) or isinstance(next(iter(value)), BadKey):
        return None
    made = {HOLDER: Raw("&held " + _double(bad[0])), **value}
    made[HOLDER] = Raw("&held " + _double(bad[0]))
    return block({key: _with_alias(one) for key, one in made.items()}, "plain")


def _bad_texts(value: Value) -> list[str]:
    if isinstance(value, Bad):
        return [value.value] if isinstance(value.value, str) else []
    if isinstance(value, dict):
        return [text for one in value.values() for text in _bad_texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in _bad_texts(one)]
    return []


def _with_alias(value: Value) -> Value:
    if isinstance(value, Bad):
        return Bad(value.rule, Raw("*held")) if isinstance(value.value, str) else value
    if isinstance(value, dict):
        return {key: _with_alias(one) for key, one in value.items()}
    return [_with_alias(one) for one in value] if isinstance(value, list) else value


def is_json(style: str) -> bool:
    """Whether the style is for a file that ends in `.json`."""
    return style.endswith("json")
