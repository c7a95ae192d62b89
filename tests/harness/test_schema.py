"""The published schema of test files: current, and in agreement with the reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from revox_lint.generate.test_schema import schemas
from revox_lint.harness.expectations import kinds
from revox_lint.harness.run import collect
from revox_lint.harness.shape import SCHEMA_NAME
from revox_lint.syntax.node import plain
from revox_lint.syntax.parse import parse
from revox_lint.syntax.source import Source
from tests.harness.conftest import Write
from tests.harness.test_run import HEAD

REPOSITORY = Path(__file__).resolve().parents[2]


def validator() -> Any:
    schema = json.loads(schemas()[SCHEMA_NAME])
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def accepted(text: str) -> bool:
    root = parse(Source("a.test.yaml", text), integer_keys=True).trees[0].root
    assert root is not None
    return bool(validator().is_valid(plain(root)))


def test_the_published_schema_is_current() -> None:
    stored = (REPOSITORY / "schemas" / SCHEMA_NAME).read_text(encoding="utf-8")
    assert stored == schemas()[SCHEMA_NAME]


def test_every_property_is_described() -> None:
    schema = json.loads(schemas()[SCHEMA_NAME])
    test = schema["properties"]["tests"]["items"]["properties"]
    for properties in (
        schema["properties"],
        schema["properties"]["assume"]["properties"],
        test,
        test["given"]["properties"],
        test["expect"]["properties"],
    ):
        assert [name for name, one in properties.items() if "description" not in one] == []
    assert list(test["expect"]["properties"]) == list(kinds())


VALID = [
    'given: {at: "2027-03-26T12:30Z"}, expect: {inside_window: ambiguous, timezone: ambiguous}',
    'given: {at: "2027-03-26T12:30:00+01:00"}, expect: {attempts: {2: "2027-03-26T12:30:00Z"}}',
    "tags: [a-b, c], skip: because, expect: {cost_max: {between: [1, 2.5], lt: 3}}",
    "expect: {first_sentence: {mode: null, text: {contains: a}}, voicemail: null}",
    "given: {payload: {a: 1}}, expect: {extraction: {invalid: {a: unknown}}}",
    "given: {payload: {}}, expect: {extraction: valid, unresolved: [], findings: []}",
    "given: {outcomes: [busy], vars: {first_name: 1, topic: x}}, expect: {never_before: 8am}",
    "expect: {max_severity: none, payload: {/a: null}, payload_snapshot: a/b.snapshot.json}",
]
INVALID = [
    "expect: {}",
    "expect: {inside_windw: true}",
    "given: {at: 2027-03-26}, expect: {attempts_count: 3}",
    'given: {at: "2027-03-26T12:30:00Z"}, expect: {attempts: []}',
    'given: {at: "2027-03-26T12:30:00Z"}, expect: {attempts: {0: "2027-03-26T12:30:00Z"}}',
    "expect: {attempts_count: true}",
    "expect: {attempts_count: {}}",
    "expect: {attempts_count: {between: [1]}}",
    "given: {payload: {}}, expect: {extraction: invalid}",
    "given: {outcomes: [answered]}, expect: {attempts_count: 3}",
    "given: {recipient: '0612345678'}, expect: {attempts_count: 3}",
    "tags: ['a b'], expect: {attempts_count: 3}",
    "expect: {variables_include: []}",
    "expect: {payload: {a: 1}}",
    "expect: {payload_snapshot: a.yaml}",
    "expect: {payload_snapshot: a.json}",
    "expect: {first_sentence: {}}",
    "expect: {max_severity: fatal}",
]


@pytest.mark.parametrize("test", VALID)
def test_what_the_reader_takes_the_schema_takes(write: Write, test: str) -> None:
    text = f"{HEAD}  - {{name: a, {test}}}\n"
    assert collect(write(text), "sales.test.yaml").errors == ()
    assert accepted(text)


@pytest.mark.parametrize("test", INVALID)
def test_what_the_schema_refuses_the_reader_refuses(write: Write, test: str) -> None:
    text = f"{HEAD}  - {{name: a, {test}}}\n"
    assert collect(write(text), "sales.test.yaml").errors != ()
    assert not accepted(text)


@pytest.mark.parametrize(
    "text",
    [
        "revox_test: 2\ntests: [{name: a, expect: {attempts_count: 3}}]\n",
        "revox_test: 1\ntests: []\n",
        "revox_test: 1\n",
        "revox_test: 1\ntest: []\ntests: [{name: a, expect: {attempts_count: 3}}]\n",
        "revox_test: 1\nassume: {days: []}\ntests: [{name: a, expect: {attempts_count: 3}}]\n",
        "revox_test: 1\nassume: {}\ntests: [{name: a, expect: {attempts_count: 3}}]\n",
        "revox_test: 1\nrates: {currency: EUR}\ntests: [{name: a, expect: {attempts_count: 3}}]\n",
        "revox_test: 1\ncontract: '9'\ntests: [{name: a, expect: {attempts_count: 3}}]\n",
    ],
)
def test_a_file_that_both_refuse(write: Write, text: str) -> None:
    assert collect(write(text), "sales.test.yaml").errors != ()
    assert not accepted(text)
