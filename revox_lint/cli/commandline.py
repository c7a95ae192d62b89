"""The click group: `revox-lint [COMMAND]`, with `check` as the command when none is named.

A command is a module of `revox_lint/cli/commands/` that defines `command`; it is imported
when it is called, or when `--help` lists them all. A folder there is a group of commands.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
from typing import TYPE_CHECKING, Any

import click

from revox_lint.text.suggest import suggest

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


_OTHER_WORDS = {
    "explain": "rule",
    "help": "--help",
    "lint": "check",
    "rules": "rule",
    "fields": "field",
}
"""Commands of other linters, and what they are called here."""


class CommandList(click.Group):
    """A group whose help has the whole first sentence of each command."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write every command with the whole first sentence of its help."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, one.get_short_help_str(1000)) for name, one in commands if one is not None]
            )


class CommandFolder(CommandList):
    """A group whose commands are the modules of a package, one of them the default."""

    def __init__(self, *args: Any, package: str, default: str, **attributes: Any) -> None:
        """Take the dotted name of the package, and the name of the default command."""
        super().__init__(*args, **attributes)
        self._package = package
        self._default = default

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the sorted names of the commands."""
        folder = importlib.import_module(self._package)
        return sorted(
            info.name.replace("_", "-")
            for info in pkgutil.iter_modules(folder.__path__)
            if not info.name.startswith("_")
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module; None when there is no such command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        name = cmd_name.replace("-", "_")
        module = importlib.import_module(f"{self._package}.{name}")
        command: click.Command = module.command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command before arguments that do not begin with a command."""
        if not ctx.resilient_parsing:
            self.check_empty(args)
        own = {"--help", "-h", "--version"}
        if not args or (args[0] not in own and args[0] not in self.list_commands(ctx)):
            # A shell that completes the first word is offered the commands, too.
            args = args if ctx.resilient_parsing and not args else [self._default, *args]
            self.check_word(ctx, next(iter(args[1:]), ""))
        return super().parse_args(ctx, args)

    def check_empty(self, args: list[str]) -> None:
        """Raise UsageError for an empty argument: an unset variable never means everything."""
        for at, arg in enumerate(args):
            option, equals, value = arg.partition("=")
            if not arg or (option.startswith("--") and equals and not value):
                after = f"the argument after `{args[at - 1]}`" if at else "an argument"
                which = f"the value of `{option}`" if arg else after
                raise click.UsageError(f"{which} is empty: is a variable of the shell unset?")

    def check_word(self, ctx: click.Context, word: str) -> None:
        """Raise UsageError for a word that is no path, and much like the name of a command."""
        if ctx.resilient_parsing or not re.fullmatch(r"\w[\w-]*", word) or os.path.lexists(word):
            return
        meant = _OTHER_WORDS.get(word) or suggest(word, self.list_commands(ctx), least=0.6)
        if meant == "--help" or meant in self.list_commands(ctx):
            kind = "option" if meant == "--help" else "command"
            raise click.UsageError(
                f"no such command, file or folder: `{word}`; did you mean the {kind} `{meant}`?"
            )

    def default_command(self, ctx: click.Context) -> click.Command:
        """Import the default command."""
        command = self.get_command(ctx, self._default)
        assert command is not None  # noqa: S101 (a module of the package)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer the commands, and what the default command takes."""
        default = self.default_command(ctx)
        found = super().shell_complete(ctx, incomplete) + default.shell_complete(ctx, incomplete)
        for param in default.params:
            if isinstance(param, click.Argument):
                found += param.shell_complete(ctx, incomplete)
        return found

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write both forms: with a command, and without one for a check."""
        formatter.write_usage(ctx.command_path, "[check] [OPTIONS] [PATHS]...")
        formatter.write_usage(ctx.command_path, "COMMAND [OPTIONS] [ARGS]...", "       ")


@click.group(
    cls=CommandFolder,
    package="revox_lint.cli.commands",
    default="check",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: revox-lint assistants/",
)
@click.version_option(package_name="revox-lint", prog_name="revox-lint")
def group() -> None:
    """Find the mistakes in Revox assistant definitions before anybody's phone rings.

    A bare path means `check`: `revox-lint assistants/`. Exit codes: 0 clean, 1 findings,
    2 usage or configuration, 3 nothing to check, 4 and 5 pushes, 70 a bug, 130 interrupted.
    """
