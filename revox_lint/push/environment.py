"""The environment that a push is for: found in the configuration, with a base URL to use."""

from __future__ import annotations

import os
from typing import NamedTuple

from revox_lint.config import Config, ConfigError
from revox_lint.environment import DEFAULT_ENVIRONMENT, Environment
from revox_lint.push.address import assistants_url, base_url_of, normalized
from revox_lint.push.api_key import ApiKey
from revox_lint.push.errors import ConfigurationError
from revox_lint.text.suggest import did_you_mean


class Target(NamedTuple):
    """An environment, and the server that it means.

    `base_url` is as it was given, `called` what a message calls it; `server` is the same in
    the one spelling that the lock keeps.
    """

    environment: Environment
    base_url: str
    called: str

    @property
    def name(self) -> str:
        """The environment's name."""
        return self.environment.name

    @property
    def url(self) -> str:
        """Where assistants are posted to."""
        return assistants_url(self.base_url, self.called)

    @property
    def server(self) -> str:
        """The base URL, normalized."""
        return normalized(self.base_url)


def target_of(config: Config, name: str | None) -> Target:
    """Return the environment called `name` and its server, the default one when None.

    Raises ConfigError when there is no such environment, or its base URL cannot be used;
    ConfigurationError when that of REVOX_BASE_URL cannot be used.
    """
    environment = _environment(config, name)
    base_url, called = base_url_of(environment.base_url, f"`base-url` of [env.{environment.name}]")
    key = os.environ.get(environment.key_variable)
    if key and ApiKey(key, environment.key_variable).is_in(base_url):
        raise ConfigurationError(f"{called} contains the API key in `{environment.key_variable}`")
    try:
        assistants_url(base_url, called)
    except ConfigurationError as error:
        if environment.base_url is None:
            raise
        raise ConfigError(f"{config.path}: {error}") from None
    return Target(environment, base_url, called)


def _environment(config: Config, name: str | None) -> Environment:
    wanted = DEFAULT_ENVIRONMENT if name is None else name
    found = config.env.get(wanted)
    if found is not None:
        return found
    if wanted == DEFAULT_ENVIRONMENT:
        return Environment()
    hint = did_you_mean(wanted, config.env)
    raise ConfigError(f"unknown environment `{wanted}`: no table [env.{wanted}]{hint}")
