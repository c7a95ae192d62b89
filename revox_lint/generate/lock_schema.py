"""The published JSON Schema of the lock file."""

from __future__ import annotations

from typing import Any, Final

from revox_lint.generate.schema_file import Schema, schema_file
from revox_lint.push.lock import FORMAT

NAME: Final = "lock.schema.json"

_STRING: Final[Schema] = {"type": "string", "minLength": 1}


def schemas() -> dict[str, str]:
    """Return the text of the schema by its file name in `schemas/`."""
    return schema_file(NAME, "revox-lint lock file", _schema(), f"Format {FORMAT}.")


def _schema() -> Schema:
    return {
        "description": "revox.lock.json: which definition became which assistant.",
        **_object(
            {
                "version": {"description": "The format of the file.", "const": FORMAT},
                "tool": {"description": "The name and version of the writer.", "type": "string"},
                "environments": {
                    "description": "The environments by name.",
                    "type": "object",
                    "additionalProperties": {"$ref": "#/$defs/environment"},
                },
            },
            optional=("tool",),
        ),
        "$defs": {
            "environment": _object(
                {
                    "base_url": {"description": "The server of the assistants.", **_STRING},
                    "definitions": {
                        "description": "The entries by path of the definition.",
                        "type": "object",
                        "additionalProperties": {
                            "anyOf": [{"$ref": "#/$defs/created"}, {"$ref": "#/$defs/pending"}]
                        },
                    },
                }
            ),
            "created": {
                "description": "A definition whose assistant exists.",
                **_entry("created", {"id": {"description": "The id of the assistant.", **_STRING}}),
            },
            "pending": {
                "description": "A definition that was, or may have been, sent.",
                **_entry(
                    "pending",
                    {
                        "former": {
                            "description": "The entry to return to when nothing was created.",
                            "$ref": "#/$defs/created",
                        }
                    },
                ),
            },
        },
    }


def _entry(state: str, own: dict[str, Any]) -> Schema:
    return _object(
        {
            "state": {"const": state},
            **own,
            "hash": {
                "description": "The digest of what was sent.",
                "type": "string",
                "pattern": "^sha256:[0-9a-f]{64}$",
            },
            "name": {"description": "The name of the assistant.", **_STRING},
            "contract": {"description": "The version of the API's contract.", **_STRING},
            "time": {"description": "When the request was made.", **_STRING},
            "sent": {
                "description": "The payload, without credentials in URLs.",
                "type": "object",
            },
            "former_ids": {
                "description": "Assistants that this one replaced and that exist, oldest first.",
                "type": "array",
                "items": _STRING,
            },
        },
        optional=("former", "former_ids"),
    )


def _object(properties: dict[str, Any], optional: tuple[str, ...] = ()) -> Schema:
    return {
        "type": "object",
        "required": [name for name in properties if name not in optional],
        "properties": properties,
        "additionalProperties": False,
    }
