"""Expectations about what the linter finds in the definition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from revox_lint.harness.expectations.expectation import ExpectationKind, Mismatch, Situation
from revox_lint.harness.expectations.texts import (
    NAMES_SCHEMA,
    SOME_NAMES_SCHEMA,
    differing,
    read_names,
)
from revox_lint.harness.reading import listed
from revox_lint.syntax.node import Sequence
from revox_lint.syntax.span import Span

if TYPE_CHECKING:
    from revox_lint.harness.reading import Reader
    from revox_lint.syntax.node import Node

_SEVERITIES = ("none", "info", "warning", "error")


def _read_rules(reader: Reader, node: Node, name: str) -> frozenset[str] | None:
    from revox_lint.rule import SHIPPED

    names = read_names(reader, node, name)
    if names is None or not isinstance(node, Sequence):
        return None
    known = sorted(SHIPPED)
    before = len(reader.errors)
    for item in node.items:
        if getattr(item, "value", None) not in known:
            reader.unknown(item, "rule", known, list_them="`revox-lint rule` lists them")
    return names if len(reader.errors) == before else None


def _found(situation: Situation) -> frozenset[str]:
    return frozenset(one.rule for one in situation.subject.diagnostics)


def _judge_findings(
    situation: Situation, expected: frozenset[str], span: Span
) -> Iterator[Mismatch]:
    yield from (
        mismatch._replace(
            detail=(*mismatch.detail, *_places(situation, _found(situation) - expected))
        )
        for mismatch in differing("findings", span, expected, _found(situation))
    )


def _places(situation: Situation, rules: frozenset[str]) -> tuple[str, ...]:
    lines = []
    for one in situation.subject.diagnostics:
        if one.rule in rules:
            line, column = one.source.position(one.span.start)
            lines.append(f"{one.path}:{line}:{column}: {one.severity}[{one.rule}] {one.message}")
    return tuple(lines[:10])


def _judge_include(
    situation: Situation, expected: frozenset[str], span: Span
) -> Iterator[Mismatch]:
    found = _found(situation)
    if not expected <= found:
        detail = (f"missing: {listed(sorted(expected - found))}",)
        yield Mismatch(
            "findings_include", span, listed(sorted(expected)), listed(sorted(found)), detail
        )


def _judge_exclude(
    situation: Situation, expected: frozenset[str], span: Span
) -> Iterator[Mismatch]:
    both = _found(situation) & expected
    if both:
        yield Mismatch(
            "findings_exclude",
            span,
            f"none of {listed(sorted(expected))}",
            listed(sorted(both)),
            _places(situation, both),
        )


def _judge_severity(situation: Situation, expected: str, span: Span) -> Iterator[Mismatch]:
    worst = max(
        (_SEVERITIES.index(one.severity.value) for one in situation.subject.diagnostics), default=0
    )
    if worst > _SEVERITIES.index(expected):
        rules = frozenset(
            one.rule
            for one in situation.subject.diagnostics
            if _SEVERITIES.index(one.severity.value) > _SEVERITIES.index(expected)
        )
        yield Mismatch(
            "max_severity",
            span,
            f"at most {expected}",
            _SEVERITIES[worst],
            _places(situation, rules),
        )


KINDS = (
    ExpectationKind(
        "findings",
        "The rules that the linter reports, no more and no fewer.",
        NAMES_SCHEMA,
        lambda reader, node: _read_rules(reader, node, "findings"),
        _judge_findings,
        of_findings=True,
    ),
    ExpectationKind(
        "findings_include",
        "Rules that the linter reports, among others.",
        SOME_NAMES_SCHEMA,
        lambda reader, node: _read_rules(reader, node, "findings_include"),
        _judge_include,
        of_findings=True,
    ),
    ExpectationKind(
        "findings_exclude",
        "Rules that the linter does not report.",
        SOME_NAMES_SCHEMA,
        lambda reader, node: _read_rules(reader, node, "findings_exclude"),
        _judge_exclude,
        of_findings=True,
    ),
    ExpectationKind(
        "max_severity",
        "The worst severity that the linter may report.",
        {"enum": list(_SEVERITIES)},
        lambda reader, node: reader.one_of(node, _SEVERITIES),
        _judge_severity,
        of_findings=True,
    ),
)
