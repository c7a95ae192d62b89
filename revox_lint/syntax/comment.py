"""Comments that are really comments: a `#` inside a scalar is text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from revox_lint.syntax.source import line_of
from revox_lint.syntax.span import Span

_COMMENT = r"(?:(?<=[ \t\r\n])|\A)#[^\r\n]*"


class Comment(NamedTuple):
    """A comment with its `#`; `alone` is whether nothing else stands on its line."""

    span: Span
    text: str
    alone: bool


def comments(text: str, scalars: Sequence[tuple[Span, str]]) -> Iterator[Comment]:
    """The comments of `text`, in order; `scalars` are its scalars' spans and styles, in order."""
    spans: list[tuple[int, int]] | None = None
    starts: list[int] = []
    for match in re.finditer(_COMMENT, text):
        at = match.start()
        # Before the first scalar there is nothing that a comment could be a part of.
        if scalars and at >= scalars[0][0].start:
            if spans is None:
                spans = _inner(text, scalars)
                starts = [start for start, _ in spans]
            index = bisect_right(starts, at) - 1
            if index >= 0 and at < spans[index][1]:
                continue
        line = line_of(text, at)
        yield Comment(Span(at, match.end()), match.group(), not text[line.start : at].strip())


def _inner(text: str, scalars: Sequence[tuple[Span, str]]) -> list[tuple[int, int]]:
    """The parts of scalars that no comment can begin in."""
    spans = []
    for span, style in scalars:
        start = span.start
        if style in ("|", ">"):
            # The header line of a block scalar may end in a comment.
            start = line_of(text, start).end
        if span.end > start:
            spans.append((start, span.end))
    return spans
