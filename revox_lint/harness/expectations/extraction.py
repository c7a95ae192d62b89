"""The expectation about data that a call delivered: valid, or invalid for these reasons."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from revox_lint.harness.expectations.expectation import ExpectationKind, Mismatch, Situation
from revox_lint.harness.extraction import REASONS, invalid_fields, outputs_by_name
from revox_lint.harness.reading import entries
from revox_lint.syntax.node import Mapping, Scalar
from revox_lint.syntax.span import Span
from revox_lint.text.suggest import did_you_mean

if TYPE_CHECKING:
    from revox_lint.harness.reading import Reader
    from revox_lint.syntax.node import Node


class _Invalid(NamedTuple):
    """The reason for each invalid field, with its place; none for valid data."""

    fields: dict[str, tuple[str, Span]]


def _read(reader: Reader, node: Node) -> _Invalid | None:
    if isinstance(node, Scalar) and node.value == "valid":
        return _Invalid({})
    mapping = reader.mapping(node)
    entry = mapping.get("invalid") if mapping is not None else None
    if entry is None:
        return None
    before = len(reader.errors)
    reasons = reader.mapping(entry.value)
    fields: dict[str, tuple[str, Span]] = {}
    for field in entries(reasons or Mapping(Span(0, 0), ())):
        reason = reader.one_of(field.value, REASONS)
        if reason is not None:
            fields[field.name] = (reason, field.value.span)
    return _Invalid(fields) if len(reader.errors) == before else None


def _judge(situation: Situation, expected: _Invalid, span: Span) -> Iterator[Mismatch]:
    payload = situation.case.given.payload
    if payload is None:
        raise ValueError("the test gives no `payload`")
    subject = situation.subject
    outputs = subject.plain_at(subject.document.roles.outputs)
    names = tuple(outputs_by_name(outputs))
    found = invalid_fields(outputs, payload)
    for field, (reason, place) in expected.fields.items():
        if found.get(field) != reason:
            yield Mismatch(
                f"extraction {field}",
                place,
                reason,
                found.get(field, "valid"),
                _why(payload, field, names),
            )
    for field, reason in found.items():
        if field not in expected.fields:
            yield Mismatch(
                f"extraction {field}", span, "valid", reason, _why(payload, field, names)
            )


def _why(payload: object, field: str, names: tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(payload, dict) and field in payload:
        why = f"the payload has `{field}`: {json.dumps(payload[field], ensure_ascii=False)}"
    else:
        why = f"the payload has no `{field}`"
    if field in names:
        return (why,)
    return (why, f"the definition has no output `{field}`{did_you_mean(field, names)}")


KINDS = (
    ExpectationKind(
        "extraction",
        "Whether `payload` keeps `structured_output_config`: `valid`, or every invalid field "
        "with its reason.",
        {
            "examples": [{"invalid": {"email": "missing"}}],
            "anyOf": [
                {"const": "valid"},
                {
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["invalid"],
                    "properties": {
                        "invalid": {
                            "type": "object",
                            "minProperties": 1,
                            "additionalProperties": {"enum": list(REASONS)},
                        }
                    },
                },
            ],
        },
        _read,
        _judge,
        frozenset({"payload"}),
    ),
)
