"""Environments: where to push to, with which key, and what differs there.

    [env.prod]
    base-url = "https://www.getrevox.com/api"
    api-key-variable = "REVOX_PROD_KEY"
    protected = true

    [env.prod.overrides]
    webhook_url = "https://hooks.example.com/prod"

A field of the contract may also stand in the environment's table itself. This is the one
place that knows what such a table may hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from revox_lint.contract.contract import Contract

DEFAULT_ENVIRONMENT: Final = "default"
API_KEY_VARIABLE: Final = "REVOX_API_KEY"

SETTINGS: Final[Mapping[str, str]] = {
    "base-url": "The address that assistants are created below; goes before REVOX_BASE_URL.",
    "api-key-variable": "The name of the variable with the API key.",
    "protected": "Whether a push needs `--confirm NAME` too.",
    "overrides": "Fields of the contract that go before those of every definition.",
}
"""The settings of an environment, and what each is."""

VARIABLE: Final = r"[A-Za-z_][A-Za-z0-9_]*"
"""The form of a variable's name."""

_NOTHING: Final[Mapping[str, Any]] = {}


class Environment(NamedTuple):
    """One environment; `base_url` is None when the configuration does not give it.

    `overrides` are fields of the contract that go before those of every definition.
    """

    name: str = DEFAULT_ENVIRONMENT
    base_url: str | None = None
    key_variable: str = API_KEY_VARIABLE
    protected: bool = False
    overrides: Mapping[str, Any] = _NOTHING


class WrongSettingError(Exception):
    """A table cannot be used because of `key`; `known` are the names that could stand there."""

    def __init__(self, key: str, message: str, known: tuple[str, ...] = ()) -> None:
        """Takes the key, what is wrong with it, and what could stand there instead."""
        super().__init__(message)
        self.key = key
        self.known = known


def overridable(contract: Contract) -> tuple[str, ...]:
    """Returns the fields that an environment may give: all but the assistant's own name."""
    return tuple(field for field in contract.fields(()) if field != "name")


def read(name: str, table: Mapping[str, Any], contract: Contract) -> Environment:
    """Returns the environment that a table describes.

    Whether its base URL can be used is for the push to say. Raises WrongSettingError.
    """
    fields = overridable(contract)
    for key in table:
        if key not in SETTINGS and key not in fields and key != "name":
            raise WrongSettingError(key, f"unknown setting `{key}`", (*SETTINGS, *fields))
    nested = table.get("overrides", {})
    if not isinstance(nested, dict):
        raise WrongSettingError("overrides", f"`overrides` is a table of fields, not `{nested}`")
    for key in nested:
        if key not in fields and key != "name":
            raise WrongSettingError(key, f"the contract has no field `{key}`", fields)
    overrides = {key: value for key, value in table.items() if key not in SETTINGS} | nested
    if "name" in overrides:
        message = "`name` cannot be overridden: every assistant has its own"
        raise WrongSettingError("name", message)
    return Environment(
        name=name,
        base_url=_base_url(table.get("base-url")),
        key_variable=_variable(table.get("api-key-variable", API_KEY_VARIABLE)),
        protected=_protected(table.get("protected", False)),
        overrides=overrides,
    )


def _base_url(value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value
    raise WrongSettingError("base-url", f"`base-url` is a text, not `{value}`")


def _variable(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(VARIABLE, value):
        return value
    # What stands there may be the key itself, so it is not shown.
    raise WrongSettingError(
        "api-key-variable",
        f"`api-key-variable` is the name of a variable such as `{API_KEY_VARIABLE}`,"
        " never the key itself",
    )


def _protected(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise WrongSettingError("protected", f"`protected` is true or false, not `{value}`")
