"""The published schema of test files, made from the expectations themselves."""

from __future__ import annotations

from revox_lint.contract.contract import VERSIONS
from revox_lint.generate.schema_file import Schema, schema_file
from revox_lint.harness.expectations import kinds
from revox_lint.harness.expectations.calling import INSTANT_SCHEMA
from revox_lint.harness.load import ASSUME_CHOICES, TAG_PATTERN, VERSION
from revox_lint.harness.shape import SCHEMA_NAME
from revox_lint.schedule.model import DAYS, MEANING, OUTCOMES, Assumptions


def schemas() -> dict[str, str]:
    """Return the text of the schema by its file name in `schemas/`."""
    about = f"Version {VERSION} of the test format."
    return schema_file(SCHEMA_NAME, "Tests of a Revox assistant", _schema(), about)


def _schema() -> Schema:
    return {
        "description": "What an assistant's definition will do, run by `revox-lint test`.",
        **_object(
            {
                "revox_test": {
                    "description": "The version of this format; it marks the file as tests.",
                    "const": VERSION,
                },
                "assistant": {
                    "description": (
                        "The definition, from this file's folder; NAME.yaml beside "
                        "NAME.test.yaml when left out. `#2` names a file's second document."
                    ),
                    "type": "string",
                    "pattern": r"\S",
                    "examples": ["sales.yaml"],
                },
                "contract": {
                    "description": "The version of the Revox API's contract.",
                    "enum": [*VERSIONS, *map(float, VERSIONS)],
                },
                "assume": _assume(),
                "rates": _rates(),
                "defaults": {
                    "description": "What is given to every test, unless it overrides it.",
                    **_given(1),
                },
                "tests": {
                    "description": "The tests.",
                    "type": "array",
                    "minItems": 1,
                    "items": _test(),
                },
            },
            ("revox_test", "tests"),
        ),
    }


def _object(properties: Schema, required: tuple[str, ...] = (), least: int = 1) -> Schema:
    schema: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }
    if required:
        schema["required"] = list(required)
    elif least:
        schema["minProperties"] = least
    return schema


def _words(choices: tuple[str, ...], description: str) -> Schema:
    return {
        "description": description,
        "type": "array",
        "items": {"enum": list(choices)},
        "minItems": 1,
    }


def _assume() -> Schema:
    standard = Assumptions()
    properties: Schema = {
        "days": {
            **_words(DAYS, "The days on which windows open; all of them when left out."),
            "uniqueItems": True,
        },
        "failed_call_seconds": {
            "description": (
                "How long a failed call lasts before its delay starts; 0 when left out."
            ),
            "type": "integer",
            "minimum": 0,
        },
        "final_outcomes": {
            **_words(OUTCOMES, "The outcomes that end the attempts; `human` when left out."),
            "uniqueItems": True,
        },
    }
    for name, choices in ASSUME_CHOICES.items():
        properties[name] = {
            "description": "; ".join(f"`{choice}`: {MEANING[name][choice]}" for choice in choices),
            "enum": list(choices),
            "default": getattr(standard, name),
        }
    return {
        "description": "What the contract leaves open, decided for the tests of this file.",
        **_object({name: properties[name] for name in Assumptions.__slots__}),
    }


def _rates() -> Schema:
    return {
        "description": "What calls cost, for `cost_max`.",
        **_object(
            {
                "per_minute": {
                    "description": "The price of a minute, counted by the second.",
                    "type": "number",
                    "minimum": 0,
                },
                "currency": {
                    "description": "The currency's three letters.",
                    "type": "string",
                    "pattern": "^[A-Z]{3}$",
                    "examples": ["EUR", "USD"],
                },
            },
            ("per_minute",),
        ),
    }


def _given(least: int) -> Schema:
    return _object(
        {
            "recipient": {
                "description": "The number that is called, in E.164.",
                "type": "string",
                "pattern": r"^\+[1-9][0-9]{3,14}$",
                "examples": ["+33612345678"],
            },
            "at": {
                "description": "The instant from which calls may be made, with its offset.",
                **INSTANT_SCHEMA,
            },
            "vars": {
                "description": "The values of variables `{{name}}`.",
                "type": "object",
                "additionalProperties": {"type": ["string", "number"]},
                "examples": [{"first_name": "Ada"}],
            },
            "payload": {
                "description": "The data that a call delivered, by field.",
                "type": "object",
                "examples": [{"will_come": True}],
            },
            "outcomes": _words(
                OUTCOMES, "How the attempts end, in order; nobody answers those beyond."
            ),
        },
        least=least,
    )


def _test() -> Schema:
    return _object(
        {
            "name": {
                "description": "The test's name, unique in its file.",
                "type": "string",
                "pattern": r"\S",
            },
            "tags": {
                "description": "Words to choose tests by.",
                "type": "array",
                "minItems": 1,
                "uniqueItems": True,
                "items": {"type": "string", "pattern": TAG_PATTERN},
            },
            "skip": {
                "description": "The reason why the test is skipped.",
                "type": "string",
                "pattern": r"\S",
            },
            "given": {"description": "The situation.", **_given(0)},
            "expect": {
                "description": "What the definition has to do.",
                **_object(
                    {
                        kind.name: {"description": kind.description, **kind.schema}
                        for kind in kinds().values()
                    }
                ),
            },
        },
        ("name", "expect"),
    )
