"""libyaml's syntax errors in words that say what to do, at the place that has to change."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from revox_lint.syntax.flow_errors import flow_error, quote_help
from revox_lint.syntax.quote import excerpt
from revox_lint.syntax.source import line_of
from revox_lint.syntax.span import Span
from revox_lint.syntax.tree import TOO_DEEP, ProblemKind


class Trouble(NamedTuple):
    """A syntax error: its place, what is wrong, the help; `reached` is how far reading got."""

    span: Span
    message: str
    help: str | None
    related: tuple[tuple[str, Span], ...]
    reached: int
    kind: ProblemKind = ProblemKind.SYNTAX
    repair: tuple[int, str] | None = None
    """A character to put at an offset, with which the text can be read on."""


_VALUE = r"""[ \t]*(?:-[ ]+)*(?:[\w$-]+|"[^"\r\n]*"|'[^'\r\n]*')[ ]*:[ \t]+(\S[^\r\n]*)"""
_ENTRY = r"""[ \t]*(?:-[ ]+)*([\w$-]+)[ ]*:(?:[ \t]|$)"""
_LATER_ENTRY = r"[\r\n][ \t]*(?:-[ ]+)*[a-z$_][\w$-]*[ ]*:(?:[ \t\r\n]|\Z)"
_LEAD = r"[ \t]*(?:-[ ]+)*"
_LINES = r"(?:\r\n|\n|\r)[ \t\r\n]*?([ \t]*)(?=[^ \t\r\n])"
_UNALIGNED = "does not line up"
_WORD = r"[^\s,\[\]{}]+"


def translate(error: Any, text: str, base: int = 0) -> Trouble:
    """Return what libyaml's `error` about `text`, which it read from `base` on, means."""
    problem = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    marked, context_mark = (
        getattr(error, "problem_mark", None),
        getattr(error, "context_mark", None),
    )
    at = min(base + marked.index, len(text)) if marked is not None else base
    since = min(base + context_mark.index, len(text)) if context_mark is not None else at
    if "maximum nesting depth" in problem:
        span = Span(at, at + 1)
        return Trouble(span, TOO_DEEP, None, (), at, ProblemKind.UNSUPPORTED)
    repair = None
    explained = _variable(text, min(at, since) if "flow" in context else at)
    if explained is None and ("flow sequence" in context or "flow mapping" in context):
        wrong = flow_error(text, since, at)
        explained, repair = wrong[:3], wrong.repair
    span, message, help = explained or _explain(problem, context, at, since, text)
    if span.end > len(text) or span.start >= span.end:
        start = min(span.start, max(len(text) - 1, 0))
        span = Span(start, min(max(span.end, start + 1), len(text)))
    return Trouble(span, message, help, (), at, repair=repair)


def causes(troubles: list[Trouble], text: str) -> list[Trouble]:
    """Of troubles, those that no earlier one explains, in the order of the text.

    An earlier one explains what is on its own line, on lines below it that are indented
    deeper, and lines right behind it that are indented with tabs or are no `key: value`.
    """
    if len(troubles) < 2:
        return troubles
    kept: list[Trouble] = []
    reached = -1
    for trouble in sorted(troubles, key=lambda one: one.span.start):
        start, end = line_of(text, trouble.span.start)
        if start <= reached:
            continue
        lead = re.compile(_LEAD).match(text, start, end)
        spoilt = (
            reached >= 0
            and not text[line_of(text, reached)[1] : start].strip()
            and (
                "\t" in (lead.group() if lead else "")
                or not re.compile(_ENTRY).match(text, start, end)
            )
        )
        if not spoilt and not _repeats(kept, trouble, reached, text):
            kept.append(trouble)
        reached = max(reached, _reach(text, start))
    return kept


def _repeats(kept: list[Trouble], trouble: Trouble, reached: int, text: str) -> bool:
    """Whether the line right behind a line that does not line up is indented like it."""
    if (
        not kept
        or kept[-1].message[-30:] != trouble.message[-30:]
        or "line up" not in trouble.message
    ):
        return False
    start, first = line_of(text, trouble.span.start)[0], line_of(text, kept[-1].span.start)[0]
    if text[line_of(text, reached)[1] : start].strip():
        return False
    own, above = (re.compile(r"[ ]*").match(text, one) for one in (start, first))
    return bool(own and above and len(own[0]) == len(above[0]))


def _reach(text: str, start: int) -> int:
    """Where the last line starts that stands under the line at `start`: that line, or a later."""
    lead = re.compile(_LEAD).match(text, start)
    own = lead.end() - start if lead is not None else 0
    reached = start
    for match in re.compile(_LINES).finditer(text, line_of(text, start)[1]):
        if match.end(1) - match.start(1) <= own:
            break
        reached = match.start(1)
    return reached


