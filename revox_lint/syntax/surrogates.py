r"""The two escapes by which JSON writes one character: `\ud83d\ude00`, which libyaml refuses.

They are joined before the text is read, and the spans are moved back afterwards.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from revox_lint.syntax.node import Mapping, Node, Sequence
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span
from revox_lint.syntax.tree import Tree

_PAIR = r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
_MISSING = len("\\ud83d\\ude00") - 1


def pairs_joined(source: Source, text: str) -> tuple[str, list[int]]:
    r"""Return the source's `text` with `\ud83d\ude00` pairs joined, in a JSON file.

    Beside it, the offsets in the new text behind which eleven characters are missing.
    """
    if not source.path.endswith(".json") or "\\u" not in text:
        return text, []
    offsets: list[int] = []
    parts: list[str] = []
    done = 0
    length = 0
    for match in re.finditer(_PAIR, text):
        high, low = int(match[2], 16), int(match[3], 16)
        start = match.start() + len(match[1])
        parts.append(text[done:start])
        length += start - done + 1
        parts.append(chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)))
        offsets.append(length)
        done = match.end()
    parts.append(text[done:])
    return "".join(parts), offsets


def moved(span: Span, offsets: list[int]) -> Span:
    """Return `span` of the joined text in the text as it was written."""
    start, end = bisect_right(offsets, span.start), bisect_right(offsets, span.end)
    return Span(span.start + _MISSING * start, span.end + _MISSING * end)


def shift_nodes(trees: list[Tree], offsets: list[int]) -> None:
    """Move the spans of all nodes back to the text as it was written."""
    seen: set[int] = set()
    stack: list[Node] = [tree.root for tree in trees if tree.root is not None]
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        node.span = moved(node.span, offsets)
        if isinstance(node, Mapping):
            for entry in node.entries:
                stack.extend((entry.key, entry.value))
        elif isinstance(node, Sequence):
            stack.extend(node.items)
        if node.origin is not None:
            stack.append(node.origin)


def shift_tree(tree: Tree, offsets: list[int]) -> Tree:
    """Return the tree with all spans moved but those of its nodes, which are shared."""
    problems = tuple(
        problem._replace(
            span=moved(problem.span, offsets),
            related=tuple((words, moved(span, offsets)) for words, span in problem.related),
        )
        for problem in tree.problems
    )
    anchors = tuple(anchor._replace(span=moved(anchor.span, offsets)) for anchor in tree.anchors)
    blanks = tuple(moved(span, offsets) for span in tree.blanks)
    return Tree(tree.root, moved(tree.span, offsets), problems, anchors, blanks)
