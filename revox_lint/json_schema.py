"""Judge plain data by a published JSON Schema: one violation for one mistake."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Path: TypeAlias = tuple[str | int, ...]
Schema: TypeAlias = "Mapping[str, Any]"

Keyword: TypeAlias = Literal[
    "type",
    "enum",
    "required",
    "additionalProperties",
    "propertyNames",
    "minProperties",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minLength",
    "pattern",
    "minimum",
]

KEYWORDS: Final = frozenset(
    {
        *("$schema", "$id", "$comment", "$defs", "title", "description"),
        *("default", "examples", "enumDescriptions"),
        *("$ref", "anyOf", "const", "properties", "items"),
        *get_args(Keyword),
    }
)
"""The keywords that a published schema may have: annotations, and those that are judged."""


class Violation(NamedTuple):
    """One place where a value breaks a schema.

    | keyword | path is that of | name | expected | value |
    |---|---|---|---|---|
    | `additionalProperties` | the mapping | the unknown field | the known fields | its value |
    | `propertyNames` | the mapping | the field | the pattern of names | its value |
    | `required` | the mapping | the missing field | its types, or its literals | None |
    | `type` | the value | None | JSON type names | the value |
    | `enum` (also for `const`) | the value | None | the literals but null | the value |
    | any other | the value | None | what the schema has there: a bound, a pattern | the value |

    `variant` is set on an unknown field that another variant of the mapping knows: to the
    literal that tells that other variant apart.
    """

    keyword: Keyword
    path: Path
    name: str | None = None
    expected: tuple[Any, ...] = ()
    value: Any = None
    variant: str | None = None


def violations(schema: Schema, value: object) -> Iterator[Violation]:
    """Yield what is wrong with plain data (of JSON, YAML or TOML); nothing when it is valid.

    `schema` is a published schema: its keywords are among `KEYWORDS`, its literals scalars,
    its references of the form `#/$defs/NAME`. A value of the wrong type has no other mistake.
    Alternatives (`anyOf`) are told apart by their types, mappings by the field that has a
    `const` in each of them; then only the one that is meant is judged. Tuples are lists,
    3.0 is an integer, NaN and the infinities are numbers. The data is looked at only as
    deep as the schema goes, and may be of any size and kind.
    """
    return _judge(schema, value, (), schema)


def _judge(schema: Schema, value: Any, path: Path, root: Schema) -> Iterator[Violation]:
    if "$ref" in schema:
        yield from _judge(_resolved(schema, root), value, path, root)
    if "anyOf" in schema:
        branches = [_resolved(branch, root) for branch in schema["anyOf"]]
        yield from _of_variants(branches, value, path, root)
    if "type" in schema and not _is_of(value, _listed(schema["type"])):
        yield Violation("type", path, expected=_types(schema, root), value=value)
        return
    if ("enum" in schema or "const" in schema) and not any(
        _same(literal, value) for literal in _values(schema)
    ):
        yield Violation("enum", path, expected=_literals(schema), value=value)
    for keyword, broken in _BOUNDS:
        if keyword in schema and broken(value, schema[keyword]):
            yield Violation(keyword, path, expected=(schema[keyword],), value=value)
    if isinstance(value, dict):
        yield from _of_mapping(schema, value, path, root)
    elif "items" in schema and isinstance(value, (list, tuple)):
        for index, one in enumerate(value):
            yield from _judge(schema["items"], one, (*path, index), root)


def _of_mapping(
    schema: Schema, value: Mapping[str, Any], path: Path, root: Schema
) -> Iterator[Violation]:
    fields = schema.get("properties", {})
    others = schema.get("additionalProperties", True)
    pattern = schema.get("propertyNames", {}).get("pattern")
    for name in schema.get("required", ()):
        if name not in value:
            field = _resolved(fields.get(name, {}), root)
            expected = _literals(field) or _types(field, root)
            yield Violation("required", path, name, expected)
    for name, one in value.items():
        if pattern is not None and _mismatches(name, pattern):
            yield Violation("propertyNames", path, name, (pattern,), one)
        if name in fields:
            yield from _judge(fields[name], one, (*path, name), root)
        elif others is False:
            yield Violation("additionalProperties", path, name, tuple(fields), one)
        elif others is not True:
            yield from _judge(others, one, (*path, name), root)


# --- alternatives ------------------------------------------------------------------------


def _of_variants(
    branches: Sequence[Schema], value: Any, path: Path, root: Schema
) -> Iterator[Violation]:
    """Judge a value by the one alternative that it is meant to be."""
    fitting = [one for one in branches if _is_of(value, _types(one, root))]
    name = _discriminator(fitting) if isinstance(value, dict) else None
    if not fitting:
        types = _once(name for branch in branches for name in _types(branch, root))
        yield Violation("type", path, expected=types, value=value)
    elif len(fitting) > 1 and name is not None:
        yield from _of_discriminated(fitting, name, value, path, root)
    else:
        found = [list(_judge(branch, value, path, root)) for branch in fitting]
        yield from min(found, key=len)


def _discriminator(branches: Sequence[Schema]) -> str | None:
    """Return the name of the field that has a `const` in each of several mappings."""
    first, *rest = [branch.get("properties", {}) for branch in branches] or [{}]
    for name, field in first.items():
        if "const" in field and all("const" in fields.get(name, {}) for fields in rest):
            return str(name)
    return None


def _of_discriminated(
    branches: Sequence[Schema], name: str, value: Mapping[str, Any], path: Path, root: Schema
) -> Iterator[Violation]:
    variants = {branch["properties"][name]["const"]: branch for branch in branches}
    named = value.get(name)
    chosen = variants.get(named) if isinstance(named, str) else None
    if chosen is None:
        yield from _judge(_undecided(variants, name, value), value, path, root)
        return
    foreign = {
        field: other
        for field in value
        for other, branch in variants.items()
        if field not in chosen["properties"] and field in branch["properties"]
    }
    # With fields of another variant only, the discriminator and the fields contradict each
    # other once: neither a missing field nor each foreign one is a mistake more.
    contradicts = bool(foreign) and not (value.keys() & chosen["properties"].keys() - {name})
    reported = False
    for violation in _judge(chosen, value, path, root):
        here = violation.path == path
        if here and violation.keyword == "additionalProperties" and violation.name in foreign:
            if not (contradicts and reported):
                yield violation._replace(variant=foreign[violation.name])
            reported = True
        elif not (contradicts and here and violation.keyword == "required"):
            yield violation


def _undecided(variants: Mapping[str, Schema], name: str, value: Mapping[str, Any]) -> Schema:
    """Return the schema of a mapping whose discriminator names none of the variants.

    Its fields are judged by the only variant that knows any of them, if there is one.
    """
    given = value.keys() - {name}
    meant = [branch for branch in variants.values() if given & branch["properties"].keys()]
    choice = {"type": "string", "enum": list(variants)}
    if len(meant) == 1:
        return {**meant[0], "properties": {**meant[0]["properties"], name: choice}}
    names = _once(field for branch in variants.values() for field in branch["properties"])
    return {
        "required": [name],
        "properties": {field: choice if field == name else {} for field in names},
        "additionalProperties": False,
    }


# --- types and literals --------------------------------------------------------------------


_ALL: Final = ("object", "array", "string", "number", "boolean", "null")


def _types(schema: Schema, root: Schema) -> tuple[str, ...]:
    """Return the JSON types that a schema takes: as it lists them, or of its literals."""
    schema = _resolved(schema, root)
    if "type" in schema:
        return tuple(_listed(schema["type"]))
    if "enum" in schema or "const" in schema:
        return _once(name for one in _values(schema) for name in _ALL if _is_of(one, (name,)))
    if "anyOf" in schema:
        return _once(name for branch in schema["anyOf"] for name in _types(branch, root))
    return _ALL


def _is_of(value: object, types: Iterable[str]) -> bool:
    """Return whether a value is of one of the JSON types."""
    if isinstance(value, bool):
        return "boolean" in types
    if isinstance(value, (int, float)):
        whole = isinstance(value, int) or value.is_integer()
        return "number" in types or (whole and "integer" in types)
    if isinstance(value, str):
        return "string" in types
    if isinstance(value, dict):
        return "object" in types
    if isinstance(value, (list, tuple)):
        return "array" in types
    return value is None and "null" in types


def _same(literal: Any, value: Any) -> bool:
    """Return whether a value is a literal: 1.0 is 1, `true` is not."""
    return isinstance(literal, bool) == isinstance(value, bool) and bool(literal == value)


def _values(schema: Schema) -> Sequence[Any]:
    values: Sequence[Any] = [schema["const"]] if "const" in schema else schema.get("enum", ())
    return values


def _literals(schema: Schema) -> tuple[Any, ...]:
    return tuple(value for value in _values(schema) if value is not None)


def _listed(types: str | Sequence[str]) -> Sequence[str]:
    return (types,) if isinstance(types, str) else types


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _resolved(schema: Schema, root: Schema) -> Schema:
    """Return the definition that a schema refers to; a schema without `$ref` as it is."""
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    return schema


# --- bounds ----------------------------------------------------------------------------------


def _mismatches(value: Any, pattern: str) -> bool:
    return isinstance(value, str) and _compiled(pattern).search(value) is None


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    # As ECMA-262 reads it: `$` is the end, not also a last line break.
    if pattern.endswith("$") and not pattern.endswith("\\$"):
        pattern = pattern[:-1] + r"\Z"
    return re.compile(pattern)


def _repeats(values: Any, unique: bool) -> bool:
    if not unique or not isinstance(values, (list, tuple)):
        return False
    return len({_key(value) for value in values}) < len(values)


def _key(value: Any) -> Any:
    """Return something hashable that is equal for equal JSON values only."""
    if isinstance(value, dict):
        return frozenset((name, _key(one)) for name, one in value.items())
    if isinstance(value, (list, tuple)):
        return tuple(_key(one) for one in value)
    return (bool, value) if isinstance(value, bool) else value


_BOUNDS: Final[Sequence[tuple[Keyword, Any]]] = (
    ("minimum", lambda value, least: _is_of(value, ("number",)) and value < least),
    ("minLength", lambda value, least: isinstance(value, str) and len(value) < least),
    ("pattern", _mismatches),
    ("minItems", lambda value, least: isinstance(value, (list, tuple)) and len(value) < least),
    ("maxItems", lambda value, most: isinstance(value, (list, tuple)) and len(value) > most),
    ("uniqueItems", _repeats),
    ("minProperties", lambda value, least: isinstance(value, dict) and len(value) < least),
)
