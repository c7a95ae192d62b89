"""What is known about one field of a definition: its page and `revox-lint field` have it here.

All of it comes from the contract, and from the examples of the rules.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from revox_lint.contract.contract import Contract, Path
from revox_lint.contract.quantity import unit
from revox_lint.contract.suggest import VOICE_NAMES, field_elsewhere, suggest_field
from revox_lint.diagnostic import DOCS_URL
from revox_lint.engine import Settings, lint
from revox_lint.generate.rule_pages import unmarked
from revox_lint.rule import ALWAYS, SHIPPED, Rule
from revox_lint.syntax.dump import dump
from revox_lint.syntax.source import Source
from revox_lint.text.suggest import suggest

_TYPES = {"array": "list", "object": "mapping", "integer": "whole number"}
_OF_ANY_FIELD = ALWAYS | {
    *("duplicate-key", "missing-field", "redundant-null", "secret-in-text", "text-cut-by-comment"),
    *("unknown-field", "unused-anchor", "wrong-type"),
}
"""Rules that look at every field, or at every string: to name them at each says nothing."""


class FieldFacts(NamedTuple):
    """A field as it is explained; `path` has 0 for every element of a list.

    `values` maps each literal to what it does, "" where the contract does not say; `bounds`
    maps what they depend on, "" for nothing, to the bounds in words. `variant` is the `type` of
    the mapping that alone has the field. `example` is YAML.
    """

    path: Path
    type: str
    required: bool
    variant: str | None
    values: dict[str, str]
    default: Any
    unit: str | None
    bounds: dict[str, str]
    description: str
    example: str
    fields: tuple[str, ...]
    rules: tuple[str, ...]
    source: str

    @property
    def name(self) -> str:
        """The place as people write it: "voice.speed", "faq_items[].question"."""
        return dotted(self.path)

    @property
    def needed(self) -> str:
        """Whether the field is required, in words."""
        words = "required" if self.required else "optional"
        return words if self.variant is None else f"{words} with type {self.variant}"

    @property
    def url(self) -> str:
        """The address of the field on the page of the fields."""
        return f"{DOCS_URL}/fields/#{anchor(self.path)}"

    @property
    def numbers(self) -> tuple[str, ...]:
        """The unit and the bounds of a number: "Unit: seconds", "Bounds: 0.6 to 1.5 (cartesia)"."""
        bounds = [f"{text} ({which})" if which else text for which, text in self.bounds.items()]
        unit = [f"Unit: {self.unit}"] if self.unit else []
        return (*unit, *(["Bounds: " + ", ".join(bounds)] if bounds else []))


def dotted(path: Path) -> str:
    """Return a path with dots, a list with brackets."""
    return "".join("[]" if part == 0 else f".{part}" for part in path).removeprefix(".")


def anchor(path: Path) -> str:
    """Return the anchor of a field, or of the mapping at a path, on the page of the fields."""
    return "-".join(str(part) for part in path if part != 0) or "assistant"


def paths(contract: Contract) -> Iterator[Path]:
    """Yield the path of every field, mapping by mapping, in the contract's order."""
    for path in contract.mappings():
        for name in contract.fields(path):
            yield (*path, name)


def kind(contract: Contract, path: Path) -> str:
    """Return the types that a place takes in words, as "whole number" or "list of strings"."""
    types = contract.types(path)
    implied = {"null"} | ({"integer"} if "number" in types else set())
    if "array" in types:
        return f"list of {kind(contract, (*path, 0))}s"
    return " or ".join(_TYPES.get(one, one) for one in sorted(types - implied))


def find(contract: Contract, name: str) -> list[Path]:
    """Return the fields that `name` may be: one, several with the same name, or none.

    A name is a place with dots or slashes, as "voice.speed", "/faq_items/0/question" and
    "faq_items[].question", or its end.
    """
    parts = [part for part in re.split(r"[./\[\]$\s]+", name) if part and not part.isdigit()]
    found = []
    for path in paths(contract):
        names = [part for part in path if isinstance(part, str)]
        if parts == names:
            return [path]
        if parts and parts == names[-len(parts) :]:
            found.append(path)
    return found


def meant(contract: Contract, name: str) -> Path | None:
    """Return the field that an unknown name was meant to be, or None."""
    known = {dotted(path): path for path in paths(contract)}
    last = {str(path[-1]): path for path in paths(contract)}
    outer, _, inner = re.sub(r"\[\d*\]", "", name).strip("/.").replace("/", ".").rpartition(".")
    at = next((home for home in contract.mappings() if anchor(home).replace("-", ".") == outer), ())
    guess = None if at else suggest(name, known, least=0.75)
    if guess is not None:
        return known[guess]
    if at == contract.roles.voice and inner in VOICE_NAMES:
        return contract.roles.voice_id
    field = suggest_field(contract, at, inner, contract.fields(at), ())
    if field is not None:
        return (*at, field)
    guess = suggest(inner, last, least=0.75)
    return last[guess] if guess is not None else field_elsewhere(contract, at, inner)


