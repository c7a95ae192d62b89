"""Fixes that are not offered, because the text does not allow them, and quotes of a text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from revox_lint import edit
from revox_lint.syntax.node import Mapping
from revox_lint.syntax.parse import parse
from revox_lint.syntax.quote import excerpt
from revox_lint.syntax.source import Source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\n", "a: 1\n"),
        ("a: &key b\n*key : 2\n", None),
        ("b: 2\n", None),
        ("a: &x {c: 1}\nb: &y 2\n", None),
        ("{a: 1, b: 2}\n", "{a: 1}\n"),
        ("a: 1\r\nb: 2  # why\r\n", "a: 1\r\n"),
    ],
    ids=["line", "key of an alias", "only entry", "anchor", "flow", "CRLF and comment"],
)
def test_an_entry_is_removed_with_its_line_or_not_at_all(text: str, expected: str | None) -> None:
    source = Source("a.yaml", text)
    root = parse(source).trees[0].root
    assert isinstance(root, Mapping)
    entry = root.get("b")
    assert entry is not None
    fix = edit.remove_entry(source, root, entry, "Remove b")
    assert (None if fix is None else edit.apply(text, [fix])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1, "b": 2, "c": 3}', '{"a": 1}'),
        ('{"b": 2, "a": 1, "c": 3}', '{"a": 1}'),
        ('{"b": 2, "c": 3, "a": 1}', '{"a": 1}'),
        ('{"b": 2, "c": 3}', None),
        ('{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}\n', '{\n  "a": 1\n}\n'),
        ('{\n  "b": 2,\n  "c": 3,\n  "a": 1\n}\n', '{\n  "a": 1\n}\n'),
        ("{a: 1, b: 2, c: 3,}\n", "{a: 1,}\n"),
        ("a: 1\nb: 2\nc: 3", "a: 1\n"),
        ("b: 2\na: 1\nc: 3\n", "a: 1\n"),
        ("a: 1\r\nb: 2\r\nc:\r\n  d: 3", "a: 1\r\n"),
        ("a: 1\nb: &x 2\nc: 3\n", None),
    ],
)
def test_neighbouring_entries_are_removed_by_edits_that_do_not_overlap(
    text: str, expected: str | None
) -> None:
    source = Source("a.yaml", text)
    root = parse(source).trees[0].root
    assert isinstance(root, Mapping)
    entries = [(root, entry) for entry in root if entry.name in ("b", "c")]
    fix = edit.remove_entries(source, entries, "Remove b and c")
    if fix is None:
        assert expected is None
    else:
        assert all(one.span.end <= after.span.start for one, after in pairwise(fix.edits))
        assert edit.apply(text, [fix]) == expected


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("one two", 60, "one two"),
        ("one\n  two\tthree", 60, "one two three"),
        ("one two three", 8, "one two…"),
        ("one two three", -8, "…wo three"),
        ("one" + " " * 1000 + "two", 8, "one two"),
        ("a\x1bb", 8, r"a\u001bb"),
    ],
)
def test_an_excerpt_is_one_short_line(text: str, most: int, expected: str) -> None:
    assert excerpt(text, most) == expected
