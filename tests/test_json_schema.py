"""Our validator, held to the verdicts and places of `jsonschema` over every published schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from revox_lint.contract import published
from revox_lint.json_schema import KEYWORDS, Violation, violations
from tests.generated_documents import JUNK, mistaken, valid

NAMES = published.names()
SCHEMAS = {name: published.load_schema(name) for name in NAMES}
DOCUMENTS = {name: valid(schema, schema) for name, schema in SCHEMAS.items()}


def places(schema: dict[str, Any], document: Any) -> tuple[set[Any], set[Any]]:
    """Return what jsonschema finds, in our form: mistakes, and paths of refused alternatives."""
    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(document))
    mistyped = {tuple(error.path) for error in errors if error.validator == "type"}
    found: set[tuple[str, tuple[Any, ...], str | None]] = set()
    for error in errors:
        keyword, path = str(error.validator), tuple(error.path)
        if keyword == "additionalProperties":
            known = error.schema.get("properties", ())
            found |= {(keyword, path, name) for name in error.instance if name not in known}
        elif keyword == "required":
            lacking = [name for name in error.validator_value if name not in error.instance]
            found |= {(keyword, path, name) for name in lacking}
        elif "propertyNames" in error.relative_schema_path:
            found.add(("propertyNames", path, str(error.instance)))
        elif keyword == "type" or (keyword != "anyOf" and path not in mistyped):
            found.add(("enum" if keyword == "const" else keyword, path, None))
    return found, {tuple(error.path) for error in errors if error.validator == "anyOf"}


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_valid_document_has_no_violations(name: str, data: st.DataObject) -> None:
    assert list(violations(SCHEMAS[name], data.draw(DOCUMENTS[name]))) == []


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_verdict_and_places_are_those_of_jsonschema(name: str, data: st.DataObject) -> None:
    document = data.draw(mistaken(DOCUMENTS[name]) | JUNK)
    found = list(violations(SCHEMAS[name], document))
    expected, refused = places(SCHEMAS[name], document)

    def inside(one: Violation) -> list[Any]:
        return [path for path in refused if one.path[: len(path)] == path]

    # jsonschema says of alternatives only that none fits: of which one is meant, nothing.
    plain = [(one.keyword, one.path, one.name) for one in found if not inside(one)]
    assert sorted(plain, key=repr) == sorted(expected, key=repr)
    assert {path for one in found for path in inside(one)} == refused


def keywords(schema: dict[str, Any]) -> Iterator[str]:
    yield from schema
    inner = [schema.get(one) for one in ("items", "additionalProperties", "propertyNames")]
    named = [*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()]
    for one in [*inner, *named, *schema.get("anyOf", ())]:
        if isinstance(one, dict):
            yield from keywords(one)


@pytest.mark.parametrize("name", NAMES)
def test_no_published_schema_has_a_keyword_that_is_not_judged(name: str) -> None:
    assert set(keywords(SCHEMAS[name])) <= KEYWORDS


SHAPE: dict[str, Any] = {
    "$defs": {
        "word": {"type": "string", "minLength": 2, "pattern": "^[a-z]+$"},
        "words": {
            "type": "array",
            "items": {"$ref": "#/$defs/word"},
            "minItems": 1,
            "maxItems": 2,
            "uniqueItems": True,
        },
        "table": {
            "type": "object",
            "properties": {"by": {"const": 2}},
            "additionalProperties": False,
            "minProperties": 1,
        },
    },
    "type": "object",
    "properties": {
        "count": {"type": "integer", "minimum": 0},
        "flag": {"enum": [True, 0]},
        "words": {"$ref": "#/$defs/words"},
        "level": {"anyOf": [{"enum": ["off", "on"]}, {"$ref": "#/$defs/table"}]},
        "free": {
            "type": "object",
            "propertyNames": {"pattern": "^/"},
            "additionalProperties": {"type": "null"},
        },
    },
    "additionalProperties": False,
}
LEVEL = ("string", "object")


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({"count": 3.0, "flag": True, "level": {"by": 2.0}, "free": {"/": None}}, []),
        ({"flag": 0.0, "level": "off", "words": ["ab", "cd"]}, []),
        ({"count": -1}, [Violation("minimum", ("count",), None, (0,), -1)]),
        ({"count": True}, [Violation("type", ("count",), None, ("integer",), True)]),
        ({"flag": 1}, [Violation("enum", ("flag",), None, (True, 0), 1)]),
        ({"flag": False}, [Violation("enum", ("flag",), None, (True, 0), False)]),
        ({"words": []}, [Violation("minItems", ("words",), None, (1,), [])]),
        (
            {"words": ["ab", "ab", "c"]},
            [
                Violation("maxItems", ("words",), None, (2,), ["ab", "ab", "c"]),
                Violation("uniqueItems", ("words",), None, (True,), ["ab", "ab", "c"]),
                Violation("minLength", ("words", 2), None, (2,), "c"),
            ],
        ),
        # The end of the string, not also a line break before it, as ECMA-262 has it.
        ({"words": ["ab\n"]}, [Violation("pattern", ("words", 0), None, ("^[a-z]+$",), "ab\n")]),
        ({"level": 1}, [Violation("type", ("level",), None, LEVEL, 1)]),
        ({"level": "of"}, [Violation("enum", ("level",), None, ("off", "on"), "of")]),
        ({"level": {}}, [Violation("minProperties", ("level",), None, (1,), {})]),
        ({"level": {"by": 3}}, [Violation("enum", ("level", "by"), None, (2,), 3)]),
        (
            {"free": {"a": 1}},
            [
                Violation("propertyNames", ("free",), "a", ("^/",), 1),
                Violation("type", ("free", "a"), None, ("null",), 1),
            ],
        ),
    ],
)
def test_one_mistake_is_one_violation(document: object, expected: list[Violation]) -> None:
    assert list(violations(SHAPE, document)) == expected