def _explain(
    problem: str, context: str, at: int, since: int, text: str
) -> tuple[Span, str, str | None]:
    start, end = line_of(text, at)
    char = text[at : at + 1]
    if char == "\t" or "tab character" in problem:
        stop = at
        while text[stop : stop + 1] == "\t":
            stop += 1
        return (
            Span(at, max(stop, at + 1)),
            "YAML does not allow tabs for indentation",
            "indent with spaces",
        )
    if "mapping values are not allowed" in problem:
        return _second_colon(text, at, start)
    if "quoted scalar" in context and "end of stream" in problem:
        stop = line_of(text, since)[1]
        if re.match(r"[\"'][a-z]\w*: ", text[since:stop]):
            return (
                Span(since, since + 1),
                f"quote in front of a key: `{excerpt(text[since:stop])}`",
                "remove it",
            )
        return (
            Span(since, stop),
            f"unclosed quote in `{excerpt(text[since:stop])}`",
            _closing(text, since, stop),
        )
    if "unknown escape" in problem:
        return (
            Span(at, at + 2),
            f"invalid escape sequence `{text[at : at + 2]}` in double quotes",
            "write `\\\\`, or use single quotes",
        )
    if "hexdecimal" in problem or "Unicode character escape" in problem:
        slash = text.rfind("\\", since, at)
        start = slash if slash >= 0 else since
        written = text[start : start + 2]
        half = r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
        if (halves := re.compile(f"({half})({half})?").match(text, start)) is not None:
            return _halves(Span(*halves.span()), halves.group())
        return (
            Span(start, start + 2),
            f"escape sequence `{written}` in double quotes has too few digits",
            "write `\\\\`, or use single quotes",
        )
    if "cannot start any token" in problem:
        named = "a backtick" if char == "`" else f"`{char}`"
        message = f"unquoted value cannot start with {named}"
        return Span(at, at + 1), message, "quote the whole value"
    if "alias" in context or "anchor" in context:
        sign = text[since : since + 1]
        return (
            Span(since, max(at, since + 1)),
            f"unquoted value that starts with `{sign}` is an alias or anchor in YAML",
            "quote the whole value",
        )
    if "tag" in context:
        return (
            Span(since, max(at, since + 1)),
            "unquoted value that starts with `!` is a tag in YAML",
            "quote the whole value",
        )
    if "block scalar" in context:
        sign = text[since : since + 1]
        if re.fullmatch(r"[|>:]+[ \t]*", text[at:end]):
            return Span(at, end), f"`{text[at:end].strip()}` behind `{sign}`", "remove it"
        return (
            Span(at, end),
            f"text after `{sign}` must start on the next line",
            f"break the line after `{sign}`, or quote the value",
        )
    if "could not find expected ':'" in problem:
        start, end = line_of(text, since)
        word = text[since:end].rstrip()
        if re.fullmatch(r"(\"|')[a-z]\w*: .*\1", word):
            return (
                Span(since, since + len(word)),
                f"quotes around a key and its value: `{excerpt(word)}`",
                "write the quotes around the value alone",
            )
        if word.startswith(("//", "/*")):
            return (
                Span(since, since + len(word)),
                f"`{excerpt(word)}` is not a comment in YAML",
                "start a comment with `#`",
            )
        return (
            Span(since, since + len(word)),
            f"expected `key: value`, found `{excerpt(word)}`",
            "write `key: value` with a space after the colon, or indent the line below its key",
        )
    if "sequence entries are not allowed" in problem:
        words = len(text[at + 1 : end].split())
        return (
            Span(at, at + 1),
            "a list cannot start on the line of its key",
            "write `- ` on the next line, or quote the whole value if it is a text"
            if words > 2
            else "write `- ` on the next line, or use brackets: [a, b]",
        )
    if "mapping keys are not allowed" in problem:
        return (
            Span(at, at + 1),
            f"unquoted value cannot start with `{char}`",
            "quote the whole value",
        )
    if "incompatible YAML document" in problem:
        return Span(at, end), "unknown %YAML version", "remove the line"
    if "expected <document start>" in problem:
        return _misplaced(text, at)
    if "expected key" in problem or "'-' indicator" in problem or "<block end>" in problem:
        return _unexpected(text, at)
    if "expected node content" in problem and char == ",":
        return Span(at, at + 1), "comma without a value in front of it", "remove the comma"
    if "expected node content" in problem:
        return (
            Span(at, at + 1),
            f"value cannot start with `{char}`" if char.strip() else "missing value",
            "quote the whole value",
        )
    stop = max(_word_end(text, at), at + 1)
    word = excerpt(text[at:stop])
    named = f", at `{word}`" if word else ""
    return Span(at, stop), f"invalid YAML: {problem}{named}", None


