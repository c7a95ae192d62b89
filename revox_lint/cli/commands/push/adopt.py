"""`revox-lint push adopt FILE ID`: say which assistant a definition is."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from revox_lint.cli.commands.push._options import PushOptions, RefusalError, common, echo_done


@click.command(epilog="Example: revox-lint push adopt assistants/sales.yaml 5f1d…")
@click.argument("file")
@click.argument("assistant_id", metavar="ID")
@common
def command(file: str, assistant_id: str, options: PushOptions) -> int:
    """Say which assistant FILE is: after an unknown outcome, or one made elsewhere.

    Sends nothing. In a file of several documents, FILE is `file.yaml#Name`.
    """
    from revox_lint.cli.commands.push._entry import entry_key, path_of, scope_of_entry
    from revox_lint.push.adopt import adopt
    from revox_lint.push.definitions import gone, read_definitions
    from revox_lint.push.lock_file import hold
    from revox_lint.push.plan import make_plan

    scope = scope_of_entry(file, options)
    with hold(scope.lock_file) as held:
        entries = scope.entries(held.content)
        key = entry_key(file, scope, entries)
        step = None
        path = path_of(file)
        if path.is_file():
            definitions = read_definitions([path], options.lint, scope)
            steps = make_plan(definitions.sound, entries, gone(scope.root, definitions), scope)
            named = [one for one in steps if one.key == key] or list(steps)
            if len(named) > 1:
                names = ", ".join(f"`{one.key}`" for one in named)
                raise RefusalError(f"`{file}` has several definitions; give one of {names}")
            step = named[0] if named else None
            key = key if step is None or key in entries else step.key
        time = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        line = adopt(held, scope, key, step, assistant_id, time)
    return echo_done([line], options)
