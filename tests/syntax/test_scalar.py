"""What a plain scalar means to a reader of YAML 1.2 and to one of YAML 1.1."""

from __future__ import annotations

import math

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from revox_lint.syntax.scalar import Timestamp, Value, resolve, resolve_1_1

# written, in 1.2, in 1.1
READINGS: list[tuple[str, Value, Value]] = [
    ("", None, ""),
    ("~", None, None),
    ("null", None, None),
    ("nULL", "nULL", "nULL"),
    ("true", True, True),
    ("tRUE", "tRUE", "tRUE"),
    ("yes", "yes", True),
    ("No", "No", False),
    ("off", "off", False),
    ("y", "y", "y"),
    ("12", 12, 12),
    ("-0", 0, 0),
    ("+33612345678", 33612345678, 33612345678),
    ("0123", 123, 83),
    ("0612345678", 612345678, "0612345678"),
    ("0o17", 15, "0o17"),
    ("0x1F", 31, 31),
    ("0b101", "0b101", 5),
    ("1_000", "1_000", 1000),
    ("1e3", 1000.0, "1e3"),
    ("1.5e+3", 1500.0, 1500.0),
    (".5", 0.5, 0.5),
    ("5.", 5.0, 5.0),
    (".", ".", "."),
    ("+.inf", math.inf, math.inf),
    ("-.INF", -math.inf, -math.inf),
    ("17:00", "17:00", 1020),
    ("9:30", "9:30", 570),
    ("09:30", "09:30", "09:30"),
    ("17:60", "17:60", "17:60"),
    ("9:30:15.5", "9:30:15.5", 34215.5),
    ("2026-01-15", "2026-01-15", Timestamp("2026-01-15")),
    ("2026-01-15T10:00:00Z", "2026-01-15T10:00:00Z", Timestamp("2026-01-15T10:00:00Z")),
    ("2026-1-15", "2026-1-15", "2026-1-15"),
    ("9am", "9am", "9am"),
    ("1.2.3", "1.2.3", "1.2.3"),
]


@pytest.mark.parametrize(("text", "newer", "older"), READINGS, ids=[one[0] for one in READINGS])
def test_readings(text: str, newer: Value, older: Value) -> None:
    assert (resolve(text), type(resolve(text))) == (newer, type(newer))
    if text:
        assert (resolve_1_1(text), type(resolve_1_1(text))) == (older, type(older))


def test_not_a_number() -> None:
    for read in (resolve, resolve_1_1):
        value = read(".nan")
        assert isinstance(value, float) and math.isnan(value)


def test_a_number_with_more_digits_than_python_prints_stays_a_text() -> None:
    assert resolve("9" * 5000) == "9" * 5000
    assert resolve_1_1("9" * 5000) == "9" * 5000


@given(st.text(alphabet="0123456789+-_.:eExXobaTZnul~yYsofF ", min_size=1, max_size=10))
def test_the_older_reading_is_that_of_a_reader_in_use(text: str) -> None:
    if text != text.strip() or text[0] in "-:?." or ": " in text or text.endswith(":"):
        return
    try:
        loaded = yaml.safe_load(text)
    except (ValueError, yaml.YAMLError, OverflowError):
        return
    ours = resolve_1_1(text)
    if isinstance(ours, Timestamp):
        assert type(loaded).__name__ in ("date", "datetime")
    elif isinstance(ours, float) and math.isnan(ours):
        assert isinstance(loaded, float) and math.isnan(loaded)
    else:
        assert (ours, type(ours)) == (loaded, type(loaded))
