"""One push: the plan is shown, agreed to, and carried out under the lock."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from revox_lint.cli.commands.push._options import PushOptions, RefusalError
from revox_lint.cli.commands.push._output import Output
from revox_lint.cli.exit_codes import Exit

if TYPE_CHECKING:
    from revox_lint.push.api_key import ApiKey
    from revox_lint.push.client import Revox
    from revox_lint.push.definitions import Definitions
    from revox_lint.push.lock import Lock
    from revox_lint.push.lock_file import HeldLock
    from revox_lint.push.plan import Step
    from revox_lint.push.run import Row
    from revox_lint.push.scope import Scope


def is_terminal() -> bool:
    """Return whether there is a user to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


class Session:
    """One push of some definitions; each way to end it returns the exit code."""

    def __init__(self, options: PushOptions, scope: Scope, definitions: Definitions) -> None:
        """Take what was read; nothing is sent or written."""
        self.scope = scope
        self.definitions = definitions
        self.output = Output(options, scope.target, definitions.linted)

    def preview(self, lock: Lock, recreate: bool) -> int:
        """Show the plan, and end as a push with it would."""
        from revox_lint.push.run import without_request

        steps = self._steps(lock, recreate)
        self._show_plan(steps, lock, whole=True)
        rows = [without_request(step) for step in steps]
        return self._finish(steps, rows, dry_run=True)

    def push(self, held: HeldLock, recreate: bool, yes: bool, fail_fast: bool) -> int:
        """Carry the plan out under the lock."""
        from revox_lint.push.plan import Action
        from revox_lint.push.run import rekey, without_request

        steps = self._steps(held.content, recreate)
        sending = [step for step in steps if step.action.sends]
        stops = any(step.action in (Action.PENDING, Action.NAME_TAKEN) for step in steps)
        if not sending or stops:
            self._show_plan(steps, held.content)
            rekey(steps, held, self.scope)
            return self._finish(steps, [without_request(step) for step in steps])
        interrupted = threading.Event()
        with self._client(interrupted) as client:
            self.output.key = client.key
            _check_no_key(sending, client.key)
            held.check_writable()
            self._show_plan(steps, held.content)
            if not yes and not self._agreed(len(sending)):
                self.output.say("Nothing was pushed.")
                return Exit.FINDINGS
            rekey(steps, held, self.scope)
            return self._carry_out(client, held, steps, interrupted, fail_fast)

    def _carry_out(
        self,
        client: Revox,
        held: HeldLock,
        steps: Sequence[Step],
        interrupted: threading.Event,
        fail_fast: bool,
    ) -> int:
        from revox_lint.push.run import PushStatus, Run, interruptible

        run = Run(client, held, self.scope, interrupted, fail_fast=fail_fast)
        rows: list[Row] = []
        total = sum(step.action.sends for step in steps)
        done = 0
        with interruptible(interrupted):
            for step, row in zip(steps, run.rows(steps), strict=True):
                rows.append(row)
                if step.action.sends:
                    done += row.status is not PushStatus.NOT_TRIED
                    self.output.show_row(row, done, total)
        return self._finish(steps, rows, interrupted=interrupted.is_set())

    def _client(self, interrupted: threading.Event) -> Revox:
        from revox_lint.push.client import Revox

        target = self.scope.target
        return Revox(
            base_url=target.base_url,
            base_url_name=target.called,
            api_key=os.environ.get(target.environment.key_variable),
            key_name=target.environment.key_variable,
            cancel=interrupted,
            on_wait=lambda line: self.output.say(line, err=True),
        )

    def _steps(self, lock: Lock, recreate: bool) -> tuple[Step, ...]:
        from revox_lint.push.plan import make_plan

        entries = self.scope.entries(lock)
        sound = self.definitions.sound
        return make_plan(sound, entries, self._is_gone(), self.scope, recreate=recreate)

    def _show_plan(self, steps: Sequence[Step], lock: Lock, *, whole: bool = False) -> None:
        from revox_lint.push.status import left_over

        if not self.scope.lock_file.exists():
            # Without the lock of an earlier push, its assistants would be created twice.
            self.output.say(f"no lock file yet: {self.scope.lock_file} will be created")
        left = list(left_over(steps, self.scope.entries(lock), self._is_gone()))
        self.output.show_plan(steps, left, whole=whole)

    def _is_gone(self) -> Callable[[str], bool]:
        from revox_lint.push.definitions import gone

        return gone(self.scope.root, self.definitions)

    def _agreed(self, count: int) -> bool:
        if self.output.as_json or not is_terminal():
            raise RefusalError("no terminal to ask on; add `--yes` to push")
        what = "1 assistant" if count == 1 else f"{count} assistants"
        return click.confirm(f"Create {what}?")

    def _finish(
        self,
        steps: Sequence[Step],
        rows: Sequence[Row],
        *,
        dry_run: bool = False,
        interrupted: bool = False,
    ) -> int:
        code = _exit(rows, interrupted)
        self.output.show_rows(steps, rows, code, dry_run=dry_run)
        return code


def _check_no_key(steps: Sequence[Step], key: ApiKey) -> None:
    from revox_lint.push.payload import canonical

    for step in steps:
        if key.is_in(canonical(step.definition.payload).decode()):
            raise RefusalError(
                f"`{step.key}` contains the API key of `{key.name}`; remove it", Exit.FINDINGS
            )


def _exit(rows: Sequence[Row], interrupted: bool) -> Exit:
    from revox_lint.push.run import PushStatus

    seen = {row.status for row in rows}
    if interrupted:
        return Exit.INTERRUPTED
    if seen & {PushStatus.UNKNOWN, PushStatus.PENDING} or not all(row.certain for row in rows):
        return Exit.PUSH_UNKNOWN
    if PushStatus.FAILED in seen:
        return Exit.PUSH_FAILED
    return Exit.FINDINGS if PushStatus.REFUSED in seen else Exit.CLEAN
