"""Every case of every rule: what is reported, where, in which words, and what is fixed."""

from __future__ import annotations

import pytest

from revox_lint.rule import SHIPPED
from tests.rules.cases import FOLDER, Case, cases, check


@pytest.mark.parametrize(
    "case", cases(seeded=False), ids=lambda case: f"{case.rule}: {case.name}"[:80]
)
def test_case(case: Case) -> None:
    check(case)


def test_every_file_of_cases_is_named_after_a_rule() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} <= set(SHIPPED)
