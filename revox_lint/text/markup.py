"""What is made for the eye and not for the ear: Markdown, lists, emoji, web addresses.

Ordinary punctuation, phone numbers, `24/7`, `C#`, e-mail addresses, a name such as
`example.com`, and the tags that speech providers understand are not markup. What is in a
placeholder is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from revox_lint.text.code import code
from revox_lint.text.language import language
from revox_lint.text.placeholder import scan


class MarkupKind(StrEnum):
    """What a mark is."""

    ADDRESS = "address"
    MARKUP = "markup"
    LIST = "list"
    EMOJI = "emoji"
    ESCAPE = "escape"


class Mark(NamedTuple):
    """A piece of text that cannot be said, by its offsets."""

    kind: MarkupKind
    start: int
    end: int


_TAG = r"</?([A-Za-z][\w:-]*)[^<>]*>"
# Not those that SSML has too, such as `<p>` and `<s>`: https://www.w3.org/TR/speech-synthesis11/
_HTML = (
    r"(?i)b|i|u|strong|em|br|hr|h[1-6]|ul|ol|li|a|div|span|img|table|t[rdh]|font|code|pre"
    r"|blockquote|small|big|html|body"
)
_LOOKALIKE = r"\{[^{}\n]{0,60}\}|<<[^<>\n]{1,60}>>|%\w+%"

_LINK = r"!?\[[^\[\]\n]+\]\([^()\s]+\)"
_ADDRESS = (
    r"(?i)(?:\b(?:https?|ftp)://|\bmailto:(?=\S)|(?<![\w@.-])www\.(?=\w))[^\s<>\"“”«»]+"
    r"|(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|net|org|io|ai|app|co|fr|de|es|eu"
    r"|uk|us|ca|ch|be|at|it|pt|nl|mx|ar|dev|info|biz|me|ly|link|shop|store|health|care)"
    r"/[^\s<>\"“”«»]*"
)
_EMPHASIS = (
    r"\*{2,3}(?=[^\s*])[^*]{1,300}?(?<=[^\s*])\*{2,3}"
    r"|(?<!\w)__(?=[^\s_])(?![A-Z0-9_]+__)[^_]{1,300}?(?<=[^\s_])__(?!\w)"
    r"|(?<![\w*\\])\*(?=[^\s*])[^*\n]{1,120}?(?<=[^\s*])\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])[^_\n]{1,120}?(?<=[^\s_])_(?!\w)"
    r"|~~(?=[^\s~])[^~]{1,300}?(?<=[^\s~])~~"
)
# "# 1 in town" is a number.
_HEADING = r"(?m)^[ \t]{0,3}((?:#{2,6}[ \t]+|#[ \t]+(?!\d+[ \t]+[^\W\d_]))\S[^\r\n]*)"
_RULE = r"(?m)^[ \t]*((?:-{3,}|\*{3,}|_{3,}|={3,}))[ \t]*$"
_TABLE = r"(?m)^[ \t]*(\|[^\r\n]*\|)[ \t]*$"
_QUOTE = r"(?m)^[ \t]{0,3}(>)[ \t]+\S"
_BULLET = r"(?m)^[ \t]*([-*+–—·]|(\d{1,2})[.)]|([a-h])\))[ \t]+\S"
_DOT = r"[•‣◦▪●]"
# A list whose lines were folded into one: nobody writes a dash right behind a colon.
_FOLDED = (
    r":\s+([-*+])\s+\S[^\r\n]*?\s\1\s+\S"
    r"|:\s+(1[.)])\s+\S[^\r\n]*?\s2[.)]\s+\S[^\r\n]*?\s3[.)]\s+\S"
)
_SYMBOL = (
    r"[\U0001f000-\U0001faff\u2600-\u266c\u2670-\u275a\u2761-\u2767\u2794-\u27bf\u2b05-\u2b07"
    r"\u2b1b\u2b1c\u2b50\u2b55\u231a\u231b\u23e9-\u23fa]"
)
_EMOJI = rf"(?:{_SYMBOL}|[^\s\w]\ufe0f|[0-9#*]\ufe0f?\u20e3)(?:{_SYMBOL}|[\ufe0f\u200d\u20e3])*"
_SHORTCODE = r"(?<![\w:]):[a-z][a-z_]{2,30}:(?![\w:])"
_ESCAPE = r"\\[nrt](?![a-z])|(?:\\n)+"


def marks(text: str) -> list[Mark]:
    """What in `text` cannot be said, in order; no two overlap."""
    found: list[Mark] = []
    taken = bytearray(len(text))
    for mark in _all(without_placeholders(text)):
        if taken.find(1, mark.start, mark.end) < 0:
            found.append(mark)
            taken[mark.start : mark.end] = b"\1" * (mark.end - mark.start)
    found.sort(key=lambda mark: mark.start)
    return found


def without_placeholders(text: str) -> str:
    """`text` with letters where placeholders stand, as long as it was."""
    if not any(char in text for char in "{<%"):
        return text
    scanned = scan(text)
    spans = [(one.start, one.end) for one in scanned.placeholders]
    spans += [(one.start, one.end) for one in scanned.malformed]
    spans += [(one.start, one.end) for one in scanned.expressions]
    parts: list[str] = []
    done = 0
    for start, end in sorted(spans):
        start = max(start, done)
        parts += [text[done:start], "x" * (end - start)]
        done = max(end, done)
    text = "".join([*parts, text[done:]])
    return re.sub(_LOOKALIKE, lambda match: "x" * len(match.group()), text)


def _all(text: str) -> Iterator[Mark]:
    """Marks that may overlap; the first of two counts."""
    if "<" in text:
        for match in re.finditer(_TAG, text):
            if re.fullmatch(_HTML, match[1]):
                yield Mark(MarkupKind.MARKUP, *match.span())
        text = re.sub(_TAG, lambda match: " " * len(match.group()), text)
    if "](" in text:
        yield from _every(MarkupKind.MARKUP, _LINK, text)
    if "/" in text or "www." in text or "WWW." in text or "mailto:" in text:
        yield from _addresses(text)
    yield from _code(text)
    if any(char in text for char in "*_~"):
        for match in re.finditer(_EMPHASIS, text):
            # `*67*` is dialled, `**67**` is bold.
            word = r"[^\W\d_]" if match.group()[0] != match.group()[1] else r"[^\W_]"
            if re.search(word, match.group()) and "\n\n" not in match.group():
                yield Mark(MarkupKind.MARKUP, *match.span())
    if any(char in text for char in "#|>=") or "---" in text or "***" in text or "___" in text:
        yield from _blocks(text)
    yield from _lists(text)
    if not text.isascii() or "\u20e3" in text:
        yield from _every(MarkupKind.EMOJI, _EMOJI, text)
    if text.count(":") > 1:
        yield from _every(MarkupKind.EMOJI, _SHORTCODE, text)
    if "\\" in text:
        yield from _every(MarkupKind.ESCAPE, _ESCAPE, text)


def _every(kind: MarkupKind, pattern: str, text: str) -> Iterator[Mark]:
    for match in re.finditer(pattern, text):
        yield Mark(kind, *match.span())


def _addresses(text: str) -> Iterator[Mark]:
    for match in re.finditer(_ADDRESS, text):
        written = match.group().rstrip(".,;:!?'’*_…")
        for opened, closed in ("()", "[]"):
            while written.endswith(closed) and written.count(closed) > written.count(opened):
                written = written[:-1].rstrip(".,;:!?")
        yield Mark(MarkupKind.ADDRESS, match.start(), match.start() + len(written))


def _code(text: str) -> Iterator[Mark]:
    for piece in code(text):
        # A grave accent for an apostrophe stands within a word.
        before = text[piece.start - 1 : piece.start]
        if piece.fenced or not (before.isalnum() or text[piece.end : piece.end + 1].isalnum()):
            yield Mark(MarkupKind.MARKUP, piece.start, piece.end)


def _blocks(text: str) -> Iterator[Mark]:
    for match in re.finditer(_HEADING, text):
        # A sentence about the pound key may have its line broken before the sign.
        end = match.start()
        while text[end - 1 : end] in (" ", "\t"):
            end -= 1
        last = end
        while text[last - 1 : last].isspace():
            last -= 1
        settled = not last or text[last - 1] in ".!?:…" or text.endswith("\n\n", last, end)
        if settled or match[1].startswith("##"):
            yield Mark(MarkupKind.MARKUP, match.start(1), match.start(1) + len(match[1].rstrip()))
    for pattern in (_RULE, _TABLE, _QUOTE):
        for match in re.finditer(pattern, text):
            yield Mark(MarkupKind.MARKUP, *match.span(1))


def _lists(text: str) -> Iterator[Mark]:
    if not text.isascii():
        yield from _every(MarkupKind.LIST, _DOT, text)
    if "\n" in text:
        bullets = list(re.finditer(_BULLET, text))
        if _is_list(text, bullets):
            for match in bullets:
                yield Mark(MarkupKind.LIST, *match.span(1))
    if ": " in text or ":\n" in text:
        folded = re.search(_FOLDED, text)
        # "Termine: 1. Mai, 2. Juni, 3. Juli" are dates.
        if folded is not None and (
            folded[1] or folded[2] == "1)" or language(text) in ("en", "fr", "es")
        ):
            yield Mark(MarkupKind.LIST, *folded.span(1 if folded[1] else 2))


def _is_list(text: str, bullets: list[re.Match[str]]) -> bool:
    """Whether they are more than a dash, or the day of a German date, that begins a line."""
    if not bullets:
        return False
    first = bullets[0]
    introduced = text[: first.start()].rstrip().endswith(":")
    if len(bullets) == 1:
        return introduced and not first[2]
    if first[2]:
        return first[2] in "01" and bullets[1][2] is not None
    if first[3]:
        return first[3] == "a"
    return all(match[1] == first[1] for match in bullets)
