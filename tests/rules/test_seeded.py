"""Definitions with known mistakes, in every style: exactly those are found, at their places."""

from __future__ import annotations

from typing import Final
from zlib import crc32

import pytest

from revox_lint.rule import SHIPPED
from tests.rules.cases import Case, cases, check_seeded, unmarked
from tests.rules.marks import Marks, visible
from tests.rules.seeds import LANGUAGES, read_edits
from tests.rules.styles import STYLES, Style

CASES: Final = cases(seeded=True)
TOGETHER: Final = 450
FAMILIES: Final = ("syntax", "schema", "calling", "speech", "outputs", "prompt", "integrations")


def styles_of(number: int) -> tuple[Style, Style]:
    """Return the block style and one other, each in its turn."""
    return STYLES[0], STYLES[1 + number % (len(STYLES) - 1)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_found_in_a_base(language: str) -> None:
    for style in STYLES:
        check_seeded([], style, language)


@pytest.mark.parametrize(
    ("number", "case"),
    [pytest.param(*one, id=f"{one[1].rule}: {one[1].name}"[:80]) for one in enumerate(CASES)],
)
def test_one_mistake(number: int, case: Case) -> None:
    for style in styles_of(number):
        check_seeded([case], style)


def fields(case: Case) -> set[str]:
    """Return the fields that a case changes, and those that rules read together with them."""
    edits = read_edits(case.definition, Marks(), case.rule)
    found = {visible(path).split("/")[0].rstrip("+") for path in edits}
    for group in LINKED:
        if found & group:
            found |= group
    return found


LINKED: Final = (
    {"prompt", "first_sentence_mode"},
    {"webhook_url", "structured_output_config"},
    {"first_sentence", "first_sentence_mode", "first_sentence_delay_ms", "voice"},
    {"call_retry_config", "voicemail_message", "transfer_phone_number"},
    {"prompt", "transfer_phone_number", "calendly", "ivr_navigation_enabled"},
)


def combinations(count: int = TOGETHER) -> list[list[Case]]:
    """Return two to four mistakes that have no field in common.

    A checksum draws them, so that one more case changes few of the combinations.
    """
    mistakes = [case for case in CASES if "⟦" in case.definition and "alone" not in case.kinds]
    given = {id(case): fields(case) for case in mistakes}
    made: list[list[Case]] = []
    for number in range(count):
        language = LANGUAGES[number % 4]
        drawn = sorted(
            (case for case in mistakes if case.language == language),
            key=lambda case: crc32(f"{number} {case.rule} {case.definition}".encode()),
        )
        chosen: list[Case] = []
        taken: set[str] = set()
        for case in drawn[:12]:
            if len(chosen) < 2 + number % 3 and not taken & given[id(case)]:
                chosen.append(case)
                taken |= given[id(case)]
        made.append(chosen)
    return made


@pytest.mark.parametrize(
    ("number", "chosen"),
    list(enumerate(combinations())),
    ids=lambda one: " + ".join(case.rule for case in one) if isinstance(one, list) else None,
)
def test_mistakes_together(number: int, chosen: list[Case]) -> None:
    for style in styles_of(number):
        check_seeded(chosen, style)


@pytest.mark.proof
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_every_mistake_in_every_style(style: Style) -> None:
    for chosen in [*([case] for case in CASES), *combinations()]:
        check_seeded(chosen, style)


def test_every_rule_is_seeded() -> None:
    every = [*CASES, *cases(seeded=False)]
    marked = {one.rule for case in every for one in unmarked(case)[1]}
    wanted = {name for name in SHIPPED if SHIPPED.family(name) in FAMILIES}
    assert wanted - marked == {"long-prompt"}  # its cases are generated
