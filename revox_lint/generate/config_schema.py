"""The published JSON Schema of the configuration, made from the rules and their options."""

from __future__ import annotations

from typing import Final

from revox_lint import environment
from revox_lint.config import LEVELS, rule_schema, rule_table
from revox_lint.contract.contract import LATEST, VERSIONS, load
from revox_lint.generate.schema_file import Schema, schema_file
from revox_lint.rule import FAMILIES, SHIPPED

NAME: Final = "config.schema.json"


def schemas() -> dict[str, str]:
    """Return the text of the schema by its file name in `schemas/`."""
    return schema_file(NAME, "revox-lint configuration", _schema())


def _schema() -> Schema:
    strings = {"type": "array", "items": {"type": "string"}}
    return {
        "description": "revox-lint.toml, or [tool.revox-lint] in pyproject.toml.",
        **_object(
            {
                "contract": {
                    "description": "The version of the Revox API's contract.",
                    "enum": list(VERSIONS),
                    "default": LATEST,
                },
                "include": {
                    "description": "Which files of a folder are definitions of assistants: "
                    "patterns as in a .gitignore, relative to this file.",
                    **strings,
                },
                "exclude": {
                    "description": "Which files are skipped, also when named on the command line.",
                    **strings,
                    "default": [],
                },
                "fail-on": {
                    "description": "The least severity that fails a run.",
                    "enum": list(LEVELS[1:]),
                    "default": "error",
                },
                "rules": {
                    "description": "A severity per rule or family of rules, or a table with the "
                    "rule's own options. What is set for a rule overrides its family.",
                    **_object(
                        {name: {"$ref": "#/$defs/level"} for name in FAMILIES}
                        | {rule.name: rule_schema(rule) for rule in SHIPPED.values()}
                    ),
                },
                "env": {
                    "description": "The environments that `revox-lint push --env NAME` knows.",
                    "type": "object",
                    "additionalProperties": _environment(),
                },
            }
        ),
        "$defs": {
            "level": {"enum": list(LEVELS)},
            "rule": {"anyOf": [{"$ref": "#/$defs/level"}, rule_table({})]},
        },
    }


def _environment() -> Schema:
    forms: dict[str, Schema] = {
        "base-url": {"type": "string"},
        "api-key-variable": {
            "type": "string",
            "pattern": f"^{environment.VARIABLE}$",
            "default": environment.API_KEY_VARIABLE,
        },
        "protected": {"type": "boolean", "default": False},
        "overrides": _object(_overrides()),
    }
    settings = {
        name: {"description": description, **forms[name]}
        for name, description in environment.SETTINGS.items()
    }
    return _object(settings | _overrides())


def _overrides() -> dict[str, Schema]:
    # An override may give a part of a mapping, so what it results in is checked, not itself.
    fields = {name for version in VERSIONS for name in environment.overridable(load(version))}
    return {name: {"description": f"Overrides every `{name}`."} for name in sorted(fields)}


def _object(properties: dict[str, Schema]) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}
