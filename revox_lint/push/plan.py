"""The plan: what pushing each definition means, decided before any request.

| the definition is | push does |
|---|---|
| not in the lock | create |
| in the lock, same hash | skip |
| in the lock, other hash | refuse; with recreate a new one, and the old one remains |
| pending | stop |
| moved: same hash under a key whose file is gone or holds something else | re-key |
| named as another of the same environment, created or to be created | refuse |
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from revox_lint.push.lock import LockEntry
from revox_lint.push.payload import digest
from revox_lint.push.scope import Scope


class Action(StrEnum):
    """What push does with a definition."""

    CREATE = "create"
    RECREATE = "recreate"
    SKIP = "skip"
    REKEY = "rename"
    CHANGED = "changed"
    NAME_TAKEN = "name taken"
    PENDING = "pending"

    @property
    def sends(self) -> bool:
        """Whether it makes a request."""
        return self in (Action.CREATE, Action.RECREATE)


@dataclass(frozen=True, slots=True)
class Definition:
    """One assistant to push: its key in the lock, and what goes over the wire.

    `key` is the path from the lock's folder, with `/`; in a file of several documents
    followed by `#` and the assistant's name. `contract` is the version it was checked by.
    """

    key: str
    payload: Mapping[str, Any]
    contract: str

    @property
    def name(self) -> str:
        """The assistant's name."""
        return str(self.payload["name"])


@dataclass(frozen=True, slots=True)
class Step:
    """What push does with one definition, and why.

    `entry` is that of the lock, None for a new definition; `former_key` the key that it
    had before, when the file was renamed; `reason` one line for the reader.
    """

    action: Action
    definition: Definition
    hash: str
    entry: LockEntry | None = None
    former_key: str | None = None
    reason: str = ""

    @property
    def key(self) -> str:
        """The definition's key in the lock."""
        return self.definition.key


def make_plan(
    definitions: Sequence[Definition],
    entries: Mapping[str, LockEntry],
    is_gone: Callable[[str], bool],
    scope: Scope,
    *,
    recreate: bool = False,
) -> tuple[Step, ...]:
    """Return a step per definition, in their order.

    `entries` are those of the lock for one environment; `is_gone` is whether the
    definition of a key is no longer there. What a definition holds counts before where it is:
    files may have been renamed in a row, or swapped.
    """
    hashes = [digest(definition.payload) for definition in definitions]
    former = _former_keys(definitions, hashes, entries, is_gone)
    claimed = frozenset(former.values())
    steps = [
        _step(definition, hash_, entries, former, claimed, scope, recreate)
        for definition, hash_ in zip(definitions, hashes, strict=True)
    ]
    return tuple(_with_names_checked(steps, entries, is_gone, scope))


def _former_keys(
    definitions: Sequence[Definition],
    hashes: Sequence[str],
    entries: Mapping[str, LockEntry],
    is_gone: Callable[[str], bool],
) -> dict[str, str]:
    """Return the keys of definitions that moved, each with the key of its entry in the lock."""
    now = dict(zip((one.key for one in definitions), hashes, strict=True))
    free: dict[str, list[str]] = {}
    for key, entry in entries.items():
        if now[key] != entry.hash if key in now else is_gone(key):
            free.setdefault(entry.hash, []).append(key)
    return {
        key: free[hash_].pop(0)
        for key, hash_ in now.items()
        if free.get(hash_) and (key not in entries or entries[key].hash != hash_)
    }


def look_for(name: str, key: str, scope: Scope) -> str:
    """Return what to do when it is unknown whether an assistant was created."""
    return (
        f"look for `{name}` at Revox: if it is there, run `{scope.command('adopt', key, 'ID')}`,"
        f" else `{scope.command('forget', key)}`"
    )


def _step(
    definition: Definition,
    hash_: str,
    entries: Mapping[str, LockEntry],
    former: Mapping[str, str],
    claimed: frozenset[str],
    scope: Scope,
    recreate: bool,
) -> Step:
    former_key = former.get(definition.key)
    own = None if definition.key in claimed else entries.get(definition.key)
    entry = own if former_key is None else entries[former_key]
    if entry is None:
        return Step(Action.CREATE, definition, hash_)
    if entry.state == "pending":
        return Step(
            Action.PENDING,
            definition,
            hash_,
            entry,
            former_key,
            f"an earlier push may have created it ({entry.time});"
            f" {look_for(entry.name, definition.key, scope)}",
        )
    if former_key is not None:
        return Step(
            Action.REKEY, definition, hash_, entry, former_key, f"renamed from `{former_key}`"
        )
    if entry.hash == hash_:
        return Step(Action.SKIP, definition, hash_, entry)
    if recreate:
        return Step(
            Action.RECREATE,
            definition,
            hash_,
            entry,
            reason=f"changed; a new one is created, and `{entry.id}` remains",
        )
    return Step(
        Action.CHANGED,
        definition,
        hash_,
        entry,
        reason=("changed, and the API cannot update it; `--recreate` creates a new one beside it"),
    )


def _with_names_checked(
    steps: list[Step],
    entries: Mapping[str, LockEntry],
    is_gone: Callable[[str], bool],
    scope: Scope,
) -> list[Step]:
    """Return the steps, those that would create a second assistant of a name refused.

    An entry without a file is most likely that of a file which was renamed and changed at once.
    To forget it would create the assistant a second time, unless it is deleted at Revox.
    """
    keys_of: dict[str, list[str]] = {}
    moved = {step.former_key for step in steps if step.former_key is not None}
    mine = {step.key for step in steps}
    for key, entry in entries.items():
        if key not in mine and key not in moved:
            keys_of.setdefault(entry.name, []).append(key)
    for step in steps:
        named = {step.definition.name}
        if step.entry is not None and step.action is not Action.RECREATE:
            named.add(step.entry.name)
        for name in named:
            keys_of.setdefault(name, []).append(step.key)
    checked = []
    for step in steps:
        others = [key for key in keys_of.get(step.definition.name, ()) if key != step.key]
        if not step.action.sends or not others:
            checked.append(step)
            continue
        other = others[0]
        locked = entries.get(other)
        if locked is not None and other not in mine:
            instead = "change one of the names"
            if is_gone(other):
                instead = f"write it as `{other}` again, or change the name if it is another"
            reason = (
                f"`{other}` is in the lock under the same name, `{step.definition.name}`"
                f" ({locked.id or 'pending'}); {instead}; only if that assistant is not at Revox,"
                f" run `{scope.command('forget', other)}`"
            )
        else:
            reason = f"`{other}` has the same name, `{step.definition.name}`; rename one"
        checked.append(replace(step, action=Action.NAME_TAKEN, reason=reason))
    return checked
