"""Find headings and paragraphs in Markdown, as prompts are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from revox_lint.text.code import Code, code, inside
from revox_lint.text.words import pattern


class Heading(NamedTuple):
    """A heading. `level` is 1 for the highest; `start` and `end` are the offsets of its line.

    The white space around the line is not counted in. `path` are the folded titles of the
    headings above it, from the highest.
    """

    title: str
    level: int
    path: tuple[str, ...]
    start: int
    end: int

    @property
    def folded(self) -> str:
        """Return the title without case, punctuation and white space."""
        return fold(self.title)


class Paragraph(NamedTuple):
    """A run of lines; offsets without the white space around it."""

    start: int
    end: int


def fold(text: str) -> str:
    """`text` without case, punctuation and white space, for comparison."""
    return "".join(filter(str.isalnum, text.casefold()))


@cache
def _heading() -> re.Pattern[str]:
    return re.compile(
        r"^[ \t]*(?:(?P<marks>#{1,6})[ \t]+(?P<title>[^\n]*\S)"
        r"|(?P<tag>\[[^\W\d_][^\[\]\n]{1,50}\]))[ \t]*\r?$"
        r"|^(?P<over>[^\n]*\S)[ \t]*\r?\n[ \t]*(?P<line>={3,}|-{3,})[ \t]*\r?$",
        re.MULTILINE,
    )


def headings(text: str) -> tuple[Heading, ...]:
    """Return the headings of `text`, outside of code: `# Title`, `[Title]` alone, underlined."""
    if "#" not in text and "[" not in text and "===" not in text and "---" not in text:
        return ()
    return tuple(_headings(text, code(text)))


def _headings(text: str, pieces: tuple[Code, ...]) -> Iterator[Heading]:
    open_: list[tuple[int, str]] = []
    for match in _heading().finditer(text):
        if match["marks"] is not None:
            title, level = match["title"].rstrip("# \t"), len(match["marks"])
            start, end = match.start("marks"), match.end("title")
        elif match["tag"] is not None:
            title, level = match["tag"][1:-1], 7
            start, end = match.span("tag")
            if not _is_tag(text, match.start(), title):
                continue
        else:
            title, level = match["over"].strip(), 1 if match["line"][0] == "=" else 2
            start = match.start("over") + len(match["over"]) - len(match["over"].lstrip())
            end = match.end("over")
            if not _is_underlined(text, match.start(), title):
                continue
        if inside(pieces, start) is not None or not fold(title):
            continue
        while open_ and open_[-1][0] >= level:
            open_.pop()
        yield Heading(title, level, tuple(name for _, name in open_), start, end)
        open_.append((level, fold(title)))


def _begins(text: str, start: int) -> bool:
    """Whether the line before the one that begins at `start` is blank."""
    above = text[max(0, start - 100) : start].rstrip(" \t")
    return not above.strip() or above.endswith(("\n\n", "\n\r\n"))


def _is_tag(text: str, start: int, title: str) -> bool:
    """Whether `[Title]` alone on its line begins a section, and is no direction in a script."""
    if _script().search(title) is not None:
        return False
    # Without a blank line anywhere, capitals tell a section from a direction.
    return _begins(text, start) or (title[0].isupper() and re.search(_BLANK, text) is None)


_BLANK = r"\n[ \t\r]*\n"


@cache
def _script() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{pattern('script')}\b")


def _is_underlined(text: str, start: int, title: str) -> bool:
    """A line of dashes below one short line; below more it is a rule, or a table."""
    return (
        _begins(text, start)
        and len(title) <= 80
        and title[0] not in "|-*>#0123456789\"'“„«"
        and title[-1] not in ".!?,;"
    )


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of `text`, outside of fenced code: what blank lines part."""
    pieces = tuple(piece for piece in code(text) if piece.fenced)
    # A folded scalar has one line for each of its paragraphs.
    parted = re.search(_BLANK, text) is not None
    found = []
    first = last = 0
    for line in (*text.split("\n"), ""):
        if not parted or not line.strip(" \t\r"):
            end = last if parted else last + len(line)
            run = text[first:end]
            start = first + len(run) - len(run.lstrip())
            if run.strip() and inside(pieces, start) is None:
                found.append(Paragraph(start, first + len(run.rstrip())))
            first = last + len(line) + 1
        last += len(line) + 1
    return tuple(found)
