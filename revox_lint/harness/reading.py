"""Reading a test file strictly: every surprise is an error at its place, never a guess.

A `Reader` collects the errors of one file. Its functions take a node and what it is called,
and return the value, or None where there is an error.
"""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from revox_lint.schedule.zones import FIRST_YEAR, LAST_YEAR
from revox_lint.syntax.node import Broken, Mapping, Node, Scalar, Sequence
from revox_lint.syntax.quote import excerpt, quote
from revox_lint.syntax.span import Span
from revox_lint.text.suggest import suggest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from revox_lint.syntax.node import Entry
    from revox_lint.syntax.source import Source

_INSTANT = re.compile(
    r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.0{1,6})?)?)(Z|[+-]\d{2}:\d{2})?", re.ASCII
)
_NUMBER = "+33612345678"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class CollectionError(NamedTuple):
    """Why a test file cannot be run: a place in it and a message."""

    source: Source
    span: Span
    message: str
    help: str | None = None
    related: tuple[tuple[str, Span], ...] = ()

    @property
    def place(self) -> str:
        """`path:line:column`, counted from 1."""
        line, column = self.source.position(self.span.start)
        return f"{self.source.path}:{line}:{column}"


class Reader:
    """Reads nodes of one file and collects what is wrong with them."""

    def __init__(self, source: Source) -> None:
        """Read nodes of `source`."""
        self.source = source
        self.errors: list[CollectionError] = []

    def error(
        self,
        where: Node | Span,
        message: str,
        help: str | None = None,
        related: tuple[tuple[str, Span], ...] = (),
    ) -> None:
        """Report a mistake at a node or a span."""
        span = where.span if isinstance(where, Node) else where
        if span.start == span.end:
            span = self._beside(span)
        self.errors.append(CollectionError(self.source, span, message, help, related))

    def _beside(self, span: Span) -> Span:
        """Return the last thing written before an empty place: the key that has no value."""
        text = self.source.text
        end = len(text[: span.start].rstrip())
        begin = max(text.rfind(sign, 0, end) for sign in "\r\n{[,") + 1
        start = begin + len(text[begin:end]) - len(text[begin:end].lstrip(" -"))
        return Span(min(start, end), end) if start < end else Span(max(0, end - 1), end)

    def written(self, node: Node) -> str:
        """Return a node as it is written, on one line and cut, for a message."""
        return excerpt(self.source.text[node.span.start : node.span.end])

    def wrong_kind(self, node: Node, name: str, wanted: str, help: str | None = None) -> None:
        """Report a value of the wrong type: `name`, as messages call it, and what is wanted."""
        if isinstance(node, Broken):
            return
        if isinstance(node, Scalar) and node.plain and not node.text:
            self.error(node, f"{name} has no value: it should be {wanted}", help)
            return
        found, written = _kind(node), f"`{self.written(node)}`"
        shown = written if found == "a number" and "number" in wanted else f"{found} ({written})"
        if help is None and isinstance(node, Scalar) and "string" in wanted:
            help = "put the value in quotes"
        self.error(node, f"{name} should be {wanted}, not {shown}", help)

    def unknown(
        self,
        node: Node,
        what: str,
        known: Collection[str],
        where: str = "",
        list_them: str | None = None,
    ) -> None:
        """Report a name that is not among `known`, with the closest one.

        `list_them` is the help where they are too many to be named.
        """
        name = node.text if isinstance(node, Scalar) else self.written(node)
        close = closest(name, known)
        message = f"unknown {what} {quote(name)} {where}".rstrip()
        if close is not None:
            self.error(node, f"{message}, did you mean `{close}`?", f"write `{close}`")
        else:
            help = (
                f"write one of {listed(dict.fromkeys(map(str, known)))}"
                if len(known) <= 30
                else list_them
            )
            self.error(node, message, help)

    # --- values: None or nothing where the schema reports another type -------------------------

    def mapping(self, node: Node) -> Mapping | None:
        """Return a mapping."""
        return node if isinstance(node, Mapping) else None

    def items(self, node: Node) -> tuple[Node, ...]:
        """Return the items of a list."""
        return node.items if isinstance(node, Sequence) else ()

    def text(self, node: Node) -> str | None:
        """Return a string that is not blank."""
        value = node.value if isinstance(node, Scalar) else None
        return value if isinstance(value, str) and value.strip() else None

    def one_of(self, node: Node, choices: Collection[str]) -> str | None:
        """Return one of the given words."""
        value = self.text(node)
        return value if value in choices else None

    def number(self, node: Node, name: str) -> Decimal | None:
        """Return a number exactly as it is written; report one that is not of sensible size."""
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        finite = isinstance(value, int) or math.isfinite(value)
        written = str(value) if isinstance(value, int) else self.written(node)
        number = Decimal(written) if finite else Decimal(0)
        if not finite or (number and not -30 <= number.adjusted() <= 30):
            self.error(node, f"`{name}` should be a finite number of sensible size")
            return None
        return number

    def minute(self, node: Node, name: str) -> int | None:
        """Return a local time in minutes from midnight, written as windows write theirs."""
        from revox_lint.schedule.clock import parse_window_time, suggest_time

        value = self.text(node)
        if value is None:
            return None
        read = parse_window_time(value)
        if read is None:
            meant = suggest_time(value, is_end=name.endswith("after"))
            self.error(
                node,
                f"`{name}` should be a local time such as `20:00` or `8pm`, not `{value}`",
                f'write `"{meant}"`' if meant else 'write a time such as `"20:00"`',
            )
            return None
        return read.minute

    def instant(self, node: Node, name: str) -> datetime | None:
        """An instant with its offset, as an aware time in UTC, within the zone data's years."""
        value = self.text(node)
        try:
            return None if value is None else instant_of(value, name)
        except InputError as error:
            self.error(node, str(error), error.help)
            return None


