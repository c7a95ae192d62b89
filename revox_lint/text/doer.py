"""Tell whose doing the lines of a prompt tell of, by their headings, lead-ins, tags and labels.

`## Staff tasks`, `Callers want to:` and `<forbidden>` make something else of "book an
appointment" than `## Your tasks`. The words are in `facts/headings.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from revox_lint.facts import headings as words
from revox_lint.text.words import any_of


class Doer(Enum):
    """Whose doing something is by what stands above it."""

    NOBODY = "it is forbidden, wrong or an example"
    PRODUCT = "a product does it, or a firm"
    OTHERS = "callers or colleagues do it, or calls are about it"
    AGENT = "the agent does it"
    CASE = "the agent does it, in a case"
    UNKNOWN = "nobody is named"


class Line(NamedTuple):
    """A line, or a cell of a table.

    `above` are the titles that it stands below, from the nearest to the farthest, `tags` those
    that it stands in; `named` is whether it is a title itself, `listed` whether it is an item.
    """

    start: int
    end: int
    above: tuple[str, ...]
    tags: tuple[str, ...] = ()
    named: bool = False
    listed: bool = False

    def doer(self, label: str, *, alone: bool) -> Doer:
        """Return whose doing it is; `label` is what stands before a colon in the line.

        `alone` is whether what the label stands before is no list.
        """
        own = _labelled(label) if label else Doer.UNKNOWN
        if alone and _ends("QUESTIONS", label) and not _has("USUAL", label):
            own = Doer.CASE
        if Doer.NOBODY in (own, *map(kind, self.tags)):
            return Doer.NOBODY
        found = Doer.UNKNOWN
        for title in (*self.above, *self.tags):
            one = kind(title)
            if one is Doer.NOBODY:
                return one
            if found is Doer.UNKNOWN or (found is Doer.CASE and one is Doer.PRODUCT):
                found = one
            if found is Doer.AGENT:
                break
        return found if own is Doer.UNKNOWN else own


ITEM = r"[ \t]*(?:[-*•+–❌✗🚫]|\d{1,2}[.)]|[a-z][.)])[ \t]*"
_FORBIDDEN = ("❌", "✗", "🚫")
_TAG = r"<(/?)([A-Za-z][\w-]{0,40})((?:\s[^<>\n]{0,80})?)>"
# No prompt nests more sections.
_DEEPEST = 12


def lines(text: str) -> Iterator[Line]:
    """Yield the lines of `text` with what stands above them, in order."""
    closing = set(re.findall(r"</([A-Za-z][\w-]{0,40})", text))
    sections: list[tuple[int, str]] = []
    tags: list[tuple[str, str]] = []
    intro, open_, items = "", False, -1
    columns: list[str] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        own = text[start:end]
        bare = own.strip()
        level = _level(text, bare, end)
        item = None if level or bare.startswith("**") else re.match(ITEM, own)
        indent = len(own) - len(own.lstrip())
        if level:
            sections = [one for one in sections if one[0] < level][:_DEEPEST]
            intro = ""
        elif not bare:
            open_ = False
        elif item is None and not (open_ or (items >= 0 and indent > items)):
            intro = ""
        opened = list(tags)
        for slash, name, attributes in re.findall(_TAG, own) if "<" in own else ():
            if slash:
                while tags and any(one[0] == name for one in tags) and tags.pop()[0] != name:
                    pass
            elif name in closing and len(tags) < _DEEPEST:
                tags.append((name, f"{name} {attributes}".replace("_", " ").replace("-", " ")))
                opened.append(tags[-1])
        above = ((intro,) if intro else ()) + tuple(title for _, title in reversed(sections))
        inside = tuple(title for _, title in reversed(opened))
        if item is not None and own.lstrip(" -*•").startswith(_FORBIDDEN):
            above = ("never", *above)
        if bare.startswith("|"):
            yield from _cells(Line(start, end, above, inside), own, columns)
        else:
            columns = []
            label = bare.rstrip("*_ ")
            named = level > 0 or label.endswith(":") or (item is None and _leads(text, bare, end))
            yield Line(start, end, above, inside, named, item is not None)
            if level:
                sections.append((level, bare))
            elif named:
                intro, open_, items = label, True, -1
            elif item is not None:
                items, open_ = indent, False
        start = end + 1


def _level(text: str, bare: str, end: int) -> int:
    """The level of a heading, or 0: `## Title`, `[Title]`, `**Title**`, underlined."""
    if bare.startswith("#"):
        return min(len(bare) - len(bare.lstrip("#")), 6)
    if bare.startswith("[") and bare.endswith("]"):
        return 7
    if bare[:1] in ("*", "_") and re.fullmatch(_BOLD, bare):
        return 8
    under = text[end + 1 : end + 5].strip()
    return 1 if len(under) >= 3 and not under.strip("=-") and bare[:1].isalnum() else 0


_BOLD = r"([*_]{1,3})\w[^*_\n]{0,80}[^*_\s.!:]\1"


def _leads(text: str, bare: str, end: int) -> bool:
    """Whether a list follows a few words without a full stop or colon."""
    if not bare[:1].isalpha() or not bare[-1:].isalnum() or len(bare) > 60:
        return False
    return re.compile(rf"\s{{1,4}}{_MARK}").match(text, end) is not None


_MARK = r"(?:[-*•+–]|\d{1,2}[.)])[ \t]"


def _cells(row: Line, own: str, columns: list[str]) -> Iterator[Line]:
    """The cells of a row; `columns` are filled with those of the first row of a table."""
    cells = own.strip().strip("|").split("|")
    if not columns:
        columns += cells
        return
    place = row.start + own.index("|") + 1
    for index, cell in enumerate(cells):
        title = columns[index].strip() if index < len(columns) else ""
        # The first column tells cases apart.
        first = ("topic",) if index == 0 and kind(title) is Doer.UNKNOWN else ()
        yield Line(place, place + len(cell), (*first, title, *row.above), row.tags, listed=True)
        place += len(cell) + 1


@lru_cache(maxsize=1024)
def kind(title: str) -> Doer:
    """Return whose doing a heading or a lead-in is about."""
    title = title[:200].strip(" \t#[]*_:-\r")
    if _has("CALLERS", title) and _ends("TO", title):
        return Doer.OTHERS
    case = _begins("IN_CASE").match(title)
    if case is not None:
        rest = re.split(r",\s|\.\s", title, maxsplit=1)[1:]
        if not rest:
            return Doer.CASE
        title = rest[0]
    if _has("FORBIDDEN", title):
        return Doer.NOBODY
    if _has("PRODUCT", title):
        return Doer.PRODUCT
    if _has("TOPICS", title):
        return Doer.OTHERS
    if _has("YOU", title) or _ends("THEN", title) or _yours().search(title):
        return Doer.AGENT
    if _has("CALLERS", title) or _has("STAFF", title):
        return Doer.OTHERS
    if case is not None:
        return Doer.CASE
    return Doer.AGENT if _has("OWN", title) else Doer.UNKNOWN


@lru_cache(maxsize=1024)
def _labelled(label: str) -> Doer:
    """Whose doing it is by a label in the same line: "Caller insists: transfer" is a case."""
    found = kind(label)
    bare = label[:200].strip(" \t*_-")
    if found is not Doer.OTHERS or not _has("CALLERS", bare) or _ends("TO", bare):
        return found
    people, before = any_of(words.CALLERS), any_of(words.FOR)
    people = rf"(?:(?:the|an?|les?|la|de[nmr]|die|das|el|los|al) )?{people}(?!\w)"
    noun = re.compile(rf"(?i)(?:.*\b{before}\s+)?{people}(?:\s*\(.*\))?")
    # "Customer: transfer me" is what a customer says.
    return Doer.NOBODY if noun.fullmatch(bare) else found if _has("TOPICS", bare) else Doer.CASE


def has_device(text: str, start: int, end: int) -> bool:
    """Return whether something else than a telephone with keys is named."""
    return _of("DEVICES").search(text, start, end) is not None


def is_unreal(text: str, start: int, end: int) -> bool:
    """Return whether it would only be done under a condition that is not met."""
    return _of("UNREAL").search(text, start, end) is not None


def is_step(title: str) -> bool:
    """Return whether a heading is an instruction itself: "Step 3: book an appointment"."""
    return _begins("STEP").match(title.lstrip(" \t#[")) is not None


def _has(table: str, title: str) -> bool:
    return _of(table).search(title) is not None


def _ends(table: str, title: str) -> bool:
    last = title.split()[-1:]
    return bool(last) and _of(table).fullmatch(last[0]) is not None


@cache
def _of(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w){any_of(getattr(words, table))}(?!\w)")


@cache
def _begins(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?i){any_of(getattr(words, table))}(?!\w)")


@cache
def _yours() -> re.Pattern[str]:
    yours, callers, staff = map(any_of, (words.YOURS, words.CALLERS, words.STAFF))
    return re.compile(rf"(?i)\b{yours}\s+(?!(?:{callers}|{staff})(?!\w))")
