"""`revox-lint push status [PATHS]`: definitions and lock compared, offline."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from revox_lint.cli.commands.push._options import VERSION, PushOptions, common, echo
from revox_lint.cli.exit_codes import Exit

if TYPE_CHECKING:
    from revox_lint.push.status import Standing


@click.command(epilog="Example: revox-lint push status assistants/ --env prod")
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@common
def command(paths: tuple[str, ...], options: PushOptions) -> int:
    """Compare definitions with the lock. Sends nothing and writes nothing.

    Exit codes: 0 up to date or new, 1 a definition was changed, has an error or a name that
    is taken, 5 one is pending.
    """
    from revox_lint.push.definitions import read_definitions
    from revox_lint.push.lock_file import read_lock
    from revox_lint.push.lock_path import check_single
    from revox_lint.push.status import State, compare

    found = options.paths(paths)
    scope = options.scope(found)
    lock = read_lock(scope.lock_file)
    scope.entries(lock)
    definitions = read_definitions(found, options.lint, scope)
    check_single(scope.lock_file, [scope.root / file for file in definitions.files])
    standings = list(compare(definitions, lock, scope))
    states = {one.state for one in standings}
    code = Exit.CLEAN
    if states & {State.CHANGED, State.ERRORS, State.NAME_TAKEN}:
        code = Exit.FINDINGS
    if State.PENDING in states:
        code = Exit.PUSH_UNKNOWN
    _write(standings, scope.target.name, options, code)
    return code


def _write(standings: Sequence[Standing], env: str, options: PushOptions, code: Exit) -> None:
    from revox_lint.push.printable import printable

    if options.as_json:
        report = {
            "version": VERSION,
            "environment": env,
            "definitions": [
                {"path": one.key, "state": one.state, "id": one.id, "message": one.reason or None}
                for one in standings
            ],
            "exit_code": int(code),
        }
        echo(json.dumps(report, indent=2, ensure_ascii=False))
        return
    for one in standings:
        id_ = f" {one.id}" if one.id else ""
        about = f": {one.reason}" if one.reason else ""
        echo(printable(f"{one.state:<10} {one.key}{id_}{about}"))
    echo(f"{len(standings)} in environment {env}.")