class InputError(ValueError):
    """A value that is not what it should be: the message says why, `help` what to write."""

    def __init__(self, message: str, help: str | None = None) -> None:
        """Take the message, a whole line, and the help."""
        super().__init__(message)
        self.help = help


def instant_of(text: str, name: str) -> datetime:
    """Read an instant with its offset, to the second or minute, as an aware time in UTC.

    Raises InputError for any other text, and for a year outside the zone data.
    """
    match = _INSTANT.fullmatch(text)
    if match is None:
        why = " (it has no time)" if _DATE.fullmatch(text) else ""
        form = f"{text}T15:30:00Z" if why else "2027-03-26T15:30:00Z"
        help = f"write a value such as `{form}`"
        raise InputError(
            f"`{name}` should be an instant with its offset, not {quote(text)}{why}", help
        )
    if match[3] is None:
        raise InputError(
            f"`{name}` has no offset: `{text}` is another instant in every zone",
            f"write `{text}Z` for UTC, or an offset such as `{text}+01:00`",
        )
    try:
        moment = datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        raise InputError(f"`{name}` is not a date and time that exists: `{text}`") from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise InputError(
            f"`{name}` is outside the time zone data, which describes the years "
            f"{FIRST_YEAR} to {LAST_YEAR}: `{text}`"
        )
    return moment


def check_number(text: str, name: str) -> None:
    """Raise InputError unless `text` is a number in E.164 that its country could have."""
    import phonenumbers

    # An option of a command has no quotes that matter.
    form = "`{}`" if name.startswith("--") else '`"{}"`'
    wanted = f"`{name}` should be a phone number in E.164 form, not {quote(text)}"
    try:
        number = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException:
        help = f"write `+`, the country code and the number, such as {form.format(_NUMBER)}"
        raise InputError(wanted, help) from None
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if text != written or number.extension:
        raise InputError(wanted, f"write {form.format(written)}")
    if not phonenumbers.is_possible_number(number):
        reason = phonenumbers.is_possible_number_with_reason(number)
        why = {
            phonenumbers.ValidationResult.TOO_SHORT: "it is too short",
            phonenumbers.ValidationResult.TOO_LONG: "it is too long",
        }.get(reason, "no number has this length there")
        raise InputError(
            f"`{name}` is not a number of the country code +{number.country_code}: `{text}`, {why}",
            f"write a whole number, such as {form.format(_NUMBER)}",
        )


def meant_keys(mapping: Mapping, allowed: Collection[str]) -> frozenset[str]:
    """Return the keys among `allowed` that a mapping has, rightly spelt or not.

    The misspelt key is reported already: to report that the right one is
    missing would be a second message about the same mistake.
    """
    names = (
        entry.name if entry.name in allowed else closest(entry.name, allowed)
        for entry in mapping.entries
    )
    return frozenset(name for name in names if name is not None)


def entries(mapping: Mapping) -> Iterator[Entry]:
    """Return the entries of a mapping whose values could be read."""
    for entry in mapping:
        if not isinstance(entry.value, Broken):
            yield entry


def listed(names: Iterable[str]) -> str:
    """Names for a message: `a`, `b`; "nothing" when there are none."""
    return ", ".join(f"`{name}`" for name in names) or "nothing"


def closest(name: str, known: Collection[str]) -> str | None:
    """Return the one of `known` that a misspelt name was most likely meant to be."""
    day = day_meant(name)
    return day if day in known else suggest(name, known, least=0.6)


def day_meant(word: str) -> str | None:
    """Return `mon` to `sun` for a day of the week as several languages write it, or None."""
    from revox_lint.facts.synonyms import DAYS

    return DAYS.get(word.strip(" .").casefold())


def _kind(node: Node) -> str:
    if isinstance(node, Mapping):
        return "a mapping"
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Scalar):
        if node.value is None:
            return "null"
        if isinstance(node.value, bool):
            return "a boolean"
        if isinstance(node.value, int | float):
            return "a number"
    return "a string"
