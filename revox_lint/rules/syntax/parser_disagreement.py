"""An unquoted value that YAML 1.1 and YAML 1.2 read differently.

`17:00` is a string in YAML 1.2 and the number 1020 in YAML 1.1; `no` is a string in one and false
in the other; `0600` is 600 in one and 384 in the other. Ruby reads `09:30` as 34200 and `12:00` as
43200. The characters U+0085, U+2028 and U+2029 end a line in YAML 1.1 only. The file cannot choose
its parser.

It is an error where the string has a format (a time, an identifier, a choice) and in a number, and
a warning in free text and where only Ruby disagrees. The readings are those of the YAML 1.2.2 core
schema, of PyYAML, which reads YAML 1.1, and of Ruby's Psych (`scalar_scanner.rb`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from revox_lint import edit
from revox_lint.contract.contract import Path
from revox_lint.contract.data import flow
from revox_lint.contract.elements import scalars
from revox_lint.contract.meant import fits
from revox_lint.contract.path import any_element
from revox_lint.contract.wording import field_in_words
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Scalar, Sequence
from revox_lint.syntax.odd_spaces import SEPARATORS
from revox_lint.syntax.quote import MOST
from revox_lint.syntax.scalar import (
    Symbol,
    Timestamp,
    Value,
    resolve_1_1,
    resolve_psych,
    whole,
)
from revox_lint.syntax.span import Span

SEVERITY = Severity.ERROR
FIX = Applicability.SAFE
SUPERSEDES = ("wrong-type", "unknown-value")

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: 9:30  # error
      calling_window_end_time: 17:00  # error
      retry_delay_seconds: 3600
structured_output_config:
  - name: interested
    required: true
    type: enum
    enum_options: ["yes", no]  # error
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "9:30"
      calling_window_end_time: "17:00"
      retry_delay_seconds: 3600
structured_output_config:
  - name: interested
    required: true
    type: enum
    enum_options: ["yes", "no"]
"""


class _Reading(NamedTuple):
    """A scalar, its place, and what readers of YAML 1.1 and Ruby make of it."""

    node: Scalar
    path: Path
    older: Value
    ruby: Value
    number: bool
    severity: Severity | None


_FEW = 50  # elements that a help repeats


def check(document: Document) -> Iterator[Finding]:
    yield from _separators(document)
    for path, group in groupby(_readings(document), lambda one: one.path[:-1]):
        readings = list(group)
        within = document.find(*path) if len(readings) > 1 else None
        if isinstance(within, Sequence):
            yield _elements(document, path, within, readings)
        else:
            for one in readings:
                yield _finding(document, one)


def _separators(document: Document) -> Iterator[Finding]:
    """Yield the finding about characters that end a line for readers of YAML 1.1 only."""
    start, end = document.extent
    text = document.source.text
    if text.isascii():
        return
    places = re.finditer(f"[{''.join(SEPARATORS)}]", text[start:end])
    if (first := next(places, None)) is None:
        return
    line_break = "`\\n`" if document.in_json else "a line break"
    char, more = first.group(), sum(1 for _ in places)
    also = f", also in {more} more {'place' if more == 1 else 'places'}" if more else ""
    yield Finding(
        Span(start + first.start(), start + first.end()),
        f"{SEPARATORS[char]} (U+{ord(char):04X}) ends the line in YAML 1.1, not in YAML 1.2{also}",
        help=f"write {line_break} or a space",
        severity=Severity.WARNING,
    )


def _elements(
    document: Document, path: Path, within: Sequence, readings: list[_Reading]
) -> Finding:
    """Return the one finding about several elements of a list."""
    worst = min(readings, key=lambda one: one.severity is not None)
    first = _finding(document, worst)
    few = len(within.items) <= _FEW
    texts = [document.quoted(one)[1:-1] for one in scalars(within)] if few else []
    return first._replace(
        where=within if within.flow else first.where,
        message=f"{len(readings)} elements of {field_in_words(path)} depend on the reader: "
        f"{first.message}",
        help=f"write `{flow([*texts])}`" if within.flow and texts else "quote each of them",
        fix=edit.together(
            (edit.quote(document.source, one.node) for one in readings), "Quote the values", FIX
        ),
        covers=tuple(one.node for one in readings),
    )


