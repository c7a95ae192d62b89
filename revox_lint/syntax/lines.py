"""The lines of a text, a place among them, and what is repaired and blanked on the way."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from revox_lint.syntax.fence import LINE, fence_of
from revox_lint.syntax.line_kinds import Line
from revox_lint.syntax.odd_spaces import ODD, UNSEEN, name_of, odd_space, without_odd_spaces
from revox_lint.syntax.quote import also_on
from revox_lint.syntax.span import Span
from revox_lint.syntax.syntax_errors import Trouble

_MOST: Final = 50_000  # lines of one file: no person writes more
_STRAY: Final = re.compile(rf"([{ODD}]+)([\w$-]+)(?=:[ \t]|:$)")


class Lines:
    """A walk over the lines; `chars` is the text as it is repaired, of the same length."""

    def __init__(self, text: str) -> None:
        """Start at the first line of `text` that is not a fence around it."""
        self.text = text
        self.chars = list(text)
        self.troubles: list[Trouble] = []
        self.blanks: list[Span] = []
        self.odd: list[Span] = []
        fence = fence_of(text)
        if fence is not None:
            self.troubles.append(fence.trouble)
            for line in fence.lines:
                self.blank(line.start, line.end, note=False)
        self.lines = [
            Line(match.start(2), match.end(2), len(match[1]), match[2])
            for match in islice(LINE.finditer("".join(self.chars)), _MOST)
            if match[2]
        ]
        self.at = self.beyond = 0
        self.unclosed = False
        self.repeated: dict[str, list[Trouble]] = {}
        self.found = 0
        self.last_closing: dict[str, int] = {}
        self.begin_document()

    def begin_document(self) -> None:
        """Forget the keys and the lists above: they are not around what follows."""
        # The columns of the mappings around, with the first key and the number of keys of each.
        self.columns: list[int] = []
        self.first_keys: dict[int, Line] = {}
        self.counts: dict[int, int] = {}
        self.is_first = self.misplaced = False
        # The last key, whether it has no value, and the empty key right above it.
        self.last, self.last_column, self.hollow, self.above = "", -1, False, ""
        # The dashes of the lists around; those that the last keys left, with their fields' column.
        self.items: list[int] = []
        self.left: list[tuple[int, int]] = []
        self.outside: list[Line] = []

    def spaced(self, line: Line) -> Line:
        """Return a line with common spaces where its syntax has others."""
        if line.body.isascii():
            return line
        stray = self._stray(line)
        if stray is not None:
            return stray
        body, odd = without_odd_spaces(line.body)
        if odd is not None:
            self.odd.append(Span(line.start + odd.start, line.start + odd.end))
        if body == line.body:
            return line
        self.chars[line.start : line.start + len(body)] = body
        indent = len(body) - len(body.lstrip(" "))
        return Line(line.start + indent, line.end, line.indent + indent, body[indent:])

    def _stray(self, line: Line) -> Line | None:
        """Return a line without odd spaces in front of a key that does not stand deeper."""
        match = _STRAY.match(line.body)
        if match is None:
            return None
        after = self.following()
        first = not self.columns and after is not None and after.indent == line.indent
        if line.indent + len(match[1]) in self.columns:
            return None
        if not first and (self.hollow or line.indent not in self.columns):
            return None
        span = Span(line.start, line.start + len(match[1]))
        self.repeat("stray", span, f"{name_of(match[1][0])} in front of a key", "remove it")
        return self.to_margin(line, len(match[1]), match[2])

    def to_margin(self, line: Line, lead: int, key: str) -> Line:
        """Return a line with its key where the `lead` characters in front are, these behind it."""
        body = key + " " * lead + line.body[lead + len(key) :]
        self.chars[line.start : line.start + len(body)] = body
        return line._replace(body=body)

    def next(self) -> Line | None:
        """Go to the next line that is not empty, and return it."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.body.isascii():
                line = self.lines[self.at] = self.spaced(line)
            if line.body:
                return line
            self.at += 1
        return None

    def following(self) -> Line | None:
        """Return the line behind the one at hand."""
        return self.lines[self.at + 1] if self.at + 1 < len(self.lines) else None

    def after_comments(self) -> Line | None:
        """Return the next line that is not a comment."""
        if self.beyond < self.at:
            self.beyond = self.at
            while self.beyond < len(self.lines) and self.lines[self.beyond].body[:1] == "#":
                self.beyond += 1
        return self.lines[self.beyond] if self.beyond < len(self.lines) else None

    def enter(self, column: int, line: Line) -> None:
        """Go on at a key; one that is further out than the last is at the column of another."""
        before = tuple(self.columns)
        deeper = bool(self.columns) and self.columns[-1] > column
        while self.columns and self.columns[-1] > column:
            self.counts.pop(self.columns.pop())
        closed = [
            (item, min((one for one in before if one > item), default=item + 2))
            for item in self.items
            if item >= column
        ]
        if closed or column != self.last_column:
            self.left, self.outside = closed, []
        self.outside.append(line)
        while self.items and self.items[-1] >= column:
            self.items.pop()
        self.misplaced = deeper and self.parent() != column
        self.is_first = self.parent() != column
        if self.is_first:
            self.columns.append(column)
            self.first_keys[column] = line
        self.counts[column] = self.counts.get(column, 0) + 1
        self.last_column = column

    def parent(self) -> int:
        """Return the column of the mapping that the last key is in; -1 in front of the first."""
        return self.columns[-1] if self.columns else -1

    def item_follows(self, column: int) -> bool:
        """Return whether the line behind those that are deeper than `column` is an item there."""
        at = self.at
        while at < len(self.lines) and self.lines[at].indent > column:
            at += 1
        return (
            at < len(self.lines)
            and self.lines[at].indent == column
            and self.lines[at].body.startswith("- ")
        )

    def skip_deeper(self, column: int) -> None:
        """Go on behind the lines that are indented deeper than `column`."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.indent <= column:
                if re.match(UNSEEN, line.body) is None:
                    break
                # Nobody sees that the line is not empty, or is not indented.
                line = self.lines[self.at] = self.spaced(line)
                if line.body and line.indent <= column:
                    break
            self.at += 1

    def skip_to(self, end: int) -> None:
        """Go on at the first line that begins at `end` or behind it."""
        while self.at < len(self.lines) and self.lines[self.at].start < end:
            self.at += 1

    def begin_item(self, indent: int) -> None:
        """Go on at an item whose dash is indented by `indent`."""
        while self.items and self.items[-1] > indent:
            self.items.pop()
        if indent not in self.items:
            self.items.append(indent)

    def repeat(self, kind: str, span: Span, message: str, help: str) -> None:
        """Add a trouble that is reported once for all of its `kind`."""
        self.found += 1
        self.repeated.setdefault(kind, []).append(Trouble(span, message, help, (), span.end))

    def all_troubles(self) -> list[Trouble]:
        """Return the troubles; of those that repeat, the first, with the number of the others."""
        found = list(self.troubles)
        if self.odd:
            found.append(odd_space(self.text, self.odd))
        for same in self.repeated.values():
            first = same[0]
            found.append(first._replace(message=first.message + also_on(len(same) - 1)))
        return found

    def report(self, span: Span, message: str, help: str) -> None:
        """Add a trouble."""
        self.found += 1
        self.troubles.append(Trouble(span, message, help, (), span.end))

    def blank(self, start: int, end: int, *, note: bool = True) -> None:
        """Put spaces in place of a part of the text; with `note`, what it was is not known."""
        for index in range(start, end):
            if self.chars[index] not in "\r\n":
                self.chars[index] = " "
        if note:
            self.blanks.append(Span(start, end))
