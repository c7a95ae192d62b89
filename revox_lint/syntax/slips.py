"""Slips of people who write prompts: found line by line, and taken out before the parser reads.

Each would otherwise make several errors at places that look right, or a value that nobody meant.
The text keeps its length: what is repaired is another character, the rest is blanked.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from revox_lint.syntax.quote import excerpt
from revox_lint.syntax.span import Span
from revox_lint.syntax.syntax_errors import Trouble

ODD: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that look like the one that YAML indents with, for a character class."""
_HIDDEN: Final = "\u200b-\u200f\u2060\ufeff"
_MOST: Final = 1000  # slips of one file: more is not what somebody wrote
_FENCE: Final = r"(?:```+|~~~+)[ \t]*\w*[ \t]*"
_BULLETS: Final = "•–—·▪◦‣*"
_SUSPECT: Final = (
    r"(?m)\A(?i:ya?ml|json)[ \t]*$|"
    rf"^(?:{_FENCE}$|[ \t]*[{ODD}{_HIDDEN}]|[ \t]*(?:- +)*[\w\"']+[ {ODD}]*[:：][{ODD}\w\"'+]"
    rf"|[ \t]*(?:- +)*[\w\"']+[{ODD}{_HIDDEN}]+:|[ \t]*-[{ODD}A-Za-z]|[ \t]*[{_BULLETS}][ {ODD}]"
    r"|[^\s#\-\w\"'{\[&*!|>%@`.}\]?<][^\r\n]*:[ \r\n]|\w+ [^\r\n:]*:[ \r\n]|[A-Z]\w*: (?:\S+ ){3}"
    r"|([ ]*)(?:- +)*\w+:[ ]*[|>][-+\d]*[ \t]*(?:\r?\n[ \t]*)*\r?\n(?!\1[ ])[ ]*[^\s])"
)
_LINE: Final = re.compile(r"([ \t]*)([^\r\n]*?)[ \t]*(?:\r\n|\n|\r|\Z)")
_ITEM: Final = re.compile(r"(?:-[ \t]+)*")
_KEY: Final = re.compile(r"(?:[\w$.<-]+|\"[^\"]*\"|'[^']*')[ \t]*:(?=[ \t]|$)[ \t]*")
_TIGHT: Final = re.compile(
    r"(?![^\r\n]*:(?:[ \t]|$))(?:([a-z]\w*)[ \t]*(:)(?=[^\s:/\\])|([a-z]\w*)[ \t]*(：))"
)
_DASHED: Final = re.compile(r"-[^\W\d_]")
_BLOCK: Final = re.compile(r"(?:[&!]\S*[ \t]+)*[|>][-+\d]*[ \t]*(?:#.*)?$")
_OPENERS: Final = frozenset("\"'[{&*!|>#%@`?")


class Slips(NamedTuple):
    """The repaired text, a trouble for each slip, and the places that were blanked."""

    text: str
    troubles: list[Trouble]
    blanks: list[Span]


class _Line(NamedTuple):
    """A line: where its body begins and ends, and how many characters are in front of it."""

    start: int
    end: int
    indent: int
    body: str


