"""The environment that a push is for: found in the configuration, with a base URL to use."""

from __future__ import annotations

from revox_lint.config import Config, ConfigError, closest
from revox_lint.environment import DEFAULT_ENVIRONMENT, Environment
from revox_lint.push.address import assistants_url
from revox_lint.push.errors import ConfigurationError


def environment(config: Config, name: str | None) -> Environment:
    """Returns the environment called `name`, or the default one when None.

    Raises ConfigError when there is none of that name, or its base URL cannot be used.
    """
    wanted = DEFAULT_ENVIRONMENT if name is None else name
    found = config.env.get(wanted)
    if found is None:
        if wanted == DEFAULT_ENVIRONMENT:
            return Environment()
        known = closest(wanted, config.env)
        raise ConfigError(f"there is no environment `{wanted}`: no table [env.{wanted}]{known}")
    if found.base_url is not None:
        try:
            assistants_url(found.base_url, "`base-url`")
        except ConfigurationError as error:
            raise ConfigError(f"{config.path}: [env.{wanted}]: {error}") from None
    return found
