"""The tree of a YAML document: mappings, sequences and scalars, each with its exact span.

A node that an alias brings in is a copy whose spans are all the alias's own, with `origin`
leading back to the anchored node; an entry that a merge brings in has the span of the
merging element in the same way. Whoever looks at a node therefore never has to ask how it
came there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from revox_lint.syntax.span import Span

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"


class Node:
    """A value and its place. `origin` is the anchored node when an alias or merge brought it."""

    __slots__ = ("origin", "span")

    def __init__(self, span: Span, origin: Node | None = None) -> None:
        """Place a node at `span`."""
        self.span = span
        self.origin = origin


class Broken(Node):
    """A place where a value stands that could not be read; an error has been given already."""

    __slots__ = ()


class Scalar(Node):
    """One value. `value` is what it means in YAML 1.2, `text` its characters before resolution.

    `style` is "" for a plain scalar, else the character that introduces it: ' " | >.
    `tagged` is whether an explicit tag decided what it means.
    """

    __slots__ = ("style", "tagged", "text", "value")

    def __init__(
        self,
        span: Span,
        value: bool | int | float | str | None,
        text: str,
        style: str = "",
        tagged: bool = False,
        origin: Node | None = None,
    ) -> None:
        """Place a scalar at `span`, quotes included."""
        self.span = span
        self.value = value
        self.text = text
        self.style = style
        self.tagged = tagged
        self.origin = origin

    @property
    def plain(self) -> bool:
        """Whether it is written without quotes, block indicator or tag."""
        return not self.style and not self.tagged

    def __repr__(self) -> str:
        return f"Scalar({self.value!r} at {self.span.start}:{self.span.end})"


class Entry:
    """A key and its value. `merged` is the merging element when `<<` brought the entry in."""

    __slots__ = ("key", "merged", "value")

    def __init__(self, key: Scalar, value: Node, merged: Node | None = None) -> None:
        """Join `key` (whose value is a str) and `value`."""
        self.key = key
        self.value = value
        self.merged = merged

    @property
    def name(self) -> str:
        """The key's text."""
        return self.key.text


class Mapping(Node):
    """Entries in the order of the text, those of merges last; duplicates are all kept.

    Entries whose key is no string are not among them. `flow` is whether it is written in
    braces. `get` answers the last of duplicates, as the readers of YAML do that accept them.
    """

    __slots__ = ("_index", "entries", "flow")

    def __init__(
        self,
        span: Span,
        entries: tuple[Entry, ...],
        flow: bool = False,
        origin: Node | None = None,
    ) -> None:
        """Place a mapping at `span`."""
        self.span = span
        self.entries = entries
        self.flow = flow
        self.origin = origin
        self._index = {entry.key.text: entry for entry in entries}

    def get(self, name: str) -> Entry | None:
        """The entry called `name`, or None."""
        return self._index.get(name)

    def __iter__(self) -> Iterator[Entry]:
        """The entries that count: of duplicates only the last."""
        return iter(self._index.values())

    def __len__(self) -> int:
        return len(self._index)

    def __contains__(self, name: object) -> bool:
        return name in self._index


class Sequence(Node):
    """Items in the order of the text. `flow` is whether it is written in brackets."""

    __slots__ = ("flow", "items")

    def __init__(
        self,
        span: Span,
        items: tuple[Node, ...],
        flow: bool = False,
        origin: Node | None = None,
    ) -> None:
        """Place a sequence at `span`."""
        self.span = span
        self.items = items
        self.flow = flow
        self.origin = origin


class UnreadableError(Exception):
    """Raised by `plain` where a value could not be read."""


def plain(node: Node) -> Plain:
    """The node as plain data: dict, list, str, int, float, bool, None.

    An entry whose value could not be read is left out; an item of a list that could not is
    None, so that the others keep their index.
    """
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {
            name: plain(entry.value)
            for name, entry in node._index.items()
            if not isinstance(entry.value, Broken)
        }
    if isinstance(node, Sequence):
        return [None if isinstance(item, Broken) else plain(item) for item in node.items]
    raise UnreadableError
