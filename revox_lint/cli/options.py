"""Options that several commands have: which rules and which configuration count."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from revox_lint.api import LintOptions
from revox_lint.cli.exit_codes import Exit
from revox_lint.config import Config, ConfigError, always, read, rule_names
from revox_lint.contract.contract import VERSIONS, UnknownContract, load
from revox_lint.report.sanitize import inert
from revox_lint.rule import ALWAYS, FAMILIES, SHIPPED
from revox_lint.workspace import NoSuchPathError

Command = Callable[..., Any]


class UnusableError(click.ClickException):
    """A configuration or a path that cannot be used; how a command is called is not the cause."""

    exit_code = Exit.USAGE


def contract_option(default: str | None = None) -> Callable[[Command], Command]:
    """Give a command the option `--contract`, a version that exists."""
    return click.option(
        "--contract",
        metavar="VERSION",
        default=default,
        show_default=True,
        help="The version of the Revox API's contract.",
        callback=_known_version,
        shell_complete=lambda ctx, param, text: [one for one in VERSIONS if one.startswith(text)],
    )


def _known_version(ctx: click.Context, param: click.Parameter, given: str | None) -> str | None:
    try:
        return given if given is None or ctx.resilient_parsing else load(given).version
    except UnknownContract as error:
        raise click.UsageError(f"--contract: {inert(str(error))}") from None


def complete_rules(ctx: click.Context, param: click.Parameter, text: str) -> list[str]:
    """Return the rules and families that complete the last of `text`, names with commas."""
    before, comma, last = text.rpartition(",")
    return [f"{before}{comma}{name}" for name in (*FAMILIES, *SHIPPED) if name.startswith(last)]


def configured(command: Command) -> Command:
    """Give a command the options that choose the configuration; `chosen_config` reads them."""
    command = click.option("--isolated", is_flag=True, help="Read no configuration file.")(command)
    return click.option(
        "--config",
        "config_path",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Use this configuration file for every file.",
    )(command)


def chosen_config(config_path: Path | None, isolated: bool) -> Config | None:
    """Return the configuration for every file, None for the nearest of each.

    Raises ConfigError when it cannot be used.
    """
    if isolated and config_path is not None:
        raise ConfigError("--isolated and --config exclude each other")
    if isolated:
        return Config(Path.cwd())
    return None if config_path is None else read(config_path)


def linting(command: Command) -> Command:
    """Give a command the options for rules and configuration, as one `options` argument.

    A configuration or a path that cannot be used becomes a usage error.
    """

    @click.option(
        "--select",
        metavar="RULES",
        multiple=True,
        help="Run only these rules.",
        shell_complete=complete_rules,
    )
    @click.option(
        "--ignore",
        metavar="RULES",
        multiple=True,
        help="Do not run these rules.",
        shell_complete=complete_rules,
    )
    @contract_option()
    @configured
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
            config = chosen_config(config_path, isolated)
            chosen = _split("--select", select), _split("--ignore", ignore)
            options = _options(*chosen, contract, config)
            return command(*args, options=options, **kwargs)
        except (ConfigError, NoSuchPathError) as error:
            lines = [inert(line) for line in str(error).splitlines()]
            raise UnusableError("\nError: ".join(lines)) from None

    return wrapped


def _options(
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    contract: str | None,
    config: Config | None,
) -> LintOptions:
    rule_names(select + ignore)
    for name in ignore:
        if name in ALWAYS:
            raise click.UsageError(f"--ignore: {always(name)}")
    return LintOptions(config=config, select=select, ignore=ignore, contract=contract)


def _split(option: str, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return names that are given one by one or separated by commas; none at all is an error."""
    for one in given:
        if not one.strip(", "):
            raise click.UsageError(f"{option}: `{one}` names no rule; `revox-lint rule` lists them")
    return tuple(name.strip() for one in given for name in one.split(",") if name.strip())
