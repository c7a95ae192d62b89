"""Expectations about what is said, and about the variables in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from revox_lint.harness.expectations.expectation import ExpectationKind, Mismatch, Situation
from revox_lint.harness.reading import entries, listed
from revox_lint.harness.variables import filled, variables_of
from revox_lint.syntax.node import Mapping, Scalar
from revox_lint.syntax.span import Span

if TYPE_CHECKING:
    from revox_lint.contract.roles import Path
    from revox_lint.harness.reading import Reader
    from revox_lint.syntax.node import Node

MODES = ("generated", "static", "none")
_NOTHING = "nothing: it is not set"


class _Match(NamedTuple):
    """What a string has to be: `text` itself, or to contain and match; None where it is not set."""

    text: str | None
    contains: str | None = None
    regex: re.Pattern[str] | None = None

    def holds(self, found: str | None) -> bool:
        if self.contains is None and self.regex is None:
            return found == self.text
        if found is None or (self.contains is not None and self.contains not in found):
            return False
        return self.regex is None or self.regex.search(found) is not None

    def __str__(self) -> str:
        if self.contains is None and self.regex is None:
            return _NOTHING if self.text is None else repr(self.text)
        parts = [] if self.contains is None else [f"text that contains {self.contains!r}"]
        if self.regex is not None:
            parts.append(f"text that matches /{self.regex.pattern}/")
        return ", and ".join(parts)


def _read_match(reader: Reader, node: Node) -> _Match | None:
    if isinstance(node, Scalar) and node.value is None:
        _check_null(reader, node)
        return _Match(None)
    if not isinstance(node, Mapping):
        text = reader.text(node)
        return None if text is None else _Match(text)
    mapping = reader.mapping(node)
    contains: str | None = None
    regex: re.Pattern[str] | None = None
    for entry in entries(mapping) if mapping is not None else ():
        text = reader.text(entry.value) if entry.name in {"contains", "regex"} else None
        if text is not None and entry.name == "contains":
            contains = text
        elif text is not None:
            try:
                regex = re.compile(text)
            except (re.error, OverflowError, RecursionError) as error:
                reader.error(entry.value, f"`regex` is not a regular expression: {error}")
    return None if contains is None and regex is None else _Match(None, contains, regex)


def _check_null(reader: Reader, node: Scalar) -> None:
    if not node.text:
        reader.error(
            node, "no value: is it `null`, or forgotten?", "write `null` where none is set"
        )


def _judge_text(
    situation: Situation, name: str, path: Path, expected: _Match, span: Span
) -> Iterator[Mismatch]:
    written = situation.subject.document.value(*path)
    found = None if written is None else filled(written, situation.case.given.vars)
    if not expected.holds(found):
        yield Mismatch(name, span, str(expected), _NOTHING if found is None else repr(found))


class _First(NamedTuple):
    mode: tuple[str | None, Span] | None
    text: tuple[_Match, Span] | None


def _read_first(reader: Reader, node: Node) -> _First | None:
    mapping = reader.mapping(node)
    if mapping is None:
        return None
    before = len(reader.errors)
    mode: tuple[str | None, Span] | None = None
    text: tuple[_Match, Span] | None = None
    for entry in entries(mapping):
        if entry.name == "mode":
            if isinstance(entry.value, Scalar) and entry.value.value is None:
                _check_null(reader, entry.value)
                mode = (None, entry.value.span)
                continue
            word = reader.one_of(entry.value, MODES)
            mode = None if word is None else (word, entry.value.span)
        elif entry.name == "text":
            match = _read_match(reader, entry.value)
            text = None if match is None else (match, entry.value.span)
    return _First(mode, text) if len(reader.errors) == before else None


def _judge_first(situation: Situation, expected: _First, span: Span) -> Iterator[Mismatch]:
    document = situation.subject.document
    if expected.mode is not None:
        mode, place = expected.mode
        found = document.value(*document.roles.first_sentence_mode)
        if found != mode:
            yield Mismatch("first_sentence mode", place, mode or _NOTHING, found or _NOTHING)
    if expected.text is not None:
        match, place = expected.text
        path = document.roles.first_sentence
        yield from _judge_text(situation, "first_sentence text", path, match, place)


# --- variables ----------------------------------------------------------------------------


def read_names(reader: Reader, node: Node, name: str) -> frozenset[str] | None:
    """A list of different names; which only `empty` allows to be empty."""
    before = len(reader.errors)
    names: dict[str, Node] = {}
    for item in reader.items(node):
        word = reader.text(item)
        if word is None:
            continue
        if word in names:
            reader.error(
                item,
                f"`{word}` is given twice in `{name}`",
                related=(("first given here", names[word].span),),
            )
        names.setdefault(word, item)
    return frozenset(names) if len(reader.errors) == before else None


def differing(
    name: str, span: Span, expected: frozenset[str], found: frozenset[str]
) -> Iterator[Mismatch]:
    """A mismatch when two sets of names are not equal, with what is missing and what is more."""
    if expected == found:
        return
    detail = []
    if expected - found:
        detail.append(f"missing: {listed(sorted(expected - found))}")
    if found - expected:
        detail.append(f"not expected: {listed(sorted(found - expected))}")
    yield Mismatch(name, span, listed(sorted(expected)), listed(sorted(found)), tuple(detail))


def _judge_variables(
    situation: Situation, expected: frozenset[str], span: Span
) -> Iterator[Mismatch]:
    yield from differing("variables", span, expected, variables_of(situation.subject.document))


def _judge_include(
    situation: Situation, expected: frozenset[str], span: Span
) -> Iterator[Mismatch]:
    found = variables_of(situation.subject.document)
    if not expected <= found:
        detail = (f"missing: {listed(sorted(expected - found))}",)
        yield Mismatch(
            "variables_include", span, listed(sorted(expected)), listed(sorted(found)), detail
        )


def _judge_unresolved(
    situation: Situation, expected: frozenset[str], span: Span
) -> Iterator[Mismatch]:
    found = variables_of(situation.subject.document) - set(situation.case.given.vars)
    yield from differing("unresolved", span, expected, found)


_MATCH_SCHEMA: dict[str, Any] = {
    "examples": [{"contains": "Hello"}],
    "anyOf": [
        {"type": ["string", "null"]},
        {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "properties": {"contains": {"type": "string"}, "regex": {"type": "string"}},
        },
    ],
}
NAMES_SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {"type": "string", "pattern": r"\S"},
    "uniqueItems": True,
}
SOME_NAMES_SCHEMA: dict[str, Any] = {**NAMES_SCHEMA, "minItems": 1}

KINDS = (
    ExpectationKind(
        "first_sentence",
        "How the call is opened: the mode, and the text with the values of `vars` put in.",
        {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "examples": [{"text": {"contains": "Hello"}}],
            "properties": {
                "mode": {"enum": [*MODES, None]},
                "text": _MATCH_SCHEMA,
            },
        },
        _read_first,
        _judge_first,
    ),
    ExpectationKind(
        "voicemail",
        "What is left on voicemail, values put in; null when nothing is.",
        _MATCH_SCHEMA,
        lambda reader, node: _read_match(reader, node),
        lambda situation, match, span: _judge_text(
            situation, "voicemail", situation.subject.document.roles.voicemail, match, span
        ),
    ),
    ExpectationKind(
        "end_of_call",
        "What is said at the end, values put in; null when nothing is.",
        _MATCH_SCHEMA,
        lambda reader, node: _read_match(reader, node),
        lambda situation, match, span: _judge_text(
            situation, "end_of_call", situation.subject.document.roles.farewell, match, span
        ),
    ),
    ExpectationKind(
        "variables",
        "All variables `{{name}}` of the definition's texts, no more and no fewer.",
        NAMES_SCHEMA,
        lambda reader, node: read_names(reader, node, "variables"),
        _judge_variables,
    ),
    ExpectationKind(
        "variables_include",
        "Variables that the definition's texts use, among others.",
        SOME_NAMES_SCHEMA,
        lambda reader, node: read_names(reader, node, "variables_include"),
        _judge_include,
    ),
    ExpectationKind(
        "unresolved",
        "All variables that `vars` gives no value for, no more and no fewer.",
        NAMES_SCHEMA,
        lambda reader, node: read_names(reader, node, "unresolved"),
        _judge_unresolved,
    ),
)
