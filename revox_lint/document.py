"""One assistant: its tree, typed access to its fields, and its schema violations, found once.

Paths are tuples of field names and list indices, given as arguments:
`document.find("call_retry_config", "calling_windows", 0, "retry_delay_seconds")`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from revox_lint.diagnostic import Finding, Where
from revox_lint.schedule.clock import WindowTime, opening, parse_window_time
from revox_lint.secrecy import Secrets, find_secrets
from revox_lint.syntax.node import Broken, Entry, Mapping, Node, Scalar, Sequence, plain
from revox_lint.syntax.scalar import whole
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span
from revox_lint.syntax.tree import Parsed, Problem, ProblemKind, Tree
from revox_lint.text.quote import MOST, quote

if TYPE_CHECKING:
    from revox_lint.contract.contract import Contract, Violation
    from revox_lint.contract.roles import Roles

Path = tuple[str | int, ...]


class PlacedNode(NamedTuple):
    """A node of the document with the path that leads to it and its key, if it has one."""

    path: Path
    entry: Entry | None
    node: Node


class _Range(NamedTuple):
    """A key's or value's span; `outer` is the index of the next one around it, or -1."""

    span: Span
    place: PlacedNode
    outer: int


class Window(NamedTuple):
    """A calling window; a field is None where it is missing or not of its type."""

    node: Mapping
    opening: Scalar | None
    closing: Scalar | None
    delay: Scalar | None


class OpenWindow(NamedTuple):
    """A calling window whose end is after its start; `times` are its minutes of the day."""

    times: range
    opening: Scalar
    closing: Scalar
    delay: Scalar | None

    @property
    def hours(self) -> str:
        """The times as written, for a message: "9am to 17:00"."""
        return f"{self.opening.text} to {self.closing.text}"


class Output(NamedTuple):
    """A structured output; a field is None where it is missing or not of its type."""

    node: Mapping
    name: Scalar | None
    type: Scalar | None
    description: Scalar | None
    options: Sequence | None


class Question(NamedTuple):
    """An FAQ item; a field is None where it is missing or not a string."""

    node: Mapping
    question: Scalar | None
    answer: Scalar | None


class Text(NamedTuple):
    """A string that the model or the caller gets; `spoken` is whether it is said word for word."""

    path: Path
    scalar: Scalar
    spoken: bool


_EMPTY = Mapping(Span(0, 0), ())


class Document:
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
        self.source = source
        self.file = file
        self.tree = tree
        self.contract = contract
        self.index = index
        self.extent = extent
        self.is_mapping = isinstance(tree.root, Mapping)
        self.root: Mapping = tree.root if isinstance(tree.root, Mapping) else _EMPTY

    # --- fields ------------------------------------------------------------------------

    def entry(self, *path: str | int) -> Entry | None:
        """The key and value at `path`, whose last part is a field name; None if there is none."""
        parent = self.find(*path[:-1])
        name = path[-1]
        if isinstance(parent, Mapping) and isinstance(name, str):
            return parent.get(name)
        return None

    def find(self, *path: str | int) -> Node | None:
        """The node at `path`, or None."""
        node: Node = self.root
        for part in path:
            if isinstance(node, Mapping):
                entry = node.get(part) if isinstance(part, str) else None
                if entry is None:
                    return None
                node = entry.value
            elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
                node = node.items[part]
            else:
                return None
        return node

    def string(self, *path: str | int) -> Scalar | None:
        """The scalar at `path` if it is a string (of any length), else None."""
        return _string(self.find(*path))

    def number(self, *path: str | int) -> Scalar | None:
        """The scalar at `path` if it is an int or float (a bool is neither), else None."""
        return _number(self.find(*path))

    def value(self, *path: str | int) -> str | None:
        """The string at `path`, or None."""
        scalar = self.string(*path)
        return None if scalar is None else scalar.text

    def given(self, *path: str | int) -> bool:
        """Whether there is a value at `path` that is not null; a broken one counts as given."""
        node = self.find(*path)
        return node is not None and not (isinstance(node, Scalar) and node.value is None)

    def filled(self, *path: str | int) -> bool:
        """Whether there is a value at `path` that is neither null nor blank text."""
        if not self.given(*path):
            return False
        text = self.value(*path)
        return text is None or bool(text.strip())

    def mappings(self, *path: str | int) -> Iterator[Mapping]:
        """Yield the items of the list at `path` that are mappings."""
        node = self.find(*path)
        if isinstance(node, Sequence):
            for item in node.items:
                if isinstance(item, Mapping):
                    yield item

    def each(self, path: Path) -> Iterator[PlacedNode]:
        """Yield every value at a role's `path`, in which 0 is every element of a list."""
        found = [PlacedNode((), None, self.root)] if path else []
        for part in path:
            found = [inner for outer in found for inner in _step(outer, part)]
        yield from found

    def strings(self, path: Path) -> Iterator[Scalar]:
        """Yield the strings among the values at a role's `path`."""
        for place in self.each(path):
            scalar = _string(place.node)
            if scalar is not None:
                yield scalar

    def whole_numbers(self, path: Path) -> Iterator[tuple[Scalar, int]]:
        """Yield the whole numbers among the values at a role's `path`, 60.0 as 60."""
        for place in self.each(path):
            scalar = _number(place.node)
            number = None if scalar is None else whole(scalar.value)
            if scalar is not None and number is not None:
                yield scalar, number

    def lacks(self, mapping: Mapping, path: Path) -> bool:
        """Whether `mapping` could have the field at a role's `path`, and does not have it.

        False where it seems only to be missing: misspelt, or in a part that cannot be read.
        """
        name, known = path[-1], self.contract.fields(path[:-1])
        if not isinstance(name, str) or name in mapping or name not in known:
            return False
        from revox_lint.contract.suggest import is_misspelt

        given = [entry.name for entry in mapping]
        return not self.damaged(mapping) and not is_misspelt(
            self.contract, self.path(mapping), given, name
        )

    def numbers(self, path: Path) -> Iterator[Scalar]:
        """Yield the numbers among the values at a role's `path`."""
        for place in self.each(path):
            scalar = _number(place.node)
            if scalar is not None:
                yield scalar

    # --- roles -------------------------------------------------------------------------

    @property
    def roles(self) -> Roles:
        """Where this document's contract version keeps each role."""
        return self.contract.roles

    @property
    def prompt(self) -> Scalar | None:
        """The prompt, if it is a string."""
        return self.string(*self.roles.prompt)

    @property
    def first_sentence(self) -> Scalar | None:
        """The first sentence, or the instruction for it, if it is a string."""
        return self.string(*self.roles.first_sentence)

    @property
    def first_sentence_mode(self) -> Scalar | None:
        """How the first sentence is meant, if it is a string."""
        return self.string(*self.roles.first_sentence_mode)

    @property
    def voicemail(self) -> Scalar | None:
        """What is said to a voicemail, if it is a string."""
        return self.string(*self.roles.voicemail)

    @property
    def timezone(self) -> Scalar | None:
        """The time zone of the calling windows, if it is a string."""
        return self.string(*self.roles.timezone)

    @property
    def max_attempts(self) -> Scalar | None:
        """How often a recipient is called at most, if it is a number."""
        return self.number(*self.roles.max_attempts)

    @property
    def webhook(self) -> Scalar | None:
        """The URL that gets the results, if it is a string."""
        return self.string(*self.roles.webhook)

    @property
    def transfer_numbers(self) -> tuple[Scalar, ...]:
        """The phone numbers that calls are handed over to, those that are strings."""
        return tuple(self.strings(self.roles.transfer_numbers))

    @property
    def voice_id(self) -> Scalar | None:
        """The id of the voice, if it is a string."""
        return self.string(*self.roles.voice_id)

    @property
    def voice_provider(self) -> Scalar | None:
        """The provider of the voice, if it is a string."""
        return self.string(*self.roles.voice_provider)

    @property
    def voice_speed(self) -> Scalar | None:
        """The speed of the voice, if it is a number."""
        return self.number(*self.roles.voice_speed)

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """The calling windows, in the order of the file."""
        roles = self.roles
        return tuple(
            Window(
                item,
                string_in(item, roles.field("window_opening")),
                string_in(item, roles.field("window_closing")),
                number_in(item, roles.field("window_delay")),
            )
            for item in self.mappings(*roles.windows)
        )

    @cached_property
    def open_windows(self) -> tuple[OpenWindow, ...]:
        """The calling windows in which calls can be made, in the order of the file."""
        return tuple(
            OpenWindow(times, window.opening, window.closing, window.delay)
            for window in self.windows
            if window.opening is not None
            and window.closing is not None
            and (times := opening(window.opening.text, window.closing.text)) is not None
        )

    @property
    def window_times(self) -> Iterator[tuple[Scalar, WindowTime]]:
        """Yield every start and end of a window that can be read as a time of the day."""
        for window in self.windows:
            for scalar in (window.opening, window.closing):
                time = None if scalar is None else parse_window_time(scalar.text)
                if scalar is not None and time is not None:
                    yield scalar, time

    @cached_property
    def outputs(self) -> tuple[Output, ...]:
        """The structured outputs, in the order of the file."""
        roles = self.roles
        outputs = []
        for item in self.mappings(*roles.outputs):
            options = item.get(roles.field("output_options"))
            value = options.value if options is not None else None
            outputs.append(
                Output(
                    item,
                    string_in(item, roles.field("output_name")),
                    string_in(item, roles.field("output_type")),
                    string_in(item, roles.field("output_description")),
                    value if isinstance(value, Sequence) else None,
                )
            )
        return tuple(outputs)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The FAQ items, in the order of the file."""
        question, answer = self.roles.field("question_text"), self.roles.field("question_answer")
        return tuple(
            Question(item, string_in(item, question), string_in(item, answer))
            for item in self.mappings(*self.roles.questions)
        )

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every string that the model or the caller gets: field by field, in lists item by item."""
        found: list[tuple[int, int, Text]] = []
        first: dict[Path, int] = {}
        for number, role in enumerate(self.roles.texts):
            list_path = role.path[: role.path.index(0)] if 0 in role.path else role.path
            group = first.setdefault(list_path, number)
            spoken = role.spoken
            if role.spoken_when is not None:
                path, value = role.spoken_when
                spoken = self.value(*path) == value
            for place in self.each(role.path):
                scalar = _string(place.node)
                if scalar is not None:
                    index = next((part for part in place.path if isinstance(part, int)), 0)
                    found.append((group, index, Text(place.path, scalar, spoken)))
        found.sort(key=lambda one: one[:2])
        return tuple(text for _, _, text in found)

    @cached_property
    def written_texts(self) -> tuple[Text, ...]:
        """The texts without those that an alias repeats: a mistake in one is made once."""
        written = {id(text.scalar) for text in self.texts}
        return tuple(
            text
            for text in self.texts
            if text.scalar.origin is None or id(text.scalar.origin) not in written
        )

    @property
    def spoken(self) -> tuple[Text, ...]:
        """The texts that are said word for word: static first sentence, voicemail, farewell."""
        return tuple(text for text in self.texts if text.spoken)

    @property
    def voice_rate(self) -> float:
        """How fast the voice speaks, as a factor: 1.0 too where its speed cannot be meant."""
        speed = self.voice_speed
        rate = speed.value if speed is not None and isinstance(speed.value, (int, float)) else 1.0
        return rate if 0.1 <= rate <= 10 else 1.0

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
        return any(span.start <= one.start < span.end for one in self.tree.blanks)

    @cached_property
    def has_broken(self) -> bool:
        """Whether some value of the document could not be read."""
        if self.tree.problems or self.tree.blanks:
            return any(isinstance(place.node, Broken) for place in self.places)
        return False

    def damaged(self, mapping: Mapping) -> bool:
        """Whether entries of `mapping` may be missing because the text could not be read."""
        text = self.source.text
        return any(
            blank.start >= mapping.span.start
            and (
                blank.start < mapping.span.end
                or not text[mapping.span.end : blank.start].strip()
                or mapping is self.root
            )
            for blank in self.tree.blanks
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


def string_in(mapping: Mapping, name: str) -> Scalar | None:
    """The scalar under `name` if it is a string, else None."""
    entry = mapping.get(name)
    return None if entry is None else _string(entry.value)


def number_in(mapping: Mapping, name: str) -> Scalar | None:
    """The scalar under `name` if it is an int or float (a bool is neither), else None."""
    entry = mapping.get(name)
    return None if entry is None else _number(entry.value)


def _step(place: PlacedNode, part: str | int) -> Iterator[PlacedNode]:
    """Go from a value one step down a role's path."""
    node = place.node
    if isinstance(part, str):
        entry = node.get(part) if isinstance(node, Mapping) else None
        if entry is not None:
            yield PlacedNode((*place.path, part), entry, entry.value)
    elif part == 0 and isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield PlacedNode((*place.path, index), None, item)


def _string(node: Node | None) -> Scalar | None:
    return node if isinstance(node, Scalar) and isinstance(node.value, str) else None


def _number(node: Node | None) -> Scalar | None:
    if isinstance(node, Scalar) and isinstance(node.value, (int, float)):
        return None if isinstance(node.value, bool) else node
    return None
