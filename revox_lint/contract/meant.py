"""What a value was meant to be where the contract takes something else, as plain data."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, cast

from revox_lint.contract.chosen import (
    EVENTS,
    booking_known,
    model_known,
    openrouter_id,
    voice_known,
)
from revox_lint.contract.data import UNKNOWN, Meant
from revox_lint.contract.elements import element_text, parts, scalars
from revox_lint.contract.path import any_element
from revox_lint.contract.quantity import UNITS, number_meant, unit
from revox_lint.contract.suggest import suggest_field
from revox_lint.facts.synonyms import DEFAULT, OFF, ON, VALUES
from revox_lint.syntax.node import Entry, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from revox_lint.contract.contract import Contract, Json, Path

Shown = Callable[[str], str]
"""What makes of a text of the file what a message may show."""

_PAIR: Final = 2
_MOST_ELEMENTS: Final = 3
_TIME: Final = r"(?i)\d{1,2}:\d\d|\d{1,2}(?::\d\d)?[ap]m"
_EARLIEST_END: Final = 8  # a 6 at the end of a day is 18:00


def null_matters(contract: Contract, path: Path) -> bool:
    """Return whether null in a field is another thing than leaving the field out."""
    roles = contract.roles
    return path in (roles.voicemail, roles.background, roles.transfer_numbers, roles.timezone)


def leave_out(contract: Contract, path: Path) -> str:
    """Return the help about a value that is to switch a field off, which may be null."""
    return "leave the field out" + (", or write `null`" if null_matters(contract, path) else "")


def is_off(node: Node) -> bool:
    """Return whether a value is what people write to switch a field off: `false`, `none`, `[]`."""
    if not isinstance(node, Scalar):
        return isinstance(node, (Mapping, Sequence)) and not (
            node.items if isinstance(node, Sequence) else node.entries
        )
    off = isinstance(node.value, str) and node.text.strip().lower() in OFF
    return off or node.value is False


def literal_meant(text: str, values: tuple[str, ...]) -> str | None:
    """Return the literal that `text` was meant to be: another word or spelling for it; or None."""
    from revox_lint.text.suggest import suggest

    bare = text.strip().lower()
    if not bare:
        return None
    for value in values:
        if bare in VALUES.get(value, ()):
            return value
    # `office.ogg` and `sounds/office.ogg` leave no doubt about `audio/office.ogg`.
    last = bare.replace("\\", "/").rpartition("/")[2]
    for value in values:
        if "/" in value and last == value.rpartition("/")[2]:
            return value
    return suggest(text, values, least=0.7)


def fits(contract: Contract, path: Path, node: Node) -> bool:
    """Return whether a value is of a type, and one of the literals, that a place takes."""
    types, values = contract.types(path), contract.values(path)
    if isinstance(node, (Mapping, Sequence)):
        empty = isinstance(node, Mapping) and not node.entries
        kind = "object" if isinstance(node, Mapping) else "array"
        return kind in types and not (empty and contract.required(path))
    value = node.value if isinstance(node, Scalar) else None
    if isinstance(value, bool) or value is None:
        return ("null" if value is None else "boolean") in types
    if isinstance(value, str):
        if "string" not in types or (values and value not in values):
            return False
        if not value.strip():
            return "null" not in types and example(contract, path) is None
        return _string_meant(contract, path, node, str) == Meant(value)
    whole = "integer" not in types or float(value).is_integer()
    number = not types.isdisjoint({"number", "integer"})
    plain = re.match(r"[+-]?0\d", node.text if isinstance(node, Scalar) else "") is None
    return number and whole and plain and contract.in_bounds(path, value)


def value_meant(
    contract: Contract, path: Path, node: Node, shown: Shown, counted: float | None = None
) -> Meant | None:
    """Return the value of the field at `path` that `node` was meant to be, or None if unclear.

    `counted` is the number of seconds that 1 stands for where the name of a field says so.
    """
    types = contract.types(path)
    off = _nothing_meant(contract, path) if is_off(node) else None
    if off is not None:
        return off
    if isinstance(path[-1], int) and "string" in types and isinstance(node, Mapping):
        text = element_text(node)
        return None if text is None else Meant(shown(text))
    if isinstance(node, Scalar):
        return None if node.value is None else _scalar_meant(contract, path, node, shown, counted)
    single = _single(node) if {"array", "object"}.isdisjoint(types) else None
    if single is not None:
        named = UNITS.get(node.entries[0].name) if isinstance(node, Mapping) else None
        if named is None and fits(contract, path, single):
            return Meant(shown_plain(single, shown))
        return value_meant(contract, path, single, shown, named or counted)
    if isinstance(node, Sequence):
        if "object" in types and not any(isinstance(one, Mapping) for one in node.items):
            texts = scalars(node)
            if isinstance(path[-1], int) and len(texts) == _PAIR:
                element = element_meant(contract, path[:-1], texts[0], texts[1], shown)
                return None if element is None else Meant(element)
            text = " ".join(one.text for one in node.items if isinstance(one, Scalar))
            return Meant(_mapping(contract, path, _known(contract, path, shown(text))))
        return None
    if "array" in types and isinstance(node, Mapping):
        if "string" in contract.types((*path, 0)):
            return Meant([shown(one.name) for one in node])
        return _list_of_pairs(contract, path, node, shown)
    return None


def _single(node: Node) -> Scalar | None:
    """Return the only scalar of a list, or of a mapping in braces."""
    inner = node.items if isinstance(node, Sequence) else ()
    if isinstance(node, Mapping) and node.flow:
        inner = tuple(one.value for one in node.entries)
    only = inner[0] if len(inner) == 1 else None
    return only if isinstance(only, Scalar) and only.value is not None else None


def _nothing_meant(contract: Contract, path: Path) -> Meant | None:
    """Return how the contract switches a field off, or None where it cannot be."""
    types = contract.types(path)
    if "none" in contract.values(path):
        return Meant("none")
    if "boolean" in types:
        return Meant(False)
    if path == contract.roles.max_attempts:
        return Meant(1)  # one call, and none after it
    return Meant(None) if "null" in types else None


def _scalar_meant(
    contract: Contract, path: Path, node: Scalar, shown: Shown, counted: float | None
) -> Meant | None:
    types, values, text = contract.types(path), contract.values(path), node.text
    retried = path == contract.roles.retry and node.value is True
    if "null" in types and not values and (retried or text.strip().lower() in DEFAULT):
        return Meant(None)
    if values:
        on = node.value is True and len(values) == 1
        literal = values[0] if on else literal_meant(text, values)
        return None if literal is None else Meant(literal)
    if "boolean" in types:
        on = text.strip().lower() in ON or node.value == 1
        return Meant(True) if on else Meant(False) if text.strip() == "0" else None
    if "number" in types or "integer" in types:
        whole = "number" not in types
        if isinstance(node.value, bool):
            return None
        number = number_meant(text, str(path[-1]), whole=whole, counted=counted)
        fitting = number is not None and contract.in_bounds(path, number)
        return Meant(number) if fitting else None
    if "string" in types:
        return _string_meant(contract, path, node, shown)
    if "array" in types and "string" in contract.types((*path, 0)):
        return None if isinstance(node.value, bool) else Meant(parts(shown(text)))
    if isinstance(node.value, bool) and not contract.required((*path, 0)):
        return Meant(_mapping(contract, path, {}))
    if "array" in types:
        element = _element_of_text(contract, path, node, shown)
        return None if element is None else Meant([element])
    if isinstance(path[-1], int):
        element = _element_of_text(contract, path[:-1], node, shown)
        return None if element is None else Meant(element)
    return Meant(_mapping(contract, path, _known(contract, path, shown(text))))


def _string_meant(contract: Contract, path: Path, node: Node, shown: Shown) -> Meant | None:
    """Return the string that a scalar stands for at a place, as its rules want it, or None."""
    if not isinstance(node, Scalar):
        return None
    roles, here, text = contract.roles, any_element(path), node.text
    if here in (roles.window_opening, roles.window_closing):
        if re.fullmatch(_TIME, text):
            return Meant(shown(text))
        match = re.fullmatch(r"(\d{1,2})(?:[.h]?(\d\d))?(?: ?h| Uhr)?", text, re.IGNORECASE)
        hour, minute = (int(match[1]), int(match[2] or 0)) if match is not None else (24, 0)
        doubtful = here == roles.window_closing and hour < _EARLIEST_END
        clear = hour < 24 and minute < 60 and not doubtful
        return Meant(f"{hour:02}:{minute:02}") if clear else None
    if here == roles.transfer_numbers:
        from revox_lint.text import phone

        number = phone.read(text)
        return None if number.e164 is None else Meant(number.e164)
    if here == roles.booking_event:
        return Meant(shown(text)) if re.match(r"https?://\S+/\S", text) else None
    if here == roles.webhook:
        from revox_lint.text import url

        return None if url.read(text).problem else Meant(shown(text))
    if here == roles.openrouter_model:
        model = openrouter_id(text)
        return None if model is None else Meant(shown(model))
    if here == roles.timezone and (is_off(node) or re.match("[A-Za-z]", text) is None):
        return None
    if isinstance(node.value, bool) and "null" in contract.types(path):
        return None
    return Meant(shown(text))


def example(contract: Contract, path: Path) -> tuple[str, Json] | None:
    """Return in words what a string or number at a place has to be, and one; None if anything."""
    roles = contract.roles
    here = any_element(path)
    shapes: dict[Path, tuple[str, Json]] = {
        roles.window_opening: ("a time", "09:00"),
        roles.window_closing: ("a time", "18:00"),
        roles.timezone: ("the zone of a place", "Europe/Paris"),
        roles.webhook: ("the whole URL", "https://hooks.example.com/calls"),
        roles.booking_event: ("the URI of the event type", f"{EVENTS}<id>"),
        roles.transfer_numbers: ("the number with `+` and its country code", "+33199001234"),
    }
    types = contract.types(path)
    if here in shapes or not {"number", "integer"} & types:
        return shapes.get(here)
    counted, default = unit(str(path[-1])), contract.default(path)
    words = "a number" if "number" in types else "a whole number"
    return words + (f" of {counted}" if counted else ""), 600 if default is None else default


def required_value(contract: Contract, path: Path) -> Meant | None:
    """Return what the required field at `path` has by default, or its first element; or None."""
    value = _mapping(contract, path[:-1], {}).get(str(path[-1]), UNKNOWN)
    return None if value == UNKNOWN else Meant(value)


# --- mappings ------------------------------------------------------------------------------


def _mapping(contract: Contract, path: Path, known: dict[str, Json]) -> dict[str, Json]:
    """Return the mapping at `path` with its required fields, as far as they are known."""
    given: dict[str, Json] = dict(known)
    order = [*contract.roles]  # what opens before what closes
    here = any_element(path)
    for name in sorted(
        contract.required(path, known),
        key=lambda name: order.index((*here, name)) if (*here, name) in order else len(order),
    ):
        field = (*path, name)
        if "array" in contract.types(field):
            given.setdefault(name, [_mapping(contract, (*field, 0), {})])
        default = contract.default(field)
        given.setdefault(name, UNKNOWN if default is None else default)
    return given


def _known(contract: Contract, path: Path, text: str) -> dict[str, Json]:
    """Return the fields of a voice, a model or a booking that one string tells."""
    roles = contract.roles
    if path == roles.voice:
        return voice_known(contract, text)
    if path == roles.model:
        return model_known(contract, text)
    if path == roles.retry:
        window = element_meant(contract, roles.windows, text, "", str)
        clear = window is not None and UNKNOWN not in window.values()
        return {str(roles.windows[-1]): [cast("Json", window)]} if clear else {}
    if path == roles.booking and "calendly.com" in text:
        return booking_known(contract, text)
    return {}


def kind_meant(contract: Contract, path: Path, mapping: Node | None) -> str | None:
    """Return the `type` that the other fields of a mapping tell, or None."""
    names = [one.name for one in mapping] if isinstance(mapping, Mapping) else []
    if any(any_element((*path, name)) == contract.roles.output_options for name in names):
        return "enum"
    kinds = {contract.variant((*path, name)) for name in names} - {None}
    return kinds.pop() if len(kinds) == 1 else None


def placed(
    contract: Contract, known: dict[Path, dict[str, Json]], given: Callable[[Path], bool]
) -> tuple[Path, Json]:
    """Return the outermost field that is not given on the way to the mappings in `known`.

    These are by path, one of them inside the other. With the path of the field, its value: the
    mappings with what is known of each and with their required fields.
    """
    fields = [(*home, name) for home, own in known.items() for name in own]
    inner = [home for home in known if any(home[: len(one)] == one for one in fields)]
    # What is in a list that is given as well has its place there, not in a list of its own.
    home = max((home for home in known if home not in inner), key=len)
    path, value = home, cast("Json", _mapping(contract, home, known[home]))
    while True:
        *outer, step = path
        if isinstance(step, int):
            value = [value]
        elif not outer or given(tuple(outer)):
            return path, value
        else:
            value = _mapping(contract, tuple(outer), known.get(tuple(outer), {}) | {step: value})
        path = tuple(outer)


def around_list(contract: Contract, path: Path, node: Sequence) -> Meant | None:
    """Return the mapping at `path` around a list that is written in its place, or None."""
    first = node.items[0]
    names = {one.name for one in first} if isinstance(first, Mapping) else set()
    for field in contract.fields(path) if names else ():
        if names <= {*contract.fields((*path, field, 0))}:
            return Meant(_mapping(contract, path, {field: UNKNOWN}))
    return None


def shown_plain(node: Node, shown: Shown) -> Json:
    """Return a scalar as plain data, `UNKNOWN` for anything larger or unreadable."""
    if not isinstance(node, Scalar):
        return UNKNOWN
    return shown(node.text) if isinstance(node.value, str) else node.value


# --- elements of lists -----------------------------------------------------------------------


def element_meant(
    contract: Contract, path: Path, key: str, value: str, shown: Shown
) -> dict[str, Json] | None:
    """Return the element of the list of mappings at `path` that a key and a value stand for.

    A key alone, with "" for its value, is an element as people list them by name. None if
    that is unclear.
    """
    roles = contract.roles
    pairs = (
        (roles.question_text, roles.question_answer),
        (roles.output_name, roles.output_type),
        (roles.window_opening, roles.window_closing),
    )
    pair = next((pair for pair in pairs if pair[0][:-1] == (*path, 0)), None)
    if pair is None:
        return None
    if pair[0] == roles.window_opening:
        times = re.split(r"\s*(?:-|–|—|\bto\b|\buntil\b|/)\s*", f"{key}-{value}".strip("-"))
        clear = len(times) == 2 and all(re.fullmatch(_TIME, time) for time in times)
        key, value = times if clear else ("", "")
    allowed = contract.values(pair[1])
    if allowed and value not in allowed:
        value = next((one for one in allowed if value.lower() in VALUES.get(one, ())), allowed[0])
    given: dict[str, Json] = {
        str(pair[0][-1]): shown(key) or UNKNOWN,
        str(pair[1][-1]): shown(value) or UNKNOWN,
    }
    for name in contract.required((*path, 0)):
        default = contract.default((*path, 0, name))
        known: Json = True if "boolean" in contract.types((*path, 0, name)) else UNKNOWN
        given.setdefault(name, known if default is None else default)
    return given


def _element_of_text(
    contract: Contract, path: Path, node: Scalar, shown: Shown
) -> dict[str, Json] | None:
    key, _, given = node.text.partition(": ")
    return element_meant(contract, path, key, given, shown)


def _list_of_pairs(contract: Contract, path: Path, node: Mapping, shown: Shown) -> Meant | None:
    """Return the list that a mapping was meant to be, with one element for each of its keys."""
    known = contract.fields((*path, 0))
    if not node.entries or any(one.name in known for one in node):
        return None
    elements: list[Json] = []
    for one in list(node)[:_MOST_ELEMENTS]:
        value = one.value
        text = value.text if isinstance(value, Scalar) else ""
        element = element_meant(contract, path, one.name, text, shown)
        if element is None:
            return None
        if isinstance(value, Mapping):
            element |= {
                own.name: shown_plain(own.value, shown)
                for own in value
                if isinstance(own.value, Scalar) and own.name in known
            }
        elements.append(element)
    return Meant(elements + [UNKNOWN] * (len(node) > _MOST_ELEMENTS))


def element_of_pair(
    contract: Contract, path: Path, mapping: Mapping, shown: Shown = str
) -> dict[str, Json] | None:
    """Return the element of a list that is written as one pair, `Where?: Here`, or None."""
    if not path or not isinstance(path[-1], int) or len(mapping.entries) != 1:
        return None
    key, value = mapping.entries[0].name, mapping.entries[0].value
    known = contract.fields(path)
    if key in known or suggest_field(contract, path, key, known, mapping) is not None:
        return None
    if not isinstance(value, Scalar):
        return None
    return element_meant(contract, path[:-1], key, value.text, shown)


def glued(mapping: Mapping, entry: Entry) -> tuple[str, str] | None:
    """Return the field and the value of a key such as `provider:cartesia` in braces, or None."""
    if not mapping.flow or not isinstance(entry.value, Scalar) or entry.value.value is not None:
        return None
    match = re.fullmatch(r"""(["']?)([A-Za-z_][\w-]*)\1[:=](\S.*)""", entry.name, re.DOTALL)
    return None if match is None or entry.value.text else (match[2], match[3])
