"""Values of a `.json` file that are none of JSON: words, numbers, texts without their quotes."""

from __future__ import annotations

import re
from typing import Final

from revox_lint.syntax.json_brackets import Change, JsonError
from revox_lint.syntax.quote import excerpt, quote
from revox_lint.syntax.span import Span

TYPOGRAPHIC: Final = "‘’“”«»„"
"""Quotes that are not those of JSON, in which many programs put a text."""
YES_NO: Final = {"yes": "true", "on": "true", "no": "false", "off": "false"}
"""The words of YAML 1.1 for true and false, and what JSON has for them."""
_WORDS: Final = {
    "none": "null",
    "nil": "null",
    "undefined": "null",
    "true": "true",
    "false": "false",
    "null": "null",
}
_BARE: Final = re.compile(
    r"[^\W\d][^\"\r\n]*?\"(?=\s*(?:[,\]}\r\n]|\Z))"
    r"|[^\W\d][^\"\r\n\[\]{}]*?(?=\s*,?[ \t]*[\r\n]\s*(?:\"[^\"\r\n]*\"\s*:|[\]}]))"
    r"|[^\W\d][^\",\[\]{}\r\n]*(?<!\s)"
)
_QUOTED: Final = re.compile(
    r"(['`´])(?P<a>[^\r\n]*?)\1(?=\s*[,:\]}\r\n])"
    r"|[“”„](?P<b>[^“”\r\n]*?)[“”\"]|[‘’](?P<c>[^\r\n]*?)[‘’'](?=\s*[,:\]}\r\n])"
    r"|[«»](?P<d>[^«»\r\n]*)[«»]"
)


def wrong_value(text: str, span: Span) -> JsonError:
    """Explain the value at `span`."""
    word = text[span.start : span.end]
    written = quote(word)
    fixed = (Change(*span, "1" * min(len(word), 300)),)
    if word.startswith("{{"):
        help = f'quote the whole value: `"{excerpt(word)}"`'
        return JsonError(span, f"variable {written} has no quotes", help, fixed, span)
    known = _WORDS.get(word.lower())
    if known is not None:
        return JsonError(span, f"{written} is not a value of JSON", f"write `{known}`", fixed, span)
    if word.lower().lstrip("-") in ("nan", "infinity", "inf"):
        return JsonError(span, f"{written} is not a value of JSON", "write a number", fixed, span)
    if re.match(r"[+.\d-](?!.*[:\"])", word):
        number = number_of(word)
        help = "write digits only" if number is None else f"write `{number}`"
        return JsonError(span, f"{written} is not a number of JSON", help, fixed, span)
    if word.endswith('"'):
        help = f'write `"{excerpt(word[:-1])}"`'
        return JsonError(span, f"text {written} has no opening quote", help, fixed, span)
    if re.match(r"\w", word):
        help = f'write `"{excerpt(word)}"`'
        return JsonError(span, f"text {written} has no quotes", help, fixed, span)
    if word in (",", "]", "}"):
        place = Span(span.start - 1, span.start)
        message, help = f"no value in front of {written}", "write a value in front of it"
        if not text[place.start].isspace():
            return JsonError(span, message, help)
        return JsonError(span, message, help, (Change(*place, "1"),), place)
    if word == ":":
        return JsonError(span, "second `:` after a key", "remove it", (Change(*span, ""),))
    return JsonError(span, f"{written} is not a value", "write a value in place of it", fixed, span)


def bare_value(text: str, at: int) -> Span | None:
    """Return the place of a text at `at` that has no opening quote."""
    match = _BARE.match(text, at)
    return None if match is None else Span(*match.span())


def number_of(word: str) -> str | None:
    """Return how JSON writes the number `word`, as in `3600` for `3_600` or `60*60`."""
    if len(word) > 20:
        return None
    if re.fullmatch(r"\d{1,6}\*\d{1,6}", word):
        one, other = word.split("*")
        return str(int(one) * int(other))
    plain = re.fullmatch(r"\+?(-?)([\d_]*)(?:\.([\d_]*))?(?:[a-zA-Z%]{1,4})?", word)
    if plain is not None and (plain[2] or plain[3]):
        whole = (plain[2] or "").replace("_", "").lstrip("0") or "0"
        part = (plain[3] or "").replace("_", "")
        return f"{plain[1]}{whole}" + (f".{part}" if part else "")
    if re.fullmatch(r"0[xX][\da-fA-F]+", word):
        return str(int(word, 16))
    return None


def odd_quotes(text: str, at: int) -> JsonError | None:
    """Explain a value or key in quotes that are not those of JSON; None if it is in none."""
    match = _QUOTED.match(text, at)
    if match is None:
        return None
    inner = next(one for one in match.groups()[1:] if one is not None)
    # A number may need no quotes at all: what is said of it depends on its field.
    number = re.fullmatch(r"[\d.]+|true|false|null", inner) is not None
    clean = (
        not number and '"' not in inner and "\\" not in inner and len(match[0]) == len(inner) + 2
    )
    span = Span(*match.span())
    fixed = (Change(*span, f'"{inner}"'),)
    if not clean:
        filler = '"' + "a" * (len(match[0]) - 2) + '"'
        fixed = (Change(*span, filler),)
    help = f'write `"{excerpt(inner.replace(chr(34), chr(92) + chr(34)))}"`'
    return JsonError(
        span, f"{quote(match[0])} is not in double quotes", help, fixed, None if clean else span
    )
