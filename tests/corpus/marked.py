"""Texts that carry their own expectation: `⟦rule|what is marked⟧` stands for what is marked."""

from __future__ import annotations

from typing import NamedTuple

from revox_lint.diagnostic import Diagnostic

OPEN, BAR, CLOSE = "\ue000", "\ue001", "\ue002"


class Place(NamedTuple):
    """One diagnostic that is expected or was given.

    `line` counts from 1; `start` and `end` are offsets in the text.
    """

    rule: str
    marked: str
    line: int
    start: int
    end: int


class Definition(NamedTuple):
    """A text and every place in it about which something is to be said, in order."""

    text: str
    places: tuple[Place, ...]


def mark(rule: str, text: str) -> str:
    """Returns the text in marks, for `read`."""
    return f"{OPEN}{rule}{BAR}{text}{CLOSE}"


def bracketed(text: str) -> str:
    """Returns a text written with `⟦rule|…⟧` with the marks that `read` takes."""
    out, depth, rest = [], 0, text
    while rest:
        if rest.startswith("⟦"):
            rule, rest = rest[1:].split("|", 1)
            out.append(f"{OPEN}{rule}{BAR}")
            depth += 1
        elif rest.startswith("⟧") and depth:
            out.append(CLOSE)
            depth -= 1
            rest = rest[1:]
        else:
            out.append(rest[0])
            rest = rest[1:]
    assert depth == 0, text
    return "".join(out)


def read(marked: str) -> Definition:
    """Returns the text without its marks, and what they mark. A BOM is not counted."""
    out: list[str] = []
    open_marks: list[tuple[str, int]] = []
    found: list[tuple[str, int, int]] = []
    size = index = 0
    while index < len(marked):
        char = marked[index]
        if char == OPEN:
            bar = marked.index(BAR, index)
            open_marks.append((marked[index + 1 : bar], size))
            index = bar
        elif char == CLOSE:
            rule, start = open_marks.pop()
            found.append((rule, start, size))
        else:
            out.append(char)
            size += 1
        index += 1
    assert not open_marks, marked
    text = "".join(out)
    shift = 1 if text.startswith("\ufeff") else 0
    body = text[shift:]
    places = [place(body, rule, start - shift, end - shift) for rule, start, end in found]
    return Definition(text, tuple(sorted(places, key=by_place)))


def place(text: str, rule: str, start: int, end: int) -> Place:
    """Returns the place of a range of a text without its byte order mark."""
    before = text[:start].replace("\r\n", "\n").replace("\r", "\n")
    return Place(rule, text[start:end], before.count("\n") + 1, start, end)


def by_place(one: Place) -> tuple[int, int, str]:
    """Orders places as diagnostics are: by start, then end, then rule."""
    return (one.start, one.end, one.rule)


def said(text: str, diagnostics: list[Diagnostic]) -> tuple[Place, ...]:
    """Returns the places of diagnostics, in the form of `Definition.places`."""
    body = text.removeprefix("\ufeff")
    places = [place(body, one.rule, one.span.start, one.span.end) for one in diagnostics]
    return tuple(sorted(places, key=by_place))
