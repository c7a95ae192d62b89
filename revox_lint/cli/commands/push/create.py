"""`revox-lint push [create] [PATHS]`: create each assistant once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from revox_lint.cli.commands.push._options import VERSION, PushOptions, RefusalError, common, echo
from revox_lint.cli.exit_codes import Exit

if TYPE_CHECKING:
    from revox_lint.push.definitions import Definitions


@click.command(epilog="Example: revox-lint push assistants/ --env staging --dry-run")
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@common
@click.option("--dry-run", is_flag=True, help="Show the plan; open no socket, write nothing.")
@click.option("--yes", "-y", is_flag=True, help="Do not ask; required without a terminal.")
@click.option(
    "--recreate",
    is_flag=True,
    help="Create a new assistant for a changed definition; the old one remains.",
)
@click.option("--fail-fast", is_flag=True, help="Stop at the first that is not created.")
@click.option("--confirm", metavar="NAME", help="The environment again, if it is protected.")
def command(
    paths: tuple[str, ...],
    options: PushOptions,
    dry_run: bool,
    yes: bool,
    recreate: bool,
    fail_fast: bool,
    confirm: str | None,
) -> int:
    """Create assistants from definitions, each once, and remember them in revox.lock.json.

    Definitions are linted first; an error in any stops everything. The API key comes from
    the variable REVOX_API_KEY. Without a path: what the configuration includes, else the
    folder assistants/. (Write ./status for a folder with the name of a command below.)

    Exit codes: 0 created or up to date, 1 a definition was refused, 2 usage, configuration
    or lock, 3 nothing to push, 4 some were not created, 5 for some it is unknown whether
    they were created, 130 interrupted.
    """
    from revox_lint.cli.commands.push._session import Session
    from revox_lint.push.definitions import read_definitions
    from revox_lint.push.lock_file import hold, read_lock
    from revox_lint.push.lock_path import check_single

    found = options.paths(paths)
    if not found:
        raise RefusalError(
            "nothing to push: no path is given or configured, and there is no folder assistants/",
            Exit.NOTHING,
        )
    scope = options.scope(found)
    # Before the lint: with a lock that cannot be used, nothing else matters.
    locked = read_lock(scope.lock_file)
    scope.entries(locked)
    definitions = read_definitions(found, options.lint, scope)
    _stop_at_errors(definitions, options)
    check_single(scope.lock_file, [scope.root / file for file in definitions.files])
    session = Session(options, scope, definitions)
    if dry_run:
        return session.preview(locked, recreate)
    name = scope.target.name
    if scope.target.environment.protected and confirm != name:
        raise RefusalError(f"the environment `{name}` is protected; add `--confirm {name}`")
    if confirm is not None and confirm != name:
        raise RefusalError(f"`--confirm {confirm}`, but the environment is `{name}`")
    with hold(scope.lock_file) as held:
        return session.push(held, recreate, yes, fail_fast)


def _stop_at_errors(definitions: Definitions, options: PushOptions) -> None:
    from revox_lint.report.reporters.json import diagnostic

    linted = definitions.linted
    if definitions.may_be_sent:
        if not definitions.sound:
            raise RefusalError("nothing to push: no assistant among the files", Exit.NOTHING)
        return
    code = Exit.BUG if linted.crashed else Exit.FINDINGS
    if options.as_json:
        report = {
            "version": VERSION,
            "error": "nothing was pushed: there are errors",
            "errors": definitions.errors,
            "diagnostics": [diagnostic(one) for one in linted.diagnostics],
            "exit_code": int(code),
        }
        echo(json.dumps(report, indent=2, ensure_ascii=False))
        raise click.exceptions.Exit(code)
    from revox_lint.push.printable import one_line
    from revox_lint.report import Style
    from revox_lint.report.reporters.concise import render

    for piece in render(linted, Style()) if linted.diagnostics else ():
        echo(piece.rstrip("\n"))
    for line in definitions.errors:
        echo(one_line(line, 1000))
    raise RefusalError("nothing was pushed: there are errors", code)
