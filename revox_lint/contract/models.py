"""What the models of every contract version are made of.

- What we send: unknown fields are refused and nothing is coerced. `true` is not a number,
  `"3"` is not an integer; as in JSON, `3.0` and `3` are one integer.
- What the API returns: a newer API may return more, so unknown fields are kept.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    SerializerFunctionWrapHandler,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_serializer,
    field_validator,
)

MARK: Final = "x-description-is-not-the-contract's"

FROM_US: Final[dict[str, Any]] = {MARK: True}
"""Marks, as `json_schema_extra` and before publication, what the contract does not describe."""


def _whole_number(value: object) -> object:
    """Return 3 for 3.0, as JSON knows one integer by both spellings; else the value."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


Integer: TypeAlias = Annotated[int, BeforeValidator(_whole_number)]


class Sent(BaseModel):
    """A mapping that we send: nothing unknown in it, nothing coerced."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Received(BaseModel):
    """A mapping that the API returns: it may have more fields than the contract."""

    model_config = ConfigDict(extra="allow")


def description_of(sent: type[Sent], name: str) -> str | None:
    """Return the description that the contract gives a field in both directions."""
    return sent.model_fields[name].description


class Lenient(Received):
    """A mapping of which only `id` must match; any other value is kept as it was sent."""

    @field_validator("*", mode="wrap")
    @classmethod
    def _keep_what_was_sent(
        cls, value: object, typed: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> object:
        """Return the value as the contract types it, or as it was sent if it does not fit."""
        try:
            return typed(value)
        except ValidationError:
            if info.field_name == "id":
                raise
            return value

    @field_serializer("*", mode="wrap")
    def _dump_what_was_sent(self, value: object, typed: SerializerFunctionWrapHandler) -> object:
        """Return plain data; a value kept as it was sent goes out as it came in."""
        if isinstance(value, BaseModel) or (
            isinstance(value, list) and any(isinstance(item, BaseModel) for item in value)
        ):
            return typed(value)
        return value
