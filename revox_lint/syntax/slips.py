"""Slips of people who write prompts: found line by line, and taken out before the parser reads.

Each would otherwise make several errors at places that look right, or a value that nobody meant.
The text keeps its length: what is repaired is another character, the rest is blanked.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from revox_lint.syntax.fence import LINE, fence_of
from revox_lint.syntax.line_kinds import (
    BLOCK,
    BRACKET,
    BULLETS,
    COLON,
    COMMENT,
    DASHED,
    ITEM,
    KEY,
    OPENERS,
    TIGHT,
    TO_LINE_END,
    Line,
    is_prose,
)
from revox_lint.syntax.odd_spaces import HIDDEN, ODD, odd_space, without_odd_spaces
from revox_lint.syntax.quote import excerpt
from revox_lint.syntax.span import Span
from revox_lint.syntax.syntax_errors import Trouble, line_of

_MOST: Final = 1000  # slips of one file: more is not what somebody wrote


class Slips(NamedTuple):
    """The repaired text, a trouble for each slip, and the places that were blanked."""

    text: str
    troubles: list[Trouble]
    blanks: list[Span]


def without_slips(text: str) -> Slips:
    """Return `text` without slips; the same text when there is none."""
    scan = _Scan(text)
    scan.run()
    if not scan.troubles:
        return Slips(text, [], [])
    return Slips("".join(scan.chars), scan.troubles, scan.blanks)


class _Scan:
    """One pass over the lines outside of block scalars, quotes and brackets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.chars = list(text)
        self.troubles: list[Trouble] = []
        self.blanks: list[Span] = []
        self.odd: list[Span] = []
        fence = fence_of(text)
        if fence is not None:
            self.troubles.append(fence.trouble)
            for line in fence.lines:
                self._blank(line.start, line.end, note=False)
        self.lines = [
            Line(match.start(2), match.end(2), len(match[1]), match[2])
            for match in LINE.finditer("".join(self.chars))
            if match[2]
        ]
        self.at = self.beyond = 0
        self.unclosed = False
        self.columns: list[int] = []
        self.misplaced = False

    def run(self) -> None:
        """Go through the lines."""
        while self.at < len(self.lines) and len(self.troubles) < _MOST:
            line = self._spaced(self.lines[self.at])
            self.at += 1
            items = ITEM.match(line.body)
            lead = items.end() if items is not None else 0
            body, column = line.body[lead:], line.indent + lead
            if (
                not body
                or body.startswith("#")
                or (not line.indent and body.startswith(("---", "...", "%")))
            ):
                continue
            key = KEY.match(body)
            if key is not None and not DASHED.match(body):
                self._enter(column)
                self._value(line, column, body[key.end() :], key.group().rstrip(" \t:"))
            elif body[:1] in tuple("\"'"):
                self._quoted(line.start + lead, body[0])
            elif body[:1] in tuple("[{"):
                self._flow(line.start + lead, column - 1)
            elif not lead and BLOCK.match(body):
                self._skip_deeper(self._parent())
            elif self._slip(line, lead, column, self._parent()):
                self._enter(column)
            else:
                self._skip_deeper(line.indent if lead else column)
                if not lead and body[:1] not in OPENERS:
                    self._plain_document(column)
        if self.odd:
            self.troubles.append(odd_space(self.text, self.odd))

    # --- what a line begins ------------------------------------------------------------

    def _value(self, line: Line, column: int, value: str, key: str) -> None:
        if not value or value.startswith("#"):
            self._text_without_bar(line, column, key)
        elif (block := BLOCK.match(value)) is not None:
            self._block(column, key, block[1], int(block[2] or 0))
        elif value.startswith('"""'):
            self._triple_quoted(line.end - len(value), key)
        elif value[0] in "\"'":
            end = self._quoted(line.end - len(value), value[0])
            if TO_LINE_END.match(self.text, end):
                self._below(column, key, Span(line.end - len(value), end))
        elif value[0] in "[{":
            self._flow(line.end - len(value), column)
        else:
            self._plain(line, column, key, value)

    def _text_without_bar(self, line: Line, column: int, key: str) -> None:
        """Report text below `key:` in which YAML sees mappings or lists."""
        first = self._next()
        if first is None or first.indent <= column:
            return
        if not (is_prose(first.body) or re.match(r"[^\W\d_a-z]\w*:[ ]+[^\s|>]", first.body)):
            return
        begin = self.at
        self._skip_deeper(column)
        region = self.lines[begin : self.at]
        bodies = [one.body for one in region]
        pairs = [COLON.search(body) is not None for body in bodies]
        # Without any, it is one string over several lines; with pairs alone, a mapping.
        if all(pairs) or not (any(pairs) or any(body.startswith("- ") for body in bodies)):
            return
        self._report(
            Span(line.start + line.body.index(key), line.end),
            f"text below `{key}:` has `: ` or `- `, which are YAML syntax",
            f"write `{key}: |` above the text",
        )
        self._blank(region[0].start, region[-1].end)

    def _block(self, column: int, key: str, bar: str, wanted: int) -> None:
        """Skip a block scalar; report text that is not indented like one.

        `wanted` is the number of spaces that its `bar`, such as `|2`, asks for; 0 for none.
        """
        begin = self.at
        self._skip_deeper(column)
        region = [one for one in self.lines[begin : self.at] if one.body]
        inside = bool(region)
        first = column + wanted if wanted else region[0].indent if inside else 0
        outer = next((one for one in region if one.indent < first), None)
        if outer is not None and outer.body[0] != "#":
            why = "less than its first line"
            help = f"indent every line of the text below `{key}:` by {first} spaces"
            if wanted:
                spaces = (
                    "1 space" if outer.indent == column + 1 else f"{outer.indent - column} spaces"
                )
                why = f"by {spaces}, but `{bar}` asks for {wanted}"
            if outer is region[0]:
                help = f"write `{key}: {bar.replace(str(wanted), '')}`"
            self._report(
                Span(outer.start, outer.end),
                f"text of `{key}` is indented {why}: `{excerpt(outer.body)}`",
                help,
            )
            self._blank(outer.start, self.lines[self.at - 1].end)
        begin = self.at
        while (line := self._next()) is not None and self._is_outside(line, column):
            self.at += 1
        # A comment at the end is one.
        while self.at > begin and self.lines[self.at - 1].body[:1] in ("", "#"):
            self.at -= 1
        region = [one for one in self.lines[begin : self.at] if one.body]
        if not region:
            return
        words = "is not indented like the rest" if inside else "is not indented"
        self._report(
            Span(region[0].start, region[0].end),
            f"text of `{key}` {words}: `{excerpt(region[0].body)}`",
            f"indent every line of the text below `{key}:` by {column + 2} spaces",
        )
        self._blank(region[0].start, region[-1].end)

    def _plain(self, line: Line, column: int, key: str, value: str) -> None:
        """Skip a plain value of one or more lines; report text that goes on after a ` #`."""
        start = line.end - len(value)
        text = COMMENT.sub("", value).rstrip()
        colon = COLON.search(text) is not None
        if value[0] in OPENERS or self.misplaced:
            self._skip_deeper(column)
            return
        if not colon and self._below(column, key, Span(start, start + len(text))):
            return
        begin = self.at
        self._skip_deeper(column)
        region = [line, *(one for one in self.lines[begin : self.at] if one.body[:1] != "#")]
        for cut in region[:-1]:
            comment = COMMENT.search(cut.body)
            if comment is None:
                continue
            self._report(
                Span(cut.start + comment.start(), cut.end),
                f"`{excerpt(comment[0])}` is a comment, but the text of `{key}` goes on after it",
                f"write `{key}: |` above the text",
            )
            self._blank(start, region[-1].end)
            return
        if len(region) == 1:
            return
        for one in region:
            begin = max(one.start, start)
            comment = COMMENT.search(self.text, begin, one.end)
            match = COLON.search(self.text, begin, comment.start() if comment else one.end)
            if match is not None:
                self._report(
                    Span(match.start(), match.start() + 1),
                    f"text of `{key}` has `: `, which is YAML syntax",
                    f"write `{key}: |` above the text",
                )
                self._blank(start, region[-1].end)
                return

    def _below(self, column: int, key: str, value: Span) -> bool:
        """Report keys or items below a value, where there can be none."""
        first = self._after_comments()
        if first is None or first.indent <= column or self.misplaced:
            return False
        items = ITEM.match(first.body)
        lead = items.end() if items is not None else 0
        name = KEY.match(first.body, lead)
        if name is None or is_prose(first.body[lead:]):
            return False
        self._skip_deeper(column)
        below = name.group().rstrip(" \t:")
        written = self.text[value.start : value.end]
        help = f"remove `{excerpt(written)}`"
        if len(written.split()) > 2:
            help = f"write `{key}: |` above a text"
        if not lead:
            help = f"indent `{below}` like `{key}`, or {help}"
        self._report(
            Span(first.start + lead, first.start + lead + len(below)),
            f"`{below}` is indented deeper than `{key}`, which has the value `{excerpt(written)}`",
            help,
        )
        if re.fullmatch(r"[^\d\s]\S*", written):
            self._blank(value.start, value.end)
        self._blank(first.start, self.lines[self.at - 1].end)
        return True

    def _is_outside(self, line: Line, column: int) -> bool:
        """Return whether a line behind a block scalar is a part of its text."""
        if line.indent > column:
            return True
        if line.body.startswith("#"):
            after = self._after_comments()
            return after is not None and (after.indent > column or self._is_text(after, column))
        return self._is_text(line, column)

    def _is_text(self, line: Line, column: int) -> bool:
        if line.body.startswith(("- ", "-\t")):
            return line.indent == column
        if line.body[0] in "]}" or re.match(r"---|\.\.\.|%|<{7}|>{7}|={7}|```|~~~", line.body):
            return False
        return TIGHT.match(line.body) is None and is_prose(line.body)

    def _triple_quoted(self, start: int, key: str) -> None:
        """Report the quotes of other languages around a text, which are empty quotes in YAML."""
        line = line_of(self.text, start)[1]
        end = self.text.find('"""', start + 3)
        end = line if end < 0 else end + 3
        self._report(
            Span(start, start + 3),
            f"`{key}` begins with three quotes, which YAML does not have",
            "write one quote at each end"
            if start + 3 < end <= line
            else f"write `{key}: |`, and the text below it without quotes",
        )
        self._blank(start, end)
        self._skip_to(end)

    def _quoted(self, start: int, quote: str) -> int:
        """Skip a quoted value of several lines, and return its end.

        One that is not closed ends the pass.
        """
        inside = r"(?:[^\"\\]|\\.)*" if quote == '"' else r"(?:[^']|'')*"
        match = re.compile(quote + inside + quote, re.DOTALL).match(self.text, start)
        if match is None:
            self.at = len(self.lines)
            return len(self.text)
        self._skip_to(match.end())
        return match.end()

    def _flow(self, start: int, column: int) -> None:
        """Skip a value in brackets; one that is not closed ends with its deeper lines."""
        depth = 0
        for match in BRACKET.finditer(self.text, start) if not self.unclosed else ():
            if match[0].lstrip().startswith("//"):
                self._slashes(match.end() - len(match[0].lstrip()), match.end())
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
            if depth == 0:
                self._skip_to(match.end())
                return
        self.unclosed = True
        self._skip_deeper(column)

    def _slashes(self, start: int, end: int) -> None:
        written = self.text[start:end].rstrip()
        self._report(
            Span(start, start + len(written)),
            f"`{excerpt(written)}` is not a comment in YAML",
            "start a comment with `#`",
        )
        self._blank(start, end, note=False)

    # --- slips of one line -------------------------------------------------------------

    def _slip(self, line: Line, lead: int, column: int, parent: int) -> bool:
        """Report a line that is neither a key nor an item, but was meant to be one."""
        body, start = line.body[lead:], line.start + lead
        tight = TIGHT.match(body)
        if tight is not None and (not lead or self._has_fields(column)):
            key, colon = tight[1] or tight[3], tight[2] or tight[4]
            value = body[tight.end() :].strip()
            what = "no space after the colon" if colon == ":" else "full-width colon U+FF1A"
            self._report(
                Span(start, line.end),
                f"{what} in `{excerpt(body)}`",
                f"write `{key}: {value}`" if value else f"write `{key}:`",
            )
            at = start + tight.end()
            self.chars[at - 1] = ":"
            self._blank(at, line.end)
            self._skip_deeper(column)
            return True
        if lead or column <= parent - 1:
            return False
        if DASHED.match(body) is not None:
            self._report(
                Span(start, line.end),
                f"no space after the dash in `{excerpt(body)}`",
                f"write `- {body[1:]}`",
            )
            begin = self.at - 1
            while (after := self._next()) is not None and (
                after.indent > column or (after.indent == column and after.body.startswith("-"))
            ):
                self.at += 1
            self._blank(self.lines[begin].start, self.lines[self.at - 1].end)
            return True
        if re.match(rf"[{BULLETS}][ {ODD}]+[a-z]\w*:(?: |$)", body) is not None:
            self._report(
                Span(start, start + 1),
                f"`{body[0]}` does not begin an item of a list in YAML",
                f"write `- {body[1:].strip()}`",
            )
            self.chars[start] = "-"
            self.lines[self.at - 1] = line._replace(body=f"-{body[1:]}")
            for index in range(self.at, len(self.lines)):
                after = self.lines[index]
                if after.indent < column or (after.indent == column and after.body[0] != body[0]):
                    break
                if after.indent == column:
                    self.chars[after.start] = "-"
                    self.lines[index] = after._replace(body=f"-{after.body[1:]}")
            self.at -= 1
            return True
        return False

    def _has_fields(self, column: int) -> bool:
        """Return whether the next line is a field in the same mapping."""
        after = self._next()
        return after is not None and after.indent == column and KEY.match(after.body) is not None

    def _spaced(self, line: Line) -> Line:
        """Return a line with common spaces where its syntax has others."""
        if line.body.isascii():
            return line
        body, odd = without_odd_spaces(line.body)
        if odd is not None:
            self.odd.append(Span(line.start + odd.start, line.start + odd.end))
        if body == line.body:
            return line
        self.chars[line.start : line.start + len(body)] = body
        indent = len(body) - len(body.lstrip(" "))
        return Line(line.start + indent, line.end, line.indent + indent, body[indent:])

    # --- steps -------------------------------------------------------------------------

    def _next(self) -> Line | None:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.body.isascii():
                line = self.lines[self.at] = self._spaced(line)
            if line.body:
                return line
            self.at += 1
        return None

    def _after_comments(self) -> Line | None:
        """Return the next line that is not a comment."""
        if self.beyond < self.at:
            self.beyond = self.at
            while self.beyond < len(self.lines) and self.lines[self.beyond].body[:1] == "#":
                self.beyond += 1
        return self.lines[self.beyond] if self.beyond < len(self.lines) else None

    def _enter(self, column: int) -> None:
        """Go on at a key; one that is further out than the last is at the column of another."""
        deeper = bool(self.columns) and self.columns[-1] > column
        while self.columns and self.columns[-1] > column:
            self.columns.pop()
        self.misplaced = deeper and self._parent() != column
        if self._parent() != column:
            self.columns.append(column)

    def _parent(self) -> int:
        return self.columns[-1] if self.columns else -1

    def _skip_deeper(self, column: int) -> None:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.indent <= column:
                if re.fullmatch(rf"[{ODD}{HIDDEN}]+", line.body) is None:
                    break
                # Nobody sees that the line is not empty.
                self.lines[self.at] = self._spaced(line)
            self.at += 1

    def _skip_to(self, end: int) -> None:
        while self.at < len(self.lines) and self.lines[self.at].start < end:
            self.at += 1

    def _plain_document(self, column: int) -> None:
        """Skip the lines of a text that is no mapping."""
        while (line := self._next()) is not None and KEY.match(line.body) is None:
            if line.indent < column or line.body.startswith(("#", "---", "- ")):
                break
            self.at += 1

    def _report(self, span: Span, message: str, help: str) -> None:
        self.troubles.append(Trouble(span, message, help, (), span.end))

    def _blank(self, start: int, end: int, *, note: bool = True) -> None:
        for index in range(start, end):
            if self.chars[index] not in "\r\n":
                self.chars[index] = " "
        if note:
            self.blanks.append(Span(start, end))
