"""Whether data that a call delivered keeps the definition's `structured_output_config`."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

REASONS = ("missing", "type", "enum", "unknown", "format")
"""Why a field is invalid: it is missing, has another type, is not one of the options, is not in
the definition, or is not a date or time."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DATETIME = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)([Zz]|[+-]\d{2}:?\d{2})?", re.ASCII
)


def outputs_by_name(outputs: object) -> dict[str, Mapping[str, Any]]:
    """Return the elements of `structured_output_config` that have a name, by that name."""
    return {
        output["name"]: output
        for output in (outputs if isinstance(outputs, list) else [])
        if isinstance(output, dict) and isinstance(output.get("name"), str)
    }


def invalid_fields(outputs: object, payload: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields of `payload` that break the definition's outputs, each with its reason.

    `outputs` is the value of `structured_output_config`; none at all makes every field of
    the payload unknown. A field that is null is there, and has the wrong type.
    """
    known = outputs_by_name(outputs)
    invalid: dict[str, str] = {}
    for name, output in known.items():
        if name not in payload:
            if output.get("required") is True:
                invalid[name] = "missing"
            continue
        reason = _reason(output, payload[name])
        if reason is not None:
            invalid[name] = reason
    invalid.update((name, "unknown") for name in payload if name not in known)
    return invalid


def _reason(output: Mapping[str, Any], value: object) -> str | None:
    kind = output.get("type")
    if kind == "boolean":
        return None if isinstance(value, bool) else "type"
    if kind == "number":
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return None if number and math.isfinite(float(str(value))) else "type"
    if not isinstance(value, str):
        return "type"
    if kind == "enum":
        options = output.get("enum_options")
        return None if isinstance(options, list) and value in options else "enum"
    if kind == "date":
        return None if _is_date(value) else "format"
    if kind == "datetime":
        return None if _is_datetime(value) else "format"
    return None


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_datetime(text: str) -> bool:
    match = _DATETIME.fullmatch(text)
    if match is None or not _is_date(match[1]):
        return False
    offset = (match[3] or "Z").upper()
    try:
        time.fromisoformat(match[2].partition(".")[0])
        datetime.fromisoformat(f"2000-01-01T00:00{offset}")
    except ValueError:
        return False
    return True
