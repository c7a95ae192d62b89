"""Suppressions: comments that say which rules are not to speak, where, and why.

`# revox-lint: ignore[rule, rule] -- reason` at the end of a line, or alone on the line above
a key or list item, where it covers the whole value; `# revox-lint: ignore-file[rule]` above
the first line of content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from revox_lint.diagnostic import Span
from revox_lint.syntax.comment import Comment, comments
from revox_lint.syntax.node import Mapping, Node, Sequence
from revox_lint.syntax.parse import Parsed
from revox_lint.syntax.pattern import lazy
from revox_lint.syntax.source import Source

_MARK = lazy(r"#[ \t]*revox-lint[ \t]*:[ \t]*", re.IGNORECASE)
_WHOLE = lazy(
    r"#[ \t]*revox-lint:[ \t]*(?P<verb>ignore|ignore-file)\[(?P<names>[^\]]*)\]"
    r"[ \t]*(?:--[ \t]*(?P<reason>.*?))?[ \t]*"
)
_NAME = lazy(r"[^\s,]+")


class Suppression(NamedTuple):
    """A comment that speaks to revox-lint.

    `names` are the rules with their places in the comment, `covers` the part of the text where
    they are silenced. `error` says why the comment cannot be read; it then silences nothing.
    """

    span: Span
    names: tuple[tuple[str, Span], ...]
    covers: Span
    whole_file: bool = False
    reason: str | None = None
    error: str | None = None


def suppressions(source: Source, parsed: Parsed) -> tuple[Suppression, ...]:
    """Every suppression of a file, in the order of the text."""
    text = source.text
    if "revox-lint" not in text.lower():
        return ()
    return tuple(_read(source, parsed))


def _read(source: Source, parsed: Parsed) -> Iterator[Suppression]:
    text = source.text
    scalars = sorted(parsed.scalars)
    first = min(
        (tree.root.span.start for tree in parsed.trees if tree.root is not None),
        default=len(text),
    )
    for comment in comments(text, scalars):
        # Another comment may stand before ours on the same line: `# why # revox-lint: …`.
        mark = _MARK.search(comment.text)
        if mark is None:
            continue
        begin = comment.span.start + mark.start()
        if mark.start() and not comment.text[: mark.start()].endswith((" ", "\t")):
            continue
        span = Span(begin, comment.span.end)
        whole = _WHOLE.fullmatch(comment.text, mark.start())
        if whole is None:
            yield Suppression(span, (), Span(0, 0), error=_why(comment.text[mark.start() :]))
            continue
        base = comment.span.start + whole.start("names")
        names = tuple(
            (match.group(), Span(base + match.start(), base + match.end()))
            for match in _NAME.finditer(whole["names"])
        )
        whole_file = whole["verb"] == "ignore-file"
        error = None
        if not names:
            error = "no rule is named between the brackets: ignore[rule-name]"
        elif whole_file and begin > first:
            error = "`ignore-file` must stand above the first line of the definition"
        covers = Span(0, len(text)) if whole_file else _covered(source, parsed, comment)
        yield Suppression(span, names, covers, whole_file, whole["reason"], error)


def _why(comment: str) -> str:
    rest = _MARK.sub("", comment, count=1).strip()
    word = re.match(r"[\w-]*", rest)
    verb = word.group() if word is not None else ""
    if verb not in ("ignore", "ignore-file"):
        return f"`{verb or rest}` is not known: write ignore[rule-name] or ignore-file[rule-name]"
    if "[" not in rest:
        return f"name the rules in brackets: {verb}[rule-name]"
    if "]" not in rest:
        return "the bracket is not closed: ignore[rule-name]"
    return "after the bracket only a reason may follow: ignore[rule-name] -- reason"


def _covered(source: Source, parsed: Parsed, comment: Comment) -> Span:
    text = source.text
    if not comment.alone:
        start = max(
            text.rfind("\n", 0, comment.span.start), text.rfind("\r", 0, comment.span.start)
        )
        end = comment.span.end
        for span, style in parsed.scalars:
            if start < span.start < comment.span.start and (style or span.end > end):
                end = max(end, span.end)
        return Span(start + 1, end)
    # The first line below that is neither empty nor a comment.
    match = re.compile(r"(?:[ \t\r\n]+|#[^\r\n]*)*").match(text, comment.span.end)
    at = match.end() if match is not None else comment.span.end
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    line_end = re.compile(r"[^\r\n]*").match(text, at)
    end = line_end.end() if line_end is not None else at
    for tree in parsed.trees:
        if tree.root is not None:
            end = max(end, _end_of(tree.root, at, text))
    return Span(start, end)


def _end_of(node: Node, at: int, text: str) -> int:
    """Where the entry or item that starts at `at` ends; 0 when none starts there."""
    stack = [node]
    while stack:
        current = stack.pop()
        if current.origin is not None:
            continue
        if isinstance(current, Mapping):
            for entry in current.entries:
                if entry.key.span.start == at:
                    return max(entry.key.span.end, entry.value.span.end)
                stack.append(entry.value)
        elif isinstance(current, Sequence):
            for item in current.items:
                dash = item.span.start - 1
                while dash > at and text[dash] in " \t":
                    dash -= 1
                if dash == at and text[dash] == "-":
                    return item.span.end
                stack.append(item)
    return 0
