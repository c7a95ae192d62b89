"""What keeps a `.json` file from being JSON (RFC 8259), in words that say what to write."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Final

from revox_lint.syntax.flow_errors import FlowError, line_end, missing_comma
from revox_lint.syntax.odd_spaces import HIDDEN, ODD
from revox_lint.syntax.quote import excerpt, quote
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span

_ODD: Final = rf"[{ODD}{HIDDEN}]"
_BETWEEN: Final = rf"\"(?:[^\"\\\r\n]|\\.)*\"|(//[^\r\n]*|/\*.*?(?:\*/|\Z)|{_ODD})"
_TOKEN: Final = re.compile(
    r"//[^\r\n]*|#[^\r\n]*|/\*.*?\*/|\"(?:[^\"\\]|\\.)*\"|(['`])[^\r\n]*?\1|[^\s,:\[\]{}\"]+",
    re.DOTALL,
)
_QUOTES: Final = "'`’‘“”«»„"
_WORDS: Final = {
    "none": "null",
    "nil": "null",
    "undefined": "null",
    "true": "true",
    "false": "false",
}
_BARE_WORD: Final = r":\s*(?!(?:true|false|null)\b)([A-Za-z]\w*)"
_NEXT_KEY: Final = re.compile(r"[^\"\r\n]*[\r\n]\s*\"[^\"\r\n]*\"[ \t]*:")
_ESCAPES: Final = {"\n": "\\n", "\r": "\\n", "\t": "\\t"}


def without_comments(source: Source) -> str:
    """Return the text of a `.json` file with comments and odd spaces blanked, in its length."""
    text = source.text
    if not source.path.endswith(".json") or re.search(rf"//|/\*|{_ODD}", text) is None:
        return text
    return re.sub(
        _BETWEEN,
        lambda match: match[0] if match[1] is None else re.sub(r"[^\r\n]", " ", match[0]),
        text,
        flags=re.DOTALL,
    )


def bare_words(source: Source, text: str) -> list[Span]:
    """Return the values of a `.json` file that are words and no value of JSON, such as `None`."""
    if not source.path.endswith(".json") or re.search(_BARE_WORD, text) is None:
        return []
    found = re.finditer(rf"\"(?:[^\"\\\r\n]|\\.)*\"|{_BARE_WORD}", text)
    return [Span(*match.span(1)) for match in found if match[1] is not None]


def json_error(text: str) -> FlowError | None:
    """Return the first error of `text` as JSON; None if it has none, or ends too early.

    None, too, where it is nested too deep or has too long a number.
    """
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        if not text[error.pos :].strip():
            return None
        return _explain(text, error.pos, error.msg)
    except (RecursionError, ValueError):
        return None
    return None


def _explain(text: str, at: int, problem: str) -> FlowError:
    before = text[:at].rstrip()
    found = text[at]
    match = _TOKEN.match(text, at)
    span = Span(at, match.end() if match is not None else at + 1)
    written = quote(text[span.start : span.end])
    if re.match(r"\s*(?!/[/*])[^\s{\[#]", text):
        return _not_a_mapping(text)
    if re.match(_ODD, found):
        name = unicodedata.name(found, "character").lower()
        return FlowError(
            Span(at, at + 1),
            f"{name} (U+{ord(found):04X}) between values",
            "write an ordinary space" if found.isspace() else "remove it",
        )
    if found == "#" or text[at : at + 2] in ("//", "/*"):
        help = "remove it, or rename the file to `.yaml`" if found == "#" else "remove it"
        return FlowError(span, f"{written} is a comment, which JSON does not have", help)
    if before.endswith(",") and found in "]},":
        comma = Span(len(before) - 1, len(before))
        return FlowError(comma, f"comma in front of `{found}`", "remove the comma")
    if found in _QUOTES and problem.startswith("Expecting"):
        return FlowError(
            span, f"{written} is not in double quotes", "use double quotes: JSON has no others"
        )
    if "control character" in problem:
        return _in_string(text, at)
    if "Unterminated" in problem:
        end = line_end(text, at)
        written = excerpt(text[at:end])
        return FlowError(Span(at, end), f"unclosed quote in `{written}`", 'close it with `"`')
    if "escape" in problem:
        if text[at + 1] in "'\r\n":
            help = "write `'`" if text[at + 1] == "'" else "write `\\n` for a line break"
            written = quote("\\" + text[at + 1])
            return FlowError(Span(at, at + 2), f"invalid escape sequence {written}", help)
        return FlowError(
            Span(at, at + 2),
            f"invalid escape sequence `{text[at : at + 2]}`",
            "write `\\\\` for a backslash",
        )
    if "property name" in problem:
        return _key(text, span, written)
    if "':'" in problem:
        if found in "=,":
            return FlowError(Span(at, at + 1), f"`{found}` after a key", "write `:`")
        return FlowError(span, f"no `:` in front of {written}", f"write `:` in front of {written}")
    if "','" in problem:
        if found == ";":
            return FlowError(
                Span(at, at + 1), "`;` does not separate values in JSON", "write a comma"
            )
        if found == "+":
            return FlowError(span, "JSON does not join strings with `+`", "write one string")
        if before.endswith('"') and found not in '"[{' and not text[at:].startswith(":"):
            return FlowError(
                span, f"{written} after the closing quote", 'write a quote inside the text as `\\"`'
            )
        word = re.compile(r"[\w.+-]+\Z").search(text, max(0, at - 50), at)
        if word is not None and re.match(r"[\w.+-]", found):
            span = Span(word.start(), span.end)  # `0500` is a zero and more in JSON
            return _value(text, span, quote(text[span.start : span.end]))
        return missing_comma(text, at)
    if problem == "Extra data":
        if (closing := re.compile(r"[\]},\s]*[\]},](?=\s*\Z)").match(text, at)) is not None:
            span = Span(*closing.span())
            return FlowError(
                span, f"{quote(closing[0])} after the end of the JSON value", "remove it"
            )
        help = "write one value in a JSON file: `{…}`"
        return FlowError(span, f"{written} after the end of the JSON value", help)
    return _value(text, span, written)


def _not_a_mapping(text: str) -> FlowError:
    start = len(text) - len(text.lstrip())
    end = line_end(text, start)
    written = excerpt(text[start:end])
    if text.startswith(("```", "~~~"), start):
        message = f"code fence `{written}` is not JSON"
        return FlowError(Span(start, end), message, f"remove the lines with {written[:3]}")
    help = 'write JSON: `{"name": "…", "prompt": "…"}`'
    if re.match(r"[\w-]+:(?:[ \t]|\Z)", text[start:end]):
        help = "write JSON, or rename the file to `.yaml`"
    if re.match(r"\"[^\"\r\n]*\"[ \t]*:", text[start:end]):
        help = "write `{` in front of the first field and `}` behind the last"
    return FlowError(Span(start, end), f"`{written}` does not begin with `{{`", help)


def _in_string(text: str, at: int) -> FlowError:
    """Explain a character that a string cannot have, such as a line break."""
    opened = text.rfind('"', 0, at)
    line = Span(opened, at)
    if text[at] in "\r\n" and _NEXT_KEY.match(text, at):
        return FlowError(
            line, f"unclosed quote in `{excerpt(text[opened:at])}`", 'close it with `"`'
        )
    escape = _ESCAPES.get(text[at], f"\\u{ord(text[at]):04x}")
    what = {"\\n": "a line break", "\\t": "a tab"}.get(escape, "a control character")
    place = line if what == "a line break" else Span(at, at + 1)
    return FlowError(place, f"{what} inside quotes", f"write `{escape}` for it")


def _key(text: str, span: Span, written: str) -> FlowError:
    word = text[span.start : span.end]
    if re.fullmatch(r"[\w$-]+", word):
        return FlowError(span, f"key {written} has no quotes", f'write `"{word}"`')
    return FlowError(span, f"{written} is not a key", "write a key in double quotes")


def _value(text: str, span: Span, written: str) -> FlowError:
    word = text[span.start : span.end]
    known = _WORDS.get(word.lower())
    if known is not None:
        return FlowError(span, f"{written} is not a value of JSON", f"write `{known}`")
    if re.match(r"[+.\d-]", word):
        return FlowError(span, f"{written} is not a number of JSON", "write digits, as in `0.9`")
    if re.match(r"[^\W\d]", word):
        return FlowError(span, f"text {written} has no quotes", f'write `"{excerpt(word)}"`')
    return FlowError(span, f"{written} is not a value", "write a value in front of it")
