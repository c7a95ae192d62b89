"""A quick yes to plain data that keeps a schema to the letter; anything else is no answer.

A clean definition needs no validator then, whose module takes longer to load than the whole
check. Where it is not sure, say of an unknown field or of `1.0` for an integer, the
validator is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES: Final[Mapping[type, tuple[str, ...]]] = {
    str: ("string",),
    bool: ("boolean",),
    int: ("integer", "number"),
    float: ("number",),
    type(None): ("null",),
    dict: ("object",),
    list: ("array",),
}
"""What JSON calls a value of exactly this class."""

_BESIDE: Final = frozenset({"type", "const", "enum", "required", "properties", "items"})


def surely_valid(schema: Mapping[str, Any], value: Any) -> bool:
    """Tells whether a value certainly keeps a published schema; False is no verdict.

    Knows the keywords that `field_schema` lets through, and never raises.
    """
    if "anyOf" in schema:
        return _BESIDE.isdisjoint(schema) and any(
            surely_valid(branch, value) for branch in schema["anyOf"]
        )
    names = _NAMES.get(type(value), ())
    wanted = schema.get("type", ())
    if isinstance(wanted, str):
        wanted = (wanted,)
    if not any(name in wanted for name in names):
        return False
    if type(value) is float and value - value != 0:
        return False  # NaN and the infinities are no numbers of JSON
    if "enum" in schema or "const" in schema:
        # Python takes 1, 1.0 and true for equal, JSON does not.
        exact = value is None or type(value) is str
        if not exact or value not in schema.get("enum", (value,)):
            return False
        return bool(value == schema.get("const", value))
    if type(value) is dict:
        fields = schema.get("properties", {})
        return all(name in value for name in schema.get("required", ())) and all(
            name in fields and surely_valid(fields[name], one) for name, one in value.items()
        )
    if type(value) is list and "items" in schema:
        items = schema["items"]
        return all(surely_valid(items, one) for one in value)
    return True
