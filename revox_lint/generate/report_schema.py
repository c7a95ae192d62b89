"""The published JSON Schema of the `json` format."""

from __future__ import annotations

from typing import Any, Final

from revox_lint.diagnostic import Applicability, Severity
from revox_lint.generate.schema_file import Schema, schema_file
from revox_lint.report.reporters.json import VERSION

NAME: Final = "output.schema.json"


def schemas() -> dict[str, str]:
    """Return the text of the schema by its file name in `schemas/`."""
    return schema_file(NAME, "revox-lint --output-format json", _schema())


def _object(description: str, properties: dict[str, Any]) -> Schema:
    return {
        "description": description,
        "type": "object",
        "required": list(properties),
        "properties": properties,
    }


def _count(description: str) -> Schema:
    return {"description": description, "type": "integer", "minimum": 0}


def _schema() -> Schema:
    position = _object(
        "A place in the file.",
        {
            "line": {"description": "From 1.", "type": "integer", "minimum": 1},
            "column": {"description": "From 1, in characters.", "type": "integer", "minimum": 1},
        },
    )
    span = _object(
        "A part of the file; the end is exclusive.", {"start": position, "end": position}
    )
    place = {"$ref": "#/$defs/range"}
    text = {"type": "string"}
    severities = [severity.value for severity in Severity]
    return {
        **_object(
            "What a run found. Fields may be added; an existing one keeps its meaning as long "
            "as `version` stays.",
            {
                "version": {"const": VERSION},
                "tool": _object("The writer.", {"name": text, "version": text}),
                "contract": {
                    "description": "The contract version where a file does not name one.",
                    **text,
                },
                "summary": _object(
                    "Counts of files and of diagnostics.",
                    {
                        "files": _count("Files that were checked."),
                        "skipped": _count("Files that were skipped."),
                        **{one: _count(f"Diagnostics of severity {one}.") for one in severities},
                        "fixable": _count("Diagnostics with a safe fix."),
                    },
                ),
                "files": {
                    "description": "The files that were checked and skipped, sorted by path.",
                    "type": "array",
                    "items": {"$ref": "#/$defs/file"},
                },
                "diagnostics": {
                    "description": "Sorted by path, then place.",
                    "type": "array",
                    "items": {"$ref": "#/$defs/diagnostic"},
                },
            },
        ),
        "$defs": {
            "range": span,
            "file": _object(
                "A file that was looked at.",
                {
                    "path": {"description": "As given, with `/` as the separator.", **text},
                    "checked": {"type": "boolean"},
                    "reason": {"description": "Why it was checked or skipped.", **text},
                },
            ),
            "diagnostic": _object(
                "One finding.",
                {
                    "rule": {"description": "The rule's name.", **text},
                    "severity": {"enum": severities},
                    "message": {"description": "One line, complete without the rest.", **text},
                    "help": {"description": "What to write instead.", "type": ["string", "null"]},
                    "path": {"description": "As given, with `/` as the separator.", **text},
                    "document": _count("The document in the file, from 0."),
                    "pointer": {"description": "JSON pointer of the field.", **text},
                    "range": place,
                    "related": {
                        "type": "array",
                        "items": _object(
                            "A second place that explains the first.",
                            {"message": text, "path": text, "range": place},
                        ),
                    },
                    "fix": {
                        "anyOf": [
                            {"type": "null"},
                            _object(
                                "Edits of the file that do not overlap.",
                                {
                                    "title": text,
                                    "applicability": {"enum": [one.value for one in Applicability]},
                                    "edits": {
                                        "type": "array",
                                        "items": _object(
                                            "The text that replaces the range.",
                                            {"range": place, "text": text},
                                        ),
                                    },
                                },
                            ),
                        ]
                    },
                    "url": {"description": "The rule's page.", **text},
                },
            ),
        },
    }
