"""A test file as read: its settings, and its tests with what is given and what is expected."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from revox_lint.schedule.model import Assumptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from revox_lint.syntax.node import Node
    from revox_lint.syntax.source import Source
    from revox_lint.syntax.span import Span


@dataclass(frozen=True, slots=True)
class Rates:
    """What a call costs: `per_minute`, by the second, in units of `currency` (ISO 4217, or "")."""

    per_minute: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Given:
    """The situation of a test. What is None or empty was not given.

    `recipient` is in E.164, `at` in UTC, `outcomes` are how the attempts end, in order, each
    with its node. `payload` is what an extraction delivered, as plain data.
    """

    recipient: str | None = None
    at: datetime | None = None
    vars: Mapping[str, str] = field(default_factory=dict)
    payload: Mapping[str, Any] | None = None
    outcomes: tuple[str, ...] = ()
    nodes: Mapping[str, Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expectation:
    """One key under `expect`, the value it was read to, and the places of both."""

    name: str
    value: Any
    key: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Case:
    """One test: its name is unique in its file. `skip` is the reason, when it is skipped."""

    name: str
    span: Span
    given: Given
    expect: tuple[Expectation, ...]
    tags: tuple[str, ...] = ()
    skip: str | None = None


@dataclass(frozen=True, slots=True)
class Suite:
    """A whole test file. `assistant` is the path of the definition as it will be opened.

    `document` is the index of the definition in a file that holds several, or None.
    """

    source: Source
    assistant: str
    cases: tuple[Case, ...]
    document: int | None = None
    assistant_span: Span | None = None
    contract: str | None = None
    assume: Assumptions = field(default_factory=Assumptions)
    rates: Rates | None = None
