"""What keeps a `.json` file from being JSON (RFC 8259), in words that say what to write."""

from __future__ import annotations

import re
from typing import Final

from revox_lint.syntax.flow_errors import NEAR, missing_comma
from revox_lint.syntax.json_brackets import Change, JsonError
from revox_lint.syntax.json_strings import (
    OPEN_KEY,
    after_quote,
    doubled_quote,
    in_string,
    opening_quote,
    unclosed_key,
    wrong_escape,
)
from revox_lint.syntax.json_values import TYPOGRAPHIC, bare_value, odd_quotes, wrong_value
from revox_lint.syntax.odd_spaces import UNSEEN, name_of
from revox_lint.syntax.quote import excerpt, quote
from revox_lint.syntax.source import line_of
from revox_lint.syntax.span import Span

_TOKEN: Final = re.compile(
    r"//[^\r\n]*|#[^\r\n]*|/\*.*?\*/|\"(?:[^\"\\]|\\.)*\"|[^\s,:\[\]{}\"]+", re.DOTALL
)
_NOT_COMMAS: Final = ";，、；،"
_DECIMAL: Final = re.compile(r"[:\[]\s*(-?\d+),\Z")
_ONE_STRING: Final = "write one string in double quotes, with `\\n` for each line break"
_CONFLICT: Final = re.compile(r"(?<![^\r\n])(?:[<|>]{7} [^\r\n]*|={7}(?=[\r\n]))")
_DOT: Final = re.compile(r"\.\s*(?:\"(?:[^\"\\\r\n]|\\.)*\"\s*[:,\]}]|[\[{])")
_MIXED: Final = re.compile(
    rf"[{TYPOGRAPHIC}'`]((?:[^\"\\\r\n{TYPOGRAPHIC}'`]|\\.)*)\"(?=\s*[:,\]}}\r\n])"
)
_STRAY: Final = re.compile(r"[ \t]*(?:\"(?:[^\"\\\r\n]|\\.)*\"\s*[,\]}]|[\[{])")
_FIELD: Final = re.compile(r"(?m)^[\"']?[\w-]+[\"']?[ \t]*:(?:[ \t]|$)")


def explain(text: str, at: int, problem: str) -> JsonError:
    """Return why `text` stops being JSON at `at`, where Python's parser has the `problem`."""
    before = text[max(0, at - NEAR) : at].rstrip()
    found = text[at]
    match = _TOKEN.match(text, at)
    span = Span(at, match.end() if match is not None else at + 1)
    written = quote(text[span.start : span.end])
    if problem == "Constant":
        return wrong_value(text, span)
    if re.match(UNSEEN, found):
        return JsonError(
            Span(at, at + 1),
            f"{name_of(found)} between values",
            "write an ordinary space" if found.isspace() else "remove it",
            (Change(at, at + 1, " "),),
        )
    if found == "#" or text[at : at + 2] in ("//", "/*"):
        help = "remove it, or rename the file to `.yaml`" if found == "#" else "remove it"
        message = f"{written} is a comment, which JSON does not have"
        return JsonError(span, message, help, (Change(*span, ""),))
    if "control character" in problem:
        return in_string(text, at)
    if "Unterminated" in problem:
        body = text[at : line_of(text, at).end].rstrip("]} \t")
        help = f"write {quote(body[-20:].split()[-1] + chr(34))}"
        return JsonError(Span(at, at + len(body)), f"unclosed quote in `{excerpt(body)}`", help)
    if "escape" in problem:
        return wrong_escape(text, at)
    if problem == "Extra data":
        return _after_the_end(text, at, span)
    if before.endswith((",", "[", "{")) and found in "]},":
        if before.endswith(","):
            comma = at - len(text[:at]) + len(text[:at].rstrip()) - 1
            message, help = f"comma in front of `{found}`", "remove the comma"
            return JsonError(Span(comma, comma + 1), message, help, (Change(comma, comma + 1, ""),))
        if found == ",":
            return JsonError(span, "`,` without a value", "remove it", (Change(*span, ""),))
    if text.startswith(("...", "…"), at):
        return _left_out(text, at, before)
    if found == "{" and text[at - 1] == "{":
        at -= 1
    if text.startswith("{{", at) and (end := text.find("}}", at, line_of(text, at).end)) > 0:
        return wrong_value(text, Span(at, end + 2))
    if (quoted := odd_quotes(text, at)) is not None:
        return quoted
    if (mixed := _MIXED.match(text, at)) is not None:
        span, inner = Span(*mixed.span()), mixed[1]
        fixed = (Change(span.start, span.start + 1, '"'),)
        message = f"{quote(mixed[0])} is not in double quotes"
        return JsonError(span, message, f'write `"{excerpt(inner)}"`', fixed, span)
    if found == "-" and text[at + 1 : at + 2].isspace():
        message = "`-` does not begin an element in JSON"
        return JsonError(Span(at, at + 1), message, "remove it", (Change(at, at + 1, ""),))
    if "property name" in problem:
        return _key(text, span, before)
    if "':'" in problem:
        return _colon(text, span, written)
    if "','" in problem:
        return _comma(text, span, before)
    if _STRAY.match(text, span.end) and found not in ",:]}":
        message = f"unexpected {written} in front of a value"
        return JsonError(span, message, "remove it", (Change(*span, ""),))
    return _block(text, at) if found in "|>" else wrong_value(text, bare_value(text, at) or span)


