"""`revox-lint push forget FILE...`: take definitions out of the lock."""

from __future__ import annotations

import click

from revox_lint.cli.commands.push._options import PushOptions, common, echo_done


@click.command(epilog="Example: revox-lint push forget assistants/sales.yaml")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@common
def command(files: tuple[str, ...], options: PushOptions) -> int:
    """Take FILE out of the lock: nothing was created, or the assistant is no longer wanted.

    Sends nothing. In a file of several documents, FILE is `file.yaml#Name`.
    """
    from revox_lint.cli.commands.push._entry import entry_key, scope_of_entry
    from revox_lint.push.forget import forget
    from revox_lint.push.lock_file import hold

    lines = []
    for file in files:
        scope = scope_of_entry(file, options)
        with hold(scope.lock_file) as held:
            key = entry_key(file, scope, scope.entries(held.content))
            gone = not (scope.root / key.partition("#")[0]).exists()
            lines.append(forget(held, scope, key, gone=gone))
    return echo_done(lines, options)
