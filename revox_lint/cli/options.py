"""Options that every command which lints has in common."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from revox_lint.api import LintOptions
from revox_lint.config import Config, ConfigError, read, rule_names
from revox_lint.contract.contract import VERSIONS
from revox_lint.workspace import NoSuchPathError

Command = Callable[..., Any]


def linting(command: Command) -> Command:
    """Give a command the options that choose rules and configuration, as one `choice`.

    A configuration or a path that cannot be used becomes a usage error.
    """

    @click.option("--select", metavar="RULES", multiple=True, help="Run only these rules.")
    @click.option("--ignore", metavar="RULES", multiple=True, help="Leave these rules out.")
    @click.option("--contract", metavar="VERSION", help="The version of the Revox API's contract.")
    @click.option(
        "--config",
        "config_path",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Use this configuration file for every file.",
    )
    @click.option("--isolated", is_flag=True, help="Read no configuration file.")
    @wraps(command)
    def wrapped(
        *args: Any,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        contract: str | None,
        config_path: Path | None,
        isolated: bool,
        **kwargs: Any,
    ) -> Any:
        try:
            choice = _choice(_split(select), _split(ignore), contract, config_path, isolated)
            return command(*args, choice=choice, **kwargs)
        except (ConfigError, NoSuchPathError) as error:
            raise click.UsageError(str(error)) from None

    return wrapped


def _choice(
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    contract: str | None,
    config_path: Path | None,
    isolated: bool,
) -> LintOptions:
    if isolated and config_path is not None:
        raise click.UsageError("--isolated and --config exclude each other")
    if contract is not None and contract not in VERSIONS:
        known = ", ".join(VERSIONS)
        raise click.UsageError(f"unknown contract version `{contract}`: known are {known}")
    rule_names(select + ignore)
    config = None
    if isolated:
        config = Config(Path.cwd())
    elif config_path is not None:
        config = read(config_path)
    return LintOptions(config=config, select=select, ignore=ignore, contract=contract)


def _split(given: tuple[str, ...]) -> tuple[str, ...]:
    """Rules can be given one by one or separated by commas."""
    return tuple(name.strip() for one in given for name in one.split(",") if name.strip())