def not_a_mapping(text: str) -> JsonError:
    """Return the error of a text that does not begin with a bracket."""
    start = len(text) - len(text.lstrip())
    end = line_of(text, start).end
    written = excerpt(text[start:end])
    if text.startswith(("```", "~~~"), start):
        message = f"code fence {written} is not JSON"
        fixed = (Change(start, end, ""),)
        return JsonError(Span(start, end), message, f"remove the lines with {written[:3]}", fixed)
    json = re.compile(r"[{\[]\s*[\"}{\]]").search(text, start)
    if text[start] == "(":
        fixed = (Change(start, start + 1, "{"),)
        message = "`(` is not a bracket of JSON"
        help = "write `{`" if text.rstrip().endswith("}") else "write `{` and `}`"
        return JsonError(Span(start, start + 1), message, help, fixed)
    if (key := re.compile(r"\"[^\"\r\n]*\"(?=[ \t]*:)").match(text, start)) is not None:
        message, help = (
            f"`{written}` does not begin with `{{`",
            "write `{` in front of the first field",
        )
        if not text.rstrip().endswith("}"):
            help += " and `}` behind the last"
        filler = '{"' + "a" * (len(key[0]) - 3) + '"'
        span = Span(*key.span())
        return JsonError(Span(start, end), message, help, (Change(*span, filler),), span)
    if json is not None and not _FIELD.search(text, start, json.start()):
        place = Span(start, start + len(text[start : json.start()].rstrip()))
        message = f"{quote(text[start : place.end])} in front of the JSON"
        return JsonError(place, message, "remove it", (Change(*place, ""),))
    help = 'write JSON: `{"name": "…", "prompt": "…"}`'
    if re.match(r"[\w-]+:(?:[ \t]|\Z)", text[start:end]):
        help = "write JSON, or rename the file to `.yaml`"
    return JsonError(Span(start, end), f"`{written}` does not begin with `{{`", help)


def _after_the_end(text: str, at: int, span: Span) -> JsonError:
    closing = re.compile(r"[\]},\s]*[\]},](?=\s*\Z)").match(text, at)
    if closing is not None:
        span = Span(*closing.span())
    more = text[at] in '{["' and closing is None
    help = "write one value in a JSON file: `{…}`" if more else "remove it"
    written = quote(text[span.start : span.end])
    return JsonError(span, f"{written} after the end of the JSON value", help)


def _left_out(text: str, at: int, before: str) -> JsonError:
    """Explain an ellipsis."""
    match = re.compile(r"(?:\.{3,}|…)").match(text, at)
    span = Span(at, match.end() if match is not None else at + 1)
    after = text[span.end : span.end + NEAR].lstrip()[:1]
    message = f"{quote(text[at : span.end])} stands for values that are not there"
    if before.endswith(":"):
        fixed = (Change(*span, "1"),)
        return JsonError(span, message, "write a value in place of it", fixed, span)
    if after == ",":
        comma = text.index(",", span.end)
        return JsonError(
            span, message, "remove it and the comma after it", (Change(at, comma + 1, ""),)
        )
    if before.endswith(","):
        comma = text.rindex(",", 0, at)
        return JsonError(
            span, message, "remove it and the comma before it", (Change(comma, span.end, ""),)
        )
    return JsonError(span, message, "remove it", (Change(*span, ""),))


def _key(text: str, span: Span, before: str) -> JsonError:
    word = text[span.start : span.end]
    decimal = _DECIMAL.search(before)
    if decimal is not None and word.isdecimal() and text[span.start - 1] == ",":
        return _decimal(text, Span(span.start - 1 - len(decimal[1]), span.end))
    filler = '"' + "a" * (len(word) - 2) + '"'
    fixed: tuple[Change, ...] = ()
    if re.fullmatch(r"[\w$-]+", word):
        if re.match(r"\"\s*:", text[span.end : span.end + 50]):
            place = Span(span.start, span.end + 1)
            fixed = (Change(*place, f'"{filler[1:-1]}a"'),)
            message = f"key {quote(word + chr(34))} has no opening quote"
            return JsonError(place, message, f'write `"{word}"`', fixed, place)
        fixed = (Change(*span, filler),) if len(word) > 1 else ()
        return JsonError(span, f"key {quote(word)} has no quotes", f'write `"{word}"`', fixed, span)
    return JsonError(span, f"{quote(word)} is not a key", "write a key in double quotes")


