"""Environments: where to push to, with which key, and what differs there.

    [env.prod]
    base-url = "https://www.getrevox.com/api"
    api-key-variable = "REVOX_PROD_KEY"
    protected = true

    [env.prod.overrides]
    webhook_url = "https://hooks.example.com/prod"

A field of the contract may also be given in the environment's table itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from revox_lint.contract.contract import Contract

DEFAULT_ENVIRONMENT: Final = "default"
API_KEY_VARIABLE: Final = "REVOX_API_KEY"

SETTINGS: Final[Mapping[str, str]] = {
    "base-url": "The address that assistants are created below; overrides REVOX_BASE_URL.",
    "api-key-variable": "The name of the variable with the API key.",
    "protected": "Whether a push needs `--confirm NAME` too.",
    "overrides": "Fields of the contract that override those of every definition.",
}
"""The settings of an environment, and what each is."""

VARIABLE: Final = r"[A-Za-z_][A-Za-z0-9_]*"
"""The form of a variable's name."""

_NO_FIELDS: Final[Mapping[str, Any]] = {}


class Environment(NamedTuple):
    """One environment; `base_url` is None when the configuration does not give it.

    `overrides` are fields of the contract that override those of every definition.
    """

    name: str = DEFAULT_ENVIRONMENT
    base_url: str | None = None
    key_variable: str = API_KEY_VARIABLE
    protected: bool = False
    overrides: Mapping[str, Any] = _NO_FIELDS


def overridable(contract: Contract) -> tuple[str, ...]:
    """Return the fields that an environment may give: all but the assistant's own name."""
    return tuple(field for field in contract.fields(()) if field != "name")


def from_table(name: str, table: Mapping[str, Any]) -> Environment:
    """Return the environment that a table of a valid configuration describes.

    Whether its base URL can be used is left to the push.
    """
    fields = {key: value for key, value in table.items() if key not in SETTINGS}
    return Environment(
        name=name,
        base_url=table.get("base-url"),
        key_variable=table.get("api-key-variable", API_KEY_VARIABLE),
        protected=table.get("protected", False),
        overrides=fields | table.get("overrides", {}),
    )
