"""Why a value does not keep the contract: one violation for one mistake."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jsonschema.protocols import Validator

    from revox_lint.contract.schema_tree import Path

Keyword: TypeAlias = Literal["additionalProperties", "required", "type", "enum"]
Schema: TypeAlias = "Mapping[str, Any]"

_LEVELS: Final = 8
"""Deeper than any contract goes: of what lies below, only that it is there can matter."""

_MANY_BITS: Final = 64


class Violation(NamedTuple):
    """One place where a value breaks the contract.

    | keyword | path is that of | name | expected | value |
    |---|---|---|---|---|
    | `additionalProperties` | the mapping | the unknown field | the known fields | its value |
    | `required` | the mapping | the missing field | its types, or its values | None |
    | `type` | the value | None | JSON type names | the value |
    | `enum` | the value | None | the literals | the value |

    `variant` is set on an unknown field of `llm_model` that the other variant knows: to
    the `type` of that other variant.
    """

    keyword: Keyword
    path: Path
    name: str | None = None
    expected: tuple[str, ...] = ()
    value: Any = None
    variant: str | None = None


def as_json(value: object, levels: int = _LEVELS) -> Any:
    """Returns a copy that validators judge as they would judge the value, without trouble.

    A validator may take NaN for no number, and may fail at writing out a huge integer or
    a deep nesting. What the contract cannot tell apart is therefore made tame: NaN and
    the infinities become a fraction, a huge integer becomes zero, what is nested deeper
    than `levels` is emptied. A value of a class that JSON does not have stays.
    """
    if isinstance(value, str):
        return str(value)
    if isinstance(value, dict):
        deeper = value.items() if levels else ()
        return {key: as_json(inner, levels - 1) for key, inner in deeper}
    if isinstance(value, (list, tuple)):
        return [as_json(inner, levels - 1) for inner in (value if levels else ())]
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return 0 if value.bit_length() > _MANY_BITS else int(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else 0.5
    return value


def explain(validator: Validator, value: object) -> list[Violation]:
    """Returns what is wrong with a value: nothing if the validator accepts it.

    `validator` is one of jsonschema for a published schema.
    """
    found = _of_errors(validator, as_json(value), ())
    return [one._replace(value=_value(value, one)) for one in found]


def _of_errors(validator: Validator, value: Any, path: Path) -> list[Violation]:
    """Reads the errors of jsonschema, whose messages are prose, by their parts.

    jsonschema counts a value of the wrong type as none of the literals too, and says
    once for each missing field that some are missing; a mistake is told once here.
    """
    found: dict[tuple[Keyword, Path, str | None], Violation] = {}
    for error in validator.iter_errors(value):
        here = (*path, *error.absolute_path)
        schema: Schema = error.schema  # type: ignore[assignment]
        for one in _of_error(validator, str(error.validator), schema, error.instance, here):
            found.setdefault((one.keyword, one.path, one.name), one)
    return [
        one
        for one in found.values()
        if one.keyword != "enum" or ("type", one.path, None) not in found
    ]


def _of_error(
    validator: Validator, keyword: str, schema: Schema, instance: Any, path: Path
) -> Iterator[Violation]:
    match keyword:
        case "type":
            yield Violation("type", path, expected=_types(schema))
        case "enum" | "const":
            yield Violation("enum", path, expected=_literals(schema))
        case "required":
            for name in schema["required"]:
                if name not in instance:
                    field = schema["properties"][name]
                    yield Violation("required", path, name, _literals(field) or _types(field))
        case "additionalProperties":
            known = tuple(schema["properties"])
            for name in instance:
                if name not in schema["properties"]:
                    yield Violation("additionalProperties", path, name, known)
        case "anyOf":
            yield from _of_variants(validator, schema, instance, path)
        case _:
            raise ValueError(f"the schema has a keyword that is not read: {keyword}")


def _of_variants(
    validator: Validator, schema: Schema, instance: Any, path: Path
) -> Iterator[Violation]:
    """Explains a mapping by the one variant that it means to be.

    The `type` field decides. Without a usable one, that is the one mistake about the
    choice, and the fields are judged by the only variant that knows any of them, if
    there is such a one.
    """
    variants = {
        branch["properties"]["type"]["const"]: branch
        for branch in schema["anyOf"]
        if "properties" in branch
    }
    named = instance.get("type") if isinstance(instance, dict) else None
    chosen = variants.get(named) if isinstance(named, str) else None
    if chosen is not None:
        found = _of_errors(validator.evolve(schema=chosen), instance, path)
        yield from _without_contradiction(found, instance, chosen, variants)
    elif isinstance(instance, dict):
        undecided = _undecided(variants, instance)
        yield from _of_errors(validator.evolve(schema=undecided), instance, path)
    else:
        types = _once(name for branch in schema["anyOf"] for name in _types(branch))
        yield Violation("type", path, expected=types)


def _undecided(variants: Mapping[str, Schema], instance: Mapping[str, Any]) -> Schema:
    """Returns the schema of a mapping whose `type` names none of the variants."""
    given = instance.keys() - {"type"}
    meant = [branch for branch in variants.values() if given & branch["properties"].keys()]
    choice = {"type": "string", "enum": list(variants)}
    if len(meant) == 1:
        return {**meant[0], "properties": {**meant[0]["properties"], "type": choice}}
    names = _once(name for branch in variants.values() for name in branch["properties"])
    return {
        "required": ["type"],
        "properties": {name: choice if name == "type" else {} for name in names},
        "additionalProperties": False,
    }


def _without_contradiction(
    found: Iterable[Violation],
    instance: Mapping[str, Any],
    chosen: Schema,
    variants: Mapping[str, Schema],
) -> Iterator[Violation]:
    foreign = {
        name: other
        for name in instance
        for other, branch in variants.items()
        if name not in chosen["properties"] and name in branch["properties"]
    }
    # With fields of the other variant only, `type` and the fields contradict each other
    # once: neither the fields that are missing nor each foreign one is a mistake more.
    contradicts = bool(foreign) and not (instance.keys() & chosen["properties"].keys() - {"type"})
    said = False
    for violation in found:
        if violation.keyword == "additionalProperties" and violation.name in foreign:
            if not (contradicts and said):
                yield violation._replace(variant=foreign[violation.name])
            said = True
        elif not (contradicts and violation.keyword == "required"):
            yield violation


def _value(instance: Any, violation: Violation) -> Any:
    """Returns the value that a violation is about, as it was given."""
    if violation.keyword == "required":
        return None
    value = instance
    for step in violation.path:
        value = value[step]
    return value[violation.name] if violation.keyword == "additionalProperties" else value


def _types(schema: Schema) -> tuple[str, ...]:
    types = schema["type"]
    return (types,) if isinstance(types, str) else tuple(types)


def _literals(schema: Schema) -> tuple[str, ...]:
    literals = [schema["const"]] if "const" in schema else schema.get("enum", ())
    return tuple(literal for literal in literals if literal is not None)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
