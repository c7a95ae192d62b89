"""What the rules of the family `schema` say of whole definitions: the cases of `schema.txt`."""

from __future__ import annotations

import pytest

from revox_lint.rule import all_rules
from tests.rules.cases import outcome, read

RULES = tuple(rule for rule in all_rules() if rule.family in ("syntax", "schema"))


@pytest.mark.parametrize(
    ("title", "definition", "expected"),
    [pytest.param(*case, id=case[0]) for case in read("schema.txt")],
)
def test_what_is_said(title: str, definition: str, expected: str) -> None:
    assert outcome(title, definition, RULES) == expected
