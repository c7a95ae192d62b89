"""`revox-lint push [PATHS]`: create each assistant once; `adopt`, `forget` and `status`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from revox_lint import api
from revox_lint.cli.commands._push_common import (
    VERSION,
    Place,
    RefusalError,
    common,
    config_of,
    echo,
    read_found,
)
from revox_lint.cli.commands._push_entries import SUBCOMMANDS
from revox_lint.cli.exit_codes import Exit

if TYPE_CHECKING:
    from revox_lint.push.definitions import Definitions


class PushCommand(click.Command):
    """The command itself, or one of `adopt`, `forget` and `status` when that is named first."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Makes the context of the command that the arguments name."""
        at = _first_argument(args)
        if at is not None and (named := SUBCOMMANDS.get(args[at])) is not None:
            rest = [*args[:at], *args[at + 1 :]]
            return named.make_context(f"{info_name} {args[at]}", rest, parent, **extra)
        return super().make_context(info_name, args, parent, **extra)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands below."""
        super().format_options(ctx, formatter)
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, one.get_short_help_str(70)) for name, one in SUBCOMMANDS.items()]
            )

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """Offers the commands below beside options and paths."""
        from click.shell_completion import CompletionItem

        named = [
            CompletionItem(name, help=one.get_short_help_str())
            for name, one in SUBCOMMANDS.items()
            if name.startswith(incomplete)
        ]
        return [*named, *super().shell_complete(ctx, incomplete)]


_VALUED = frozenset({"--env", "--config", "--confirm"})


def _first_argument(args: Sequence[str]) -> int | None:
    at = 0
    while at < len(args):
        if args[at] == "--":
            return None
        if not args[at].startswith("-"):
            return at
        at += 2 if args[at] in _VALUED else 1
    return None


@click.command(
    cls=PushCommand,
    epilog="Example: revox-lint push assistants/ --env staging --dry-run",
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@common
@click.option("--dry-run", is_flag=True, help="Show the plan; open no socket, write nothing.")
@click.option("--yes", "-y", is_flag=True, help="Do not ask. Needed where nobody can be asked.")
@click.option(
    "--recreate",
    is_flag=True,
    help="Create a changed definition anew; the assistant created before remains.",
)
@click.option("--fail-fast", is_flag=True, help="Stop at the first one that is not created.")
@click.option("--confirm", metavar="NAME", help="The environment again, if it is protected.")
def command(
    paths: tuple[str, ...],
    place: Place,
    dry_run: bool,
    yes: bool,
    recreate: bool,
    fail_fast: bool,
    confirm: str | None,
) -> int:
    """Create assistants from definitions, each once, and remember them in revox.lock.json.

    Definitions are linted first; an error in any stops everything. The API key comes from
    the variable REVOX_API_KEY. Without a path: what the configuration includes, else the
    folder assistants/. (A folder that is called like a command below is given as ./status.)

    Exit codes: 0 all as it should be, 1 a definition was refused, 2 usage, configuration or
    lock, 3 nothing to push, 4 some were not created, 5 of some it is not known, 130
    interrupted.
    """
    from revox_lint.cli.commands._push_session import Session
    from revox_lint.push.environment import target as target_of
    from revox_lint.push.lock_file import hold, read_lock
    from revox_lint.push.lock_path import check_single, lock_path

    found = list(paths) or [str(path) for path in api.default_paths(place.choice)]
    if not found:
        raise RefusalError(
            "nothing to push: no path is given, none is configured, and there is no folder"
            " assistants/ here",
            Exit.NOTHING,
        )
    config, folder = config_of(found, place)
    target = target_of(config, place.env)
    lock_file = lock_path(config, folder)
    # Before the lint: with a lock that cannot be used, nothing else matters.
    locked = read_lock(lock_file)
    locked.entries(target.name, target.server)
    definitions = read_found(found, place, lock_file.parent, target)
    _stop_at_errors(definitions, place)
    check_single(lock_file, [lock_file.parent / file for file in definitions.files])
    if dry_run:
        session = Session(place, target, lock_file, definitions)
        return session.preview(locked, recreate)
    if target.environment.protected and confirm != target.name:
        raise RefusalError(
            f"the environment `{target.name}` is protected: give `--confirm {target.name}` too"
        )
    if confirm is not None and confirm != target.name:
        raise RefusalError(f"`--confirm {confirm}`, but the environment is `{target.name}`")
    with hold(lock_file) as held:
        session = Session(place, target, lock_file, definitions)
        return session.push(held, recreate, yes, fail_fast)


def _stop_at_errors(definitions: Definitions, place: Place) -> None:
    from revox_lint.report.reporters.json import diagnostic

    linted = definitions.linted
    if definitions.may_be_sent:
        if not definitions.sound:
            raise RefusalError(
                "nothing to push: there is no assistant among the files", Exit.NOTHING
            )
        return
    code = Exit.BUG if linted.crashed else Exit.FINDINGS
    if place.as_json:
        said = {
            "version": VERSION,
            "error": "nothing was pushed: there are errors",
            "errors": definitions.errors,
            "diagnostics": [diagnostic(one) for one in linted.diagnostics],
            "exit_code": int(code),
        }
        echo(json.dumps(said, indent=2, ensure_ascii=False))
        raise click.exceptions.Exit(code)
    from revox_lint.push.printable import one_line
    from revox_lint.report import Style
    from revox_lint.report.reporters.concise import render

    for piece in render(linted, Style()):
        echo(piece.rstrip("\n"))
    for line in definitions.errors:
        echo(one_line(line, 1000))
    raise RefusalError("nothing was pushed: there are errors", code)
