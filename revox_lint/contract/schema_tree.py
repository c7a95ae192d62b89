"""A contract's schema as a tree: what is accepted at each place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NONE: Final[Mapping[str, FieldSchema]] = {}


class FieldSchema(NamedTuple):
    """What the contract accepts at one place.

    `types` are JSON type names in the schema's order ("object", "array", "string",
    "integer", "number", "boolean", "null"). `values` are the literals, if the place
    takes nothing else. `fields` and `required` describe a mapping there, `element`
    each element of a list there. `variants` are the alternatives of a mapping,
    by the literal of their `type` field; the other attributes then hold for all of
    them together. `meanings` has what each of the `values` does, where that is said.
    """

    types: tuple[str, ...]
    values: tuple[str, ...] = ()
    fields: Mapping[str, FieldSchema] = _NONE
    required: tuple[str, ...] = ()
    element: FieldSchema | None = None
    variants: Mapping[str, FieldSchema] = _NONE
    description: str | None = None
    default: Any = None
    examples: tuple[Any, ...] = ()
    meanings: Mapping[str, str] = {}


def field_schema(schema: Mapping[str, Any]) -> FieldSchema:
    """Return the place that a published schema describes.

    Knows the keywords that `generate` writes, and raises ValueError on any other, so
    that a new keyword is never ignored.
    """
    unknown = schema.keys() - set(KEYWORDS)
    if unknown:
        raise ValueError(f"the schema has keywords that are not read: {sorted(unknown)}")
    if "anyOf" in schema:
        return _place_of_variants(schema)
    types = schema["type"]
    values = [schema["const"]] if "const" in schema else schema.get("enum", ())
    items = schema.get("items")
    return FieldSchema(
        types=(types,) if isinstance(types, str) else tuple(types),
        values=tuple(value for value in values if value is not None),
        fields={name: field_schema(one) for name, one in schema.get("properties", {}).items()},
        required=tuple(schema.get("required", ())),
        element=None if items is None else field_schema(items),
        description=schema.get("description"),
        default=schema.get("default"),
        examples=tuple(schema.get("examples", ())),
        meanings=dict(zip(values, schema.get("enumDescriptions", ()), strict=False)),
    )


def _place_of_variants(schema: Mapping[str, Any]) -> FieldSchema:
    branches = [field_schema(branch) for branch in schema["anyOf"]]
    mappings = [branch for branch in branches if branch.fields]
    names = _once(name for branch in mappings for name in branch.fields)
    return FieldSchema(
        types=_once(name for branch in branches for name in branch.types),
        fields={
            name: _either([branch.fields[name] for branch in mappings if name in branch.fields])
            for name in names
        },
        required=tuple(
            name for name in names if all(name in branch.required for branch in mappings)
        ),
        variants={branch.fields["type"].values[0]: branch for branch in mappings},
        description=schema.get("description"),
        default=schema.get("default"),
    )


def _either(places: list[FieldSchema]) -> FieldSchema:
    """Return the place of a field that several variants have; it is a scalar."""
    if len(places) == 1:
        return places[0]
    return FieldSchema(
        types=_once(name for place in places for name in place.types),
        values=_once(value for place in places for value in place.values),
        meanings={value: one.description or "" for one in places for value in one.values},
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


KEYWORDS: Final = (
    "$schema",
    "$id",
    "$comment",
    "title",
    "description",
    "type",
    "const",
    "enum",
    "enumDescriptions",
    "default",
    "examples",
    "required",
    "properties",
    "additionalProperties",
    "items",
    "anyOf",
)
"""The keywords of a published assistant schema, in the order in which they are written."""
