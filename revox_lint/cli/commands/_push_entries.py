"""`push adopt`, `push forget` and `push status`: the lock, settled and shown offline."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

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
from revox_lint.cli.exit_codes import Exit

if TYPE_CHECKING:
    from revox_lint.push.environment import Target
    from revox_lint.push.lock import LockEntry


@click.command(epilog="Example: revox-lint push adopt assistants/sales.yaml 5f1d…")
@click.argument("file")
@click.argument("assistant_id", metavar="ID")
@common
def adopt(file: str, assistant_id: str, place: Place) -> int:
    """Say which assistant FILE is: after an unknown outcome, or one made elsewhere.

    Sends nothing. In a file of several documents, FILE is `file.yaml#Name`.
    """
    from revox_lint.push.definitions import gone
    from revox_lint.push.lock_file import hold
    from revox_lint.push.plan import make_plan
    from revox_lint.push.settle import adopt as settle

    target, lock_file = _target(file, place)
    with hold(lock_file) as held:
        entries = held.content.entries(target.name, target.server)
        key = _key(file, lock_file.parent, entries)
        step = None
        path = _path(file)
        if path.is_file():
            definitions = read_found([str(path)], place, lock_file.parent, target)
            steps = make_plan(definitions.sound, entries, gone(lock_file.parent, definitions))
            named = [one for one in steps if one.key == key] or list(steps)
            if len(named) > 1:
                names = ", ".join(f"`{one.key}`" for one in named)
                raise RefusalError(f"`{file}` has several definitions; say which: {names}")
            step = named[0] if named else None
            key = key if step is None or key in entries else step.key
        line = settle(held, target, key, step, assistant_id, _now())
    return _settled([line], place)


@click.command(epilog="Example: revox-lint push forget assistants/sales.yaml")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@common
def forget(files: tuple[str, ...], place: Place) -> int:
    """Take FILE out of the lock: nothing was created, or the assistant is no longer wanted.

    Sends nothing. In a file of several documents, FILE is `file.yaml#Name`.
    """
    from revox_lint.push.lock_file import hold
    from revox_lint.push.settle import forget as settle

    lines = []
    for file in files:
        target, lock_file = _target(file, place)
        with hold(lock_file) as held:
            entries = held.content.entries(target.name, target.server)
            key = _key(file, lock_file.parent, entries)
            lines.append(settle(held, target, key))
    return _settled(lines, place)


@click.command(epilog="Example: revox-lint push status assistants/ --env prod")
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@common
def status(paths: tuple[str, ...], place: Place) -> int:
    """Compare definitions with the lock. Sends nothing and writes nothing.

    Exit codes: 0 nothing to settle, 1 a definition was changed, has an error or a name that
    is taken, 5 one is pending.
    """
    from revox_lint.push.definitions import gone
    from revox_lint.push.environment import target as target_of
    from revox_lint.push.lock_file import read_lock
    from revox_lint.push.lock_path import check_single, lock_path
    from revox_lint.push.plan import Action, make_plan

    found = list(paths) or [str(path) for path in api.default_paths(place.choice)]
    config, folder = config_of(found, place)
    target = target_of(config, place.env)
    lock_file = lock_path(config, folder)
    entries = read_lock(lock_file).entries(target.name, target.server)
    definitions = read_found(found, place, lock_file.parent, target)
    check_single(lock_file, [lock_file.parent / file for file in definitions.files])
    is_gone = gone(lock_file.parent, definitions)
    steps = make_plan(definitions.sound, entries, is_gone)
    states = {
        Action.CREATE: "new",
        Action.SKIP: "up to date",
        Action.REKEY: "renamed",
        Action.CHANGED: "changed",
        Action.NAME_TAKEN: "name taken",
        Action.PENDING: "pending",
    }
    lines = [
        (states[step.action], step.key, None if step.entry is None else step.entry.id, step.reason)
        for step in steps
    ]
    lines += [
        ("errors", key, None, "`revox-lint check` shows them") for key in sorted(definitions.broken)
    ]
    known = {step.key for step in steps} | {step.former_key for step in steps}
    for key, entry in sorted(entries.items()):
        if key not in known and is_gone(key):
            lines.append(
                ("pending", key, None, "its definition is gone; it may have been created")
                if entry.state == "pending"
                else ("gone", key, entry.id, "its definition is gone; the assistant remains")
            )
    seen = {line[0] for line in lines}
    code = Exit.CLEAN
    if seen & {"changed", "errors", "name taken"}:
        code = Exit.FINDINGS
    if "pending" in seen:
        code = Exit.PUSH_UNKNOWN
    _write_status(lines, target.name, place, code)
    return code


def _write_status(
    lines: Sequence[tuple[str, str, str | None, str]], env: str, place: Place, code: Exit
) -> None:
    from revox_lint.push.printable import printable

    if place.as_json:
        said = {
            "version": VERSION,
            "environment": env,
            "definitions": [
                {"path": key, "state": state, "id": id_, "message": reason or None}
                for state, key, id_, reason in lines
            ],
            "exit_code": int(code),
        }
        echo(json.dumps(said, indent=2, ensure_ascii=False))
        return
    for state, key, id_, reason in lines:
        about = f": {reason}" if reason else ""
        echo(printable(f"{state:<10} {key}{f' {id_}' if id_ else ''}{about}"))
    echo(f"{len(lines)} in environment {env}.")


def _target(file: str, place: Place) -> tuple[Target, Path]:
    from revox_lint.push.environment import target
    from revox_lint.push.lock_path import check_single, lock_path

    path = _path(file)
    folder = Path(os.path.abspath(path)).parent
    config = place.choice.config_for(folder)
    lock_file = lock_path(config, folder)
    check_single(lock_file, [path])
    return target(config, place.env), lock_file


def _path(file: str) -> Path:
    """Returns the file of `file.yaml#Name`, or of a plain path."""
    if os.path.lexists(file) or "#" not in file:
        return Path(file)
    return Path(file.rpartition("#")[0])


def _key(file: str, root: Path, entries: Mapping[str, LockEntry]) -> str:
    from revox_lint.push.definitions import key_of

    # As it stands in a message of push, wherever the command is run from.
    if file in entries:
        return file
    path = _path(file)
    return key_of(path, root) + file[len(str(path)) :] if "#" in file else key_of(path, root)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _settled(lines: Sequence[str], place: Place) -> int:
    from revox_lint.push.printable import one_line

    if place.as_json:
        echo(json.dumps({"version": VERSION, "messages": list(lines), "exit_code": 0}))
    else:
        for line in lines:
            echo(one_line(line, 1000))
    return Exit.CLEAN


SUBCOMMANDS: dict[str, click.Command] = {"adopt": adopt, "forget": forget, "status": status}
