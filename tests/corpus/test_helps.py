"""Advice that is followed to the letter ends the mistake, and never makes a new error."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

import pytest
import yaml

from revox_lint.api import lint_text
from revox_lint.diagnostic import Diagnostic, Severity
from revox_lint.rule import SHIPPED
from tests.corpus.helps import followed
from tests.rules.cases import FOLDER, read, unmarked

# A value without a meaning gets one, and what does not fit it is seen for the first time; advice
# in two steps is followed by half.
REVEALED: Final = {
    ("choices-in-description", "enum-without-options"),
    ("flat-retry-config", "missing-field"),
    ("invalid-window-time", "window-ends-before-start"),
    ("options-without-enum", "duplicate-option"),
    ("secret-in-text", "missing-field"),
    ("typographic-quotes", "static-without-sentence"),
    ("unknown-field", "static-without-sentence"),
    ("unknown-value", "enum-without-options"),
    ("unknown-value", "static-without-sentence"),
    ("unknown-value", "voice-speed-out-of-range"),
    ("unknown-value", "wrong-variant-field"),
    ("wrong-type", "static-without-sentence"),
}


def _definitions(rule: str) -> Iterator[tuple[str, str]]:
    """Yield the path and text of the rule's own example, and of its cases."""
    bad = re.sub(r"  # (error|warning|info).*", "", SHIPPED[rule].bad)
    yield "a.yaml", bad
    with suppress(yaml.YAMLError, TypeError):
        yield "a.json", json.dumps(yaml.safe_load(bad), ensure_ascii=False, indent=2)
    for case in read(FOLDER / f"{rule}.txt") if (FOLDER / f"{rule}.txt").exists() else ():
        if "seeded" not in case.kinds:
            yield "a.json" if "json" in case.kinds else "a.yaml", unmarked(case)[0]


def _same(one: Diagnostic, other: Diagnostic) -> bool:
    return (one.rule, one.document, one.pointer, one.message) == (
        other.rule,
        other.document,
        other.pointer,
        other.message,
    )


def _errors(found: list[Diagnostic]) -> Counter[str]:
    return Counter(one.rule for one in found if one.severity is Severity.ERROR)


@pytest.mark.parametrize("rule", SHIPPED)
def test_advice_ends_the_mistake_and_makes_no_error(rule: str) -> None:
    for path, text in _definitions(rule):
        before = lint_text(text, path=path)
        for one in before:
            for after in followed(one):
                found = lint_text(after, path=path)
                about = f"{one.rule}: {one.message}\n{one.help}\n--- {path}\n{text}\n---\n{after}"
                new = set(_errors(found) - _errors(before))
                assert {error for error in new if (one.rule, error) not in REVEALED} == set(), about
                repeated = sum(_same(one, other) for other in before)
                assert sum(_same(one, other) for other in found) < repeated, about


@pytest.mark.parametrize("rule", SHIPPED)
def test_advice_for_json_is_json(rule: str) -> None:
    for path, text in _definitions(rule):
        for one in lint_text(text, path=path) if path == "a.json" else ():
            assert re.search(r"`(\w+: |- |\w+:`|[\[{]\w)", one.help or "") is None, one
