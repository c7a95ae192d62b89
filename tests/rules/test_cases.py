"""Every case of every rule: what is reported, where, in which words, and what is fixed."""

from __future__ import annotations

import pytest

from revox_lint.rule import SHIPPED
from tests.rules.cases import FOLDER, Case, check, read

CASES = [
    case for path in sorted(FOLDER.glob("*.txt")) if path.stem in SHIPPED for case in read(path)
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.name}"[:80])
def test_case(case: Case) -> None:
    check(case)
