"""The status: definitions and lock compared, offline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from revox_lint.push.definitions import Definitions, gone
from revox_lint.push.lock import Lock, LockEntry
from revox_lint.push.plan import Action, Step, make_plan
from revox_lint.push.scope import Scope


class State(StrEnum):
    """How a definition and its entry compare."""

    NEW = "new"
    UP_TO_DATE = "up to date"
    RENAMED = "renamed"
    CHANGED = "changed"
    NAME_TAKEN = "name taken"
    PENDING = "pending"
    ERRORS = "errors"
    GONE = "gone"


class Standing(NamedTuple):
    """One definition or entry: its key in the lock, its state, its id, and a reason or none."""

    state: State
    key: str
    id: str | None = None
    reason: str = ""


_STATES: Final = {
    Action.CREATE: State.NEW,
    Action.SKIP: State.UP_TO_DATE,
    Action.REKEY: State.RENAMED,
    Action.CHANGED: State.CHANGED,
    Action.NAME_TAKEN: State.NAME_TAKEN,
    Action.PENDING: State.PENDING,
}


def compare(definitions: Definitions, lock: Lock, scope: Scope) -> Iterator[Standing]:
    """Yield how each definition stands, then those with errors, then entries without a file."""
    entries = scope.entries(lock)
    is_gone = gone(scope.root, definitions)
    steps = make_plan(definitions.sound, entries, is_gone, scope)
    for step in steps:
        id_ = None if step.entry is None else step.entry.id
        yield Standing(_STATES[step.action], step.key, id_, step.reason)
    for key in sorted(definitions.broken):
        yield Standing(State.ERRORS, key, reason="`revox-lint check` shows them")
    yield from left_over(steps, entries, is_gone)


def left_over(
    steps: Sequence[Step], entries: Mapping[str, LockEntry], is_gone: Callable[[str], bool]
) -> Iterator[Standing]:
    """Yield the entries whose definitions are gone, and that no step of a plan is about."""
    known = {step.key for step in steps} | {step.former_key for step in steps}
    for key, entry in sorted(entries.items()):
        if key in known or not is_gone(key):
            continue
        if entry.state == "pending":
            reason = "its definition is gone; it may have been created"
            yield Standing(State.PENDING, key, None, reason)
        else:
            reason = "its definition is gone; the assistant remains"
            yield Standing(State.GONE, key, entry.id, reason)
