"""From the path of a test file to results: collect, then judge each test.

Collecting reads the file, finds and lints its definition, and checks what can only be known
with both. A file with a mistake is not run at all: its errors are reported instead.
Judging a test never raises for anything in the files.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from revox_lint.api import LintOptions
from revox_lint.config import ConfigError
from revox_lint.harness.beside import definition_of
from revox_lint.harness.definition import read_definition
from revox_lint.harness.discover import default_assistant
from revox_lint.harness.expectations import kinds
from revox_lint.harness.expectations.expectation import Mismatch, Situation, Subject
from revox_lint.harness.load import read_file
from revox_lint.harness.reading import CollectionError, Reader
from revox_lint.harness.variables import variables_of
from revox_lint.schedule.model import schedule_of
from revox_lint.schedule.plan import attempts_allowed, attempts_made
from revox_lint.schedule.zones import candidate_zones
from revox_lint.syntax.node import Sequence
from revox_lint.syntax.quote import quote
from revox_lint.syntax.span import Span
from revox_lint.text.suggest import did_you_mean

if TYPE_CHECKING:
    from revox_lint.harness.suite import Case, Suite
    from revox_lint.syntax.source import Source


class Status(StrEnum):
    """How a test ended."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Result:
    """A test's end. `reason` is why it was skipped, or why it failed before it was judged.

    `written` are the snapshots that it wrote.
    """

    suite: Suite
    case: Case
    status: Status
    mismatches: tuple[Mismatch, ...] = ()
    reason: str | None = None
    lines: tuple[str, ...] = ()
    written: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """`path::name`, as pytest names it."""
        return f"{self.suite.source.path}::{self.case.name}"


@dataclass(frozen=True, slots=True)
class Collected:
    """A test file that was read: its suite and its definition, or what is wrong with it."""

    source: Source
    suite: Suite | None = None
    subject: Subject | None = None
    folder: Path = field(default_factory=Path)
    errors: tuple[CollectionError, ...] = ()


def collect(path: Path, name: str, choice: LintOptions | None = None) -> Collected:
    """Read the test file at `path`, to be called `name`, and its definition.

    Raises ConfigError when the project's configuration cannot be used.
    """
    source, suite, errors = read_file(path, name)
    if suite is None:
        return Collected(source, errors=tuple(errors))
    reader = Reader(source)
    subject = _subject(reader, suite, path.parent, choice or LintOptions())
    if subject is not None and not subject.errors:
        for case in suite.cases:
            _check_with_subject(reader, suite, case, subject)
    return Collected(
        source,
        None if reader.errors else suite,
        subject,
        path.parent,
        # What `defaults` gives to every test is reported once.
        tuple(sorted(dict.fromkeys(reader.errors), key=lambda one: one.span)),
    )


def _subject(reader: Reader, suite: Suite, folder: Path, choice: LintOptions) -> Subject | None:
    """Return the definition of a suite, linted as `check` does; None with an error."""
    where = suite.assistant_span or Span(0, 1)
    path = definition_of(suite, folder)
    if path is None:
        missing = default_assistant(suite.source.path)[0]
        reader.error(
            where,
            f"no definition beside this test file: `{missing}` is missing",
            "name it with `assistant: path`",
        )
        return None
    shown = suite.assistant or path.name
    name = os.path.normpath(Path(suite.source.path).parent / shown)
    chosen = choice
    if suite.contract is not None:
        chosen = LintOptions(
            choice.config, choice.select, choice.ignore, suite.contract, choice.registry.own
        )
    subject = read_definition(path, name, shown, chosen, suite.document)
    if isinstance(subject, str):
        reader.error(where, subject)
        return None
    return subject


def _check_variables(reader: Reader, case: Case, subject: Subject) -> None:
    known = variables_of(subject.document) if case.given.vars else frozenset()
    for name in case.given.vars:
        if name not in known and (key := case.given.nodes.get(f"vars/{name}")) is not None:
            close = did_you_mean(name, known)
            help = "remove it" if not close else "write the name as it is in the definition"
            reader.error(
                key, f"no text of the definition has a variable {quote(name)}{close}", help
            )


def _check_with_subject(reader: Reader, suite: Suite, case: Case, subject: Subject) -> None:
    """Report what is given and cannot be, for this definition."""
    _check_variables(reader, case, subject)
    try:
        schedule = schedule_of(subject.values)
    except ValueError:
        return
    given = case.given
    made = attempts_made(schedule, given.outcomes, suite.assume)
    if len(given.outcomes) > made:
        node = given.nodes["outcomes"]
        first = node.items[made] if isinstance(node, Sequence) and made < len(node.items) else node
        if made < attempts_allowed(schedule, suite.assume):
            why = f"attempt {made} ends with `{given.outcomes[made - 1]}`, which ends the attempts"
        else:
            why = f"the definition allows {made}"
        reader.error(first, f"`outcomes` has an outcome for attempt {made + 1}, but {why}")
    if schedule.timezone is not None and not _need(case, "recipient"):
        return
    if given.recipient is None:
        for expectation in case.expect:
            if "zone" in kinds()[expectation.name].needs:
                reader.error(
                    expectation.key,
                    f"`{expectation.name}` needs a time zone: give `recipient`, "
                    "as the definition sets no `timezone`",
                )
    elif (_need(case, "recipient") or _need(case, "zone")) and not candidate_zones(given.recipient):
        reader.error(
            given.nodes["recipient"],
            f"`recipient` has no time zone: the code of `{given.recipient}` belongs to no country",
        )


def _need(case: Case, need: str) -> bool:
    return any(need in kinds()[expectation.name].needs for expectation in case.expect)


def run_case(collected: Collected, case: Case, *, update_snapshots: bool = False) -> Result:
    """Judge one test of a collected file."""
    suite, subject = collected.suite, collected.subject
    if suite is None or subject is None:
        raise ValueError("a file with collection errors has no tests to run")
    if case.skip is not None:
        return Result(suite, case, Status.SKIPPED, reason=case.skip)
    known = kinds()
    if subject.errors and not all(known[one.name].of_findings for one in case.expect):
        return _not_run(suite, case, subject)
    situation = Situation(suite, case, subject, collected.folder, update_snapshots)
    mismatches: list[Mismatch] = []
    for expectation in case.expect:
        try:
            mismatches += known[expectation.name].judge(
                situation, expectation.value, expectation.span
            )
        except ValueError as error:
            mismatches.append(
                Mismatch(expectation.name, expectation.span, "a plan", f"none: {error}")
            )
    status = Status.FAILED if mismatches else Status.PASSED
    return Result(suite, case, status, tuple(mismatches), written=tuple(situation.written))


def _not_run(suite: Suite, case: Case, subject: Subject) -> Result:
    lines = []
    for one in subject.errors:
        line, column = one.source.position(one.span.start)
        lines.append(f"{one.path}:{line}:{column}: {one.severity}[{one.rule}] {one.message}")
    more = (f"… {len(lines) - 10} more",) if len(lines) > 10 else ()
    count = f"{len(lines)} error" + ("s" if len(lines) > 1 else "")
    return Result(
        suite,
        case,
        Status.FAILED,
        reason=f"not run: the definition does not lint ({count})",
        lines=(*lines[:10], *more),
    )


__all__ = [
    "Collected",
    "CollectionError",
    "ConfigError",
    "Mismatch",
    "Result",
    "Status",
    "collect",
    "run_case",
]
