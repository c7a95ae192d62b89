"""Adopting an assistant: an entry gets the id that the user found at Revox."""

from __future__ import annotations

import re
from typing import Final

from revox_lint.push.errors import EntryError
from revox_lint.push.lock import LockEntry
from revox_lint.push.lock_file import HeldLock
from revox_lint.push.payload import without_credentials
from revox_lint.push.plan import Step
from revox_lint.push.scope import Scope
from revox_lint.syntax.quote import quote


def adopt(held: HeldLock, scope: Scope, key: str, step: Step | None, id_: str, time: str) -> str:
    """Complete a pending entry by an id, or make the entry of an assistant made elsewhere.

    `step` is what the definition means now, None when it cannot be read: a pending entry
    does not need it. Returns a line that says what was done. Raises EntryError, and
    LockUnwritableError.
    """
    entries = scope.entries(held.content)
    _check(id_, [entry.id for entry in entries.values() if entry.id is not None])
    for other, entry in entries.items():
        if other != key and id_ in (entry.id, *entry.former_ids):
            raise EntryError(f"`{id_}` is already the assistant of `{other}`")
    if key not in entries and step is not None and step.former_key is not None:
        entries[key] = entries.pop(step.former_key)
    known = entries.get(key)
    if known is None:
        if step is None:
            raise EntryError(f"`{key}` is neither in the lock nor a valid definition")
        entries[key] = LockEntry(
            state="created",
            id=id_,
            hash=step.hash,
            name=step.definition.name,
            contract=step.definition.contract,
            time=time,
            sent=without_credentials(dict(step.definition.payload)),
        )
    elif known.state == "pending":
        entries[key] = known.created(id_, time)
    elif known.id != id_:
        raise EntryError(
            f"`{key}` was created as `{known.id}`; if that is wrong, run"
            f" `{scope.command('forget', key)}` first"
        )
    held.save()
    return f"{key} is {id_}, as you say: the server was not asked"


_ID: Final = r"[A-Za-z0-9][A-Za-z0-9._:-]{3,511}"
_UUID: Final = r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"


def _check(id_: str, others: list[str]) -> None:
    """Raise EntryError for what is not an id, or not one like all others of the lock."""
    if re.fullmatch(_ID, id_) is None:
        raise EntryError(f"{quote(id_)} is not an id")
    alike = others and all(re.fullmatch(_UUID, other) for other in others)
    if alike and re.fullmatch(_UUID, id_) is None:
        raise EntryError(f"{quote(id_)} is not an id like the others, such as `{others[0]}`")
