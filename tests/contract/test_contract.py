"""What a contract reports about a definition and about its own places."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings

from revox_lint.contract import contract as contract_module
from revox_lint.contract import limits_0_1 as facts_0_1
from revox_lint.contract import schema_tree as place
from revox_lint.contract.contract import (
    VERSIONS,
    Contract,
    Limit,
    UnknownContract,
    Violation,
    load,
)
from revox_lint.contract.roles import NOWHERE
from tests.generated_documents import JUNK, with_mistakes

CONTRACT = load("0.1")
WINDOW = {
    "calling_window_start_time": "10:00",
    "calling_window_end_time": "18:00",
    "retry_delay_seconds": 7200,
}
TOP = tuple(CONTRACT.schema["properties"])


def assistant(**fields: Any) -> dict[str, Any]:
    return {"name": "a", "prompt": "b", **fields}


def deep(levels: int) -> list[Any]:
    nested: list[Any] = []
    for _ in range(levels):
        nested = [nested]
    return nested


@pytest.mark.parametrize(
    ("instance", "expected"),
    [
        (assistant(), []),
        ([], [Violation("type", (), expected=("object",), value=[])]),
        (
            {"nmae": "a", "prompt": "b"},
            [
                Violation("additionalProperties", (), "nmae", TOP, "a"),
                Violation("required", (), "name", ("string",)),
            ],
        ),
        (
            assistant(voice={"id": "v", "provider": "eleven-labs", "speed": "0.9"}),
            [
                Violation(
                    "enum",
                    ("voice", "provider"),
                    expected=("cartesia", "elevenlabs"),
                    value="eleven-labs",
                ),
                Violation("type", ("voice", "speed"), expected=("number", "null"), value="0.9"),
            ],
        ),
        (
            assistant(first_sentence_mode=5),  # of the wrong type, so not also unknown
            [Violation("type", ("first_sentence_mode",), expected=("string", "null"), value=5)],
        ),
        (
            assistant(voice={"provider": "cartesia"}),
            [Violation("required", ("voice",), "id", ("string",))],
        ),
        (
            assistant(voice={"id": "v"}),
            [Violation("required", ("voice",), "provider", ("cartesia", "elevenlabs"))],
        ),
        (
            assistant(
                call_retry_config={
                    "calling_windows": [
                        WINDOW,
                        {**WINDOW, "retry_delay_seconds": True},
                        {**WINDOW, "retry_delay_seconds": 0.5},
                    ],
                    "max_retry_attempts": 3.0,  # as in JSON, an integer
                }
            ),
            [
                Violation(
                    "type",
                    ("call_retry_config", "calling_windows", index, "retry_delay_seconds"),
                    expected=("integer",),
                    value=value,
                )
                for index, value in ((1, True), (2, 0.5))
            ],
        ),
        (
            assistant(call_retry_config={"calling_windows": None, "max_retry_attempts": None}),
            [
                Violation(
                    "type",
                    ("call_retry_config", "calling_windows"),
                    expected=("array",),
                    value=None,
                ),
                Violation(
                    "type",
                    ("call_retry_config", "max_retry_attempts"),
                    expected=("integer",),
                    value=None,
                ),
            ],
        ),
    ],
)
def test_one_mistake_is_one_violation(instance: object, expected: list[Violation]) -> None:
    assert CONTRACT.violations(instance) == expected


DEDICATED = ("name", "type")
OPENROUTER = ("openrouter_model_id", "openrouter_provider", "type")
BOTH = ("dedicated-instance", "openrouter")
MODEL = ("llm_model",)


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("gpt-4.1", [Violation("type", MODEL, expected=("object", "null"), value="gpt-4.1")]),
        ({}, [Violation("required", MODEL, "type", BOTH)]),
        # Every field but `type` is of the other variant: the two contradict each other once.
        (
            {"type": "openrouter", "name": "gpt-4.1"},
            [
                Violation(
                    "additionalProperties",
                    MODEL,
                    "name",
                    OPENROUTER,
                    "gpt-4.1",
                    variant="dedicated-instance",
                )
            ],
        ),
        (
            {
                "type": "dedicated-instance",
                "openrouter_provider": "p",
                "openrouter_model_id": "m",
                "temperature": 1,
            },
            [
                Violation(
                    "additionalProperties",
                    MODEL,
                    "openrouter_provider",
                    DEDICATED,
                    "p",
                    variant="openrouter",
                ),
                Violation("additionalProperties", MODEL, "temperature", DEDICATED, 1),
            ],
        ),
        # Otherwise each foreign field is one too many, and what is missing is missing.
        (
            {"type": "openrouter", "openrouter_model_id": "m", "name": "gpt-4.1"},
            [
                Violation(
                    "additionalProperties",
                    MODEL,
                    "name",
                    OPENROUTER,
                    "gpt-4.1",
                    variant="dedicated-instance",
                ),
                Violation("required", MODEL, "openrouter_provider", ("string",)),
            ],
        ),
        (
            {"type": "dedicated-instance", "name": "gpt-5"},
            [
                Violation(
                    "enum",
                    ("llm_model", "name"),
                    expected=("gpt-4.1", "ministral-3-8b-instruct"),
                    value="gpt-5",
                )
            ],
        ),
        # Without a usable `type`, the fields tell which variant is meant, if they can.
        (
            {"type": "open-router", "openrouter_model_id": 3},
            [
                Violation("required", MODEL, "openrouter_provider", ("string",)),
                Violation(
                    "type", ("llm_model", "openrouter_model_id"), expected=("string",), value=3
                ),
                Violation("enum", ("llm_model", "type"), expected=BOTH, value="open-router"),
            ],
        ),
        (
            {"name": "gpt-5", "openrouter_model_id": 3, "temperature": 1},
            [
                Violation(
                    "additionalProperties", MODEL, "temperature", (*DEDICATED, *OPENROUTER[:2]), 1
                ),
                Violation("required", MODEL, "type", BOTH),
            ],
        ),
        (
            {"type": ["openrouter"]},
            [Violation("type", ("llm_model", "type"), expected=("string",), value=["openrouter"])],
        ),
    ],
)
def test_a_model_is_judged_by_its_type_alone(model: object, expected: list[Violation]) -> None:
    assert CONTRACT.violations(assistant(llm_model=model)) == expected


@settings(max_examples=500, deadline=None)
@given(with_mistakes() | JUNK)
def test_every_violation_is_true(definition: Any) -> None:
    for violation in CONTRACT.violations(definition):
        path, name = violation.path, violation.name
        value = definition
        for step in path:
            value = value[step]
        if violation.keyword == "required":
            assert name in CONTRACT.fields(path, value)
            assert name not in value
        elif violation.keyword == "additionalProperties":
            assert name not in CONTRACT.fields(path, value)
            assert value[name] is violation.value
        elif violation.keyword == "enum":
            assert value not in CONTRACT.values(path)
            assert value is violation.value
        else:
            assert frozenset(violation.expected) == CONTRACT.types(path)
            assert value is violation.value


@pytest.mark.parametrize(
    ("instance", "places"),
    [
        (assistant(max_call_duration_secs=math.nan), []),
        (assistant(max_call_duration_secs=-math.inf), []),
        (assistant(max_call_duration_secs=10**400), []),
        (assistant(max_call_duration_secs=10**5000), []),
        (assistant(first_sentence_delay_ms=10**5000), []),
        (assistant(first_sentence_delay_ms=math.inf), [("first_sentence_delay_ms",)]),
        (assistant(first_sentence="\ud800"), []),
        (assistant(first_sentence_mode="\ud800"), [("first_sentence_mode",)]),
        (assistant(**{"\ud800": 1}), [()]),
        (assistant(extra=deep(1000)), [()]),
        (assistant(voice=deep(100_000)), [("voice",)]),
        (assistant(llm_model={"type": deep(100_000)}), [("llm_model", "type")]),
        ({1: 2, None: 3, "name": "a", "prompt": "b"}, [(), ()]),
        (assistant(voice=object()), [("voice",)]),
        (assistant(faq_items=({"question": "q", "answer": "a"},)), []),
        (None, [()]),
    ],
    ids=range(16),
)
def test_no_value_is_too_odd_to_be_judged(instance: object, places: list[Any]) -> None:
    assert CONTRACT.is_valid(instance) == (not places)
    assert [violation.path for violation in CONTRACT.violations(instance)] == places


def test_a_violation_has_the_value_as_it_was_given() -> None:
    nested = deep(100_000)
    huge = 10**5000
    given = assistant(voice=nested, prompt=huge, llm_model={"type": huge}, extra=math.inf)
    voice, extra, model, prompt = (
        ("voice",),
        (),
        ("llm_model", "type"),
        ("prompt",),
    )
    found = {violation.path: violation.value for violation in CONTRACT.violations(given)}
    assert found.keys() == {voice, extra, model, prompt}
    assert found[voice] is nested
    assert found[extra] == math.inf
    assert found[model] is huge
    assert found[prompt] is huge


def test_places_are_looked_up_by_path() -> None:
    delay = ("call_retry_config", "calling_windows", 7, "retry_delay_seconds")
    assert CONTRACT.types(()) == {"object"}
    assert CONTRACT.types(delay) == {"integer"}
    assert CONTRACT.types(("voice", "speed")) == {"number", "null"}
    assert CONTRACT.types(("calendly", "nowhere", 3)) == frozenset()
    assert CONTRACT.types(("name", 0)) == frozenset()
    assert CONTRACT.types(("llm_model",)) == {"object", "null"}
    assert CONTRACT.types(("llm_model", "name")) == {"string"}
    assert CONTRACT.values(("background_sound",)) == ("audio/office.ogg",)
    assert CONTRACT.values(("llm_model", "type")) == BOTH
    assert CONTRACT.values(("llm_model", "name")) == ("gpt-4.1", "ministral-3-8b-instruct")
    assert CONTRACT.values(("name",)) == ()
    assert CONTRACT.default(delay) == 7200
    assert CONTRACT.default(("name",)) is None
    assert CONTRACT.description(("voice", "id")) == "The ID of the voice."
    assert CONTRACT.description(("nowhere",)) is None
    assert CONTRACT.has(delay)
    assert not CONTRACT.has(("nowhere",))


def test_the_fields_of_a_mapping_are_those_of_its_variant() -> None:
    assert CONTRACT.fields(()) == TOP
    assert CONTRACT.fields(("structured_output_config", 3)) == (
        "name",
        "required",
        "type",
        "description",
        "enum_options",
    )
    assert CONTRACT.fields(("name",)) == ()
    assert CONTRACT.fields(MODEL) == (*DEDICATED, *OPENROUTER[:2])
    assert CONTRACT.fields(MODEL, {"type": "openrouter"}) == OPENROUTER
    assert CONTRACT.fields(MODEL, {"type": "dedicated-instance"}) == DEDICATED
    assert CONTRACT.fields(MODEL, {"type": []}) == (*DEDICATED, *OPENROUTER[:2])
    assert CONTRACT.required(()) == ("name", "prompt")
    assert CONTRACT.required(MODEL) == ("type",)
    assert CONTRACT.required(MODEL, {"type": "openrouter"}) == OPENROUTER


def test_bounds_are_looked_up_by_name_and_qualifier() -> None:
    cartesia = CONTRACT.limit("voice.speed", "cartesia")
    assert cartesia == Limit(
        low=0.6,
        high=1.5,
        source=(
            "The speed of the voice. Range depends on provider: Cartesia 0.6–1.5, ElevenLabs"
            " 0.7–1.2."
        ),
    )
    assert CONTRACT.limit("voice.speed") is None
    assert CONTRACT.limit("voice.pitch", "cartesia") is None
    assert {
        key: (limit.low, limit.low_open, limit.high) for key, limit in CONTRACT.limits.items()
    } == {
        ("voice.speed", "cartesia"): (0.6, False, 1.5),
        ("voice.speed", "elevenlabs"): (0.7, False, 1.2),
        ("call_retry_config.max_retry_attempts", None): (1, False, None),
        ("call_retry_config.calling_windows.retry_delay_seconds", None): (1, False, None),
        ("first_sentence_delay_ms", None): (0, False, None),
        ("max_call_duration_secs", None): (0, True, None),
    }


def test_every_bound_is_about_a_field_and_quotes_the_contract() -> None:
    for (name, _), limit in CONTRACT.limits.items():
        steps = [(step, 0) if step == "calling_windows" else (step,) for step in name.split(".")]
        path = tuple(part for step in steps for part in step)
        assert (CONTRACT.description(path) or "").startswith(limit.source), name


@pytest.mark.parametrize(
    ("number", "closed", "opened"),
    [
        (0, True, False),
        (0.5, True, True),
        (1, True, False),
        (-0.1, False, False),
        (1.1, False, False),
        (math.inf, False, False),
        (math.nan, False, False),
        (10**400, False, False),
    ],
)
def test_a_limit_knows_which_numbers_it_allows(number: float, closed: bool, opened: bool) -> None:
    assert Limit("", 0, 1).allows(number) == closed
    assert Limit("", 0, 1, low_open=True, high_open=True).allows(number) == opened


def test_fields_of_a_response_and_words_of_the_prose_are_known() -> None:
    assert CONTRACT.server_only(("organization_id",))
    assert CONTRACT.server_only(("faq_items", 2, "source"))
    assert not CONTRACT.server_only(("source",))
    assert not CONTRACT.server_only(("voice", "id"))
    assert CONTRACT.prose_word(("call_retry_config", "timezone_override")) == "timezone"
    assert CONTRACT.prose_word(("timezone_override",)) is None


def test_a_field_that_only_the_server_writes_is_one_that_only_the_response_has() -> None:
    from revox_lint.contract import v0_1

    top = v0_1.Assistant.model_fields.keys() - v0_1.AssistantCreateParams.model_fields.keys()
    item = v0_1.AssistantFaqItem.model_fields.keys() - v0_1.FaqItem.model_fields.keys()
    assert facts_0_1.LIMITS.server_only == top | {f"faq_items.{name}" for name in item}


def test_a_field_is_looked_up_in_every_version(monkeypatch: pytest.MonkeyPatch) -> None:
    newer = json.loads(json.dumps(CONTRACT.schema))
    newer["properties"]["language"] = {"type": "string"}
    contracts = {"0.1": CONTRACT, "0.2": Contract("0.2", newer, facts_0_1.LIMITS, CONTRACT.roles)}
    monkeypatch.setattr(contract_module, "VERSIONS", ("0.1", "0.2"))
    monkeypatch.setattr(contract_module, "load", contracts.__getitem__)
    assert CONTRACT.lifecycle(("language",)) == ("0.2",)
    assert CONTRACT.lifecycle(("name",)) == ("0.1", "0.2")
    assert CONTRACT.lifecycle(("nmae",)) == ()


def test_an_unknown_version_names_the_known_ones() -> None:
    with pytest.raises(UnknownContract) as refused:
        load("0.11")
    assert str(refused.value) == "unknown contract version `0.11` (known: 0.1)"
    assert refused.value.version == "0.11"


def test_a_contract_is_loaded_once() -> None:
    assert [load(version) for version in VERSIONS] == [load(version) for version in VERSIONS]


def test_judging_a_definition_loads_no_validator_and_no_pydantic() -> None:
    program = (
        "import sys\n"
        "from revox_lint.contract.contract import load\n"
        "assert load('0.1').is_valid({'name': 'a', 'prompt': 'b'})\n"
        "assert load('0.1').violations({'name': float('nan')})\n"
        "print(sorted({'pydantic', 'jsonschema'} & sys.modules.keys()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_a_subclass_of_a_plain_type_is_that_type() -> None:
    class Text(str):
        __slots__ = ()

    assert CONTRACT.violations(assistant(first_sentence=Text("a"))) == []
    assert CONTRACT.is_valid(assistant(first_sentence=Text("a")))
    assert place.field_schema({"type": "string"}).types == ("string",)


def test_a_role_is_a_place_of_the_contract() -> None:
    for version in VERSIONS:
        contract = load(version)
        roles = contract.roles
        paths = {name: getattr(roles, name) for name in roles._fields[2:]}
        paths |= {f"texts {number}": text.path for number, text in enumerate(roles.texts)}
        wrong = [name for name, path in paths.items() if path != NOWHERE and not contract.has(path)]
        assert wrong == [], version
        assert set(roles.marks) <= set(contract.fields(())), version


def test_every_field_marks_an_assistant_but_those_of_other_tools() -> None:
    others = {"name", "webhook_url", "prompt", "voice", "llm_model", "faq_items"}
    others |= {"background_sound", "calendly"}
    assert set(CONTRACT.fields(())) - set(CONTRACT.roles.marks) == others
