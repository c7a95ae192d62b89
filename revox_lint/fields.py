"""The fields of an assistant: by path, and by the role that each has in its contract version.

A path is a tuple of field names and list indices, given as arguments:
`fields.find("call_retry_config", "calling_windows", 0, "retry_delay_seconds")`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from revox_lint.schedule.clock import WindowTime, opening, parse_window_time
from revox_lint.syntax.node import Entry, Mapping, Node, Scalar, Sequence
from revox_lint.syntax.scalar import whole

if TYPE_CHECKING:
    from revox_lint.contract.contract import Contract
    from revox_lint.contract.roles import Roles

Path = tuple[str | int, ...]


class PlacedNode(NamedTuple):
    """A node of the document with the path that leads to it and its key, if it has one."""

    path: Path
    entry: Entry | None
    node: Node


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


class Fields:
    """Access to the fields below `root`, as a version of the contract has them."""

    def __init__(self, root: Mapping, contract: Contract) -> None:
        """Take the top mapping of a document."""
        self.root = root
        self.contract = contract

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
        for depth, part in enumerate(path, 1):
            last = depth == len(path)
            found = [inner for outer in found for inner in _step(outer, part, last)]
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


def string_in(mapping: Mapping, name: str) -> Scalar | None:
    """The scalar under `name` if it is a string, else None."""
    entry = mapping.get(name)
    return None if entry is None else _string(entry.value)


def number_in(mapping: Mapping, name: str) -> Scalar | None:
    """The scalar under `name` if it is an int or float (a bool is neither), else None."""
    entry = mapping.get(name)
    return None if entry is None else _number(entry.value)


def _step(place: PlacedNode, part: str | int, last: bool) -> Iterator[PlacedNode]:
    """Go from a value one step down a role's path, `last` if the path ends there."""
    node = place.node
    if isinstance(part, str):
        entry = node.get(part) if isinstance(node, Mapping) else None
        if entry is not None:
            yield PlacedNode((*place.path, part), entry, entry.value)
    elif part == 0 and isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            if last or not isinstance(item, Scalar):
                yield PlacedNode((*place.path, index), None, item)


def _string(node: Node | None) -> Scalar | None:
    return node if isinstance(node, Scalar) and isinstance(node.value, str) else None


def _number(node: Node | None) -> Scalar | None:
    if isinstance(node, Scalar) and isinstance(node.value, (int, float)):
        return None if isinstance(node.value, bool) else node
    return None
