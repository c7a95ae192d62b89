"""The published schema: current, complete, and fit for an editor."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from revox_lint.contract import published
from revox_lint.contract.contract import VERSIONS, load
from revox_lint.contract.schema_tree import field_schema
from revox_lint.generate import contract_schema as generate

SCHEMA: dict[str, Any] = json.loads(published.read_schema("assistant-0.1.schema.json"))


def parts(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every schema inside a schema, with the place that it is about."""
    yield path, schema
    for name, field in schema.get("properties", {}).items():
        yield from parts(field, f"{path}.{name}".lstrip("."))
    for branch in schema.get("anyOf", ()):
        yield from parts(branch, path)
    if "items" in schema:
        yield from parts(schema["items"], f"{path}[]")


def keyword(name: str) -> dict[str, Any]:
    return {path: part[name] for path, part in parts(SCHEMA) if name in part}


@pytest.mark.parametrize("version", VERSIONS)
def test_the_checked_in_file_is_current(version: str) -> None:
    name = published.schema_name(version)
    assert generate.schemas()[name] == published.read_schema(name)


def test_it_is_a_schema_of_its_dialect_and_names_its_version() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert {name: SCHEMA[name] for name in ("$schema", "$id", "title")} == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://revox-lint.readthedocs.io/en/stable/schemas/assistant-0.1.schema.json",
        "title": "Revox assistant, contract 0.1",
    }


def test_every_field_is_described() -> None:
    silent = [
        path
        for path, part in parts(SCHEMA)
        if path and "description" not in part and part != {"type": "null"}
    ]
    # The options are described by the list that they stand in.
    assert silent == ["structured_output_config[].enum_options[]"]


def test_no_mapping_takes_unknown_fields() -> None:
    for path, part in parts(SCHEMA):
        assert ("properties" in part) == (part.get("additionalProperties") is False), path


def test_the_documented_defaults_are_there() -> None:
    assert keyword("default") == {
        "call_retry_config.calling_windows[].calling_window_end_time": "18:00",
        "call_retry_config.calling_windows[].calling_window_start_time": "10:00",
        "call_retry_config.calling_windows[].retry_delay_seconds": 7200,
        "call_retry_config.max_retry_attempts": 3,
        "first_sentence_delay_ms": 400,
        "voice.speed": 1.0,
    }


def test_the_examples_are_the_contracts() -> None:
    assert keyword("examples") == {
        "calendly.event_type_id": [
            "https://api.calendly.com/event_types/b2330295-2a91-4a1d-bb73-99e7707663d5"
        ],
        "call_retry_config.calling_windows[].calling_window_end_time": ["17:00", "6pm"],
        "call_retry_config.calling_windows[].calling_window_start_time": ["09:00", "10am"],
        "call_retry_config.timezone": ["America/New_York", "Europe/Paris"],
        "llm_model.openrouter_model_id": ["openai/gpt-4.1"],
        "llm_model.openrouter_provider": ["nebius", "openai", "azure"],
    }


def test_every_described_value_has_one_description() -> None:
    for path, part in parts(SCHEMA):
        if "enumDescriptions" in part:
            assert len(part["enumDescriptions"]) == len(part["enum"]), path
    assert list(keyword("enumDescriptions")) == [
        "background_sound",
        "first_sentence_mode",
        "voice.provider",
    ]


def test_a_schema_property_is_not_part_of_a_definition() -> None:
    assert not load("0.1").is_valid({"$schema": SCHEMA["$id"], "name": "a", "prompt": "b"})


def test_a_keyword_that_the_places_do_not_read_is_an_error() -> None:
    # Else a new keyword would hold for editors and not for the linter.
    with pytest.raises(ValueError, match=r"not read: \['minimum'\]"):
        field_schema({"type": "object", "properties": {"a": {"type": "number", "minimum": 1}}})


def test_the_schema_in_the_package_comes_before_the_one_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, beside = tmp_path / "package", tmp_path / "beside"
    monkeypatch.setattr(published, "_PLACES", (package, beside))
    with pytest.raises(FileNotFoundError, match=r"no published schema `a\.json`"):
        published.read_schema("a.json")
    beside.mkdir()
    (beside / "a.json").write_text("beside", encoding="utf-8")
    assert published.read_schema("a.json") == "beside"
    package.mkdir()
    (package / "a.json").write_text("inside", encoding="utf-8")
    assert published.read_schema("a.json") == "inside"