def facts(contract: Contract, path: Path) -> FieldFacts:
    """Return what is known about the field at a path."""
    meanings = contract.meanings(path)
    variant = contract.variant(path)
    place = ".".join(part for part in path if isinstance(part, str))
    own = {which or "": one for (name, which), one in contract.limits.items() if name == place}
    inner = (*path, 0) if "array" in contract.types(path) else path
    return FieldFacts(
        path=path,
        type=kind(contract, path),
        required=variant is not None or path[-1] in contract.required(path[:-1]),
        variant=variant,
        values={value: meanings.get(value, "") for value in contract.values(path)},
        default=contract.default(path),
        unit=unit(str(path[-1])),
        bounds={which: one.words for which, one in own.items()},
        description=contract.description(path) or "",
        example=_example(contract, path),
        fields=contract.fields(inner),
        rules=tuple(_rules(contract, path)),
        source=f"contract {contract.version}, `POST /assistants`",
    )


# --- examples ----------------------------------------------------------------------------


def _example(contract: Contract, path: Path) -> str:
    """Return YAML with the field: the contract's own example, or one that the rules call right."""
    found = [one for text in _right() for one in _at(text, path) if one is not None]
    if contract.types(path) & {"array", "object"}:
        found.sort(key=lambda one: -len(json.dumps(one)))  # the fullest
    else:
        found = [value for value, _ in Counter(found).most_common(1)]
    known = [*contract.examples(path), *found, *contract.values(path), True]
    value: Any = known[0]
    for part in reversed(path):
        value = {part: value} if isinstance(part, str) else [value]
    text: str = dump(value)
    return text


@cache
def _right() -> tuple[Any, ...]:
    return tuple(data for rule in SHIPPED.values() for data in _data(rule.good))


def _data(text: str) -> Iterator[Any]:
    for document in lint(Source("a.yaml", text), Settings(rules=())).documents:
        yield document.plain


def _at(value: Any, path: Path) -> Iterator[Any]:
    """Yield the values at a path, in which 0 is every element of a list."""
    if not path:
        yield value
    elif path[0] == 0 and isinstance(value, list):
        for one in value:
            yield from _at(one, path[1:])
    elif isinstance(value, dict) and path[0] in value:
        yield from _at(value[path[0]], path[1:])


# --- rules -------------------------------------------------------------------------------


def _rules(contract: Contract, path: Path) -> Iterator[str]:
    """Yield the rules that report something at the field, by their own example of a mistake.

    A mistake in one field is tried in every other one of the same type, too.
    """
    scalar = not contract.types(path) & {"array", "object"}
    for rule in SHIPPED.values():
        if rule.name in _OF_ANY_FIELD or rule.comments:
            continue
        mistakes = _mistakes(rule)
        numeric = contract.types(path) & {"integer", "number"}
        of_type = {"number-out-of-range": bool(numeric), "unknown-value": contract.values(path)}
        if (
            of_type.get(rule.name)
            or any(where == path for where, _, _ in mistakes)
            or (scalar and any(_reports(contract, rule, data, path, v) for _, v, data in mistakes))
        ):
            yield rule.name


@cache
def _mistakes(rule: Rule) -> tuple[tuple[Path, Any, Any], ...]:
    """Return where a rule reports its example, each with the value there and the definition."""
    found = []
    result = lint(Source("a.yaml", unmarked(rule.bad)), Settings(rules=(rule,)))
    for one in result.diagnostics:
        parts = [part for part in one.pointer.split("/") if part]
        path: Path = tuple(0 if re.fullmatch(r"\d+", part) else part for part in parts)
        if path[-1:] == (0,):
            path = path[:-1]
        data = result.documents[one.document].plain
        found += [(path, value, data) for value in list(_at(data, path))[:1]]
    return tuple(found)


def _reports(contract: Contract, rule: Rule, data: Any, path: Path, bad: Any) -> bool:
    """Return whether a rule reports a bad value at another field of a definition."""
    if not isinstance(bad, str) or contract.types(path) - {"null"} != {"string"}:
        return False
    roles = contract.roles
    if path == roles.first_sentence:
        data = _with(data, roles.first_sentence_mode, "static")
    text = json.dumps(_with(data, path, bad))
    place = "".join(f"/{part}" for part in path)
    result = lint(Source("a.json", text), Settings(rules=(rule,), contract=contract.version))
    return any(one.pointer == place for one in result.diagnostics)


def _with(data: Any, path: Path, value: Any) -> Any:
    """Return plain data with another value at a path, and nothing beside it in lists."""
    if not path:
        return value
    first, rest = path[0], path[1:]
    if first == 0:
        return [_with(data[0] if isinstance(data, list) and data else None, rest, value)]
    mapping = data if isinstance(data, dict) else {}
    return {**mapping, str(first): _with(mapping.get(str(first)), rest, value)}
