"""The click group: `revox-lint [COMMAND]`, with `check` as the command when none is named.

A command is a module of `revox_lint/cli/commands/` that defines `command`; it is imported
when it is called, or when `--help` lists them all.
"""

from __future__ import annotations

import importlib
import pkgutil

import click

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
