"""A `.json` file as text that can be read: its first error, and all of them out of the way.

Of the ways in which an error can be explained, that one is taken with which the text can be
read the furthest. What no explanation makes readable is blanked from there to the end.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from revox_lint.syntax.json_brackets import (
    Brackets,
    Change,
    JsonError,
    bracket_errors,
    brackets,
    ends_early,
)
from revox_lint.syntax.json_errors import explain, not_a_mapping
from revox_lint.syntax.json_values import TYPOGRAPHIC
from revox_lint.syntax.odd_spaces import UNSEEN
from revox_lint.syntax.span import Span

_BETWEEN: Final = rf"\"(?:[^\"\\\r\n]|\\.)*\"?|((?<!:)//[^\r\n]*|/\*.*?(?:\*/|\Z)|{UNSEEN})"
_CONSTANT: Final = r"\"(?:[^\"\\]|\\.)*\"|(-?(?:NaN|Infinity))"
_VALUE_BEFORE: Final = re.compile(
    r"(?:\"(?:[^\"\\\r\n]|\\.)*\"\s*:\s*)?(?:\"(?:[^\"\\\r\n]|\\.)*\"\s*:?\s*)\Z"
)
_TYPOGRAPHIC: Final = re.compile(
    rf"[{TYPOGRAPHIC}][^{TYPOGRAPHIC}\r\n]*[{TYPOGRAPHIC}](?=\s*(?::\s|[,}}\]\r\n]))"
)
_MOST: Final = 8  # errors after which the rest is not read
_MOST_READ: Final = 2_000_000  # characters that are read for them in all


class JsonText(NamedTuple):
    """The first error, the text to read, of the same length, and which parts of it are blank.

    `as_yaml` tells that it does not even begin as JSON, and is to be read as YAML.
    """

    error: JsonError | None
    text: str
    blanks: list[Span]
    as_yaml: bool = False


class _ConstantError(Exception):
    """There is a `NaN` or `Infinity`, which Python's parser reads."""


def read_json(text: str) -> JsonText:
    """Return `text` without what keeps it from being JSON (RFC 8259)."""
    wrong = _first(text)
    if wrong is None:
        return JsonText(None, text, [])
    said: JsonError | None = None
    blanks: list[Span] = []
    if re.match(r"\s*(?!/[/*])[^\s{\[#]", text):
        said = not_a_mapping(text)
        if not said.changes:
            return JsonText(said, _without_comments(text), [], as_yaml=True)
        text = _fitted(text, said.changes) or text
        blanks += [] if said.broken is None else [said.broken]
        if (wrong := _first(text)) is None:
            return JsonText(said, text, blanks)
    if re.search(rf"//|/\*|{UNSEEN}", text) is not None:
        blanked = _without_comments(text)
        if blanked[wrong[0]] != text[wrong[0]] if wrong[0] < len(text) else False:
            said = said or explain(text, *wrong)
        text = blanked
        wrong = _first(text)
    for _ in range(max(1, min(_MOST, _MOST_READ // (len(text) + 1)))):
        if wrong is None:
            return JsonText(said, text, blanks)
        at, problem = wrong
        early = not text[at:].strip()
        found = brackets(text, at)
        best = _best(text, at, problem, found)
        if best is None:
            best = ends_early(text, found) if early else explain(text, at, problem)
        said = said or best
        changed = _fitted(text, best.changes) if best is not None else None
        if best is not None and early and not best.changes:
            start = best.broken.start if best.broken is not None else len(text.rstrip())
            return JsonText(said, _cut(text, start), [*blanks, Span(start, len(text))])
        if best is not None and said is best and _TYPOGRAPHIC.match(text, best.span.start):
            return JsonText(said, text, [], as_yaml=True)  # see the rule for these quotes
        if best is None or changed is None or not best.changes:
            if best is not None and best.changes:
                wrong = min(at, best.changes[0].start), problem
            break
        if best.broken is not None:
            blanks.append(best.broken)
        before, text = text, changed
        wrong = _first(text)
        if wrong is not None and _is_guess(before, best.changes):
            wrong = min(at, best.changes[0].start), problem
            break
    at = wrong[0] if wrong is not None else len(text)
    start = _value_start(text, at)
    return JsonText(said, _cut(text, start), [*blanks, Span(start, len(text))])


def _is_guess(text: str, changes: tuple[Change, ...]) -> bool:
    """Whether `changes` move brackets or quotes: with one more error they may be wrong."""
    return any(
        re.search(r"[\[\]{}]", one.text + text[one.start : one.end])
        or '"' in text[one.start : one.end]
        for one in changes
    )


def _best(text: str, at: int, problem: str, found: Brackets) -> JsonError | None:
    """Return the explanation with which the text can be read the furthest, if one helps."""

    def explanations() -> Iterator[JsonError]:
        yield from bracket_errors(text, at, problem, found)
        if text[at:].strip():
            yield explain(text, at, problem)

    best, least = None, len(text) - at
    for one in explanations():
        if not one.changes:
            continue
        changed = _changed(text, one.changes)
        wrong = _first(changed)
        rest = -1 if wrong is None else len(changed) - wrong[0]
        if rest < least:
            best, least = one, rest
    return best


def _first(text: str) -> tuple[int, str] | None:
    """Return where and why `text` stops being JSON; None, too, if it is nested too deep."""
    try:
        json.loads(text, parse_constant=_constant, parse_int=float)
    except json.JSONDecodeError as error:
        if error.msg.startswith("Illegal trailing comma"):
            # Since Python 3.13; before it, the bracket behind the comma was in the wrong place.
            behind = re.compile(r"\s*").match(text, error.pos + 1)
            at = error.pos + 1 if behind is None else behind.end()
            return at, "Expecting property name" if "object" in error.msg else "Expecting value"
        return error.pos, error.msg
    except _ConstantError:
        at = next(one.start(1) for one in re.finditer(_CONSTANT, text, re.DOTALL) if one[1])
        return at, "Constant"
    except (RecursionError, ValueError):
        return None
    return None


def _constant(name: str) -> None:
    raise _ConstantError(name)


def _without_comments(text: str) -> str:
    """Return `text` with comments and odd spaces between values blanked, in its length."""
    return re.sub(
        _BETWEEN,
        lambda match: match[0] if match[1] is None else re.sub(r"[^\r\n]", " ", match[0]),
        text,
        flags=re.DOTALL,
    )


def _changed(text: str, changes: tuple[Change, ...]) -> str:
    for one in reversed(changes):
        text = text[: one.start] + one.text + text[one.end :]
    return text


def _fitted(text: str, changes: tuple[Change, ...]) -> str | None:
    """Return `text` with `changes`, in its length; None if there is no room for them."""
    for start, end, new in reversed(changes):
        while len(new) > end - start and text[end : end + 1].isspace():
            end += 1
        while len(new) > end - start and start > 0 and text[start - 1].isspace():
            start -= 1
        if len(new) > end - start:
            return None
        text = text[:start] + new.ljust(end - start) + text[end:]
    return text


def _value_start(text: str, at: int) -> int:
    """Return where the value or key that is cut at `at` begins, its key included."""
    near = max(0, at - 200)
    before = _VALUE_BEFORE.search(text[near:at])
    return at if before is None else near + before.start()


def _cut(text: str, start: int) -> str:
    if text[:start].rstrip().endswith("[") and start < len(text):
        text = f"{text[:start]}1 {text[start + 2 :]}"  # a list that is not empty
        return text[: start + 1] + re.sub(r"[^\r\n]", " ", text[start + 1 :])
    return text[:start] + re.sub(r"[^\r\n]", " ", text[start:])
