"""What the commands of `revox-lint push` have in common: options, errors, places."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from revox_lint.api import LintOptions
from revox_lint.cli.exit_codes import Exit
from revox_lint.config import Config, ConfigError, read
from revox_lint.workspace import NoSuchPathError

if TYPE_CHECKING:
    from revox_lint.push.definitions import Definitions
    from revox_lint.push.environment import Target

Command = Callable[..., Any]

VERSION = 1
"""Of the JSON objects; raised when something that is there changes its meaning or goes."""


@dataclass(frozen=True, slots=True)
class Place:
    """What every command here needs: the configuration, and the environment's name."""

    choice: LintOptions
    env: str | None
    as_json: bool


class RefusalError(Exception):
    """A command that ends early, with one line and an exit code."""

    def __init__(self, message: str, code: Exit = Exit.USAGE) -> None:
        """Takes the line and the code."""
        super().__init__(message)
        self.code = code


def common(command: Command) -> Command:
    """Gives a command the options that all of them have, and turns errors into exit codes."""

    @click.option("--env", metavar="NAME", help="The environment: the table [env.NAME].")
    @click.option(
        "--config",
        "config_path",
        metavar="FILE",
        type=click.Path(path_type=Path),
        help="Use this configuration file for every file.",
    )
    @click.option("--isolated", is_flag=True, help="Read no configuration file.")
    @click.option("--json", "as_json", is_flag=True, help="Write one JSON object instead of text.")
    @wraps(command)
    def wrapped(
        *args: Any,
        env: str | None,
        config_path: Path | None,
        isolated: bool,
        as_json: bool,
        **kwargs: Any,
    ) -> int:
        from revox_lint.push.errors import LockError, RevoxError
        from revox_lint.push.printable import one_line

        code = Exit.USAGE
        try:
            if isolated and config_path is not None:
                raise RefusalError("--isolated and --config exclude each other")
            config = None
            if isolated:
                config = Config(Path.cwd())
            elif config_path is not None:
                config = read(config_path)
            place = Place(LintOptions(config=config), env, as_json)
            return int(command(*args, place=place, **kwargs))
        except (ConfigError, NoSuchPathError, LockError, RevoxError) as error:
            message = one_line(str(error), 1000)
        except RefusalError as error:
            message, code = one_line(str(error), 1000), error.code
        except ModuleNotFoundError as error:
            if error.name not in ("httpx", "filelock"):
                raise
            message = f"push needs {error.name}: pip install 'revox-lint[push]'"
        if as_json:
            echo(json.dumps({"version": VERSION, "error": message, "exit_code": int(code)}))
        echo(f"Error: {message}" if code is Exit.USAGE else message, err=True)
        return code

    return wrapped


def config_of(paths: Sequence[str], place: Place) -> tuple[Config, Path]:
    from revox_lint.push.definitions import folder_of

    folder = folder_of(paths)
    return place.choice.config_for(folder), folder


def read_found(paths: Sequence[str], place: Place, root: Path, target: Target) -> Definitions:
    from revox_lint.push.definitions import read_definitions

    return read_definitions(paths, place.choice, root, target.environment.overrides)


def echo(text: str, *, err: bool = False) -> None:
    try:
        click.echo(text, err=err)
    except OSError:
        # Nobody reads on, or the disk is full: no reason to leave assistants half pushed.
        stream = sys.stderr if err else sys.stdout
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())
