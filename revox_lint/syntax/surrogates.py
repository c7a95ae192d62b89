r"""The two escapes by which JSON writes one character: `\ud83d\ude00`, which libyaml refuses.

They are joined before the text is read, and the spans are moved back afterwards.
"""

from __future__ import annotations

import re

from revox_lint.syntax.node import Mapping, Node, Sequence
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span
from revox_lint.syntax.tree import Tree

_PAIR = r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"


def pairs_joined(source: Source) -> tuple[str, list[tuple[int, int]]]:
    r"""The text with `\ud83d\ude00` pairs replaced by their character, in a JSON file.

    Also answers where characters went missing: (offset in the new text, how many).
    """
    text = source.text
    if not source.path.endswith(".json") or "\\u" not in text:
        return text, []
    offsets: list[tuple[int, int]] = []
    parts: list[str] = []
    done = 0
    length = 0
    for match in re.finditer(_PAIR, text):
        high, low = int(match[2], 16), int(match[3], 16)
        start = match.start() + len(match[1])
        parts.append(text[done:start])
        length += start - done + 1
        parts.append(chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)))
        offsets.append((length, match.end() - start - 1))
        done = match.end()
    parts.append(text[done:])
    return "".join(parts), offsets


def moved(span: Span, offsets: list[tuple[int, int]]) -> Span:
    """`span` of the joined text in the text as it was written."""

    def move(offset: int) -> int:
        return offset + sum(missing for place, missing in offsets if place <= offset)

    return Span(move(span.start), move(span.end))


def shift_nodes(trees: list[Tree], offsets: list[tuple[int, int]]) -> None:
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


def shift_tree(tree: Tree, offsets: list[tuple[int, int]]) -> Tree:
    """The tree with the spans of its problems and anchors moved; its nodes are shared."""
    problems = tuple(
        problem._replace(
            span=moved(problem.span, offsets),
            related=tuple((words, moved(span, offsets)) for words, span in problem.related),
        )
        for problem in tree.problems
    )
    anchors = tuple(anchor._replace(span=moved(anchor.span, offsets)) for anchor in tree.anchors)
    return Tree(tree.root, moved(tree.span, offsets), problems, anchors)
