"""One push as the command line shows it: the plan, the question, the table at the end."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from revox_lint.cli.commands._push_common import VERSION, Place, RefusalError, echo
from revox_lint.cli.exit_codes import Exit
from revox_lint.diagnostic import Severity

if TYPE_CHECKING:
    from revox_lint.push.api_key import ApiKey
    from revox_lint.push.client import Revox
    from revox_lint.push.definitions import Definitions
    from revox_lint.push.environment import Target
    from revox_lint.push.lock import Lock
    from revox_lint.push.lock_file import HeldLock
    from revox_lint.push.plan import Step
    from revox_lint.push.run import PushStatus, Row


def is_terminal() -> bool:
    """Returns whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


class Session:
    """One push: its plan, what it says, and what it answers."""

    def __init__(
        self, place: Place, target: Target, lock_file: Path, definitions: Definitions
    ) -> None:
        """Takes what was read; nothing is sent or written."""
        self.place = place
        self.target = target
        self.lock_file = lock_file
        self.definitions = definitions
        self.key: ApiKey | None = None
        self.url = ""

    def preview(self, lock: Lock, recreate: bool) -> int:
        """Shows the plan and what it would answer."""
        from revox_lint.push.run import without_request

        steps = self._steps(lock, recreate)
        self._announce()
        self._show_plan(steps, whole=True)
        rows = [without_request(step) for step in steps]
        return self._finish(steps, rows, dry_run=True, interrupted=False)

    def push(self, held: HeldLock, recreate: bool, yes: bool, fail_fast: bool) -> int:
        """Carries the plan out under the lock."""
        from revox_lint.push.plan import Action
        from revox_lint.push.run import rekey, without_request

        steps = self._steps(held.content, recreate)
        sending = [step for step in steps if step.action.sends]
        stops = any(step.action in (Action.PENDING, Action.NAME_TAKEN) for step in steps)
        if not sending or stops:
            self._announce()
            self._show_plan(steps)
            rekey(steps, held, self.target)
            rows = [without_request(step) for step in steps]
            return self._finish(steps, rows, dry_run=False, interrupted=False)
        interrupted = threading.Event()
        with self._client(interrupted) as client:
            self.key = client.key
            self._check_no_key(sending)
            held.check_writable()
            self._announce()
            self._show_plan(steps)
            if not yes and not self._agreed(len(sending)):
                self._say("Nothing was pushed.")
                return Exit.FINDINGS
            rekey(steps, held, self.target)
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

        run = Run(client, held, self.target, interrupted, fail_fast=fail_fast)
        rows: list[Row] = []
        total = sum(step.action.sends for step in steps)
        done = 0
        with interruptible(interrupted):
            for step, row in zip(steps, run.rows(steps), strict=True):
                rows.append(row)
                if step.action.sends and row.status is not PushStatus.NOT_TRIED:
                    done += 1
                    self._say(f"[{done}/{total}] {_line(row)}", err=True)
        return self._finish(steps, rows, dry_run=False, interrupted=interrupted.is_set())

    def _client(self, interrupted: threading.Event) -> Revox:
        from revox_lint.push.client import Revox

        return Revox(
            base_url=self.target.base_url,
            base_url_name=self.target.called,
            api_key=os.environ.get(self.target.environment.key_variable),
            key_name=self.target.environment.key_variable,
            cancel=interrupted,
            on_wait=lambda line: self._say(line, err=True),
        )

    def _steps(self, lock: Lock, recreate: bool) -> tuple[Step, ...]:
        from revox_lint.push.definitions import gone
        from revox_lint.push.plan import make_plan

        return make_plan(
            self.definitions.sound,
            lock.entries(self.target.name, self.target.server),
            gone(self.lock_file.parent, self.definitions),
            recreate=recreate,
        )

    def _check_no_key(self, steps: Sequence[Step]) -> None:
        from revox_lint.push.payload import canonical

        assert self.key is not None  # noqa: S101 (set with the client)
        for step in steps:
            if self.key.is_in(canonical(step.definition.payload).decode()):
                raise RefusalError(
                    f"`{step.key}` holds the API key that is in `{self.key.name}`; take it out",
                    Exit.FINDINGS,
                )

    def _agreed(self, count: int) -> bool:
        if self.place.as_json or not is_terminal():
            raise RefusalError("nobody can be asked here: give `--yes` to push")
        what = "1 assistant" if count == 1 else f"{count} assistants"
        return click.confirm(f"Create {what}?")

    # --- what is said --------------------------------------------------------------------

    def _say(self, text: str, *, err: bool = False) -> None:
        from revox_lint.push.printable import printable

        if self.place.as_json and not err:
            return
        line = printable(text)
        echo(line if self.key is None else self.key.redact(line), err=err)

    def _announce(self) -> None:
        from revox_lint.push.address import assistants_url

        self.url = assistants_url(self.target.base_url, self.target.called)
        self._say(f"environment {self.target.name}: {self.url}")
        warnings = self.definitions.linted.count(Severity.WARNING)
        if warnings:
            self._say(f"{warnings} warning(s): `revox-lint check` shows them")

    def _show_plan(self, steps: Sequence[Step], *, whole: bool = False) -> None:
        from revox_lint.push.plan import Action

        width = max((len(step.action) for step in steps), default=0)
        for step in steps:
            about = step.reason or (
                f"`{step.definition.name}`"
                if step.entry is None
                else f"`{step.definition.name}` is {step.entry.id}"
            )
            self._say(f"  {step.action:<{width}}  {step.key}: {about}")
            if step.action in (Action.CHANGED, Action.RECREATE) or (whole and step.action.sends):
                for line in _difference(step):
                    self._say(f"      {line}")

    def _finish(
        self, steps: Sequence[Step], rows: Sequence[Row], *, dry_run: bool, interrupted: bool
    ) -> int:
        code = _exit(rows, interrupted)
        if self.place.as_json:
            self._write_json(steps, rows, code, dry_run=dry_run)
            return code
        if dry_run:
            sending = sum(step.action.sends for step in steps)
            self._say(f"Dry run: {sending} to create, nothing was sent or written.")
            return code
        self._say("")
        for row in rows:
            self._say(_line(row))
            for warning in row.warnings:
                self._say(f"    warning: {warning}")
        self._say(", ".join(f"{count} {status}" for status, count in _counts(rows) if count) + ".")
        return code

    def _write_json(
        self, steps: Sequence[Step], rows: Sequence[Row], code: int, *, dry_run: bool
    ) -> None:
        from revox_lint.push.lock import tool_name

        said = {
            "version": VERSION,
            "tool": tool_name(),
            "environment": self.target.name,
            "url": self.url,
            "dry_run": dry_run,
            "summary": {str(status).replace(" ", "_"): count for status, count in _counts(rows)},
            "definitions": [
                {
                    "path": row.key,
                    "name": row.name,
                    "action": str(step.action),
                    "status": None if dry_run and step.action.sends else str(row.status),
                    "id": row.id,
                    "in_lock": row.certain,
                    "message": row.message or None,
                    "warnings": list(row.warnings),
                }
                for step, row in zip(steps, rows, strict=True)
            ],
            "exit_code": int(code),
        }
        if self.key is not None:
            said = _redacted(said, self.key)
        echo(json.dumps(said, indent=2, ensure_ascii=False))


