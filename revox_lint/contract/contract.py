"""A contract version: what it accepts, asked by path.

Reads the published schema and the version's limits, without pydantic.

A path is a tuple of field names and list indexes, as in
`("call_retry_config", "calling_windows", 0, "retry_delay_seconds")`; any index means
any element. A place that the contract does not have is never an error: its answer is empty.
"""

from __future__ import annotations

import importlib
import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from revox_lint.contract.limits import Limit, Limits
from revox_lint.contract.path import any_element
from revox_lint.contract.published import load_schema, schema_name
from revox_lint.contract.roles import Roles
from revox_lint.contract.schema_tree import FieldSchema, field_schema
from revox_lint.json_schema import Path, Violation, violations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = [
    "LATEST",
    "VERSIONS",
    "Contract",
    "Limit",
    "Path",
    "UnknownContract",
    "Violation",
    "load",
]

VERSIONS: Final[tuple[str, ...]] = ("0.1",)
"""The known contract versions, oldest first."""

LATEST: Final = VERSIONS[-1]

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


class UnknownContract(ValueError):  # noqa: N818
    """A contract version that does not exist; `version` is the one asked for."""

    def __init__(self, version: object) -> None:
        """Take the version that was asked for, which may be of any type."""
        self.version = version
        close = version_meant(version)
        known = ", ".join(VERSIONS)
        if isinstance(version, str):
            hint = "" if close is None else f", did you mean `{close}`?"
            super().__init__(f"unknown contract version `{version}` (known: {known}){hint}")
        else:
            written = json.dumps(version, default=str)
            hint = f", not `{written}`" if close is None else f': write `"{close}"`'
            super().__init__(f"a contract version must be a string (known: {known}){hint}")


def version_meant(given: object) -> str | None:
    """Return the known version that a wrong one was meant to be: `v0.1`, ` 0.1`, the number 0.1."""
    if isinstance(given, (list, tuple)) and len(given) == 1:
        given = given[0]
    bare = str(given).strip().lstrip("vV").replace(",", ".")
    return bare if bare in VERSIONS else None


def check_version(version: object) -> None:
    """Raise UnknownContract for anything that is not one of VERSIONS."""
    if version not in VERSIONS:
        raise UnknownContract(version)


@cache
def load(version: str) -> Contract:
    """Return a contract by its version, such as "0.1".

    Raises UnknownContract for a version that is not in VERSIONS.
    """
    check_version(version)
    schema = load_schema(schema_name(version))
    return Contract(
        version, schema, _table("limits", version).LIMITS, _table("roles", version).ROLES
    )


def marks() -> tuple[str, ...]:
    """Return the top-level fields that only an assistant has, in any version."""
    names = [name for version in VERSIONS for name in _table("roles", version).ROLES.marks]
    return tuple(dict.fromkeys(names))


def _table(name: str, version: str) -> Any:
    return importlib.import_module(f"revox_lint.contract.{name}_{version.replace('.', '_')}")


