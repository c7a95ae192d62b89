"""The command line: `revox-lint [COMMAND]`, with `check` as the command when none is named.

A command is a module of `revox_lint/cli/commands/` that defines `command`; it is imported
when it is called, or when `--help` lists them all.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Sequence

import click

from revox_lint.cli.exits import Exit

DEFAULT = "check"


class CommandFolder(click.Group):
    """A group whose commands are the modules of a folder, `check` being the default."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the alphabet."""
        from revox_lint.cli import commands

        return sorted(
            info.name.replace("_", "-")
            for info in pkgutil.iter_modules(commands.__path__)
            if not info.name.startswith("_")
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module; None when there is no such command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        name = cmd_name.replace("-", "_")
        module = importlib.import_module(f"revox_lint.cli.commands.{name}")
        command: click.Command = module.command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command before arguments that begin with none."""
        own = {"--help", "-h", "--version"}
        if not args or (args[0] not in own and args[0] not in self.list_commands(ctx)):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Both forms: with a command, and without for a check."""
        formatter.write_usage(ctx.command_path, "[check] [OPTIONS] [PATHS]...")
        formatter.write_usage(ctx.command_path, "COMMAND [OPTIONS] [ARGS]...", "       ")


@click.group(
    cls=CommandFolder,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: revox-lint assistants/",
)
@click.version_option(package_name="revox-lint", prog_name="revox-lint")
def group() -> None:
    """Find the mistakes in Revox assistant definitions before anybody's phone rings.

    A bare path means `check`: `revox-lint assistants/`. Exit codes: 0 clean, 1 findings,
    2 usage or configuration, 3 nothing to check, 4 and 5 pushes, 70 a bug, 130 interrupted.
    """


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and exit; no exception of ours reaches the user as a traceback."""
    sys.exit(run(sys.argv[1:] if args is None else list(args)))


def run(args: list[str]) -> int:
    """Run the command line with `args`; answers the exit code."""
    _write_utf8()
    try:
        code = group.main(args=args, prog_name="revox-lint", standalone_mode=False)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.Abort:
        click.echo("Interrupted.", err=True)
        return Exit.INTERRUPTED
    except KeyboardInterrupt:
        click.echo("Interrupted.", err=True)
        return Exit.INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        _silence_output()
        return Exit.CLEAN
    except Exception as error:
        return _bug(error)
    return int(code) if isinstance(code, int) else Exit.CLEAN


def _write_utf8() -> None:
    """Messages quote what stands in files: a terminal of another encoding must not stop them."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _silence_output() -> None:
    """The reader of a pipe is gone: nothing more is written, not even at the end."""
    import os

    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())


def _bug(error: Exception) -> int:
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}"
    click.echo(
        f"revox-lint failed with {type(error).__name__}: {error} ({place}). "
        "This is a bug in revox-lint, please report it.",
        err=True,
    )
    return Exit.BUG
