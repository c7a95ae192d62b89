"""Find code in Markdown: fenced blocks and words between backticks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple


class Code(NamedTuple):
    """Offsets of a piece of code, its delimiters included.

    `fenced` is whether it is a block of lines; `language` the word behind the fence, if any.
    """

    start: int
    end: int
    fenced: bool
    language: str = ""


def code(text: str) -> tuple[Code, ...]:
    """Return the code in `text`, in order; a fence that is never closed runs to the end."""
    if "`" not in text and "~~~" not in text:
        return ()
    return tuple(_code(text))


def inside(pieces: tuple[Code, ...], start: int) -> Code | None:
    """Return the piece that the offset `start` lies in, or None."""
    index = bisect_right(pieces, start, key=lambda piece: piece.start) - 1
    return pieces[index] if index >= 0 and start < pieces[index].end else None


def _code(text: str) -> Iterator[Code]:
    offset = 0
    fence = ""
    opened = 0
    language = ""
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        mark = bare[:3]
        if fence:
            if mark == fence and not bare.strip(fence[0]):
                yield Code(opened, offset + len(line.rstrip()), True, language)
                fence = ""
        elif mark in ("```", "~~~") and "`" not in bare.lstrip("`~"):
            fence, opened, language = mark, offset, bare.lstrip("`~").strip()
        else:
            yield from _spans(line, offset)
        offset += len(line)
    if fence:
        yield Code(opened, len(text), True, language)


def _spans(line: str, offset: int) -> Iterator[Code]:
    start = line.find("`")
    while start >= 0:
        run = 1
        while line[start + run : start + run + 1] == "`":
            run += 1
        end = line.find("`" * run, start + run)
        if end < 0:
            return
        yield Code(offset + start, offset + end + run, False)
        start = line.find("`", end + run)