def _halves(span: Span, written: str) -> tuple[Span, str, str | None]:
    """Explain the escapes of the halves of a character, which JSON has and YAML has not."""
    try:
        char = json.loads(f'"{written}"').encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        first = Span(span.start, span.start + 6)
        message = f"escape sequence `{written[:6]}` is half of a character"
        return first, message, "write the whole character"
    return (
        span,
        f"`{written}` is one character in JSON, but two invalid ones in YAML",
        f"write `{char}` or `\\U{ord(char):08X}`",
    )


def _variable(text: str, at: int) -> tuple[Span, str, str | None] | None:
    """Explain `{{name}}` without quotes, when the value of the line of `at` starts with it."""
    start, end = line_of(text, at)
    value = re.compile(_VALUE).match(text, start, end)
    begin = value.start(1) if value is not None else start
    if value is None:
        item = re.compile(r"[ \t]*(?:-[ ]+)+").match(text, start, end)
        begin = item.end() if item is not None else start
    match = re.compile(r"\{\{[^{}\r\n]*\}\}?").match(text, begin, end)
    if match is None:
        return None
    return (
        Span(*match.span()),
        f"unquoted `{match[0]}` at the start of a value is a mapping in YAML",
        "quote the whole value",
    )


def _second_colon(text: str, at: int, start: int) -> tuple[Span, str, str | None]:
    line = text[start:at]
    rest = text[at : line_of(text, at)[1]].rstrip()
    if rest.endswith("}") and "{" not in line + rest:
        word = re.search(r"[\w-]+\Z", line)
        name = f" in front of `{word[0]}`" if word else ""
        return Span(at, at + 1), "second `: ` in an unquoted value", f"write `{{`{name}"
    if ":" in line:
        return (
            Span(at, at + 1),
            "second `: ` in an unquoted value starts a mapping",
            "quote the whole value",
        )
    key = line.strip()
    return (
        Span(at - len(line.lstrip()), at) if key else Span(at, at + 1),
        f"key `{excerpt(key)}` is indented deeper than the keys before it",
        "give all keys of a mapping the same indentation",
    )


def _misplaced(text: str, at: int) -> tuple[Span, str, str | None]:
    stop = _word_end(text, at)
    word = text[at:stop].rstrip(":") or text[at : at + 1]
    return (
        Span(at, at + max(len(word), 1)),
        f"`{excerpt(word)}` {_UNALIGNED} with the lines before it",
        "give all keys of a mapping the same indentation",
    )


def _closing(text: str, opened: int, stop: int) -> str:
    last = text[opened + 1 : stop].rstrip(" \t,")[-1:]
    if last in tuple("“”„«»‘’"):
        return f"close it with `{text[opened]}`, not with `{last}`"
    return "close the quote at the end of the string"


def _unexpected(text: str, at: int) -> tuple[Span, str, str | None]:
    start, end = line_of(text, at)
    before = text[start:at].rstrip()
    if before.endswith(('"', "'")):
        quote = before[-1]
        opened = _multiline_opening(text, at, quote)
        if opened is not None:
            stop = line_of(text, opened)[1]
            return (
                Span(opened, stop),
                f"unclosed quote in `{excerpt(text[opened:stop])}`",
                _closing(text, opened, stop),
            )
        rest = text[at:end].rstrip()
        return (
            Span(at, at + max(len(rest), 1)),
            f"unexpected `{excerpt(rest)}` after the closing quote",
            quote_help(quote, rest),
        )
    if before.endswith(","):
        return Span(at, at + 1), "unexpected comma at the end of a line of a mapping", None
    if before.endswith(("]", "}")):
        rest = text[at:end].rstrip()
        return (
            Span(at, at + max(len(rest), 1)),
            f"unexpected `{excerpt(rest)}` after `{before[-1]}`",
            "quote the whole value, if it is a text",
        )
    stop = _word_end(text, at)
    word = text[at:stop].rstrip(":") or text[at : at + 1]
    if text[at : at + 1] == ",":
        return (
            Span(at, at + 1),
            "unexpected comma after a value",
            "remove the comma, or quote the whole value",
        )
    return (
        Span(at, at + max(len(word), 1)),
        f"`{excerpt(word)}` {_UNALIGNED} with the lines before it",
        "give all keys of a mapping the same indentation, and all items of a list the same `-`",
    )


def _multiline_opening(text: str, at: int, quote: str) -> int | None:
    """Where the quote that ends before `at` was opened, if that is on an earlier line."""
    closing = text.rfind(quote, 0, at)
    opening = text.rfind(quote, 0, closing)
    if opening < 0 or closing < 0:
        return None
    between = text[opening:closing]
    return opening if re.search(_LATER_ENTRY, between) else None


def _word_end(text: str, at: int) -> int:
    match = re.compile(_WORD).match(text, at)
    return match.end() if match is not None else at
