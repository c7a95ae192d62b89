"""Brackets of JSON that are missing, too many or of the wrong kind: what each may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from revox_lint.syntax.flow_errors import NEAR, PAIRS
from revox_lint.syntax.quote import quote
from revox_lint.syntax.span import Span

_TOKEN: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|[\[\]{}]|\s+", re.DOTALL)
_STRING: Final = re.compile(r"\"(?:[^\"\\\r\n]|\\.)*\"")
_STRING_BEFORE: Final = re.compile(r"(\"(?:[^\"\\\r\n]|\\.)*\")[ \t]*\Z")
_LAST: Final = re.compile(
    r"(?:(?:\"(?:[^\"\\\r\n]|\\.)*\"|[\w.]+)[\]} ]*|[^\s\"',\[\]{}:]+|[\]}])\Z"
)


class Change(NamedTuple):
    """Characters of a text, and what to read in their place."""

    start: int
    end: int
    text: str


class JsonError(NamedTuple):
    """What is wrong, where, and the help; `changes` are what makes JSON of it, if that is known.

    `broken` is the place of a value that cannot be known.
    """

    span: Span
    message: str
    help: str
    changes: tuple[Change, ...] = ()
    broken: Span | None = None


class Open(NamedTuple):
    """A bracket that is open: its offset, and the indentation of its line."""

    at: int
    indent: int


class Brackets(NamedTuple):
    """What is open at the end of a text, and where its indentation first contradicts them."""

    stack: tuple[Open, ...]
    shallow: tuple[Open, int] | None  # what should have been closed in front of an offset
    deep: int | None  # a closing bracket too many
    last: int | None  # where the last closed bracket was opened


def brackets(text: str, end: int) -> Brackets:
    """Return the brackets of `text` up to `end`, where it is JSON."""
    stack: list[Open] = []
    inner: list[int | None] = []
    shallow: tuple[Open, int] | None = None
    deep: int | None = None
    indent = 0
    closed = -1
    last: int | None = None
    for match in _TOKEN.finditer(text, 0, min(end + 1, len(text))):
        if match[0].isspace():
            newline = max(match[0].rfind("\n"), match[0].rfind("\r"))
            if newline < 0 or match.end() == len(text):
                continue
            indent = len(match[0]) - newline - 1
            if stack and shallow is None and deep is None:
                closer = text[match.end()] in "]}"
                limit = stack[-1].indent - closer
                if indent <= limit:
                    shallow = stack[-1], match.end()
                known = stack[-1].indent if closer else inner[-1]
                if known is not None and indent > known and (closer or closed >= 0):
                    deep = match.end() if closer else closed
                inner[-1] = indent if inner[-1] is None else inner[-1]
        elif match.start() >= end:
            break
        elif match[0] in PAIRS:
            stack.append(Open(match.start(), indent))
            inner.append(None)
        elif match[0] in PAIRS.values() and stack:
            closed = match.start()
            last = stack.pop().at
            inner.pop()
    return Brackets(tuple(stack), shallow, deep, last)


def bracket_errors(text: str, at: int, problem: str, found: Brackets) -> Iterator[JsonError]:
    """Yield what may be wrong with the brackets, where `text` stops being JSON at `at`."""
    char = text[at : at + 1]
    key = _string_before(text, at) if char == ":" else None
    if key is not None and found.stack:
        yield from _key_without_brace(text, at, key, found.stack[-1].at)
    if found.stack and char in ",:]}":
        last = found.stack[-1].at
        if text[last + 1 : last + 2] == text[last] and text[last] in "[{":
            message = f"`{text[last]}` is one too many"
            yield JsonError(
                Span(last, last + 1), message, "remove it", (Change(last, last + 1, ""),)
            )
    if found.shallow is not None:
        yield _unclosed(text, *found.shallow)
    if found.deep is not None:
        yield _too_many(text, found.deep)
    if problem == "Extra data":
        if re.compile(r"[\]},\s]*\Z").match(text, at):
            return
        last = len(text[:at].rstrip()) - 1
        if text[last] in "]}" and char in '],}"':
            yield _too_many(text, last)
        return
    if not found.stack or not char:
        return
    opened = found.stack[-1]
    opening = text[opened.at]
    closing = PAIRS[opening]
    if char in "]}" and char != closing:
        if char == "]" and (start := _list_before(text, at)) is not None:
            yield _missing("[", text, start)
        yield JsonError(
            Span(at, at + 1),
            f"`{opening}` is closed with `{char}`, not with `{closing}`",
            f"write `{closing}`",
            (Change(at, at + 1, closing),),
        )
        yield _unclosed(text, opened, at)
        yield _too_many(text, at)
    elif key is not None and opening == "[":
        yield _unclosed(text, opened, key.start)
    elif char in "[{" and opening == "{" and ("property" in problem or "','" in problem):
        if not text[opened.at + 1 : at].strip():
            if char == "{":
                yield _too_many(text, at)
            yield _other_kind(text, opened.at, "{", "[")
            return
        if found.last is not None and text[: found.last].rstrip().endswith(":"):
            yield _missing("[", text, found.last)
        yield _unclosed(text, opened, at)
    elif "':'" in problem and opening == "{" and char in ",]":
        yield _other_kind(text, opened.at, "{", "[")
    elif char in "()":
        for right in "{[" if char == "(" else closing:
            yield _other_kind(text, at, char, right)


def _key_without_brace(text: str, at: int, key: Span, opened: int) -> Iterator[JsonError]:
    """Yield why a key may be where a value belongs: `"voice": "id": "x"`, `["id": "x"]`."""
    if text[: key.start].rstrip().endswith(":"):
        yield _missing("{", text, key.start)
    elif text[opened] == "[":
        message = "`:` between elements of a list"
        yield JsonError(Span(at, at + 1), message, "write a comma", (Change(at, at + 1, ","),))
        alone = not text[opened + 1 : key.start].strip()
        if alone:
            yield _other_kind(text, opened, "[", "{")
        before = text.rfind(text[key.start : key.end], opened, key.start)
        if alone or before > 0:
            yield _missing("{", text, key.start)


def _missing(bracket: str, text: str, start: int) -> JsonError:
    string = _STRING.match(text, start)
    end = string.end() if string is not None else start + 1
    written = quote(text[start:end])
    return JsonError(
        Span(start, end),
        f"missing `{bracket}` before {written}",
        f"write `{bracket}` before {written}",
        (Change(start, start, bracket),),
    )


def _other_kind(text: str, at: int, wrong: str, right: str) -> JsonError:
    what = {"{": "keys", "[": "elements"}.get(right)
    message = f"`{wrong}` in front of {what}" if what else f"`{wrong}` is not a bracket of JSON"
    if wrong == "(":
        message = "`(` is not a bracket of JSON"
    help, fixed = f"write `{right}`", [Change(at, at + 1, right)]
    closer = _closer(text, at) if right in PAIRS else None
    if closer is not None and text[closer] != PAIRS[right]:
        help += f" and `{PAIRS[right]}`"
        fixed.append(Change(closer, closer + 1, PAIRS[right]))
    return JsonError(Span(at, at + 1), message, help, tuple(fixed))


def _closer(text: str, at: int) -> int | None:
    """Return where the bracket at `at` is closed by one of any kind."""
    depth = 0
    for match in re.compile(r"\"(?:[^\"\\]|\\.)*\"|[\[{(]|([\]})])", re.DOTALL).finditer(text, at):
        if match[0][0] != '"':
            depth += -1 if match[1] else 1
            if not depth:
                return match.start()
    return None


def _string_before(text: str, at: int) -> Span | None:
    """Return the place of the string that ends in front of `at`."""
    near = max(0, at - NEAR)
    match = _STRING_BEFORE.search(text[near:at])
    return None if match is None else Span(near + match.start(), near + match.end(1))


def _list_before(text: str, at: int) -> int | None:
    """Return where the strings in front of `at` begin that would be a list."""
    near = max(0, at - 10 * NEAR)
    match = re.compile(r":\s*(?:\"(?:[^\"\\\r\n]|\\.)*\"[\s,]*)+\Z").search(text[near:at])
    if match is None:
        return None
    return near + match.start() + match[0].index('"')


def ends_early(text: str, found: Brackets) -> JsonError | None:
    """Return the error of a text that ends before its last bracket is closed."""
    if not found.stack:
        return None
    opened = found.stack[-1].at
    closing = "".join(PAIRS[text[one.at]] for one in reversed(found.stack))
    before = text.rstrip()
    help = f"write `{closing}` at the end of the file"
    if before.endswith(","):
        help = f"write `{closing}` in place of the comma at the end of the file"
    elif before.endswith(":"):
        help = f"write a value and `{closing}` at the end of the file"
    one_line = not re.search(r"[\r\n]", before) and found.last is not None
    if one_line and len(found.stack) == 1 and before[-1] not in ",:":
        help = f"write `{closing}` behind the last field of the mapping that it closes"
    # Without indentation nobody knows which of the brackets before it should have been closed.
    broken = Span(found.stack[0].at + 1, len(text)) if one_line else None
    opening = text[opened]
    message = f"unclosed `{opening}`, expected `{PAIRS[opening]}`"
    return JsonError(Span(opened, opened + 1), message, help, (), broken)


def _unclosed(text: str, opened: Open, at: int) -> JsonError:
    """Say that the bracket `opened` should have been closed in front of `at`."""
    closing = PAIRS[text[opened.at]]
    before = text[:at].rstrip()
    comma = before.endswith(",")
    written = closing if text[at : at + 1] in "]}," else closing + ","
    end = len(before)
    before = before[:-1].rstrip() if comma else before
    last = _LAST.search(before[-NEAR:])
    line = len(re.findall(r"\r\n|\r|\n", before)) + 1
    place = f"after {quote(last[0])}" if last is not None else "there"
    if "\n" in text[opened.at : end] or "\r" in text[opened.at : end]:
        place += f" on line {line}"
    if comma:
        place = f"in place of the comma {place}"
    opening = text[opened.at]
    return JsonError(
        Span(opened.at, opened.at + 1),
        f"unclosed `{opening}`, expected `{closing}`",
        f"write `{written}` {place}",
        (Change(end - 1 if comma else end, end, written),),
    )


def _too_many(text: str, at: int) -> JsonError:
    after = re.compile(r"\s*").match(text, at + 1)
    next_char = text[after.end() : after.end() + 1] if after is not None else ""
    comma = text[at] in "]}" and next_char in ('"', "{", "[")
    help = "write a comma in place of it" if comma else "remove it"
    return JsonError(
        Span(at, at + 1),
        f"`{text[at]}` is one too many",
        help,
        (Change(at, at + 1, "," if comma else ""),),
    )