def _redacted(value: Any, key: ApiKey) -> Any:
    if isinstance(value, str):
        return key.redact(value)
    if isinstance(value, dict):
        return {name: _redacted(item, key) for name, item in value.items()}
    if isinstance(value, list):
        return [_redacted(item, key) for item in value]
    return value


def _line(row: Row) -> str:
    about = f": {row.message}" if row.message else ""
    known = f" {row.id}" if row.id is not None else ""
    return f"{row.status:<9} {row.key}{known}{about}"


def _counts(rows: Sequence[Row]) -> list[tuple[PushStatus, int]]:
    from revox_lint.push.run import PushStatus

    return [(status, sum(row.status is status for row in rows)) for status in PushStatus]


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


def _difference(step: Step) -> Iterator[str]:
    """Yields lines for what would be sent, against what was sent last."""
    from revox_lint.push.payload import ABSENT, changes, shown, without_credentials

    before = {} if step.entry is None else step.entry.sent
    for change in changes(before, without_credentials(dict(step.definition.payload))):
        if change.before is ABSENT:
            yield f"+ {change.pointer}: {shown(change.after)}"
        elif change.after is ABSENT:
            yield f"- {change.pointer}: {shown(change.before)}"
        elif _is_long(change.before) and _is_long(change.after):
            yield f"~ {change.pointer}:"
            yield from (f"    {line}" for line in _lines(change.before, change.after))
        else:
            yield f"~ {change.pointer}: {shown(change.before)} -> {shown(change.after)}"


def _is_long(value: object) -> bool:
    return isinstance(value, str) and (len(value) > 60 or "\n" in value)


def _lines(before: Any, after: Any) -> Iterator[str]:
    import difflib

    lines = list(difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))
    shown = [line for line in lines[2:] if not line.startswith("@@")]
    yield from shown[:_MOST_LINES]
    if len(shown) > _MOST_LINES:
        yield f"… {len(shown) - _MOST_LINES} more lines"


_MOST_LINES = 40
