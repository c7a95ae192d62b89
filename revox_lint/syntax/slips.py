"""Slips of people who write prompts: found line by line, and taken out before the parser reads.

Each would otherwise make several errors at places that look right, or a value that nobody meant.
The text keeps its length: what is repaired is another character, the rest is blanked.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from revox_lint.syntax.fence import FENCE
from revox_lint.syntax.line_kinds import (
    BLOCK,
    BRACKET,
    BULLETS,
    DASHED,
    EMPTY,
    KEY,
    OPENERS,
    TO_LINE_END,
    WORDS_KEY,
    Line,
    lead_of,
)
from revox_lint.syntax.line_slips import (
    behind_value,
    comment,
    document_start,
    script,
    slashes,
    slip,
)
from revox_lint.syntax.lines import Lines
from revox_lint.syntax.list_slips import (
    bare_dash,
    dedented,
    further_out,
    item_beside_keys,
    misplaced_item,
)
from revox_lint.syntax.odd_spaces import HIDDEN, ODD, UNSEEN
from revox_lint.syntax.span import Span
from revox_lint.syntax.syntax_errors import Trouble
from revox_lint.syntax.text_slips import below, block_scalar, plain, text_without_bar, triple_quoted

_MOST: Final = 1000  # slips of one file: more is not what somebody wrote
_MOST_ODD: Final = 10_000  # lines with odd spaces, which a program can have written
_SUSPECT: Final = (
    r"(?m)\A(?i:ya?ml|json)[ \t]*$|\A(?:export|const|let|var|module)\b|"
    rf"[,\[{{][ \t]+//|^(?:{FENCE}$|[ \t]*{UNSEEN}"
    rf"|[ \t]*(?:- +)*[\w\"']+[ {ODD}]*[:：][{ODD}\w\"'+]"
    rf"|[ \t]*(?:- +)*[\w\"']+[{ODD}{HIDDEN}]+:|[ \t]*-[{ODD}A-Za-z]|[ \t]*[{BULLETS}][ \t{ODD}]"
    r"|[ \t]*(?://|/\*)|[a-z]\w*[ \t]*=[ \t]*\S|(?:\*\*|__)[a-z]|\{%|<!--"
    r"|[^\s#\-\w\"'{\[&*!|>%@`.}\]?<][^\r\n]*:[ \r\n]|\w+ [^\r\n:]*:[ \r\n]|[A-Z]\w*: (?:\S+ ){3}"
    r"|([ ]*)(?:- +)*\w+:[ ]*[|>][-+\d]*[ \t]*(?:\r?\n[ \t]*)*\r?\n(?!\1[ ])[ ]*[^\s])"
)


class Slips(NamedTuple):
    """The repaired text, a trouble for each slip, and the places that were blanked."""

    text: str
    troubles: list[Trouble]
    blanks: list[Span]


def is_suspect(text: str) -> bool:
    """Return whether `text` may have a slip; quick, and sure of a no unless it has errors."""
    return re.search(_SUSPECT, text) is not None


def without_slips(text: str) -> Slips:
    """Return `text` without slips; the same text when there is none."""
    scan = _Scan(text)
    scan.run()
    troubles = scan.all_troubles()
    if not troubles:
        return Slips(text, [], [])
    return Slips("".join(scan.chars), troubles, scan.blanks)


class _Scan(Lines):
    """One pass over the lines outside of block scalars, quotes and brackets."""

    def run(self) -> None:
        """Go through the lines."""
        if script(self):
            return
        while self.at < len(self.lines) and self.found < _MOST and len(self.odd) < _MOST_ODD:
            line = self.spaced(self.lines[self.at])
            self.at += 1
            lead = lead_of(line.body)
            body, column = line.body[lead:], line.indent + lead
            if not line.indent and body.startswith(("---", "...")):
                self.begin_document()
                document_start(self, line)
                continue
            if body == "-" or (lead and (not body or body.startswith("#"))):
                if body != "-" or not bare_dash(self, line):
                    self.begin_item(line.indent)
                continue
            if not body or body.startswith("#") or (not line.indent and body.startswith("%")):
                continue
            key = KEY.match(body)
            if lead:
                if misplaced_item(self, line) or item_beside_keys(self, line, lead):
                    continue
                self.begin_item(line.indent)
            if key is not None and not DASHED.match(body):
                if not lead and (dedented(self, line) or further_out(self, line)):
                    continue
                self.enter(column, line)
                self._value(line, column, body[key.end() :], key.group().rstrip(" \t:"))
            elif body[:1] in tuple("\"'"):
                self._quoted(line.start + lead, body[0])
            elif not lead and body[:2] in ("{%", "{{") and comment(self, line):
                continue
            elif body[:1] in tuple("[{"):
                closed = self._flow(line.start + lead, column - 1)
                if closed is not None and lead:
                    behind_value(self, "", closed)
            elif not lead and BLOCK.match(body):
                self.skip_deeper(self.parent())
            elif slip(self, line, lead, column):
                self.enter(column, line)
            else:
                if (words := WORDS_KEY.match(body)) is not None:
                    self.enter(column, line)
                    self.last, self.hollow = words[0], EMPTY.match(body[words.end() :]) is not None
                self.skip_deeper(line.indent if lead else column)
                if not lead and body[:1] not in OPENERS:
                    self._plain_document(column)

    def _value(self, line: Line, column: int, value: str, key: str) -> None:
        self.above = self.last if self.hollow and self.counts[column] > 1 else ""
        self.last = key
        self.hollow = EMPTY.match(value) is not None
        if not value or value.startswith("#"):
            text_without_bar(self, line, column, key)
        elif (block := BLOCK.match(value)) is not None:
            block_scalar(self, column, key, block[1], int(block[2] or 0))
        elif value.startswith('"""') or value == "'''":
            triple_quoted(self, line.end - len(value), key)
        elif value[0] in "\"'":
            end = self._quoted(line.end - len(value), value[0])
            behind_value(self, key, end)
            if TO_LINE_END.match(self.text, end):
                below(self, line, column, key, Span(line.end - len(value), end))
        elif value[0] in "[{":
            closed = self._flow(line.end - len(value), column)
            if closed is not None:
                behind_value(self, key, closed)
        else:
            plain(self, line, column, key, value)

    def _quoted(self, start: int, quote: str) -> int:
        """Skip a quoted value of several lines, and return its end.

        One that is not closed ends the pass.
        """
        inside = r"(?:[^\"\\]|\\.)*" if quote == '"' else r"(?:[^']|'')*"
        match = re.compile(quote + inside + quote, re.DOTALL).match(self.text, start)
        if match is None:
            self.at = len(self.lines)
            return len(self.text)
        self.skip_to(match.end())
        return match.end()

    def _flow(self, start: int, column: int) -> int | None:
        """Skip a value in brackets, and return its end; else go on behind its deeper lines."""
        depth = 0
        for match in BRACKET.finditer(self.text, start) if not self.unclosed else ():
            if match[0].lstrip().startswith("//"):
                slashes(self, match.end() - len(match[0].lstrip()), match.end())
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
            if depth == 0:
                self.skip_to(match.end())
                return match.end()
        self.unclosed = True
        self.skip_deeper(column)
        return None

    def _plain_document(self, column: int) -> None:
        """Skip the lines of a text that is no mapping."""
        while (line := self.next()) is not None and KEY.match(line.body) is None:
            if line.indent < column or line.body.startswith(("#", "---", "- ")):
                break
            self.at += 1
