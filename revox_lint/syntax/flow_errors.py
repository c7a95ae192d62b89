"""Mistakes between brackets: commas, quotes, comments, and brackets that are not closed."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from revox_lint.syntax.quote import excerpt, quote
from revox_lint.syntax.source import line_of
from revox_lint.syntax.span import Span

_KEY_BEFORE: Final = re.compile(r"(?:[\w$-]+|\"[^\"\r\n]*\"|'[^'\r\n]*')[ \t]*\Z")
_KEY: Final = re.compile(r"([\w$-]+|\"(?:[^\"\\\r\n]|\\.)*\"|'[^'\r\n]*')[ \t]*:")
_ITEM: Final = re.compile(
    r"\"(?:[^\"\\\r\n]|\\.)*\"|'[^'\r\n]*'|[\[{]|[\w.+-]+(?=[ \t]*[,\]}\r\n])"
)
_LAST: Final = re.compile(r"(?:\"(?:[^\"\\\r\n]|\\.)*\"|'[^'\r\n]*'|[^\s\"',\[\]{}:]+|[\]}])\Z")
PAIRS: Final = {"[": "]", "{": "}"}
"""Each bracket with the one that closes it."""
NEAR: Final = 200
"""Characters in which a key, or the end of a value, is looked for."""


class FlowError(NamedTuple):
    """What is wrong, where, and the help; `repair` is a character to put at an offset instead."""

    span: Span
    message: str
    help: str
    repair: tuple[int, str] | None = None


def flow_error(text: str, opened: int, at: int) -> FlowError:
    """Explain why what is opened at `opened` cannot be read on at `at`."""
    opening = text[opened]
    closing = PAIRS.get(opening, "]")
    stop = line_of(text, opened).end
    comment = re.compile(r"[ \t]#(?=\S*[ \t\w])").search(text, opened, stop)
    if comment is not None and closing in text[comment.end() : stop]:
        span = Span(comment.end() - 1, stop)
        written = excerpt(text[span.start : span.end])
        return FlowError(
            span,
            f"`{written}` is a comment, so `{opening}` is not closed",
            "quote the value that has a ` #` in it",
        )
    found = text[at : at + 1]
    if found in PAIRS.values() and found:
        return FlowError(
            Span(at, at + 1),
            f"`{opening}` is closed with `{found}`, not with `{closing}`",
            f"write `{closing}`",
            (at, closing),
        )
    if text[max(0, at - 1) : at + 1] == "${":
        return FlowError(
            Span(at - 1, at + 1), "`${` starts a mapping in brackets", "quote the whole value"
        )
    start = _start_of_next(text, opened, at)
    if start is None or _is_outside(text, opened, start):
        return FlowError(
            Span(opened, opened + 1),
            f"unclosed `{opening}`, expected `{closing}`",
            f"close it with `{closing}`, or quote a value that starts with `{opening}`",
        )
    return (
        _slashes(text, opened, start)
        or _missing_colon(text, opened, start)
        or _second_colon(text, start, at)
        or _second_quote(text, opened, start)
        or missing_comma(text, start)
    )


def quote_help(quote: str, rest: str) -> str:
    """Return the help for `rest` behind a closing quote, which may have ended a text too early."""
    if quote not in rest:
        return f"remove it, or write it in front of the closing `{quote}`"
    inner = "''" if quote == "'" else '\\"'
    other = "double" if quote == "'" else "single"
    return f"write `{inner}` for a quote inside the text, or use {other} quotes around it"


def missing_comma(text: str, start: int) -> FlowError:
    """Explain that there is no comma in front of the key or value that begins at `start`."""
    end = _end_of(text, start)
    before = text[max(0, start - NEAR) : start].rstrip()
    at = max(0, start - NEAR) + len(before)
    if before.endswith(";"):
        return FlowError(
            Span(at - 1, at), "`;` does not separate values", "write a comma", (at - 1, ",")
        )
    last = _LAST.search(before)
    plain = last is not None and last[0].isprintable()
    help = (
        f"write a comma after {quote(last[0])}"
        if last and plain
        else "write a comma in front of it"
    )
    repair = (start - 1, ",") if text[start - 1] in " \t" else None
    return FlowError(
        Span(start, end), f"missing comma before {quote(text[start:end])}", help, repair
    )


def _start_of_next(text: str, opened: int, at: int) -> int | None:
    """Return where the key or value begins that is one too many at `at`; None at the end."""
    if at >= len(text):
        return None
    if text[at] != ":":
        return at
    key = _KEY_BEFORE.search(text, max(opened + 1, at - NEAR), at)
    return None if key is None else key.start()


def _is_outside(text: str, opened: int, start: int) -> bool:
    """Return whether the line of `start` is no deeper than the line with the opening bracket."""
    line, later = line_of(text, opened).start, line_of(text, start).start
    indent = len(text[line:opened]) - len(text[line:opened].lstrip(" \t"))
    if later <= opened or line + indent == opened:
        return False
    return start - later <= indent


def _slashes(text: str, opened: int, start: int) -> FlowError | None:
    """Explain a comment of other languages, in front of `start` or at it."""
    match = re.compile(r"(?<=[ \t])//[^\r\n]*").search(
        text, max(opened, start - NEAR), line_of(text, start).end
    )
    if match is None:
        return None
    return FlowError(
        Span(match.start(), match.start() + len(match[0].rstrip())),
        f"`{excerpt(match[0])}` is not a comment in YAML",
        "start a comment with `#`",
    )


def _missing_colon(text: str, opened: int, start: int) -> FlowError | None:
    """Explain a value right behind a key: `{"id" "x"}`."""
    near = max(opened, start - NEAR)
    before = text[near:start].rstrip()
    key = re.compile(r"[{,]\s*(\"[^\"\r\n]*\"|'[^'\r\n]*')\Z").search(before)
    if text[opened] != "{" or key is None or _KEY.match(text, start):
        return None
    repair = (start - 1, ":") if text[start - 1] in " \t" else None
    written = text[start : _end_of(text, start)]
    return FlowError(
        Span(start, start + len(written)),
        f"no `: ` in front of {quote(written)}",
        f"write a colon after {quote(key[1])}",
        repair,
    )


def _second_colon(text: str, start: int, at: int) -> FlowError | None:
    before = text[max(0, start - NEAR) : start].rstrip(" \t")
    if text[at] != ":" or not before.endswith(":"):
        return None
    return FlowError(
        Span(at, at + 1),
        "second `: ` in an unquoted value",
        "quote the whole value",
    )


def _second_quote(text: str, opened: int, start: int) -> FlowError | None:
    """Explain words behind a closing quote, which are no key and no value of their own."""
    last = text[max(opened, start - NEAR) : start].rstrip(" \t")[-1:]
    if last not in ("'", '"') or _KEY.match(text, start) or text[start] in "\"'[{":
        return None
    rest = text[start : line_of(text, start).end].rstrip()
    return FlowError(
        Span(start, start + len(rest)),
        f"unexpected `{excerpt(rest)}` after the closing quote",
        quote_help(last, rest),
    )


def _end_of(text: str, start: int) -> int:
    match = _KEY.match(text, start)
    if match is not None:
        return match.end(1)
    item = _ITEM.match(text, start) or re.compile(r"[^\s,\[\]{}]+").match(text, start)
    return item.end() if item is not None else start + 1
