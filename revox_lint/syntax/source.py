"""A file's bytes as text, and the arithmetic between characters, lines and columns.

Every other module counts in characters of `Source.text`; only here are they turned into
lines and columns.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from revox_lint.syntax.span import Span

_BREAK = "\r\n|\n|\r"
# What YAML does not allow in a stream, and a byte order mark anywhere but at the start.
_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
# RFC 8259 has less against a string; half a surrogate pair is not text at all.
_FORBIDDEN_IN_JSON = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]"
# A byte order mark, or the NUL bytes beside the ASCII character that a definition starts with:
# chapter 5.2 of the YAML 1.2.2 specification.
_OTHER_ENCODINGS = (
    (rb"\xff\xfe\0\0|[^\0]\0\0\0", "utf-32-le"),
    (rb"\0\0\xfe\xff|\0\0\0[^\0]", "utf-32-be"),
    (rb"\xff\xfe|[^\0]\0[^\0]\0", "utf-16-le"),
    (rb"\xfe\xff|\0[^\0]\0[^\0]", "utf-16-be"),
)
MAX_MISENCODINGS = 1000
"""Forbidden characters that are named of one file; a binary file has a million."""


class Position(NamedTuple):
    """A place for people: line and column count from 1, the column in characters."""

    line: int
    column: int


class Misencoding(NamedTuple):
    """A place where the bytes are not the text that YAML wants, and what to do about it."""

    span: Span
    message: str
    help: str = "save the file as UTF-8"
    milder: bool = False


class Source:
    """One file: its path as given, its text, and what was wrong with its bytes.

    `text` is what the bytes decode to without the byte order mark; line ends are kept as
    they are. Bytes that are not UTF-8 and characters that YAML forbids are U+FFFD in
    `text`, one for one; `misencodings` names them, the first 1,000 of the characters.
    """

    def __init__(
        self, path: str, text: str, *, bom: bool = False, undecodable: Misencoding | None = None
    ) -> None:
        """Take `text` (str, without byte order mark) as the content of `path`."""
        self.path = path.replace("\\", "/")
        self.bom = bom
        self.misencodings: tuple[Misencoding, ...] = ()
        if undecodable is not None:
            self.misencodings = (undecodable,)
        if not text.isprintable() and re.search(_FORBIDDEN, text):
            in_json = path.endswith(".json")
            self.misencodings += tuple(
                _forbidden(match, in_json)
                for match in islice(re.finditer(_FORBIDDEN, text), MAX_MISENCODINGS)
            )
            text = re.sub(_FORBIDDEN, "\ufffd", text)
        self.text = text

    @classmethod
    def from_bytes(cls, path: str, data: bytes) -> Source:
        """Decode `data` as UTF-8; what is not UTF-8 is kept as a `Misencoding`, never raised."""
        for start, encoding in _OTHER_ENCODINGS:
            if re.match(start, data, re.DOTALL):
                text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
                message = f"the file is {encoding[:6].upper()}, not UTF-8"
                return cls(path, text, undecodable=Misencoding(Span(0, min(1, len(text))), message))
        bom = data.startswith(codecs.BOM_UTF8)
        if bom:
            data = data[len(codecs.BOM_UTF8) :]
        try:
            return cls(path, data.decode("utf-8"), bom=bom)
        except UnicodeDecodeError as error:
            at = len(data[: error.start].decode("utf-8"))
            wrong = f"0x{data[error.start]:02X}"
            text = data.decode("utf-8", errors="replace")
            undecodable = Misencoding(Span(at, at + 1), f"byte {wrong} is not UTF-8")
            return cls(path, text, bom=bom, undecodable=undecodable)

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line's first character; a line ends at LF, CR LF or CR."""
        return [0, *(match.end() for match in re.finditer(_BREAK, self.text))]

    def line_start(self, offset: int) -> int:
        """Return the offset of the first character of the line that `offset` is in."""
        return self.line_starts[bisect_right(self.line_starts, offset) - 1]

    def position(self, offset: int) -> Position:
        """Return the line and column of the character at `offset`."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line end."""
        starts = self.line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def __repr__(self) -> str:
        return f"Source({self.path!r}, {len(self.text)} characters)"


def line_of(text: str, at: int) -> Span:
    """Return where the line of the character at `at` starts and ends, without its line end."""
    start = text.rfind("\n", 0, at) + 1
    start = max(start, text.rfind("\r", start, at) + 1)
    end = re.compile(r"[\r\n]|\Z").search(text, at)
    return Span(start, end.start() if end is not None else len(text))


def _forbidden(match: re.Match[str], in_json: bool) -> Misencoding:
    span, char = Span(*match.span()), match[0]
    if in_json and not re.match(_FORBIDDEN_IN_JSON, char):
        # JSON allows it, but what is read here as YAML would be another character.
        escape = f"\\u{ord(char):04x}"
        message = f"the invisible character U+{ord(char):04X} is in the file as it is"
        return Misencoding(span, message, f"remove it, or write `{escape}`", milder=True)
    return Misencoding(span, _describe(char, "JSON" if in_json else "YAML"), "remove it")


def _describe(char: str, language: str) -> str:
    if char == "\ufeff":
        return "a byte order mark (U+FEFF) is only allowed at the very start of the file"
    if "\ud800" <= char <= "\udfff":
        return f"half of a surrogate pair (U+{ord(char):04X}) is not a character"
    name = "a NUL byte" if char == "\0" else f"the control character U+{ord(char):04X}"
    return f"{name} is not allowed in {language}"
