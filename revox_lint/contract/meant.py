"""What a value was meant to be where the contract takes a number, a list or a mapping."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from revox_lint.contract.suggest import suggest_field
from revox_lint.facts.synonyms import VALUES
from revox_lint.syntax.node import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from revox_lint.contract.contract import Contract, Path

_MOST: Final = 20
_NUMBERS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SECONDS: Final = {"ms": 0.001, "s": 1, "m": 60, "h": 3600}
_AMOUNT: Final = (
    r"(?i)(?P<amount>\d+(?:[.,]\d+)?)\s*"
    r"(?:(?P<unit>ms|s|m|h)(?:ec|ecs|econds?|in|ins|inutes?|rs?|ours?|illis|illiseconds?)?)?"
)

_TIME: Final = r"(?i)\d{1,2}:\d\d|\d{1,2}(?::\d\d)?[ap]m"


def unit(field: str) -> str | None:
    """Return the unit of a number, "seconds" or "milliseconds", which its name ends in, or None."""
    if field.endswith("_ms"):
        return "milliseconds"
    return "seconds" if field.endswith(("_secs", "_seconds")) else None


def number_meant(text: str, field: str, *, whole: bool) -> str | None:
    """Return the number that `text` spells for `field`, as YAML writes it; None if unclear.

    The unit of a duration is that of the field: milliseconds if its name ends in `_ms`, else
    seconds. A percentage is a part of 1. With `whole`, a fraction is no answer.
    """
    found = _number_meant(text.strip(" \t;,"), field)
    return None if found is None or (whole and not found.isdigit()) else found


def _number_meant(text: str, field: str) -> str | None:
    if text.lower() in _NUMBERS:
        return str(_NUMBERS.index(text.lower()) + 1)
    if (percent := re.fullmatch(r"(\d+)\s*%", text)) is not None:
        return f"{int(percent[1]) / 100:g}" if unit(field) is None else None
    match = re.fullmatch(_AMOUNT, text)
    if match is None:
        return None
    amount = float(match["amount"].replace(",", "."))
    if match["unit"] is None:
        grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", text) and unit(field) is not None
        return re.sub("[.,]", "", text) if grouped else f"{amount:.10g}"
    if unit(field) is None:
        return None
    seconds = amount * _SECONDS["ms" if match["unit"].lower() == "ms" else match["unit"][0].lower()]
    return f"{seconds * 1000 if field.endswith('_ms') else seconds:.10g}"


def list_meant(text: str) -> str:
    """Return `text` as a list in brackets, divided at its commas, semicolons, bars or lines."""
    parts = [part.strip(" \t\r\"'[]-") for part in re.split(r"[,;|/\n]", text)]
    return flow_list([part for part in parts if part])


def scalars(node: Sequence) -> list[str]:
    """Return the texts of a list of scalars, or of mappings with one each, as in `- value: a`.

    Nothing where it is longer than what one writes between brackets, or something else.
    """
    found: list[str] = []
    for one in node.items if len(node.items) <= _MOST else ():
        if isinstance(one, Mapping):
            one = next((entry.value for entry in one), one)
        if not isinstance(one, Scalar) or one.value is None:
            return []
        found.append(one.text)
    return found


def flow_list(items: list[str]) -> str:
    """Return strings as a YAML list in brackets, quoted where they have to be."""
    return f"[{', '.join(string(item) for item in items)}]"


def element_meant(contract: Contract, path: Path, key: str, value: str) -> list[str] | None:
    """Return the element of the list of mappings at `path` that a key and a value stand for.

    Its fields in YAML, the first behind its dash, as in `- question: Where?`; `…` for what is not
    known. A key alone, with "" for its value, is an element as people list them by name. None if
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
    given = {
        str(pair[0][-1]): string(key) if key else "…",
        str(pair[1][-1]): string(value) if value else "…",
    }
    for name in contract.required((*path, 0)):
        default = contract.default((*path, 0, name))
        known = "true" if "boolean" in contract.types((*path, 0, name)) else "…"
        given.setdefault(name, known if default is None else json.dumps(default))
    fields = [f"{name}: {text}" for name, text in given.items()]
    return [f"- {fields[0]}", *fields[1:]]


def element_of_pair(contract: Contract, path: Path, mapping: Mapping) -> list[str] | None:
    """Return the element of a list that is written as one pair, `Where?: Here`, or None."""
    if not path or not isinstance(path[-1], int) or len(mapping.entries) != 1:
        return None
    key, value = mapping.entries[0].name, mapping.entries[0].value
    known = contract.fields(path)
    if key in known or suggest_field(contract, path, key, known, mapping) is not None:
        return None
    if not isinstance(value, Scalar):
        return None
    return element_meant(contract, path[:-1], key, value.text)


def string(item: str) -> str:
    """Return a string as YAML writes it, also in brackets: quoted where it has to be."""
    plain = re.fullmatch(r"[^\W\d_][\w ./+?!’'-]*[\w?!.]|[^\W\d_]", item) is not None
    if plain and item.lower() not in ("true", "false", "yes", "no", "on", "off", "null", "y", "n"):
        return item
    return json.dumps(item, ensure_ascii=False)
