"""A value in a message: what is invisible in it is shown, on one short line."""

from __future__ import annotations

import pytest

from revox_lint.syntax.quote import quote
from revox_lint.syntax.scalar import Symbol, Value, resolve_psych


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("static", "static"),
        ("static ", r"static\u0020"),
        ("\tstatic\n", r"\tstatic\n"),
        ("sta\u200btic\u00a0", r"sta\u200btic\u00a0"),
        ("st\u0430tic", r"st\u0430tic"),
        ("\uff2eo", r"\uff2eo"),
        ("Re\u0301ception", r"Re\u0301ception"),
        ("Réception", "Réception"),
        ("Привет", "Привет"),
        ("one\n  two", "one two"),
        ("\x1b[31m", r"\u001b[31m"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("   ", ""),
        ("a" * 61, "a" * 59 + "…"),
    ],
)
def test_what_is_invisible_is_an_escape(text: str, shown: str) -> None:
    assert quote(text) == f"`{shown}`"


@pytest.mark.parametrize(
    ("text", "value"),  # as `ruby -ryaml` of Ruby 3.1 reads them
    [
        ("09:30", 34200),
        ("12:30:45", 45045),
        ("-1:20", -2400),
        ("99:99", "99:99"),
        ("1:20.5", 4830.0),
        ("1,000", 1000),
        ("1,000.5", 1000.5),
        ("1_", "1_"),
        ("0,7", 7),
        ("0600", 384),
        ("0899", "0899"),
        ("1e3", "1e3"),
        ("yEs", True),
        ("nULL", None),
        ("y", "y"),
        (":name", Symbol(":name")),
    ],
)
def test_the_reading_of_ruby(text: str, value: Value) -> None:
    assert resolve_psych(text) == value
    assert type(resolve_psych(text)) is type(value)
