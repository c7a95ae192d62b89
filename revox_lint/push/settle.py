"""Settling an entry by the user's word: adopting an id, or forgetting an entry.

Nothing is sent and nothing is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from revox_lint.push.environment import Target
from revox_lint.push.errors import LockError
from revox_lint.push.lock import LockEntry
from revox_lint.push.lock_file import HeldLock
from revox_lint.push.payload import without_credentials
from revox_lint.push.plan import Step


class SettlingError(LockError):
    """What was asked for does not fit what the lock says."""


def adopt(held: HeldLock, target: Target, key: str, step: Step | None, id_: str, time: str) -> str:
    """Completes a pending entry by an id, or makes the entry of an assistant made elsewhere.

    `step` is what the definition means now, None when it cannot be read: a pending entry
    does not need it. Returns a line that says what was done. Raises SettlingError, and
    LockUnwritableError.
    """
    if not id_.strip() or id_ != id_.strip() or not id_.isprintable():
        raise SettlingError(f"`{id_}` is no id")
    entries = held.content.entries(target.name, target.server)
    for other, entry in entries.items():
        if other != key and id_ in (entry.id, *entry.former_ids):
            raise SettlingError(f"`{id_}` is the assistant of `{other}` already")
    if key not in entries and step is not None and step.former_key is not None:
        entries[key] = entries.pop(step.former_key)
    entry_now = entries.get(key)
    if entry_now is None:
        if step is None:
            raise SettlingError(f"`{key}` is not in the lock, and cannot be read as a definition")
        entries[key] = LockEntry(
            state="created",
            id=id_,
            hash=step.hash,
            name=step.definition.name,
            contract=step.definition.contract,
            time=time,
            sent=without_credentials(dict(step.definition.payload)),
        )
    elif entry_now.state == "pending":
        entries[key] = entry_now.created(id_, time)
    elif entry_now.id != id_:
        raise SettlingError(
            f"`{key}` was created as `{entry_now.id}`; `push forget {key}` first, if that is wrong"
        )
    held.save()
    return f"{key} is {id_}"


def forget(held: HeldLock, target: Target, key: str) -> str:
    """Takes an entry out of the lock; a pending one that replaces another makes way for it.

    Returns a line that says what was done. Raises SettlingError, and LockUnwritableError.
    """
    entries = held.content.entries(target.name, target.server)
    entry = entries.get(key)
    if entry is None:
        raise SettlingError(f"`{key}` is not in the lock{_closest(key, list(entries))}")
    if entry.former is not None:
        entries[key] = entry.former
        held.save()
        return f"{key} is {entry.former.id} again; the new one is forgotten"
    del entries[key]
    held.save()
    if entry.state == "pending":
        return f"{key} is forgotten; the next push creates it"
    remain = ", ".join(one for one in (*entry.former_ids, entry.id) if one is not None)
    return f"{key} is forgotten; the next push creates it anew, and {remain} remains at Revox"


def _closest(key: str, known: Sequence[str]) -> str:
    import difflib

    found = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
    return f": did you mean `{found[0]}`?" if found else ""
