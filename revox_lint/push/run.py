"""Carrying out a plan: one request at a time, the lock true before and after each.

For every definition: the lock says *pending*, the request leaves, the lock says what came
of it. Whatever ends the process, and wherever, the lock names every definition that was
or may have been sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from revox_lint.push.errors import (
    AuthenticationError,
    LockUnwritableError,
    Outcome,
    RevoxError,
)
from revox_lint.push.lock import LockEntry
from revox_lint.push.lock_file import HeldLock
from revox_lint.push.payload import came_back_different, shown, without_credentials
from revox_lint.push.plan import Action, Step, look_for
from revox_lint.push.retry import Retries
from revox_lint.push.scope import Scope

if TYPE_CHECKING:
    import threading

    from revox_lint.push.client import Created, Revox


class PushStatus(StrEnum):
    """What became of a definition."""

    CREATED = "created"
    SKIPPED = "skipped"
    RENAMED = "renamed"
    REFUSED = "refused"
    FAILED = "failed"
    UNKNOWN = "unknown"
    PENDING = "pending"
    NOT_TRIED = "not tried"


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one definition: its id if it has one, why, and what came back different.

    `certain` is False for an assistant that exists and whose id the lock does not have.
    """

    key: str
    name: str
    status: PushStatus
    id: str | None = None
    message: str = ""
    warnings: tuple[str, ...] = ()
    certain: bool = True


_WITHOUT_REQUEST: Final = {
    Action.SKIP: PushStatus.SKIPPED,
    Action.REKEY: PushStatus.RENAMED,
    Action.CHANGED: PushStatus.REFUSED,
    Action.NAME_TAKEN: PushStatus.REFUSED,
    Action.PENDING: PushStatus.PENDING,
}


def without_request(step: Step) -> Row:
    """Return the row of a step that makes no request, or that was not come to."""
    status = _WITHOUT_REQUEST.get(step.action, PushStatus.NOT_TRIED)
    known = None if step.entry is None else step.entry.id
    return Row(step.key, step.definition.name, status, known, step.reason)


def rekey(steps: Sequence[Step], held: HeldLock, scope: Scope) -> None:
    """Move the entries of renamed definitions to their new keys, and save if there are any.

    Raises LockUnwritableError.
    """
    entries = scope.entries(held.content)
    moved = {step.key: step.former_key for step in steps if step.former_key is not None}
    # Files may have been swapped: all are taken out before any is put back.
    taken = {key: entries.pop(former) for key, former in moved.items()}
    entries.update(taken)
    if moved:
        held.save()