def _finding(document: Document, one: _Reading) -> Finding:
    node, older, ruby = one.node, one.older, one.ruby
    only_ruby = _same(older, node.value)
    newer = _named(ruby if only_ruby else older)
    also = "" if only_ruby or _same(ruby, older) else f" ({_named(ruby)} in Ruby)"
    return Finding(
        node,
        f"{document.quoted(node.text)} is {_named(node.value)} in YAML 1.2 but {newer} in "
        f"{'Ruby' if only_ruby else 'YAML 1.1'}{also}",
        help=f"write `{_digits(node.value)}`" if one.number else _quoted(node.text),
        fix=None if one.number else edit.quote(document.source, node),
        severity=one.severity,
    )


def _readings(document: Document) -> Iterator[_Reading]:
    contract, roles = document.contract, document.roles
    wanted: dict[Path, tuple[frozenset[str], tuple[str, ...]]] = {}
    general: dict[Path, Path] = {}
    fitting: dict[tuple[Path, str], bool] = {}
    free = {text.path for text in roles.texts}
    free |= {roles.name, roles.output_name, (*roles.output_options, 0)}
    for place in document.places:
        node = place.node
        if not isinstance(node, Scalar) or not node.plain or not node.text:
            continue
        read = _read(node.text, node.value)
        if read is None:
            continue
        older, ruby = read
        above = place.path[:-1]
        if above not in general:
            general[above] = any_element(above)
        path = (*general[above], *any_element(place.path[-1:]))
        if path not in wanted:
            wanted[path] = contract.types(path), contract.values(path)
        types, values = wanted[path]
        number = (
            "string" not in types
            and _is_number(node.value)
            and not types.isdisjoint({"number", "integer"})
            and not document.in_json  # which only readers of JSON read
        )
        if not number and "string" not in types:
            continue
        if not number and not isinstance(node.value, str):
            if (path, node.text) not in fitting:
                as_string = Scalar(node.span, node.text, node.text, '"')
                fitting[path, node.text] = fits(contract, path, as_string)
            if not fitting[path, node.text]:
                continue  # quotes would not make it right
        if values and isinstance(node.value, str) and node.text not in values:
            continue  # which is an unknown value for either
        prose = path in free and isinstance(node.value, str)
        warns = prose or _same(older, node.value)
        severity = Severity.WARNING if warns else None
        yield _Reading(node, place.path, older, ruby, number, severity)


@lru_cache(maxsize=4096, typed=True)
def _read(text: str, value: Value) -> tuple[Value, Value] | None:
    """Return what YAML 1.1 and Ruby read; None if both read `value`."""
    older, ruby = resolve_1_1(text), resolve_psych(text)
    return None if _same(older, value) and _same(ruby, value) else (older, ruby)


def _quoted(text: str) -> str:
    if len(text) > MOST or not text.isprintable():
        return "put quotes around it"
    mark = "'" if '"' in text or "\\" in text else '"'
    inner = text if mark == '"' else text.replace("'", "''")
    return f"quote it: {mark}{inner}{mark}"


def _same(one: Value, other: Value) -> bool:
    return type(one) is type(other) and (one == other or (one != one and other != other))


def _is_number(value: Value) -> bool:
    """Whether it is a number that can be written in digits."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e15


def _named(value: Value) -> str:
    if isinstance(value, Timestamp):
        return "a date"
    if isinstance(value, Symbol):
        return "a symbol"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, (int, float)):
        return f"the number {_digits(value)}" if _is_number(value) else "a number"
    return "a string" if isinstance(value, str) else "`null`"


def _digits(value: Value) -> str:
    exact = whole(value)
    return str(value if exact is None else exact)
