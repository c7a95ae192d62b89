"""Why a value does not keep the contract: one violation for one mistake."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from revox_lint.contract.place import Path, Place

Keyword: TypeAlias = Literal["additionalProperties", "required", "type", "enum"]


@dataclass(frozen=True, slots=True)
class Violation:
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


def json_type(value: object) -> str:
    """Returns the JSON type name of a plain value; "integer" for 3.0 as well as for 3.

    NaN and the infinities are numbers. A value that JSON does not have gives its
    class with the module, as in `datetime.date`: never a JSON type name.
    """
    if isinstance(value, float):
        return "integer" if value.is_integer() else "number"
    return _TYPES.get(type(value)) or _type_of_subclass(value)


def _type_of_subclass(value: object) -> str:
    for known, name in _TYPES.items():
        if isinstance(value, known):
            return name
    return f"{type(value).__module__}.{type(value).__qualname__}"


_TYPES: Final[dict[type, str]] = {
    bool: "boolean",
    str: "string",
    int: "integer",
    dict: "object",
    list: "array",
    tuple: "array",
    type(None): "null",
}


def explain(place: Place, value: object, path: Path = ()) -> Iterator[Violation]:
    """Yields what is wrong with a value at a place: nothing if the contract accepts it.

    Goes no deeper than the contract does, so that no nesting of the value can exhaust
    the stack. A value of the wrong type is one violation, whatever is inside.
    """
    found = json_type(value)
    if found not in place.types and not (found == "integer" and "number" in place.types):
        yield Violation("type", path, expected=place.types, value=value)
    elif place.values:
        if value is not None and value not in place.values:
            yield Violation("enum", path, expected=place.values, value=value)
    elif isinstance(value, dict):
        if place.variants:
            yield from _explain_variants(place, value, path)
        else:
            yield from _explain_fields(place, value, path)
    elif place.element is not None and isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from explain(place.element, item, (*path, index))


def _explain_fields(place: Place, value: dict[Any, Any], path: Path) -> Iterator[Violation]:
    for name in place.required:
        if name not in value:
            yield _missing(place, name, path)
    for name, inner in value.items():
        known = place.fields.get(name)
        if known is None:
            yield _unknown(place, name, inner, path)
        else:
            yield from explain(known, inner, (*path, name))


def _explain_variants(place: Place, value: dict[Any, Any], path: Path) -> Iterator[Violation]:
    """Explains a mapping by the one variant that it means to be.

    The `type` field decides. Without a usable one, that is the one mistake about the
    choice, and the fields are judged by the only variant that knows any of them, if
    there is such a one.
    """
    named = value.get("type")
    chosen = place.variants.get(named) if isinstance(named, str) else None
    if chosen is not None:
        yield from _explain_chosen(place, chosen, value, path)
        return
    if "type" in value:
        yield from explain(place.fields["type"], named, (*path, "type"))
    else:
        yield _missing(place, "type", path)
    rest = {name: inner for name, inner in value.items() if name != "type"}
    meant = [variant for variant in place.variants.values() if rest.keys() & variant.fields.keys()]
    if len(meant) == 1:
        for violation in _explain_fields(meant[0], rest, path):
            if violation.name != "type":
                yield violation
        return
    for name, inner in rest.items():
        if name not in place.fields:
            yield _unknown(place, name, inner, path)


def _explain_chosen(
    place: Place, chosen: Place, value: dict[Any, Any], path: Path
) -> Iterator[Violation]:
    foreign = {
        name: other
        for name in value
        for other, variant in place.variants.items()
        if name not in chosen.fields and name in variant.fields
    }
    # With fields of the other variant only, `type` and the fields contradict each other
    # once: neither the fields that are missing nor each foreign one is a mistake more.
    contradicts = bool(foreign) and not (value.keys() & chosen.fields.keys() - {"type"})
    said = False
    for violation in _explain_fields(chosen, value, path):
        if violation.keyword == "additionalProperties" and violation.name in foreign:
            if not (contradicts and said):
                yield replace(violation, variant=foreign[violation.name])
            said = True
        elif not (contradicts and violation.keyword == "required"):
            yield violation


def _missing(place: Place, name: str, path: Path) -> Violation:
    field = place.fields[name]
    return Violation("required", path, name, expected=field.values or field.types)


def _unknown(place: Place, name: str, value: object, path: Path) -> Violation:
    return Violation("additionalProperties", path, name, tuple(place.fields), value)
