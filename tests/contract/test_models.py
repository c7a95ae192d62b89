"""The models are the contract's: held against the types of the API's Python client."""

from __future__ import annotations

import ast
import inspect
import types
import typing
from typing import Any, Final, Literal, NotRequired, Required, Union

import pydantic
import pytest
import revox.types.assistant_create_params as sent
import revox.types.assistant_create_response as received
from hypothesis import given, settings
from pydantic import BaseModel, TypeAdapter, ValidationError
from typing_extensions import TypedDict

from revox_lint.contract import v0_1
from revox_lint.contract.contract import load
from revox_lint.contract.models import MARK
from tests.generated_documents import with_mistakes

make_typed_dict: Final[Any] = TypedDict

SENT = [
    "AssistantCreateParams",
    "Calendly",
    "CallRetryConfig",
    "CallRetryConfigCallingWindow",
    "FaqItem",
    "LlmModelUnionMember0",
    "LlmModelUnionMember1",
    "StructuredOutputConfig",
    "Voice",
]
RECEIVED = [
    "Assistant",
    "AssistantCalendly",
    "AssistantCallRetryConfig",
    "AssistantCallRetryConfigCallingWindow",
    "AssistantCreateResponse",
    "AssistantFaqItem",
    "AssistantLlmModelUnionMember0",
    "AssistantLlmModelUnionMember1",
    "AssistantStructuredOutputConfig",
    "AssistantVoice",
]


def spelled(annotation: Any) -> str:
    """Spell a type without null and in one way for every kind of sequence."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (Required, NotRequired, typing.Annotated):
        return spelled(arguments[0])
    if origin in (Union, types.UnionType):
        return " | ".join(spelled(one) for one in arguments if one is not type(None))
    if origin is Literal:
        return f"Literal{list(arguments)}"
    if origin is not None:
        return f"list[{spelled(arguments[0])}]"
    return str(annotation.__name__)


def nullable(annotation: Any) -> bool:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (Required, NotRequired, typing.Annotated):
        return nullable(arguments[0])
    return origin in (Union, types.UnionType) and type(None) in arguments


def hints(cls: type) -> dict[str, Any]:
    """Return the types of the fields of a model or a typed dictionary, in order."""
    if issubclass(cls, BaseModel):
        return {name: field.annotation for name, field in cls.model_fields.items()}
    resolved = typing.get_type_hints(cls, include_extras=True)
    return {name: resolved[name] for name in cls.__annotations__}


def needed(typed_dict: Any) -> set[str]:
    """Return the required keys; `__required_keys__` misses annotations that are strings."""
    return {
        name
        for name, annotation in hints(typed_dict).items()
        if typing.get_origin(annotation) is Required
    }


def ours(name: str) -> type[BaseModel]:
    model: type[BaseModel] = getattr(v0_1, name)
    return model


def test_every_type_of_the_client_has_its_model() -> None:
    assert sorted(v0_1.__all__) == sorted({*sent.__all__, *received.__all__})
    assert sorted([*SENT, "LlmModel", *RECEIVED, "AssistantLlmModel"]) == sorted(v0_1.__all__)


@pytest.mark.parametrize("name", SENT)
def test_a_parameter_has_the_name_type_and_need_of_the_clients(name: str) -> None:
    theirs = getattr(sent, name)
    assert {
        field: (spelled(annotation), ours(name).model_fields[field].is_required())
        for field, annotation in hints(ours(name)).items()
    } == {
        field: (spelled(annotation), field in needed(theirs))
        for field, annotation in hints(theirs).items()
    }


@pytest.mark.parametrize("name", RECEIVED)
def test_a_response_has_the_name_and_type_of_the_clients(name: str) -> None:
    assert {field: spelled(annotation) for field, annotation in hints(ours(name)).items()} == {
        field: spelled(annotation) for field, annotation in hints(getattr(received, name)).items()
    }


@pytest.mark.parametrize("name", [name for name in RECEIVED if name != "Assistant"])
def test_a_part_of_a_response_requires_what_the_client_requires(name: str) -> None:
    theirs = getattr(received, name)
    assert {field: info.is_required() for field, info in ours(name).model_fields.items()} == {
        field: info.is_required() for field, info in theirs.model_fields.items()
    }


def test_an_assistant_requires_its_id_alone() -> None:
    needed = [name for name, field in v0_1.Assistant.model_fields.items() if field.is_required()]
    assert needed == ["id"]


def test_null_is_accepted_exactly_where_the_contract_says_optional() -> None:
    # The client's types take null in fewer places than the contract's text; a null there
    # is a key left out.
    null_here = {
        f"{name}.{field}"
        for name in SENT
        for field, annotation in hints(ours(name)).items()
        if nullable(annotation)
    }
    optional = {
        f"{name}.{field}"
        for name in SENT
        for field in hints(getattr(sent, name)).keys() - needed(getattr(sent, name))
    }
    null_there = {
        f"{name}.{field}"
        for name in SENT
        for field, annotation in hints(getattr(sent, name)).items()
        if nullable(annotation)
    }
    assert null_here == optional
    assert null_there == {
        "AssistantCreateParams.background_sound",
        "AssistantCreateParams.transfer_phone_number",
        "AssistantCreateParams.voicemail_message",
        "CallRetryConfig.timezone",
    }


def their_descriptions(module: types.ModuleType) -> dict[str, dict[str, str]]:
    """Return the text under each field of each class in the client's source, on one line."""
    found: dict[str, dict[str, str]] = {}
    for cls in ast.parse(inspect.getsource(module)).body:
        if not isinstance(cls, ast.ClassDef):
            continue
        fields = found.setdefault(cls.name, {})
        for field, text in zip(cls.body, cls.body[1:], strict=False):
            if (
                isinstance(field, ast.AnnAssign)
                and isinstance(field.target, ast.Name)
                and isinstance(text, ast.Expr)
                and isinstance(text.value, ast.Constant)
            ):
                fields[field.target.id] = " ".join(str(text.value.value).split())
    return found


