"""Written YAML: readable, and loaded alike by readers of YAML 1.1 and of 1.2."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from revox_lint.syntax.dump import dump

STRINGS = st.text(
    st.sampled_from("a b\n\t-#:'\"{}|>%@&*!?,[]0é😀\r~=<.\x85\u2028\x07\ufeff"), max_size=12
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    STRINGS | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(STRINGS, inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
@settings(max_examples=200, deadline=None)
def test_every_reader_loads_what_was_written(value: Any) -> None:
    text = dump({"value": value})
    assert yaml.safe_load(text) == {"value": value}
    assert YAML(typ="safe", pure=True).load(text) == {"value": value}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Ada", "v: Ada\n"),
        ("a\nb\n", "v: |\n  a\n  b\n"),
        ("a \n\n b", "v: |-\n  a \n\n   b\n"),
        ("  a\nb", "v: |2-\n    a\n  b\n"),
        ("a\r\nb", 'v: "a\\r\\nb"\n'),
        ("yes", 'v: "yes"\n'),
        ("1:20", 'v: "1:20"\n'),
        ("0o7", "v: '0o7'\n"),
        (["a", {"b": 1, "a": None}], "v:\n  - a\n  - b: 1\n    a: null\n"),
        ("word " * 40 + "end", "v: " + "word " * 40 + "end\n"),
    ],
)
def test_it_reads_as_a_person_would_write_it(value: object, written: str) -> None:
    assert dump({"v": value}) == written


def test_a_value_that_is_there_twice_is_written_twice() -> None:
    shared = ["a"]
    assert dump({"b": shared, "a": shared}) == "b:\n  - a\na:\n  - a\n"