class Run:
    """Create the assistants of a plan, each once.

    `wait` is the seconds that may pass in waiting before a next try, as long as nothing
    succeeds in between. `interrupted` ends the run soon; so does `fail_fast` at the first
    definition that is not created.
    """

    def __init__(
        self,
        client: Revox,
        held: HeldLock,
        scope: Scope,
        interrupted: threading.Event,
        *,
        fail_fast: bool = False,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Take what creates and what remembers."""
        self._client = client
        self._held = held
        self._scope = scope
        self._entries = scope.entries(held.content)
        self._interrupted = interrupted
        self._fail_fast = fail_fast
        self._now = now
        self._retries = Retries(client.max_wait)
        self._over = False

    def rows(self, steps: Sequence[Step]) -> Iterator[Row]:
        """Yield a row per step, each once its outcome is in the lock."""
        for step in steps:
            if not step.action.sends or self._over or self._interrupted.is_set():
                yield without_request(step)
                continue
            row = self._create(step)
            if self._fail_fast and row.status is not PushStatus.CREATED:
                self._over = True
            yield row

    def _time(self) -> str:
        return self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def _create(self, step: Step) -> Row:
        pending = self._pending(step)
        try:
            self._save(step, pending)
        except LockUnwritableError as error:
            self._over = True
            self._put(step, pending.former)
            return self._row(step, PushStatus.FAILED, f"nothing was sent: {error}")
        self._retries = Retries(self._retries.seconds_left)
        try:
            created = self._client.assistants.create_from(step.definition.payload, self._retries)
        except RevoxError as error:
            return self._without(step, pending, error)
        self._retries = Retries(self._client.max_wait)
        return self._with(step, pending, created)

    def _pending(self, step: Step) -> LockEntry:
        replaced = step.entry if step.action is Action.RECREATE else None
        former_ids = () if replaced is None else replaced.former_ids
        if replaced is not None and replaced.id is not None:
            former_ids = (*former_ids, replaced.id)
        return LockEntry(
            state="pending",
            hash=step.hash,
            name=step.definition.name,
            contract=step.definition.contract,
            time=self._time(),
            sent=without_credentials(dict(step.definition.payload)),
            former_ids=former_ids,
            former=replaced,
        )

    def _put(self, step: Step, entry: LockEntry | None) -> None:
        if entry is None:
            self._entries.pop(step.key, None)
        else:
            self._entries[step.key] = entry

    def _save(self, step: Step, entry: LockEntry | None) -> None:
        self._put(step, entry)
        self._held.save()

    def _with(self, step: Step, pending: LockEntry, created: Created) -> Row:
        for key, entry in self._entries.items():
            if created.id in (entry.id, *entry.former_ids):
                # Two definitions cannot be one assistant: this is the response to another request.
                return self._row(
                    step,
                    PushStatus.UNKNOWN,
                    f"the server answered with `{created.id}`, which is the assistant of `{key}`;"
                    f" {self._to_settle(step)}",
                )
        try:
            self._save(step, pending.created(created.id, self._time()))
        except LockUnwritableError as error:
            self._over = True
            return replace(
                self._row(
                    step,
                    PushStatus.CREATED,
                    f"created, but still pending in the lock: {error}; when it can be written,"
                    f" run `{self._scope.command('adopt', step.key, created.id)}`",
                ),
                id=created.id,
                certain=False,
            )
        warnings = tuple(
            f"`{change.pointer}` came back different: sent {shown(change.before)},"
            f" got {shown(change.after)}"
            for change in _differences(step.definition.payload, created.response)
        )
        return replace(self._row(step, PushStatus.CREATED, ""), id=created.id, warnings=warnings)

    def _without(self, step: Step, pending: LockEntry, error: RevoxError) -> Row:
        if error.outcome is Outcome.UNKNOWN:
            return self._row(
                step,
                PushStatus.UNKNOWN,
                f"{error}; {self._to_settle(step)}",
            )
        message = str(error)
        if isinstance(error, AuthenticationError):
            self._over = True
        try:
            self._save(step, pending.former)
        except LockUnwritableError as unwritable:
            self._over = True
            message += (
                f"; nothing was created, but still pending in the lock: {unwritable};"
                f" when it can be written, run `{self._scope.command('forget', step.key)}`"
            )
        return self._row(step, PushStatus.FAILED, message)

    def _to_settle(self, step: Step) -> str:
        return look_for(step.definition.name, step.key, self._scope)

    def _row(self, step: Step, status: PushStatus, message: str) -> Row:
        return Row(step.key, step.definition.name, status, message=message)


def _differences(payload: Any, response: dict[str, Any]) -> list[Any]:
    # The assistant exists and is in the lock: an odd response is no reason to fail.
    try:
        return list(came_back_different(payload, response.get("assistant")))
    except RecursionError:
        return []


@contextmanager
def interruptible(interrupted: threading.Event) -> Iterator[None]:
    """Within the block, Ctrl-C and the signal to end set `interrupted` and do nothing else.

    An exception in the middle of a write or between a response and its entry would lose an
    id; the run looks at the event between its steps and while it waits.
    """
    import signal
    import threading

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [signal.SIGINT, signal.SIGTERM]
    if hasattr(signal, "SIGHUP"):
        numbers.append(signal.SIGHUP)
    before: dict[signal.Signals, Any] = {}
    try:
        for number in numbers:
            # One that is ignored, as under nohup, stays ignored.
            if signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, lambda *_: interrupted.set())
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)
