"""Environments: where to push to, with which key, and what differs there.

    [env.prod]
    base-url = "https://www.getrevox.com/api"
    api-key-variable = "REVOX_PROD_KEY"
    protected = true

    [env.prod.overrides]
    webhook_url = "https://hooks.example.com/prod"

A field of the contract may also stand in the environment's table itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from revox_lint.config import Config, ConfigError, closest
from revox_lint.contract.contract import Contract, load
from revox_lint.push.address import assistants_url
from revox_lint.push.client import API_KEY_VARIABLE
from revox_lint.push.errors import ConfigurationError
from revox_lint.push.lock import DEFAULT_ENVIRONMENT

_SETTINGS: Final = ("base-url", "api-key-variable", "protected", "overrides")
_VARIABLE: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Environment:
    """One environment; `base_url` is None when the configuration does not give it.

    `overrides` are fields of the contract that go before those of every definition.
    """

    name: str = DEFAULT_ENVIRONMENT
    base_url: str | None = None
    key_variable: str = API_KEY_VARIABLE
    protected: bool = False
    overrides: Mapping[str, Any] = field(default_factory=dict)


def environment(config: Config, name: str | None) -> Environment:
    """Returns the environment called `name`, or the default one when None.

    Raises ConfigError when there is none of that name, or its table cannot be used.
    """
    wanted = DEFAULT_ENVIRONMENT if name is None else name
    table = config.env.get(wanted)
    if table is None:
        if wanted == DEFAULT_ENVIRONMENT:
            return Environment()
        known = closest(wanted, config.env)
        raise ConfigError(f"there is no environment `{wanted}`: no table [env.{wanted}]{known}")
    return _read(config, wanted, table)


def _read(config: Config, name: str, table: Mapping[str, Any]) -> Environment:
    contract = load(config.contract)
    place = f"{config.path}: [env.{name}]"
    overrides: dict[str, Any] = {}
    for key, value in table.items():
        if contract.has((key,)):
            overrides[key] = value
        elif key not in _SETTINGS:
            raise ConfigError(f"{place}: unknown setting `{key}`{closest(key, _SETTINGS)}")
    nested = table.get("overrides", {})
    if not isinstance(nested, dict):
        raise ConfigError(f"{place}: `overrides` is a table of fields, not `{nested}`")
    overrides.update(nested)
    _check_overrides(place, overrides, contract)
    protected = table.get("protected", False)
    if not isinstance(protected, bool):
        raise ConfigError(f"{place}: `protected` is true or false, not `{protected}`")
    return Environment(
        name=name,
        base_url=_base_url(place, table.get("base-url")),
        key_variable=_variable(place, table.get("api-key-variable", API_KEY_VARIABLE)),
        protected=protected,
        overrides=overrides,
    )


def _check_overrides(place: str, overrides: Mapping[str, Any], contract: Contract) -> None:
    for key in overrides:
        if not contract.has((key,)):
            known = closest(key, contract.fields(()))
            raise ConfigError(f"{place}: the contract has no field `{key}`{known}")
    if "name" in overrides:
        raise ConfigError(f"{place}: `name` cannot be overridden: every assistant has its own")


def _base_url(place: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise ConfigError(f"{place}: `base-url` is a text, not `{value}`")
    try:
        assistants_url(value, "`base-url`")
    except ConfigurationError as error:
        reason = str(error)
    else:
        return value
    raise ConfigError(f"{place}: {reason}")


def _variable(place: str, value: object) -> str:
    if not isinstance(value, str) or not _VARIABLE.fullmatch(value):
        # What stands there may be the key itself, so it is not shown.
        raise ConfigError(
            f"{place}: `api-key-variable` is the name of a variable such as"
            f" `{API_KEY_VARIABLE}`, never the key itself"
        )
    return value