def is_suspect(text: str) -> bool:
    """Return whether `text` may have a slip; quick, and sure of a no unless it has errors."""
    return re.search(_SUSPECT, text) is not None


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
        self._fences()
        self.lines = [
            _Line(match.start(2), match.end(2), len(match[1]), match[2])
            for match in _LINE.finditer("".join(self.chars))
            if match[2]
        ]
        self.at = self.beyond = 0

    def run(self) -> None:
        """Go through the lines."""
        parent = -1
        while self.at < len(self.lines) and len(self.troubles) < _MOST:
            line = self._spaced(self.lines[self.at])
            self.at += 1
            items = _ITEM.match(line.body)
            lead = items.end() if items is not None else 0
            body, column = line.body[lead:], line.indent + lead
            if body.startswith("#") or (not line.indent and body.startswith(("---", "...", "%"))):
                continue
            key = _KEY.match(body)
            if key is not None and not _DASHED.match(body):
                self._value(line, column, body[key.end() :], key.group().rstrip(" \t:"))
                parent = column
            elif self._slip(line, lead, column, parent):
                parent = column
            else:
                self._skip_deeper(line.indent if lead else column)
                if not lead and body[:1] not in _OPENERS:
                    self._plain_document(column)
        if self.odd:
            self._report_odd()

    # --- what a line begins ------------------------------------------------------------

    def _value(self, line: _Line, column: int, value: str, key: str) -> None:
        if not value or value.startswith("#"):
            self._text_without_bar(line, column, key)
        elif _BLOCK.match(value):
            self._block(column, key)
        elif value[0] in "\"'":
            self._quoted(line.end - len(value), value[0])
        elif value[0] in "[{":
            self._skip_deeper(column, closers=True)
        else:
            self._plain(line, column, key, value)

    def _text_without_bar(self, line: _Line, column: int, key: str) -> None:
        """Report text below `key:` in which YAML sees mappings or lists."""
        first = self._next()
        if first is None or first.indent <= column:
            return
        if not (_is_prose(first.body) or re.match(r"[^\W\d_a-z]\w*:[ ]+[^\s|>]", first.body)):
            return
        begin = self.at
        self._skip_deeper(column)
        region = self.lines[begin : self.at]
        bodies = [one.body for one in region]
        pairs = [re.search(r":(?:[ \t]|$)", body) is not None for body in bodies]
        # Without any, it is one string over several lines; with pairs alone, a mapping.
        if all(pairs) or not (any(pairs) or any(body.startswith("- ") for body in bodies)):
            return
        self._report(
            Span(line.start + line.body.index(key), line.end),
            f"text below `{key}:` has `: ` or `- `, which are YAML syntax",
            f"write `{key}: |` above the text",
        )
        self._blank(region[0].start, region[-1].end)

    def _block(self, column: int, key: str) -> None:
        """Skip a block scalar; report text that is not indented like one."""
        begin = self.at
        self._skip_deeper(column)
        inside = self.at > begin
        first = self.lines[begin].indent if inside else 0
        outer = [one for one in self.lines[begin : self.at] if one.indent < first]
        if outer and outer[0].body[0] != "#":
            self._report(
                Span(outer[0].start, outer[0].end),
                f"text of `{key}` is indented less than its first line: `{excerpt(outer[0].body)}`",
                f"indent every line of the text below `{key}:` by {first} spaces",
            )
            self._blank(outer[0].start, self.lines[self.at - 1].end)
        begin = self.at
        while (line := self._next()) is not None and self._is_outside(line, column):
            self.at += 1
        # A comment at the end is one.
        while self.at > begin and self.lines[self.at - 1].body.startswith("#"):
            self.at -= 1
        if self.at == begin:
            return
        region = self.lines[begin : self.at]
        words = "is not indented like the rest" if inside else "is not indented"
        self._report(
            Span(region[0].start, region[0].end),
            f"text of `{key}` {words}: `{excerpt(region[0].body)}`",
            f"indent every line of the text below `{key}:` by {column + 2} spaces",
        )
        self._blank(region[0].start, region[-1].end)

    def _plain(self, line: _Line, column: int, key: str, value: str) -> None:
        """Skip a plain value of one or more lines; report text that goes on after a ` #`."""
        begin = self.at
        self._skip_deeper(column)
        region = [line, *(one for one in self.lines[begin : self.at] if one.body[0] != "#")]
        for cut in region[:-1]:
            comment = re.search(r"(?<=[ \t])#.*", cut.body)
            if comment is None:
                continue
            self._report(
                Span(cut.start + comment.start(), cut.end),
                f"`{excerpt(comment[0])}` is a comment, but the text of `{key}` goes on after it",
                f"write `{key}: |` above the text",
            )
            self._blank(line.end - len(value), region[-1].end)
            return

    def _is_outside(self, line: _Line, column: int) -> bool:
        """Return whether a line behind a block scalar is a part of its text."""
        if line.indent > column:
            return True
        if line.body.startswith("#"):
            after = self._after_comments()
            return after is not None and (after.indent > column or self._is_text(after, column))
        return self._is_text(line, column)

    def _is_text(self, line: _Line, column: int) -> bool:
        if line.body.startswith(("- ", "-\t")):
            return line.indent == column
        if line.body[0] in "]}" or re.match(r"---|\.\.\.|%|<{7}|>{7}|={7}|```|~~~", line.body):
            return False
        return _TIGHT.match(line.body) is None and _is_prose(line.body)

    def _quoted(self, start: int, quote: str) -> None:
        """Skip a quoted value of several lines; one that is not closed ends the pass."""
        inside = r"(?:[^\"\\]|\\.)*" if quote == '"' else r"(?:[^']|'')*"
        match = re.compile(quote + inside + quote, re.DOTALL).match(self.text, start)
        if match is None:
            self.at = len(self.lines)
            return
        while self.at < len(self.lines) and self.lines[self.at].start < match.end():
            self.at += 1

    # --- slips of one line -------------------------------------------------------------

    def _slip(self, line: _Line, lead: int, column: int, parent: int) -> bool:
        """Report a line that is neither a key nor an item, but was meant to be one."""
        body, start = line.body[lead:], line.start + lead
        tight = _TIGHT.match(body)
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
        if _DASHED.match(body) is not None:
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
        if re.match(rf"[{_BULLETS}][ {ODD}]+[a-z]\w*:(?: |$)", body) is not None:
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
        return after is not None and after.indent == column and _KEY.match(after.body) is not None

    def _spaced(self, line: _Line) -> _Line:
        """Return a line with common spaces where its syntax has others."""
        if line.body.isascii():
            return line
        pattern = (
            rf"(?P<indent>[{ODD}]*)(?P<hidden>[{_HIDDEN}]*)(?:-[ {ODD}]+)*"
            rf"(?:[\w$-]+|\"[^\"]*\")?(?P<before>[{ODD}{_HIDDEN}]*)(?::(?P<after>[{ODD}]+))?"
        )
        match = re.match(pattern, line.body)
        if match is None:
            return line
        body, odd = line.body, None
        if match["hidden"] and (key := re.compile(r"[\w$-]+:").match(body, match.end("hidden"))):
            # The key moves to where the hidden characters are, and they behind it.
            count = len(match["hidden"])
            begin = match.start("hidden")
            moved = key.group()[:-1] + " " * count + ":"
            body = body[:begin] + moved + body[begin + len(moved) :]
            odd = Span(line.start + begin, line.start + match.end("hidden"))
        upto = match.end("after") if match["after"] else match.end("before")
        syntax = re.sub(rf"[{ODD}]", " ", body[:upto])
        if match["before"] and match["after"] is None and body[upto : upto + 1] != ":":
            return line
        syntax = re.sub(rf"[{_HIDDEN}]+$", lambda hidden: " " * len(hidden.group()), syntax)
        if syntax != body[:upto] and odd is None:
            index = next(i for i in range(upto) if syntax[i] != body[i])
            odd = Span(line.start + index, line.start + index + 1)
        if odd is not None:
            self.odd.append(odd)
        body = syntax + body[upto:]
        self.chars[line.start : line.start + len(body)] = body
        indent = len(body) - len(body.lstrip(" "))
        return _Line(line.start + indent, line.end, line.indent + indent, body[indent:])

    def _fences(self) -> None:
        """Take out the lines of a code fence around a whole file."""
        lines = [match for match in _LINE.finditer(self.text) if match[2]]
        if len(lines) > 1 and re.fullmatch(r"(?i)ya?ml|json", lines[0][0].strip()):
            # The language of a code block, copied with it.
            word = Span(lines[0].start(2), lines[0].end(2))
            self._report(
                word, f"`{lines[0][2]}` is not a part of the definition", "remove the line"
            )
            self._blank(word.start, word.end, note=False)
            return
        ends = [
            one for one in (lines[:1] + lines[-1:]) if not one[1] and re.fullmatch(_FENCE, one[2])
        ]
        opened = bool(ends) and ends[0] is lines[0]
        if not ends or not (opened or len(ends) == 1):
            return
        if not opened and any(one[2].startswith(ends[0][2][:3]) for one in lines[:-1]):
            return
        first = Span(ends[0].start(2), ends[0].end(2))
        fence = self.text[first.start : first.start + 3]
        self._report(
            first,
            f"code fence `{self.text[first.start : first.end]}` is not YAML",
            f"remove the lines with {fence}" if len(ends) > 1 else "remove the line",
        )
        for one in ends:
            self._blank(one.start(2), one.end(2), note=False)

    # --- steps -------------------------------------------------------------------------

    def _next(self) -> _Line | None:
        if self.at >= len(self.lines):
            return None
        line = self.lines[self.at]
        if not line.body.isascii():
            line = self.lines[self.at] = self._spaced(line)
        return line

    def _after_comments(self) -> _Line | None:
        """Return the next line that is not a comment."""
        if self.beyond < self.at:
            self.beyond = self.at
            while self.beyond < len(self.lines) and self.lines[self.beyond].body[0] == "#":
                self.beyond += 1
        return self.lines[self.beyond] if self.beyond < len(self.lines) else None

    def _skip_deeper(self, column: int, *, closers: bool = False) -> None:
        while self.at < len(self.lines) and (
            self.lines[self.at].indent > column or (closers and self.lines[self.at].body[0] in "]}")
        ):
            self.at += 1

    def _plain_document(self, column: int) -> None:
        """Skip the lines of a text that is no mapping."""
        while (line := self._next()) is not None and _KEY.match(line.body) is None:
            if line.indent < column or line.body.startswith(("#", "---", "- ")):
                break
            self.at += 1

    def _report(self, span: Span, message: str, help: str) -> None:
        self.troubles.append(Trouble(span, message, help, (), span.end))

    def _report_odd(self) -> None:
        first = self.odd[0]
        char = self.text[first.start]
        name = unicodedata.name(char, "character").lower()
        others = len(self.odd) - 1
        more = f", also on {others} more lines" if others > 1 else ""
        more = ", also on another line" if others == 1 else more
        self._report(
            first,
            f"{name} (U+{ord(char):04X}) in place of a space{more}"
            if char not in "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
            else f"invisible {name} (U+{ord(char):04X}) beside a key{more}",
            "write an ordinary space" if re.match(rf"[{ODD}]", char) else "remove it",
        )

    def _blank(self, start: int, end: int, *, note: bool = True) -> None:
        for index in range(start, end):
            if self.chars[index] not in "\r\n":
                self.chars[index] = " "
        if note:
            self.blanks.append(Span(start, end))


def _is_prose(body: str) -> bool:
    """Return whether a line is words of a text rather than a field, an item or a value."""
    if body == "-" or body[0] in _OPENERS or body.startswith(("- ", "-\t")) or _TIGHT.match(body):
        return False
    if _DASHED.match(body) or re.match(rf"[{_BULLETS}][ {ODD}]+[a-z]\w*:[ ]", body):
        return False
    key = _KEY.match(body)
    return key is None or (body[0].isupper() and len(body[key.end() :].split()) > 3)