@pytest.mark.parametrize("name", SENT)
def test_a_parameter_is_described_in_the_contracts_words(name: str) -> None:
    described = {
        field: info.description
        for field, info in ours(name).model_fields.items()
        if not (isinstance(info.json_schema_extra, dict) and MARK in info.json_schema_extra)
    }
    assert described == their_descriptions(sent)[name]


@pytest.mark.parametrize("name", RECEIVED)
def test_a_response_is_described_in_the_contracts_words(name: str) -> None:
    described = {
        field: info.description
        for field, info in ours(name).model_fields.items()
        if info.description is not None
    }
    assert described == their_descriptions(received)[name]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("first_sentence_delay_ms", True),
        ("first_sentence_delay_ms", "400"),
        ("first_sentence_delay_ms", 400.5),
        ("max_call_duration_secs", False),
        ("max_call_duration_secs", "60"),
        ("ivr_navigation_enabled", 1),
        ("ivr_navigation_enabled", "yes"),
        ("name", 3),
        ("faq_items", "none"),
        ("id", "asst_1"),
    ],
)
def test_nothing_is_coerced_and_nothing_unknown_is_taken(field: str, value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        v0_1.AssistantCreateParams.model_validate({"name": "a", "prompt": "b", field: value})
    assert [error["loc"] for error in refused.value.errors()] == [(field,)]


def test_a_response_that_is_odd_is_kept_as_it_was_sent() -> None:
    answer = {
        "assistant": {
            "id": "asst_1",
            "name": 7,
            "voice": {"id": "v", "provider": "another", "pitch": 2},
            "llm_model": {"type": "openrouter", "openrouter_model_id": "m"},
            "first_sentence_mode": "sung",
            "calendly": {"connection_id": "c", "event_type_id": "e", "new": True},
            "created_at": {"seconds": 1},
            "faq_items": [{"question": "q", "answer": "a", "id": "f", "source": "ai"}],
            "a_new_field": [1],
        },
        "request_id": "r",
    }
    response = v0_1.AssistantCreateResponse.model_validate(answer)
    assert response.assistant.id == "asst_1"
    assert type(response.assistant.calendly).__name__ == "AssistantCalendly"
    assert type(response.assistant.voice).__name__ == "dict"
    assert response.assistant.prompt is None
    assert response.model_dump(exclude_unset=True) == answer


def test_a_response_as_the_contract_has_it_is_typed() -> None:
    assistant = v0_1.Assistant.model_validate(
        {"id": "a", "voice": {"id": "v", "provider": "cartesia"}, "first_sentence_delay_ms": 400}
    )
    assert assistant.voice == v0_1.AssistantVoice(id="v", provider="cartesia")
    assert assistant.first_sentence_delay_ms == 400


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        ({}, ("assistant",)),
        ({"assistant": None}, ("assistant",)),
        ({"assistant": {}}, ("assistant", "id")),
        ({"assistant": {"id": None}}, ("assistant", "id")),
        ({"assistant": {"id": 5}}, ("assistant", "id")),
    ],
)
def test_a_response_without_an_id_is_refused(answer: object, place: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError) as refused:
        v0_1.AssistantCreateResponse.model_validate(answer)
    assert [error["loc"] for error in refused.value.errors()] == [place]


def their_type(annotation: Any) -> Any:
    """Return a type of the client in a form that pydantic checks at once and strictly.

    Iterables, which pydantic checks only while they are consumed, become lists; mappings
    refuse unknown keys.
    """
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (Required, NotRequired):
        return origin[their_type(arguments[0])]
    if origin is Union:
        return Union[tuple(their_type(one) for one in arguments)]  # noqa: UP007
    if origin is Literal or annotation in (str, int, float, bool, type(None)):
        return annotation
    if origin is not None:
        return types.GenericAlias(list, (their_type(arguments[0]),))
    fields = {
        name: their_type(hint if typing.get_origin(hint) is Required else NotRequired[hint])
        for name, hint in hints(annotation).items()
    }
    mapping: Any = make_typed_dict(annotation.__name__, fields)
    mapping.__pydantic_config__ = pydantic.ConfigDict(extra="forbid", strict=True)
    return mapping


NULL_THERE = {"background_sound", "transfer_phone_number", "voicemail_message", "timezone"}
types_at = load("0.1").types
THEIRS: TypeAdapter[Any] = TypeAdapter(their_type(sent.AssistantCreateParams))


def as_the_client_spells_it(value: Any, path: tuple[str | int, ...] = ()) -> Any:
    """Write 3.0 as 3, and leave out the nulls that only the contract's text takes."""
    if isinstance(value, dict):
        return {
            name: as_the_client_spells_it(inner, (*path, name))
            for name, inner in value.items()
            if inner is not None or name in NULL_THERE or "null" not in types_at((*path, name))
        }
    if isinstance(value, list):
        return [as_the_client_spells_it(inner, (*path, 0)) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def accepted(check: Any, value: object) -> bool:
    try:
        check(value)
    except ValidationError:
        return False
    return True


@settings(max_examples=400, deadline=None)
@given(with_mistakes())
def test_models_schema_and_client_judge_alike(definition: Any) -> None:
    verdict = load("0.1").is_valid(definition)
    assert accepted(v0_1.AssistantCreateParams.model_validate, definition) == verdict
    assert accepted(THEIRS.validate_python, as_the_client_spells_it(definition)) == verdict
