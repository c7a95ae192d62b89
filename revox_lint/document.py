"""One assistant of a file: its fields, its schema violations, its places, quotes of its text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from revox_lint.diagnostic import Finding, Where
from revox_lint.fields import Fields, Path, PlacedNode
from revox_lint.secrecy import Secrets, find_secrets
from revox_lint.syntax.alias import is_merged
from revox_lint.syntax.node import Broken, Entry, Mapping, Node, Scalar, Sequence, plain
from revox_lint.syntax.quote import MOST, quote
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span
from revox_lint.syntax.tree import Parsed, Problem, ProblemKind, Tree

if TYPE_CHECKING:
    from revox_lint.contract.contract import Contract, Violation


class _Range(NamedTuple):
    """A key's or value's span; `outer` is the index of the next one around it, or -1."""

    span: Span
    place: PlacedNode
    outer: int


_EMPTY = Mapping(Span(0, 0), ())


class Document(Fields):
    """One document of a file, read as an assistant of a version of the contract.

    `root` is its top mapping: an empty one when the document is something else, which
    `is_mapping` tells. `index` is the number of the document in its file, from 0.
    """

    def __init__(
        self,
        source: Source,
        tree: Tree,
        contract: Contract,
        *,
        index: int,
        extent: Span,
        file: list[Document],
    ) -> None:
        """Read `tree`, a document of `source`, as an assistant.

        `extent` is the part of the text that belongs to it, the comments around it included;
        `file` are all documents of the file, this one among them.
        """
        super().__init__(tree.root if isinstance(tree.root, Mapping) else _EMPTY, contract)
        self.source = source
        self.file = file
        self.tree = tree
        self.index = index
        self.extent = extent
        self.is_mapping = isinstance(tree.root, Mapping)

    @property
    def in_json(self) -> bool:
        """Whether the file has to be JSON, by its name: what a help shows is JSON, too."""
        return self.source.path.endswith(".json")

    # --- the contract ------------------------------------------------------------------

    @cached_property
    def plain(self) -> dict[str, Any]:
        """The definition as plain data: what would go over the wire."""
        value = plain(self.root)
        return value if isinstance(value, dict) else {}

    @cached_property
    def violations(self) -> tuple[Violation, ...]:
        """Where the definition breaks the contract's schema; a broken value breaks nothing."""
        if not self.is_mapping:
            return ()
        found = self.contract.violations(self.plain)
        if self.has_broken:
            found = [one for one in found if not self._unreadable(one)]
        return tuple(found)

    def _unreadable(self, violation: Violation) -> bool:
        """Whether a value stands where one seems to be wrong or missing, but cannot be read."""
        node = self.find(*violation.path)
        if violation.keyword == "required" and isinstance(node, Mapping):
            return violation.name in node
        if isinstance(node, Broken):
            return True
        # A value with a syntax error inside may be of another kind than it seems.
        span = node.span if violation.keyword == "type" and node is not None else Span(0, 0)
        first = bisect_left(self.tree.blanks, Span(span.start, 0))
        return first < len(self.tree.blanks) and self.tree.blanks[first].start < span.end

    @cached_property
    def has_broken(self) -> bool:
        """Whether some value of the document could not be read."""
        if self.tree.problems or self.tree.blanks:
            return any(isinstance(place.node, Broken) for place in self.places)
        return False

    def damaged(self, mapping: Mapping) -> bool:
        """Whether entries of `mapping` may be missing because the text could not be read."""
        if id(mapping) in self._half_merged:
            return True
        blanks, (start, end) = self.tree.blanks, mapping.span
        index = bisect_left(blanks, Span(start, 0))
        if index and self._space_end(blanks[index - 1].end) >= start:
            return True
        if index == len(blanks):
            return False
        after = blanks[index].start
        return after < end or mapping is self.root or self._space_end(end) >= after

    def _space_end(self, offset: int) -> int:
        """Return where the white space that begins at `offset` ends."""
        match = re.compile(r"\s*").match(self.source.text, offset)
        return offset if match is None else match.end()

    @cached_property
    def _half_merged(self) -> frozenset[int]:
        """The ids of the mappings into which what cannot be read is merged."""
        text = self.source.text
        return frozenset(
            id(self.find(*self.path(problem.span)))
            for problem in self.tree.problems
            if is_merged(text, problem.span.start)
        )

    def lacks(self, mapping: Mapping, path: Path) -> bool:
        """Whether `mapping` could have the field at a role's `path`, and does not have it.

        False where it only seems to be missing, see `obscured`.
        """
        return (
            self.contract.has(path) and path[-1] not in mapping and not self.obscured(mapping, path)
        )

    def obscured(self, mapping: Mapping, path: Path) -> bool:
        """Whether the field at a role's `path` may be in `mapping` misspelt, or unreadable."""
        from revox_lint.contract.suggest import is_misspelt

        given = {entry.name: None for entry in mapping}
        return self.damaged(mapping) or is_misspelt(
            self.contract, self.path(mapping), given, str(path[-1])
        )

    # --- places ------------------------------------------------------------------------

    @cached_property
    def places(self) -> tuple[PlacedNode, ...]:
        """Every value of the document with its path, in the order of the text."""
        places: list[PlacedNode] = []
        if self.tree.root is None:
            return ()
        stack: list[PlacedNode] = [PlacedNode((), None, self.tree.root)]
        while stack:
            place = stack.pop()
            places.append(place)
            node = place.node
            if isinstance(node, Mapping):
                path = place.path
                stack += [
                    PlacedNode((*path, entry.key.text), entry, entry.value)
                    for entry in reversed(node.entries)
                ]
            elif isinstance(node, Sequence):
                stack.extend(
                    PlacedNode((*place.path, index), None, item)
                    for index, item in reversed(list(enumerate(node.items)))
                )
        return tuple(places)

    @cached_property
    def _by_node(self) -> dict[int, PlacedNode]:
        by_node: dict[int, PlacedNode] = {}
        for place in self.places:
            by_node[id(place.node)] = place
            if place.entry is not None:
                by_node[id(place.entry.key)] = place
        return by_node

    def owner(self, mapping: Mapping) -> Scalar | Mapping:
        """Where to point for something that `mapping` lacks.

        Its key; for a list element and the top of the document its own first key; for an
        empty one without key the mapping itself.
        """
        place = self._by_node.get(id(mapping))
        if place is not None and place.entry is not None:
            return place.entry.key
        entries = [entry for entry in mapping.entries if entry.merged is None] or mapping.entries
        return entries[0].key if entries else mapping

    def path(self, where: Where) -> Path:
        """The path of a node; for a span, that of the innermost value or key that contains it."""
        if isinstance(where, Node):
            place = self._by_node.get(id(where))
            if place is not None:
                return place.path
        span = where if isinstance(where, Span) else where.span
        starts, ranges = self._ranges
        at = bisect_right(starts, span.start) - 1
        while at >= 0:
            known = ranges[at]
            if span.end <= known.span.end:
                return known.place.path
            at = known.outer
        return ()

    @cached_property
    def _ranges(self) -> tuple[list[int], list[_Range]]:
        """Every key and value by its start, the outer before the inner, with the next outer."""
        spans: dict[Span, PlacedNode] = {}
        for place in self.places:
            spans.setdefault(place.node.span, place)
            if place.entry is not None:
                spans.setdefault(place.entry.key.span, place)
        ranges: list[_Range] = []
        around: list[int] = []
        for span in sorted(spans, key=lambda one: (one.start, -one.end)):
            while around and ranges[around[-1]].span.end < span.end:
                around.pop()
            ranges.append(_Range(span, spans[span], around[-1] if around else -1))
            around.append(len(ranges) - 1)
        return [one.span.start for one in ranges], ranges

    def span(self, where: Where) -> Span:
        """The characters to mark: those of the node; for a value that is not there, its key's."""
        span = where if isinstance(where, Span) else where.span
        if span.start < span.end:
            return span
        if isinstance(where, Node):
            place = self._by_node.get(id(where))
            if place is not None and place.entry is not None and place.entry.key is not where:
                return place.entry.key.span
        text = self.source.text
        dash = text.rfind("-", max(0, span.start - 80), span.start)
        if dash >= 0 and not text[dash + 1 : span.start].strip():
            return Span(dash, dash + 1)
        if span.start < len(text):
            return Span(span.start, span.start + 1)
        return Span(max(0, span.start - 1), span.start)

    def within(self, scalar: Scalar, start: int, end: int) -> Span:
        """The span of the characters `start` to `end` of `scalar.text`, for a word in a text."""
        from revox_lint.syntax.subspan import span_within

        return span_within(self.source.text, scalar, start, end)

    @cached_property
    def secrets(self) -> Secrets:
        """The secrets of the whole file."""
        if self is not self.file[0]:
            return self.file[0].secrets
        webhooks = (one.webhook for one in self.file)
        return find_secrets(
            self.source.text,
            (scalar for one in self.file for scalar in one._written_scalars()),
            [webhook for webhook in webhooks if webhook is not None],
        )

    def _written_scalars(self) -> Iterator[Scalar]:
        for place in self.places:
            if place.entry is not None and place.entry.merged is None:
                yield place.entry.key
            if isinstance(place.node, Scalar) and place.node.origin is None:
                yield place.node

    def quoted(self, what: str | Where, most: int = MOST) -> str:
        """Return a part of the file for a message, in backticks: the only way it gets into one.

        A string is quoted as it is, a node or span as it is written in the file. Secrets are
        hidden before it is cut to `most` characters, of which a negative number keeps the end.
        """
        text = what if isinstance(what, str) else self._source_text(what)
        return quote(self.secrets.hide(text), most)

    def shown(self, text: str) -> str:
        """Return a string for the form that a help shows: as `quoted`, without backticks."""
        return self.quoted(text)[1:-1]

    def used_anchor(self, entry: Entry) -> str | None:
        """Return the first anchor in the value of an entry that an alias uses, for a message."""
        if entry.merged is not None:
            return None
        starts, names = self._used_anchors
        index = bisect_left(starts, entry.key.span.end)
        inside = index < len(starts) and starts[index] < entry.value.span.end
        return self.shown(names[index]) if inside else None

    @cached_property
    def _used_anchors(self) -> tuple[list[int], list[str]]:
        """Where the anchors are that an alias uses, in order, and their names."""
        used = sorted((one.span.start, one.name) for one in self.tree.anchors if one.used)
        return [start for start, _ in used], [name for _, name in used]

    def _source_text(self, where: Where) -> str:
        while isinstance(where, Node) and where.origin is not None:
            where = where.origin
        span = self.span(where)
        return self.source.text[span.start : span.end]

    def problems(self, kind: ProblemKind) -> Iterator[Finding]:
        """What the parser found of one kind, as findings."""
        for problem in self.tree.problems:
            if problem.kind is kind:
                yield _finding(problem)


def _finding(problem: Problem) -> Finding:
    return Finding(problem.span, problem.message, problem.help, related=problem.related)


def documents(source: Source, parsed: Parsed, contract: Contract) -> tuple[Document, ...]:
    """Return the documents of a parsed file."""
    found: list[Document] = []
    trees = parsed.trees
    for index, tree in enumerate(trees):
        first = 0 if index == 0 else tree.span.start
        last = trees[index + 1].span.start if index + 1 < len(trees) else len(source.text) + 1
        extent = Span(first, min(last, len(source.text)))
        found.append(Document(source, tree, contract, index=index, extent=extent, file=found))
    return tuple(found)
