"""Suppressions: comments that say which rules do not report, where, and why.

`# revox-lint: ignore[rule, rule] -- reason` at the end of a line, or alone on the line above
a key or list item, where it covers the whole value; `# revox-lint: ignore-file[rule]` above
the first line of content.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import NamedTuple

from revox_lint.syntax.comment import Comment, comments
from revox_lint.syntax.node import Mapping, Sequence
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span
from revox_lint.syntax.tree import Parsed

_MARK = r"(?i)#[ \t]*revox-lint[ \t]*:[ \t]*"
_WHOLE = (
    r"#[ \t]*revox-lint:[ \t]*(?P<verb>ignore|ignore-file)\[(?P<names>[^\]]*)\]"
    r"[ \t]*(?:--[ \t]*(?P<reason>.*?))?[ \t]*"
)
_NAME = r"[^\s,]+"
_BETWEEN = r"(?:[ \t\r\n]+|#[^\r\n]*)*"


class Suppression(NamedTuple):
    """A comment for revox-lint.

    `names` are the rules with their places in the comment, `covers` the part of the text where
    they do not report. `error` is why the comment cannot be read; it then has no effect.
    """

    span: Span
    names: tuple[tuple[str, Span], ...]
    covers: Span
    whole_file: bool = False
    reason: str | None = None
    error: str | None = None


class Comments(NamedTuple):
    """What a rule about comments is given: the suppressions of one document.

    `unused` are the names in them that suppressed nothing, known to rules that run last.
    `modeline` is the contract version that the comment for editors at the top names, if any.
    """

    suppressions: tuple[Suppression, ...]
    rule_names: Collection[str]
    unused: tuple[tuple[Suppression, str, Span], ...] = ()
    modeline: tuple[str, Span] | None = None


def suppressions(source: Source, parsed: Parsed) -> tuple[Suppression, ...]:
    """Return every suppression of a file, in the order of the text."""
    text = source.text
    if "revox-lint" not in text.lower():
        return ()
    return tuple(_read(source, parsed))


def _read(source: Source, parsed: Parsed) -> Iterator[Suppression]:
    text = source.text
    scalars = sorted(parsed.scalars)
    reach = _Reach(source, parsed, scalars)
    first = min(
        (tree.root.span.start for tree in parsed.trees if tree.root is not None),
        default=len(text),
    )
    for comment in comments(text, scalars):
        # Another comment may precede ours on the same line: `# why # revox-lint: …`.
        mark = re.search(_MARK, comment.text)
        if mark is None:
            continue
        begin = comment.span.start + mark.start()
        if mark.start() and not comment.text[: mark.start()].endswith((" ", "\t")):
            continue
        span = Span(begin, comment.span.end)
        whole = re.compile(_WHOLE).fullmatch(comment.text, mark.start())
        if whole is None:
            verb, why = _why(comment.text[mark.start() :])
            yield Suppression(span, (), Span(0, 0), verb.endswith("file"), error=why)
            continue
        base = comment.span.start + whole.start("names")
        names = tuple(
            (match.group(), Span(base + match.start(), base + match.end()))
            for match in re.finditer(_NAME, whole["names"])
        )
        whole_file = whole["verb"] == "ignore-file"
        error = None
        if not names:
            error = f"no rule in the brackets: {whole['verb']}[rule-name]"
        elif whole_file and begin > first:
            error = "`ignore-file` must be above the first line of the definition"
        covers = Span(0, len(text)) if whole_file else reach.covered(comment)
        yield Suppression(span, names, covers, whole_file, whole["reason"], error)


def _why(comment: str) -> tuple[str, str]:
    """Return the verb of a comment that cannot be read, and what is wrong with it."""
    rest = re.sub(_MARK, "", comment, count=1).strip()
    word = re.match(r"[\w-]*", rest)
    verb = word.group() if word is not None else ""
    if verb not in ("ignore", "ignore-file"):
        why = f"unknown `{verb or rest}`: write ignore[rule-name] or ignore-file[rule-name]"
    elif "[" not in rest:
        why = f"name the rules in brackets: {verb}[rule-name]"
    elif "]" not in rest:
        why = f"unclosed bracket: {verb}[rule-name]"
    else:
        why = f"only a reason may follow the bracket: {verb}[rule-name] -- reason"
    return verb, why


class _Reach:
    """How far the comments of a file reach; what all of them need is found once."""

    def __init__(self, source: Source, parsed: Parsed, scalars: list[tuple[Span, str]]) -> None:
        self.source = source
        self.text = source.text
        self.below = Span(0, 0)
        self.parsed = parsed
        self.scalars = scalars
        self.starts = [span.start for span, _ in scalars]

    def covered(self, comment: Comment) -> Span:
        """Return the part of the text that a comment in a line, or alone above one, is about."""
        text = self.text
        if not comment.alone:
            start = self.source.line_start(comment.span.start)
            end = comment.span.end
            first = bisect_left(self.starts, start)
            last = bisect_left(self.starts, comment.span.start)
            for span, style in self.scalars[first:last]:
                if style or span.end > end:
                    end = max(end, span.end)
            return Span(start, end)
        # The first line below that is neither empty nor a comment: of comments one above the
        # other, the same.
        if not self.below.start <= comment.span.end <= self.below.end:
            match = re.compile(_BETWEEN).match(text, comment.span.end)
            at = match.end() if match is not None else comment.span.end
            self.below = Span(comment.span.end, at)
        at = self.below.end
        line_end = re.compile(r"[^\r\n]*").match(text, at)
        end = line_end.end() if line_end is not None else at
        return Span(self.source.line_start(at), max(end, self._ends.get(at, 0)))

    @cached_property
    def _ends(self) -> dict[int, int]:
        """Where each entry or item starts → where it ends."""
        ends: dict[int, int] = {}
        stack = [tree.root for tree in self.parsed.trees if tree.root is not None]
        while stack:
            node = stack.pop()
            if node.origin is not None:
                continue
            if isinstance(node, Mapping):
                for entry in node.entries:
                    start, end = entry.key.span
                    ends[start] = max(ends.get(start, 0), end, entry.value.span.end)
                    stack.append(entry.value)
            elif isinstance(node, Sequence):
                for item in node.items:
                    dash = item.span.start - 1
                    while dash >= 0 and self.text[dash] in " \t":
                        dash -= 1
                    if dash >= 0 and self.text[dash] == "-":
                        ends[dash] = item.span.end
                    stack.append(item)
        return ends
