"""Forgetting an entry: the lock no longer knows the definition, and nothing is sent."""

from __future__ import annotations

from revox_lint.push.errors import EntryError
from revox_lint.push.lock_file import HeldLock
from revox_lint.push.scope import Scope
from revox_lint.text.suggest import did_you_mean


def forget(held: HeldLock, scope: Scope, key: str) -> str:
    """Take an entry out of the lock; the entry that a pending one replaces comes back.

    Returns a line that says what was done. Raises EntryError, and LockUnwritableError.
    """
    entries = scope.entries(held.content)
    entry = entries.get(key)
    if entry is None:
        raise EntryError(f"`{key}` is not in the lock{did_you_mean(key, entries)}")
    if entry.former is not None:
        entries[key] = entry.former
        held.save()
        return f"{key} is {entry.former.id} again; the new one is forgotten"
    del entries[key]
    held.save()
    if entry.state == "pending":
        return f"{key} is forgotten; the next push creates it"
    remain = ", ".join(one for one in (*entry.former_ids, entry.id) if one is not None)
    return f"{key} is forgotten; the next push creates a new one, and {remain} remains at Revox"
