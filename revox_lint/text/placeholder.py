"""Find placeholders in a text: `{{name}}`, and malformed ones.

A name is a letter or underscore, then letters, digits and underscores, in parts that dots or
hyphens join: `first_name`, `contact.name`, `prénom`. White space may stand around it.

What other template languages write between double braces (`{{#if vip}}`, `{{ name |
upcase }}`, `{{items[0]}}`) is an expression: neither a placeholder nor malformed. Braces of
JSON and of code are left alone, doubled ones (`{{"key": 1}}`) included.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from revox_lint.text.code import Code, code, inside

NAME = r"[^\W\d]\w*(?:[.-]\w+)*"
"""The pattern of a well-formed name."""


class Placeholder(NamedTuple):
    """A well-formed `{{name}}`. `start` and `end` are the offsets of the whole, braces included."""

    name: str
    start: int
    end: int


class Reason(StrEnum):
    """Why something is malformed."""

    UNCLOSED = "unclosed"
    """Opened by two braces, closed by fewer or not at all: `{{name}`, `{{name`."""
    UNOPENED = "unopened"
    """Closed by two braces, opened by fewer or not at all: `{name}}`, `name}}`."""
    EMPTY = "empty"
    """Nothing between the braces."""
    INVALID_NAME = "invalid name"
    """Something between the braces that is not a name: `{{first name}}`, `{{1st}}`."""


class Malformed(NamedTuple):
    """Something that was meant as a placeholder.

    `name` is what stands between the braces, trimmed; of an expression, the variable that it
    reads, else empty. `start` and `end` are the offsets of the whole, as many braces as there are
    included.
    """

    reason: Reason
    name: str
    start: int
    end: int


class Expression(NamedTuple):
    """What another template language writes between double braces.

    `name` is the variable that it reads, where that is plain to see, else empty.
    """

    name: str
    start: int
    end: int


class Scan(NamedTuple):
    """Everything between double braces in a text, each kind in the order of the text."""

    placeholders: tuple[Placeholder, ...] = ()
    malformed: tuple[Malformed, ...] = ()
    expressions: tuple[Expression, ...] = ()


_NOTHING = Scan()


@lru_cache(maxsize=64)
def scan(text: str) -> Scan:
    """Read the placeholders of `text`."""
    if "{{" not in text and "}}" not in text:
        return _NOTHING
    return _Reader(text).read()


def placeholders(text: str) -> tuple[Placeholder, ...]:
    """Return the well-formed placeholders of `text`, in order."""
    return scan(text).placeholders


def names(text: str) -> frozenset[str]:
    """Return the names of the well-formed placeholders of `text`."""
    return frozenset(placeholder.name for placeholder in scan(text).placeholders)


_BRACES_OR_BLANK = r"\{+|\}+|\n[ \t]*\r?\n"
_BLANK = r"\n[ \t]*\r?\n"
_BRACE = r"[{}]"
_APART = r"\}[ \t]+\}"
_NAME = NAME
_WORDS = r"[ \t]*[\w$][\w .$'’-]{0,60}[ \t]*|[ \t]*"
_BEFORE = r"[^\W\d][\w.-]*[ \t]?\Z"
_AFTER = r"[ \t]?[^\W\d]\w*(?:[.-]\w+)*"
_SECTION = r"[~-]?\s*[#/^]"
_BLOCK = r"[~-]?\s*(?:[>!&]|@\w+\s*\Z|else\s+\S|(?:if|for|each|unless|range)\s+\S)"
_BRANCH = frozenset({"else", "end", "this", "endif", "endfor"})
_READ = rf"({NAME})\s*(?:\||\[|\()"
_OTHER = (
    r"\$(?:json|node|now|today|input|vars|env|execution|workflow|item|items|fromAI)\b"  # n8n
    r"|\$\(|current_(?:time|calendar)_\w+/[\w/]+\s*\Z"  # n8n again; Retell's zones
    rf"|{NAME}\s+(?:if|or|and)\s+\S|{NAME}\s*(?:\?\?|\?|[=!<>+*~]=?|\|\||&&)\s*\S"
    r"|(?:typeof|await|delete)\s+\w|new\s+[\w.]+\s*\("  # JavaScript
    rf"|[-~]?\s*\.\w|[-~]\s*{NAME}|{NAME}\s*[-~]\Z"  # Go, and the trimming of white space
    r"|.*=>|.*\w\("
)
# What follows two braces in JSON, in JSON for str.format, and in code.
_CODE = r"\s*(?:[\"'{\[\\]|\w[\w ]*[\"']?\s*:|\.\.\.|…|\r?\n)|\s*\Z"

_ALMOST = r"\"[\w .-]+\"|'[\w .-]+'|[^\W\d]\w*:[\w.-]+"
_FORMULA = r"(?:\\[A-Za-z]+|\^)\Z"


class _Reader:
    """One walk over the braces of a text.

    `open` are the single braces not yet closed, `settled` the number of placeholders in the
    paragraphs before this one.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[int] = []
        self.settled = 0
        self.has_sections = "{{/" in text
        self.placeholders: list[Placeholder] = []
        self.malformed: list[Malformed] = []
        self.expressions: list[Expression] = []

    def read(self) -> Scan:
        text = self.text
        position = 0
        search = re.compile(_BRACES_OR_BLANK).search
        while (match := search(text, position)) is not None and len(self.malformed) < _MOST:
            start, end = match.span()
            if text[start] == "{":
                position = self._opening(start, end)
            elif text[start] == "}":
                position = self._closing(start, end)
            else:
                # Who forgot to close a brace forgot it for this paragraph.
                self._settle()
                position = end
        self._settle()
        return self._result()

    def _opening(self, start: int, end: int) -> int:
        text = self.text
        if end - start == 2 and not re.compile(_CODE).match(text, end):
            finish, closed = _matching(text, end)
            if closed == 2:
                self.expressions.append(Expression("", start, finish))
                return finish
            if closed == 1 and _is_expression(text[end:finish].strip()):
                self._report(Reason.UNCLOSED, "", start, finish)
                return finish
        match = re.compile(_BRACE).search(text, end)
        stop = match.start() if match is not None else len(text)
        content = text[end:stop]
        closing = _run(text, stop, "}")
        blank = re.search(_BLANK, content)
        if blank is not None:
            content, closing = content[: blank.start()], 0
        if end - start >= 2:
            position = self._double(end, content, stop, closing)
            if position:
                for extra in range(start, end - 2):
                    self.open.append(extra)
                # `{{{name}}`: the outer braces are left to be balanced by themselves.
                return position
        elif closing >= 2 and not self.open and _is_word(content):
            self._report(Reason.UNOPENED, content, start, stop + closing)
            return stop + closing
        for one in range(start, end):
            self.open.append(one)
        return end

    def _double(self, end: int, content: str, stop: int, closing: int) -> int:
        """Read what two braces open; where the reading goes on, 0 for braces of code."""
        start = end - 2
        if closing >= 2:
            return self._closed(start, content, stop + 2)
        if closing == 1 and self._is_other(content.strip()):
            self._report(Reason.UNCLOSED, _variable(content.strip()), start, stop + 1)
            return stop + 1
        if closing == 1 and content.strip() and _is_word(content):
            after = re.compile(_APART).match(self.text, stop)
            finish = after.end() if after is not None else stop + 1
            self._report(Reason.UNCLOSED, content, start, finish)
            return finish
        if closing == 0:
            word = re.match(_AFTER, content)
            if word is not None and not re.match(_CODE, content):
                self._report(Reason.UNCLOSED, word.group(), start, end + word.end())
                return end + word.end()
        return 0

    def _closed(self, start: int, content: str, finish: int) -> int:
        bare = content.strip()
        if re.fullmatch(_NAME, bare):
            self.placeholders.append(Placeholder(bare, start, finish))
        elif not bare:
            self._report(Reason.EMPTY, "", start, finish)
        elif self._is_other(bare):
            self.expressions.append(Expression(_variable(bare), start, finish))
        elif "\n" in bare or (re.match(_CODE, content) and not re.fullmatch(_ALMOST, bare)):
            return 0
        else:
            self._report(Reason.INVALID_NAME, bare, start, finish)
        return finish

    def _is_other(self, content: str) -> bool:
        section = self.has_sections and re.match(_SECTION, content) is not None
        return section or (bool(content) and _is_expression(content))

    def _closing(self, start: int, end: int) -> int:
        closed = min(end - start, len(self.open))
        del self.open[len(self.open) - closed :]
        left = end - start - closed
        before = self.placeholders[-1] if self.placeholders else None
        if left and before is not None and before.end == start + closed:
            # `{{name}}}`, and no brace is open that the third could close.
            self.placeholders.pop()
            self._report(Reason.UNOPENED, before.name, before.start, end)
        elif left >= 2:
            word = re.compile(_BEFORE).search(self.text, max(0, start - 60), start)
            if word is not None:
                self._report(Reason.UNOPENED, word.group(), word.start(), end)
        return end

    def _settle(self) -> None:
        """`{{{name}}`: an extra brace in front of a placeholder that nothing has closed."""
        if self.open and self.placeholders:
            extra = {place + 1: place for place in self.open}
            for place, after in pairwise(self.open):
                if after == place + 1:  # `{{ {{name}}`
                    extra[after + 1 + _run(self.text, after + 1, " ")] = place
            kept = []
            for one in self.placeholders[self.settled :]:
                if one.start in extra:
                    self._report(Reason.UNCLOSED, one.name, extra[one.start], one.end)
                else:
                    kept.append(one)
            self.placeholders[self.settled :] = kept
        self.settled = len(self.placeholders)
        self.open.clear()

    def _report(self, reason: Reason, name: str, start: int, end: int) -> None:
        self.malformed.append(Malformed(reason, name.strip(), start, end))

    def _result(self) -> Scan:
        if self.malformed:
            pieces = code(self.text)
            found = [one for one in self.malformed if not self._is_code(pieces, one)]
            self.malformed = sorted(found, key=lambda one: one.start)
        if any(self.text[one.start + 2 : one.end].lstrip()[:1] == "#" for one in self.expressions):
            branches = [one for one in self.placeholders if one.name in _BRANCH]
            self.placeholders = [one for one in self.placeholders if one.name not in _BRANCH]
            self.expressions += [Expression("", one.start, one.end) for one in branches]
            self.expressions.sort(key=lambda one: one.start)
        return Scan(tuple(self.placeholders), tuple(self.malformed), tuple(self.expressions))

    def _is_code(self, pieces: tuple[Code, ...], one: Malformed) -> bool:
        """Whether it is a formula, a piece of code, or a word about braces."""
        if re.compile(_FORMULA).search(self.text, max(0, one.start - 20), one.start):
            return True
        piece = inside(pieces, one.start)
        if piece is None:
            return False
        return bool(piece.language) or not re.fullmatch(_NAME, one.name)


