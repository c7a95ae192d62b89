"""`revox-lint push [COMMAND]`: assistants created, adopted, forgotten, compared; one file each."""

from __future__ import annotations

import click

from revox_lint.cli.commandline import CommandFolder


class PushFolder(CommandFolder):
    """The commands of `push`: options may be given before the command, and `--help` shows all."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command before the options: `push --env prod status`."""
        at = self._first_argument(ctx, args)
        if at is not None and args[at] in self.list_commands(ctx):
            args = [args[at], *args[:at], *args[at + 1 :]]
        elif at is not None:
            self.check_word(ctx, args[at])
        return super().parse_args(ctx, args)

    def _first_argument(self, ctx: click.Context, args: list[str]) -> int | None:
        options = [one for one in self.default_command(ctx).params if isinstance(one, click.Option)]
        valued = {name for one in options if not one.is_flag for name in one.opts}
        at = 0
        while at < len(args) and args[at] != "--":
            if not args[at].startswith("-"):
                return at
            at += 2 if args[at] in valued else 1
        return None

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show both forms: with a command, and without one."""
        formatter.write_usage(ctx.command_path, "[OPTIONS] [PATHS]...")
        formatter.write_usage(ctx.command_path, "COMMAND [OPTIONS] [ARGS]...", "       ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the help of the default command."""
        self.default_command(ctx).format_help_text(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options of the default command, then the commands."""
        self.default_command(ctx).format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the example of the default command."""
        self.default_command(ctx).format_epilog(ctx, formatter)


@click.group(cls=PushFolder, package=__name__, default="create")
def command() -> None:
    """Create assistants from definitions, each once, and remember them in revox.lock.json."""
