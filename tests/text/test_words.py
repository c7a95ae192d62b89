"""The word tables: their notation, and that each is read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from revox_lint.facts.words import Words
from revox_lint.text.words import entries, languages, pattern, phrases, plain

PACKAGE = Path(__file__).parents[2] / "revox_lint"


def test_the_listing_of_the_folder_is_the_registry() -> None:
    assert list(languages()) == ["de", "en", "es", "fr", "it"]


def test_phrases_are_parted_by_commas_and_lines() -> None:
    assert entries("\n  set up, a{1,2}\n  book,\n  x\n") == ["set up", "a{1,2}", "book", "x"]


@pytest.mark.parametrize(
    ("table", "language", "expressions"),
    [
        ("gap_end", "de", ["hier", "einfügen", "einsetzen", "eintragen", "ersetzen"]),
        ("to_fill", "es", [r"(?:por\s+)?(?:completar|rellenar|definir)"]),
        ("notes_at_end", "de", ["ZU[ _](?:ERG[ÄA]NZEN|ERLEDIGEN)"]),
        ("notes_at_end", "en", []),
    ],
)
def test_a_phrase_is_a_regular_expression(
    table: str, language: str, expressions: list[str]
) -> None:
    assert list(phrases(table, language)) == expressions


def test_a_table_without_phrases_matches_nothing() -> None:
    assert re.search(pattern("notes_at_end", "en"), "") is None


@pytest.mark.parametrize("table", Words._fields)
def test_every_table_is_read_and_every_phrase_compiles(table: str) -> None:
    if table in ("syllables_per_second", "silent_e"):
        return
    readers = [*(PACKAGE / "text").glob("*.py"), *(PACKAGE / "rules").rglob("*.py")]
    used = rf"\.{table}\b|[\"']{table}[\"']|<{table}>"
    tables = (PACKAGE / "facts" / "words").glob("*.py")
    assert any(re.search(used, path.read_text("utf-8")) for path in (*readers, *tables))
    if "Plain" in str(Words.__annotations__[table]):
        assert plain(table) == {word.lower() for word in plain(table)}
    else:
        assert all(re.compile(phrase) for phrase in phrases(table))
