"""One key under `expect`: how it is read, described and judged; and what it is judged by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from revox_lint.schedule.model import Schedule, schedule_of
from revox_lint.schedule.plan import CallPlan, plan_calls
from revox_lint.syntax.node import plain

if TYPE_CHECKING:
    import pathlib

    from revox_lint.contract.roles import Path
    from revox_lint.diagnostic import Diagnostic
    from revox_lint.document import Document
    from revox_lint.harness.reading import Reader
    from revox_lint.harness.suite import Case, Suite
    from revox_lint.syntax.node import Node
    from revox_lint.syntax.span import Span


class Mismatch(NamedTuple):
    """Where a test and the definition differ: what was expected there, and what was found.

    `span` is in the test file. `detail` are further lines that explain what was found.
    """

    expectation: str
    span: Span
    expected: str
    found: str
    detail: tuple[str, ...] = ()


@dataclass(frozen=True)
class ExpectationKind:
    """An expectation. `read` reports errors and answers None for a value that is not one.

    `needs` are the keys of `given` it cannot do without: `at`, `payload`, `recipient` (a
    number even under a `timezone` of the assistant), `zone` (a number, or a `timezone`).
    `of_findings` expectations also hold for a definition that does not lint.
    """

    name: str
    description: str
    schema: dict[str, Any]
    read: Callable[[Reader, Node], Any]
    judge: Callable[[Situation, Any, Span], Iterable[Mismatch]]
    needs: frozenset[str] = frozenset()
    of_findings: bool = False


class Subject(NamedTuple):
    """The definition under test: its document, and what the linter reports."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]

    @property
    def values(self) -> dict[str, Any]:
        """The definition as plain data: what would go over the wire."""
        return self.document.plain

    def plain_at(self, path: Path) -> Any:
        """Return the plain value at a role's path; None where there is none."""
        node = self.document.find(*path)
        return None if node is None else plain(node)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics of severity error: with any of them the definition does not lint."""
        return tuple(one for one in self.diagnostics if one.severity.value == "error")


class Situation:
    """All that one test is judged by; what takes time is worked out once, when asked for."""

    def __init__(
        self,
        suite: Suite,
        case: Case,
        subject: Subject,
        folder: pathlib.Path,
        update_snapshots: bool,
    ) -> None:
        """Put `case` of `suite`, whose file lies in `folder`, beside its definition."""
        self.suite = suite
        self.case = case
        self.subject = subject
        self.folder = folder
        self.update_snapshots = update_snapshots
        self.written: list[str] = []

    @cached_property
    def schedule(self) -> Schedule:
        """When the definition makes calls. Raises ValueError when it cannot be read."""
        return schedule_of(self.subject.values)

    @cached_property
    def candidates(self) -> tuple[str, ...]:
        """The zones of the recipient's country code."""
        from revox_lint.schedule.zones import candidate_zones

        recipient = self.case.given.recipient
        return candidate_zones(recipient) if recipient is not None else ()

    @cached_property
    def plan(self) -> CallPlan:
        """The attempts from `given.at`. Raises PlanError where none can be planned."""
        given = self.case.given
        if given.at is None:
            raise ValueError("the test gives no `at`")
        return plan_calls(
            self.schedule,
            self.candidates,
            int(given.at.timestamp()),
            given.outcomes,
            self.suite.assume,
        )
