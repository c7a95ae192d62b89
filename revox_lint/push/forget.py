"""Forgetting an entry: the lock no longer knows the definition, and nothing is sent."""

from __future__ import annotations

from collections.abc import Iterable

from revox_lint.push.errors import EntryError
from revox_lint.push.lock_file import HeldLock
from revox_lint.push.scope import Scope
from revox_lint.text.suggest import suggest


def forget(held: HeldLock, scope: Scope, key: str, *, gone: bool = False) -> str:
    """Take an entry out of the lock; the entry that a pending one replaces comes back.

    `gone` is whether there is no such definition any more. Returns a line that says what was done.
    Raises EntryError, and LockUnwritableError.
    """
    entries = scope.entries(held.content)
    entry = entries.get(key)
    if entry is None:
        raise EntryError(f"`{key}` is not in the lock{_near(key, entries)}")
    if entry.former is not None:
        entries[key] = entry.former
        held.save()
        return f"{key} is {entry.former.id} again; the new one is forgotten"
    del entries[key]
    held.save()
    again = "" if gone else "the next push creates it"
    if entry.state == "pending":
        return f"{key} is forgotten{again and '; '}{again}"
    remain = ", ".join(one for one in (*entry.former_ids, entry.id) if one is not None)
    again = "" if gone else "the next push creates a new one, and "
    return f"{key} is forgotten; {again}{remain} remains at Revox"


def _near(key: str, entries: Iterable[str]) -> str:
    """Return a guess at a misspelt key: only one of the same folder, spelt nearly the same."""
    folder, _, name = key.rpartition("/")
    names = [one.rpartition("/")[2] for one in entries if one.rpartition("/")[0] == folder]
    found = suggest(name.split(".")[0], [one.split(".")[0] for one in names], least=0.8)
    full = next((one for one in names if found is not None and one.split(".")[0] == found), None)
    if full is None:
        return "; `revox-lint push status` lists what is"
    return f", did you mean `{folder}{folder and '/'}{full}`?"
