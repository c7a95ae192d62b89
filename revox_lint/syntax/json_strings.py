"""Strings of JSON: quotes that are missing or too many, and what cannot be in them."""

from __future__ import annotations

import re
from typing import Final

from revox_lint.syntax.flow_errors import NEAR
from revox_lint.syntax.json_brackets import Change, JsonError
from revox_lint.syntax.quote import excerpt, quote
from revox_lint.syntax.span import Span

_NEXT_KEY: Final = re.compile(r"[^\"\r\n]*[\r\n]\s*(?:\"[^\"\r\n]*\"[ \t]*:|[\]}])")
_NEXT_ELEMENT: Final = re.compile(r"\s*\"[^\"\r\n]*\"[ \t]*[,\r\n]")
_ESCAPES: Final = {"\n": "\\n", "\r": "\\n", "\t": "\\t"}
_INNER: Final = re.compile(r"[^\r\n]*?\"(?=\s*(?:,\s*(?:\"[^\"\r\n]*\"\s*:|[\[{\d])|[\]}]))")
OPEN_KEY: Final = re.compile(r"\"([\w-]+)'?[ \t]*:")
"""A key without its closing quote, to its colon."""
_WHOLE: Final = re.compile(r"\"(?:[^\"\\\r\n]|\\.)*\"\s*[:,\]}]")


def in_string(text: str, at: int) -> JsonError:
    """Explain a character that a string cannot have, such as a line break."""
    opened = text.rfind('"', 0, at)
    line = Span(opened, at)
    key = OPEN_KEY.match(text, opened, at) if text[at] in "\r\n" else None
    if key is not None and re.search(r"[{,]\s*\Z", text[max(0, opened - NEAR) : opened]):
        return unclosed_key(text, opened, key[1], key.end())
    element = text[:at].rstrip(" \t").endswith(",") and _NEXT_ELEMENT.match(text, at)
    if text[at] in "\r\n" and (element or _NEXT_KEY.match(text, at)):
        body = text[opened:at].rstrip()
        comma = "," if body.endswith(",") else ""
        body = body.removesuffix(",")
        filler = "1" * min(len(body), 300)
        if len(body) > 1 and body.endswith("'"):
            place = Span(opened + len(body) - 1, opened + len(body))
            fixed = (Change(opened, at, filler + comma),)
            return JsonError(place, "`'` does not close the quote `\"`", 'write `"`', fixed, line)
        last = quote(body[-20:].split()[-1] + '"' + comma)
        help = f"write {last} at the end of the line"
        fixed = (Change(opened, at, filler + comma),)
        message = f"unclosed quote in `{excerpt(text[opened:at])}`"
        return JsonError(line, message, help, fixed, line)
    escape = _ESCAPES.get(text[at], f"\\u{ord(text[at]):04x}")
    what = {"\\n": "a line break", "\\t": "a tab"}.get(escape, "a control character")
    message, help = f"{what} inside quotes", f"write `{escape}` for it"
    if what == "a line break":
        return JsonError(line, message, help, _to_quote(text, opened, at), line)
    return JsonError(Span(at, at + 1), message, help, (Change(at, at + 1, " "),))


def unclosed_key(text: str, opened: int, name: str, end: int) -> JsonError:
    """Explain a key without its closing quote; `end` is behind its colon."""
    span = Span(opened, end)
    fixed = (Change(opened, end, '"' + "a" * (end - opened - 3) + '":'),)
    message, help = f'unclosed quote in `"{name}`', f'write `"{name}":`'
    return JsonError(span, message, help, fixed, span)


def doubled_quote(text: str, at: int) -> JsonError | None:
    """Explain a second quote beside the one at which a string begins or ends."""
    end = len(text[:at].rstrip())
    if text[at - 2 : at] == '""' and text[at] not in '",:]}':
        place = Span(at - 2, at - 1)  # `""name"`
    elif text[at] == '"' and end == at and text[at - 1] == '"' and not _WHOLE.match(text, at):
        place = Span(at, at + 1)  # `"name""`
    else:
        return None
    return JsonError(place, '`"` is one too many', "remove it", (Change(*place, ""),))


def _to_quote(text: str, opened: int, at: int) -> tuple[Change, ...]:
    """Return the change that makes one value of what is opened and goes on behind `at`."""
    end = text.find('"', at)
    return (Change(opened, end + 1, "1"),) if end > 0 else ()


def wrong_escape(text: str, at: int) -> JsonError:
    """Explain an escape sequence that JSON does not have."""
    wrong = text[at : at + 2]
    fixed = (Change(at, at + 2, "  "),)
    if wrong[1:] in ("'", "\r", "\n"):
        help = "write `'`" if wrong[1] == "'" else "write `\\n` for a line break"
    elif wrong[1:] == "u":
        help = "write four hexadecimal digits after `\\u`"
    else:
        help = "write `\\\\` for a backslash"
    return JsonError(Span(at, at + 2), f"invalid escape sequence {quote(wrong)}", help, fixed)


def after_quote(text: str, span: Span, opened: int) -> JsonError:
    """Explain words behind a closing quote, which is the next opening one or inside the text."""
    string = text[opened : span.start].rstrip()
    inner = string[1:-1].rstrip()
    next_one = re.compile(r"[\w-]+\"\s*:|[^\",\r\n]*\"\s*[,\]]").match(text, span.start)
    between = re.compile(r"['\s\]}]*,[\s\[{]*\Z").search(inner[-20:])
    if between is not None and next_one is not None:
        body = inner[: len(inner) - len(between[0])]
        end = opened + 1 + len(body)
        last = (chr(34) + body)[-20:].split()[-1] + chr(34)
        before = between[0].strip().lstrip("'")[:1]
        if between[0].startswith("'"):
            place, fixed = Span(end, end + 1), (Change(opened, end + 1, "1" * (end - opened)),)
            message = "`'` does not close the quote `\"`"
            return JsonError(place, message, 'write `"`', fixed, Span(opened, end))
        return JsonError(
            Span(opened, end),
            f'unclosed quote in `"{excerpt(body)}`',
            f"write {quote(last)} in front of " + ("the comma" if before == "," else f"`{before}`"),
            (Change(opened, end, "1" * (end - opened)),),
            Span(opened, end),
        )
    rest = _INNER.match(text, span.start)
    whole = () if rest is None else (Change(opened, rest.end(), "1"),)
    return JsonError(
        span,
        f"{quote(text[span.start : span.end])} after the closing quote",
        'write a quote inside the text as `\\"`',
        whole,
        Span(opened, span.end),
    )


def opening_quote(text: str, end: int) -> int:
    """Return where the string begins that ends in front of `end`."""
    at = text.rfind('"', 0, end - 1)
    while at > 0 and re.search(r"(?<!\\)(?:\\\\)*\\\Z", text[max(0, at - 50) : at]):
        at = text.rfind('"', 0, at)
    return max(at, 0)