class Contract:
    """What the API accepts in one version. Made by `load`; never changes."""

    def __init__(self, version: str, schema: dict[str, Any], limits: Limits, roles: Roles) -> None:
        """Take the published schema, parsed, and the tables of the version."""
        self.version = version
        self.schema = schema
        self.roles = roles
        self._limits = limits
        self._root = field_schema(schema)
        self._places: dict[Path, FieldSchema | None] = {(): self._root}

    def is_valid(self, instance: object) -> bool:
        """Return whether the contract accepts plain data: one assistant.

        Never raises: NaN, huge integers, lone surrogates and any
        depth of nesting are judged too.
        """
        return next(violations(self.schema, instance), None) is None

    def violations(self, instance: object) -> list[Violation]:
        """Return what is wrong with plain data, sorted by path; nothing when it is valid.

        One mistake is one violation. See `Violation` for the form of each. Never raises,
        as `is_valid` does not.
        """
        return sorted(violations(self.schema, instance), key=_by_path)

    def has(self, path: Path) -> bool:
        """Return whether the contract has a place."""
        return self._place(path) is not None

    def types(self, path: Path) -> frozenset[str]:
        """Return the JSON type names accepted at a place, such as "string" and "null".

        Where "number" is accepted, integers are too. In `llm_model`, the types of both
        variants.
        """
        place = self._place(path)
        return frozenset() if place is None else frozenset(place.types)

    def values(self, path: Path) -> tuple[str, ...]:
        """Return the literals accepted at a place, none if it is free. Null is not one."""
        place = self._place(path)
        return () if place is None else place.values

    def fields(self, path: Path, instance: object = None) -> tuple[str, ...]:
        """Return the field names of the mapping at a place, in the contract's order.

        `instance` is the mapping at that place. In `llm_model` its `type` chooses
        the variant; without one, the fields of both variants.
        """
        place = self._variant(path, instance)
        return () if place is None else tuple(place.fields)

    def required(self, path: Path, instance: object = None) -> tuple[str, ...]:
        """Return the names of the fields that the mapping at a place must have.

        `instance` is as in `fields`; without one, the fields that every variant requires.
        """
        place = self._variant(path, instance)
        return () if place is None else place.required

    def description(self, path: Path) -> str | None:
        """Return what a field is, in the contract's words where it has any."""
        place = self._place(path)
        return None if place is None else place.description

    def default(self, path: Path) -> Json:
        """Return the default that the contract documents for a field, or None."""
        place = self._place(path)
        default: Json = None if place is None else place.default
        return default

    def examples(self, path: Path) -> tuple[Json, ...]:
        """Return the values that the contract shows for a field."""
        place = self._place(path)
        return () if place is None else place.examples

    def meanings(self, path: Path) -> Mapping[str, str]:
        """Return what the literals at a place do, by literal; only those that are described."""
        place = self._place(path)
        return {} if place is None else place.meanings

    def variant(self, path: Path) -> str | None:
        """Return the `type` of the only variant of a mapping that has a field; None if all have."""
        place = self._place(path[:-1])
        variants = {} if place is None else place.variants
        having = [name for name, one in variants.items() if path[-1] in one.fields]
        return having[0] if len(having) == 1 else None

    def mappings(self, path: Path = ()) -> Iterator[Path]:
        """Yield the path of every mapping from `path` down, the outer before the inner."""
        types = self.types(path)
        if "array" in types:
            yield from self.mappings((*path, 0))
        elif "object" in types:
            yield path
            for name in self.fields(path):
                yield from self.mappings((*path, name))

    def limit(self, name: str, qualifier: str | None = None) -> Limit | None:
        """Return the bounds of a number, or None where the contract gives none.

        `name` is the field's place with dots and without indexes, as in "voice.speed";
        the qualifier is what the bounds depend on, there the provider.
        """
        return self._limits.limits.get((name, qualifier))

    def in_bounds(self, path: Path, number: float) -> bool:
        """Return whether the bounds of a number, under any qualifier, allow it."""
        place = _dotted(path)
        bounds = [limit for (name, _), limit in self._limits.limits.items() if name == place]
        return not bounds or any(limit.allows(number) for limit in bounds)

    @property
    def limits(self) -> Mapping[tuple[str, str | None], Limit]:
        """The bounds of all numbers, by name and qualifier."""
        return self._limits.limits

    def server_only(self, path: Path) -> bool:
        """Return whether only an API response has this field, never a definition."""
        return _dotted(path) in self._limits.server_only

    def prose_word(self, path: Path) -> str | None:
        """Return the field that the contract's prose calls by this name."""
        return self._limits.prose_words.get(_dotted(path))

    def lifecycle(self, path: Path) -> tuple[str, ...]:
        """Return the contract versions that have a field, oldest first."""
        return tuple(version for version in VERSIONS if load(version).has(path))

    def _variant(self, path: Path, instance: object) -> FieldSchema | None:
        place = self._place(path)
        if place is None or not place.variants or not isinstance(instance, dict):
            return place
        named = instance.get("type")
        return place.variants.get(named, place) if isinstance(named, str) else place

    def _place(self, path: Path) -> FieldSchema | None:
        try:
            return self._places[path]
        except KeyError:
            pass
        key = any_element(path)
        place = self._places.get(key) or self._find(key)
        if place is not None:
            self._places[key] = place
        return place

    def _find(self, path: Path) -> FieldSchema | None:
        place: FieldSchema | None = self._root
        for step in path:
            if place is None:
                return None
            place = place.element if isinstance(step, int) else place.fields.get(step)
        return place


def _dotted(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def _by_path(violation: Violation) -> tuple[tuple[tuple[int, int, str], ...], str, str]:
    steps = tuple(
        (0, step, "") if isinstance(step, int) else (1, 0, str(step)) for step in violation.path
    )
    return steps, violation.keyword, str(violation.name or "")
