"""What a push writes: the plan with what would change, and the results, as lines or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from revox_lint.cli.commands.push._options import VERSION, PushOptions, echo
from revox_lint.diagnostic import Severity
from revox_lint.workspace import OTHER, OUTSIDE

if TYPE_CHECKING:
    from revox_lint.api import Result
    from revox_lint.push.api_key import ApiKey
    from revox_lint.push.environment import Target
    from revox_lint.push.plan import Step
    from revox_lint.push.run import PushStatus, Row
    from revox_lint.push.status import Standing

_MOST_LINES: Final = 40
"""Changed lines of one long value that are shown."""


class Output:
    """Where a push writes; from when `key` is set, that key is in nothing it writes."""

    def __init__(self, options: PushOptions, target: Target, linted: Result) -> None:
        """Take the form of the output, and what the plan names of the files."""
        self.as_json = options.as_json
        self.key: ApiKey | None = None
        self._target = target
        self._warnings = linted.count(Severity.WARNING)
        # Hidden files belong to other tools: nobody expects them to be pushed.
        self._skipped = [
            one
            for one in linted.seen
            if not one.checked
            and one.reason in (OTHER, OUTSIDE)
            and not re.search(r"(?:^|/)\.(?!\./)", one.path)
        ]
        self._shown: set[str] = set()

    def say(self, text: str, *, err: bool = False) -> None:
        """Write a line; to standard output only where no JSON goes."""
        from revox_lint.push.printable import printable

        if self.as_json and not err:
            return
        line = printable(text)
        echo(line if self.key is None else self.key.redact(line), err=err)

    def show_plan(
        self, steps: Sequence[Step], left_over: Sequence[Standing], *, whole: bool = False
    ) -> None:
        """Write a line per step, with the fields of a changed one, or of all that are sent.

        A line per entry whose definition is gone comes last.
        """
        from revox_lint.push.plan import Action

        self.say(f"environment {self._target.name}: {self._target.url}")
        if self._warnings:
            self.say(f"{self._warnings} warning(s): `revox-lint check` shows them")
        named: list[str] = [*(step.action for step in steps), *(one.state for one in left_over)]
        named += ["not read"] if self._skipped else []
        width = max(map(len, named), default=0)
        for step in steps:
            about = step.reason or (
                f"`{step.definition.name}`"
                if step.entry is None
                else f"`{step.definition.name}` is {step.entry.id}"
            )
            changed = step.action is Action.CHANGED and step.entry is not None
            known = f" {step.entry.id}" if changed and step.entry is not None else ""
            self.say(f"  {step.action:<{width}}  {step.key}{known}: {about}")
            if step.action in (Action.CHANGED, Action.RECREATE) or (whole and step.action.sends):
                for line in _difference(step):
                    self.say(f"      {line}")
        for file in self._skipped:
            self.say(f"  {'not read':<{width}}  {file.path}: {file.reason}")
        for one in left_over:
            known = f" {one.id}" if one.id else ""
            self.say(f"  {one.state:<{width}}  {one.key}{known}: {one.reason}")

    def show_row(self, row: Row, done: int, total: int) -> None:
        """Write the result of a step that makes a request, as soon as it is known."""
        if self.as_json:
            self.say(f"[{done}/{total}] {line_of(row)}", err=True)
            return
        self._shown.add(row.key)
        self.say(line_of(row))
        for warning in row.warnings:
            self.say(f"    warning: {warning}")

    def show_rows(
        self, steps: Sequence[Step], rows: Sequence[Row], code: int, *, dry_run: bool
    ) -> None:
        """Write the numbers of the results, which the plan or `show_row` has; all of it as JSON."""
        if self.as_json:
            self._write_json(steps, rows, code, dry_run=dry_run)
            return
        if dry_run:
            sending = sum(step.action.sends for step in steps)
            self.say(f"Dry run: {sending} to create, nothing was sent or written.")
            return
        for step, row in zip(steps, rows, strict=True):
            if step.action.sends and row.key not in self._shown:
                self.show_row(row, 0, 0)
        self.say(", ".join(f"{count} {status}" for status, count in _counts(rows) if count) + ".")

    def _write_json(
        self, steps: Sequence[Step], rows: Sequence[Row], code: int, *, dry_run: bool
    ) -> None:
        from importlib.metadata import version

        report = {
            "version": VERSION,
            "tool": {"name": "revox-lint", "version": version("revox-lint")},
            "environment": self._target.name,
            "url": self._target.url,
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
            report = _redacted(report, self.key)
        echo(json.dumps(report, indent=2, ensure_ascii=False))


def line_of(row: Row) -> str:
    """Return the line of one result."""
    about = f": {row.message}" if row.message else ""
    known = f" {row.id}" if row.id is not None else ""
    return f"{row.status:<9} {row.key}{known}{about}"


def _redacted(value: Any, key: ApiKey) -> Any:
    if isinstance(value, str):
        return key.redact(value)
    if isinstance(value, dict):
        return {name: _redacted(item, key) for name, item in value.items()}
    if isinstance(value, list):
        return [_redacted(item, key) for item in value]
    return value


def _counts(rows: Sequence[Row]) -> list[tuple[PushStatus, int]]:
    from revox_lint.push.run import PushStatus

    return [(status, sum(row.status is status for row in rows)) for status in PushStatus]


def _difference(step: Step) -> Iterator[str]:
    """Yield lines for what would be sent, against what was sent last."""
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
