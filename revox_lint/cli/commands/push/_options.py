"""What the commands of `push` share: their options, and how their errors end."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from revox_lint import api
from revox_lint.api import LintOptions
from revox_lint.cli.exit_codes import Exit
from revox_lint.cli.options import chosen_config, configured
from revox_lint.config import ConfigError
from revox_lint.workspace import NoSuchPathError

if TYPE_CHECKING:
    from revox_lint.push.scope import Scope

Command = Callable[..., Any]

VERSION: Final = 1
"""Of the JSON objects; raised when something that is there changes its meaning or goes."""


class PushOptions(NamedTuple):
    """The options of every command of `push`; `flags` are those that chose the configuration."""

    lint: LintOptions
    env: str | None
    as_json: bool
    flags: tuple[str, ...]

    def paths(self, given: Sequence[str]) -> list[str]:
        """Return the paths that were given, or the default ones."""
        return list(given) or [str(path) for path in api.default_paths(self.lint)]

    def scope(self, paths: Sequence[str | Path]) -> Scope:
        """Return the environment and the lock for definitions; raises as `scope_of`."""
        from revox_lint.push.scope import scope_of

        return scope_of(paths, self.lint, self.env, self.flags)


class RefusalError(Exception):
    """A command that ends early, with one line and an exit code."""

    def __init__(self, message: str, code: Exit = Exit.USAGE) -> None:
        """Take the line and the code."""
        super().__init__(message)
        self.code = code


def common(command: Command) -> Command:
    """Give a command the shared options, as one `options`, and turn errors into exit codes."""

    @click.option("--env", metavar="NAME", help="The environment: the table [env.NAME].")
    @configured
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
        _unwritten.clear()
        try:
            lint = LintOptions(config=chosen_config(config_path, isolated))
            flags: tuple[str, ...] = ("--isolated",) if isolated else ()
            flags = flags if config_path is None else ("--config", str(config_path))
            done = command(*args, options=PushOptions(lint, env, as_json, flags), **kwargs)
            return _with_output(int(done))
        except click.exceptions.Exit as done:
            return _with_output(done.exit_code)
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
        return _with_output(code)

    return wrapped


_unwritten: list[str] = []
"""Why standard output could not be written; empty while it can."""


def _with_output(code: int) -> int:
    """Return the exit code of a command, and say that its output could not be written.

    What became of a push is more important than that nobody could read it.
    """
    if _unwritten:
        echo(f"Error: cannot write to standard output: {_unwritten[0]}", err=True)
    return Exit.USAGE if _unwritten and code < Exit.PUSH_FAILED else code


def echo(text: str, *, err: bool = False) -> None:
    """Write a line; a reader that is gone, or a full disk, does not end a push."""
    try:
        click.echo(text, err=err)
    except OSError as error:
        if not err and not isinstance(error, BrokenPipeError):
            _unwritten.append(str(error.strerror))
        stream = sys.stderr if err else sys.stdout
        with Path(os.devnull).open("w") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())


def echo_done(lines: Sequence[str], options: PushOptions) -> int:
    """Write what was done to entries, a line for each; return the exit code."""
    from revox_lint.push.printable import one_line

    if options.as_json:
        echo(json.dumps({"version": VERSION, "messages": list(lines), "exit_code": 0}))
    else:
        for line in lines:
            echo(one_line(line, 1000))
    return Exit.CLEAN