def _decimal(text: str, span: Span) -> JsonError:
    written = text[span.start : span.end]
    help = f"write `{written.replace(',', '' if len(written.split(',')[1]) == 3 else '.')}`"
    fixed = (Change(*span, "1" * len(written)),)
    return JsonError(span, f"{quote(written)} is not a number of JSON", help, fixed, span)


def _colon(text: str, span: Span, written: str) -> JsonError:
    at = span.start
    found = text[at]
    end = len(text[:at].rstrip())
    opened = opening_quote(text, end)
    unclosed = OPEN_KEY.match(text, opened, end)
    if unclosed is not None and found not in ",:]}":
        return unclosed_key(text, opened, unclosed[1], unclosed.end())
    if (doubled := doubled_quote(text, at)) is not None:
        return doubled
    sign = re.compile(r"=>|->|:=|=|[,;：，]").match(text, at)
    if sign is not None:
        fixed = (Change(*sign.span(), ":"),)
        return JsonError(Span(*sign.span()), f"`{sign[0]}` after a key", "write `:`", fixed)
    if found in "}]":
        help = f"write `:` and a value before `{found}`"
        return JsonError(Span(at, at + 1), "key without a value", help)
    return JsonError(
        span,
        f"no `:` in front of {written}",
        f"write `:` in front of {written}",
        (Change(end, end, ":"),),
    )


def _comma(text: str, span: Span, before: str) -> JsonError:
    at, found = span.start, text[span.start]
    if found in _NOT_COMMAS or _DOT.match(text, at):
        message = f"`{found}` does not separate values in JSON"
        return JsonError(Span(at, at + 1), message, "write a comma", (Change(at, at + 1, ","),))
    if (sign := _CONFLICT.match(text, at)) is not None:
        message = f"unresolved merge conflict {quote(sign[0])}"
        return JsonError(
            Span(*sign.span()), message, "remove the line", (Change(*sign.span(), ""),)
        )
    opened = opening_quote(text, len(text[:at].rstrip())) if before.endswith('"') else at
    if found == "+":
        joined = re.compile(r"(?:\s*\+\s*\"(?:[^\"\\\r\n]|\\.)*\")+").match(text, at)
        fixed = (Change(opened, joined.end(), "1"),) if joined is not None else ()
        message, help = "JSON does not join strings with `+`", "write one string"
        if joined is not None:
            whole = re.sub(r"\"\s*\+\s*\"", "", text[opened : joined.end()])
            help = f"write {quote(whole)}" if len(whole) < 50 else help
        return JsonError(span, message, help, fixed, Span(opened, span.end))
    if before.endswith('""') and found == '"':
        end = text.find('"""', at + 1)
        place = Span(at - 2, at + 1)
        fixed = (Change(at - 2, end + 3, "1"),) if end > 0 else ()
        return JsonError(place, 'JSON has no `"""`', _ONE_STRING, fixed, place)
    if (doubled := doubled_quote(text, at)) is not None:
        return doubled
    if before.endswith('"') and found not in '"[{]}:':
        return after_quote(text, span, opened)
    word = re.compile(r"[\w.+-]+\Z").search(text, max(0, at - 50), at)
    time = re.compile(r"\d+:[\d:]+\"?").match(text, word.start()) if word is not None else None
    if time is not None:
        return wrong_value(text, Span(*time.span()))
    if word is not None and re.match(r"[\w.+*/%-]", found):
        return wrong_value(text, Span(word.start(), span.end))  # `0500` is a zero and more
    if found in "]}:":
        return JsonError(Span(at, at + 1), f"unexpected `{found}`", "remove it")
    flow = missing_comma(text, at)
    end = len(text[:at].rstrip())
    return JsonError(flow.span, flow.message, flow.help, (Change(end, end, ","),))


def _block(text: str, at: int) -> JsonError:
    """Explain the sign of a block of YAML."""
    stop = re.compile(r"[\r\n][ \t]*(\"[^\"\r\n]*\"[ \t]*:|[\]}])").search(text, at)
    fixed: tuple[Change, ...] = ()
    if stop is not None:
        comma = "," if stop[1].startswith('"') else ""
        fixed = (Change(at, stop.start(1), "1" + comma),)
    written = re.compile(r"[|>][-+\d]*").match(text, at)
    span = Span(*written.span()) if written is not None else Span(at, at + 1)
    message = f"{quote(text[span.start : span.end])} begins a block of YAML, not a value of JSON"
    return JsonError(span, message, _ONE_STRING, fixed, Span(at, at + 1))
