"""Documents for property tests: valid by any published schema, or with mistakes."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

from revox_lint.contract.published import load_schema

TEXTS = st.sampled_from(["", "a", "17:00", "enum", "openrouter", "gpt-4.1", "null", "3", "é😀"])
NUMBERS = st.integers(-(10**6), 10**6) | st.floats(-1e6, 1e6)


def valid(schema: dict[str, Any], root: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Draw documents that keep a schema, by its keywords."""
    if "$ref" in schema:
        return valid(root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root)
    if "anyOf" in schema:
        return st.one_of([valid(branch, root) for branch in schema["anyOf"]])
    if "enum" in schema or "const" in schema:
        return st.sampled_from(schema.get("enum", [schema.get("const")]))
    types = schema.get("type", ["string", "number", "null"])
    return st.one_of(
        [_typed(one, schema, root) for one in ([types] if isinstance(types, str) else types)]
    )


def _typed(name: str, schema: dict[str, Any], root: dict[str, Any]) -> st.SearchStrategy[Any]:
    least = schema.get("minimum", -5)
    match name:
        case "null":
            return st.none()
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(least, 10**5) | st.just(7200.0)
        case "number":
            return st.integers(least, 10**6) | st.floats(least, 1e6)
        case "string" if "pattern" in schema:
            return _matching(schema["pattern"])
        case "string":
            return TEXTS.filter(lambda text: len(text) >= schema.get("minLength", 0))
        case "array":
            return st.lists(
                valid(schema.get("items", {}), root),
                min_size=schema.get("minItems", 0),
                max_size=schema.get("maxItems", 2),
                unique_by=repr if schema.get("uniqueItems") else None,
            )
    fields = {name: valid(field, root) for name, field in schema.get("properties", {}).items()}
    required = {name: fields.pop(name) for name in schema.get("required", ())}
    others = schema.get("additionalProperties", True)
    free: st.SearchStrategy[Any] = st.just({})
    if others is not False and not fields:
        names = schema.get("propertyNames", {}).get("pattern")
        free = st.dictionaries(
            TEXTS if names is None else _matching(names),
            valid({} if others is True else others, root),
            min_size=schema.get("minProperties", 0),
            max_size=2,
        )
    fixed = st.fixed_dictionaries(required, optional=fields)
    whole = st.builds(lambda own, more: {**more, **own}, fixed, free)
    return whole.filter(lambda found: len(found) >= schema.get("minProperties", 0))


def _matching(pattern: str) -> st.SearchStrategy[str]:
    return st.from_regex(pattern.replace("$", r"\Z"))


JUNK = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXTS, inner, max_size=2),
    max_leaves=4,
)
FIELDS = st.sampled_from(
    ["id", "name", "type", "speed", "nmae", "timezone", "openrouter_model_id", "$schema", "answer"]
)


def containers(value: Any) -> list[Any]:
    """Return every mapping and list in a value, the outermost first."""
    found = [value] if isinstance(value, (dict, list)) else []
    for inner in value.values() if isinstance(value, dict) else value if found else ():
        found += containers(inner)
    return found


@st.composite
def mistaken(draw: st.DrawFn, documents: st.SearchStrategy[Any]) -> Any:
    """Draw a document and replace, add or remove up to three things in it."""
    document = copy.deepcopy(draw(documents))
    for _ in range(draw(st.integers(0, 3))):
        target = draw(st.sampled_from(containers(document)))
        places = list(target) if isinstance(target, dict) else list(range(len(target)))
        change = draw(st.sampled_from(["replace", "add", "remove"]))
        if change == "add" and isinstance(target, dict):
            target[draw(FIELDS)] = draw(JUNK)
        elif change == "add":
            target.append(draw(JUNK))
        elif places and change == "replace":
            target[draw(st.sampled_from(places))] = draw(JUNK)
        elif places:
            del target[draw(st.sampled_from(places))]
    return document


ASSISTANT = load_schema("assistant-0.1.schema.json")
VALID = valid(ASSISTANT, ASSISTANT)


def with_mistakes() -> st.SearchStrategy[Any]:
    """Draw definitions of assistants, most of them with mistakes."""
    return mistaken(VALID)