def _run(text: str, position: int, char: str) -> int:
    end = position
    while end < len(text) and text[end] == char:
        end += 1
    return end - position


_STRING = r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|`[^`\n]*`"
_INNER = rf"(?s)(?<!\w)(?:{_STRING})|[{{}}]|\n[ \t]*\r?\n"
_FURTHEST, _DEEPEST = 1000, 5
_MOST = 1000  # malformed ones: nobody writes, or reads, more


def _matching(text: str, start: int) -> tuple[int, int]:
    """Return the end of an expression with braces inside, in strings or balanced.

    With it, by how many braces it is closed; 0 where it is none.
    """
    depth, inner = 0, False
    for match in re.compile(_INNER).finditer(text, start, start + _FURTHEST):
        found = match.group()
        if found == "{":
            depth, inner = depth + 1, True
            if depth > _DEEPEST:
                return 0, 0
        elif found == "}" and depth:
            depth -= 1
        elif found == "}":
            closed = min(_run(text, match.start(), "}"), 2) if inner else 0
            return match.start() + closed, closed
        elif found[0] == "\n":
            return 0, 0
        else:
            inner = inner or "{" in found or "}" in found
    return 0, 0


def _is_word(content: str) -> bool:
    return re.fullmatch(_WORDS, content) is not None and bool(content.strip())


def _variable(expression: str) -> str:
    """Return the variable that an expression reads, else an empty string."""
    read = re.match(rf"({NAME})\s*[|\[]", expression)
    return read[1] if read else ""


def _is_expression(content: str) -> bool:
    return bool(
        re.match(_BLOCK, content)
        or re.match(_READ, content)
        or re.match(_OTHER, content)
        or (content[0] in "\"'" and "|" in content)
        or re.match(rf"{NAME}\s+[\"']", content)
    )
