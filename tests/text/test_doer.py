"""Whose doing it is by what stands above, around and before: texts with each finding in `⟦⟧`."""

from __future__ import annotations

from pathlib import Path

import pytest

from revox_lint.text.capability import bookings, key_presses, transfers
from revox_lint.text.doer import Doer, kind

LINES = Path(__file__).with_name("doer.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_what_the_agent_is_told_below_a_title(line: str) -> None:
    marked = line.replace("\\n", "\n")
    text = marked.replace("⟦", "").replace("⟧", "")
    found = {place for mentions in (transfers, key_presses, bookings) for place in mentions(text)}
    for start, end in sorted(found, reverse=True):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    assert text == marked


@pytest.mark.parametrize(
    ("title", "doer"),
    [
        ("## Never", Doer.NOBODY),
        ("bad example", Doer.NOBODY),
        ("Product features", Doer.PRODUCT),
        ("What the front desk does", Doer.PRODUCT),
        ("Reasons for calling", Doer.OTHERS),
        ("Callers want to:", Doer.OTHERS),
        ("After the call, someone will:", Doer.OTHERS),
        ("If the caller insists:", Doer.CASE),
        ("When they call, never:", Doer.NOBODY),
        ("What you do for callers", Doer.AGENT),
        ("Your tasks for customers", Doer.AGENT),
        ("Your customers", Doer.OTHERS),
        ("Ask the caller for the day, then:", Doer.AGENT),
        ("Steps", Doer.AGENT),
        ("Northwind", Doer.UNKNOWN),
    ],
)
def test_a_title_names_who_does_what_is_below(title: str, doer: Doer) -> None:
    assert kind(title) is doer
