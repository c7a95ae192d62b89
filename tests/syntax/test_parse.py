"""Where nodes stand: every span is held against the text it covers."""

from __future__ import annotations

import pytest

from revox_lint.syntax.node import Broken, Mapping, Node, Scalar, Sequence, plain
from revox_lint.syntax.parse import parse
from revox_lint.syntax.source import Source
from revox_lint.syntax.tree import Parsed, ProblemKind

Shown = list[tuple[str, object]]


def _parse(text: str, path: str = "a.yaml") -> Parsed:
    return parse(Source(path, text))


def _shown(text: str) -> Shown:
    """Every key and value in order: the text of its span, and its value or kind."""
    shown: Shown = []

    def visit(node: Node) -> None:
        written = text[node.span.start : node.span.end]
        if isinstance(node, Scalar):
            shown.append((written, node.value))
        elif isinstance(node, Mapping):
            shown.append((written, "mapping"))
            for entry in node.entries:
                shown.append((text[entry.key.span.start : entry.key.span.end], "key"))
                visit(entry.value)
        elif isinstance(node, Sequence):
            shown.append((written, "sequence"))
            for item in node.items:
                visit(item)
        elif isinstance(node, Broken):
            shown.append((written, "broken"))

    for tree in _parse(text).trees:
        if tree.root is not None:
            visit(tree.root)
    return shown


# input, and every node with the text that its span covers
SPANS: list[tuple[str, str, Shown]] = [
    (
        "quotes belong to the value",
        'a: \'x y\'\n"b": "\\u00e9"\n',
        [
            ('a: \'x y\'\n"b": "\\u00e9"', "mapping"),
            ("a", "key"),
            ("'x y'", "x y"),
            ('"b"', "key"),
            ('"\\u00e9"', "é"),
        ],
    ),
    (
        "a block scalar ends where its text ends",
        "a: |\n  one\n  two\n\n# note\nb: 1\n",
        [
            ("a: |\n  one\n  two\n\n# note\nb: 1", "mapping"),
            ("a", "key"),
            ("|\n  one\n  two", "one\ntwo\n"),
            ("b", "key"),
            ("1", 1),
        ],
    ),
    (
        "a collection ends with its last value, not at the next key",
        "a:\n  b: 1\n\n\n# note\nc:\n  - 2\n\n",
        [
            ("a:\n  b: 1\n\n\n# note\nc:\n  - 2", "mapping"),
            ("a", "key"),
            ("b: 1", "mapping"),
            ("b", "key"),
            ("1", 1),
            ("c", "key"),
            ("- 2", "sequence"),
            ("2", 2),
        ],
    ),
    (
        "an anchor and a tag are not part of the value",
        "a: &x !!str 12\nb: !!map\n  c: &y\n    - 1\nd: &z # note\n  e\n",
        [
            ("a: &x !!str 12\nb: !!map\n  c: &y\n    - 1\nd: &z # note\n  e", "mapping"),
            ("a", "key"),
            ("12", "12"),
            ("b", "key"),
            ("c: &y\n    - 1", "mapping"),
            ("c", "key"),
            ("- 1", "sequence"),
            ("1", 1),
            ("d", "key"),
            ("e", "e"),
        ],
    ),
    (
        "what an alias brings in stands at the alias",
        "a: &x {b: [1]}\nc: *x\n",
        [
            ("a: &x {b: [1]}\nc: *x", "mapping"),
            ("a", "key"),
            ("{b: [1]}", "mapping"),
            ("b", "key"),
            ("[1]", "sequence"),
            ("1", 1),
            ("c", "key"),
            ("*x", "mapping"),
            ("*x", "key"),
            ("*x", "sequence"),
            ("*x", 1),
        ],
    ),
    (
        "what a merge brings in stands at the merging element, after the own keys",
        "x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz:\n  <<: [*x, *y]\n  a: 5\n",
        [
            ("x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz:\n  <<: [*x, *y]\n  a: 5", "mapping"),
            ("x", "key"),
            ("{a: 1, b: 2}", "mapping"),
            ("a", "key"),
            ("1", 1),
            ("b", "key"),
            ("2", 2),
            ("y", "key"),
            ("{b: 3, c: 4}", "mapping"),
            ("b", "key"),
            ("3", 3),
            ("c", "key"),
            ("4", 4),
            ("z", "key"),
            ("<<: [*x, *y]\n  a: 5", "mapping"),
            ("a", "key"),
            ("5", 5),
            ("*x", "key"),
            ("*x", 2),
            ("*y", "key"),
            ("*y", 4),
        ],
    ),
    (
        "a plain text over two lines, and an empty value",
        "a: one\n  two # note\nb:\nc: ~\n",
        [
            ("a: one\n  two # note\nb:\nc: ~", "mapping"),
            ("a", "key"),
            ("one\n  two", "one two"),
            ("b", "key"),
            ("", None),
            ("c", "key"),
            ("~", None),
        ],
    ),
    (
        "CR LF and characters beyond the basic plane",
        "a: 😀x\r\nb: '😀'\r\nc: |\r\n  y\r\n\r\n",
        [
            ("a: 😀x\r\nb: '😀'\r\nc: |\r\n  y", "mapping"),
            ("a", "key"),
            ("😀x", "😀x"),
            ("b", "key"),
            ("'😀'", "😀"),
            ("c", "key"),
            ("|\r\n  y", "y\n"),
        ],
    ),
    (
        "several documents",
        "a: 1\n---\n# note\n- 2\n...\n",
        [("a: 1", "mapping"), ("a", "key"), ("1", 1), ("- 2", "sequence"), ("2", 2)],
    ),
]


@pytest.mark.parametrize(("why", "text", "shown"), SPANS, ids=[one[0] for one in SPANS])
def test_spans(why: str, text: str, shown: Shown) -> None:
    assert _shown(text) == shown


def test_a_json_file_may_write_a_character_as_two_escapes() -> None:
    text = '{"a": "\\ud83d\\ude00!", "b": "\\\\ud83d", "c": 1}'
    parsed = _parse(text, "a.json")
    root = parsed.trees[0].root
    assert isinstance(root, Mapping)
    assert plain(root) == {"a": "😀!", "b": "\\ud83d", "c": 1}
    spans = {entry.name: text[entry.value.span.start : entry.value.span.end] for entry in root}
    assert spans == {"a": '"\\ud83d\\ude00!"', "b": '"\\\\ud83d"', "c": "1"}
    assert (root.span.start, root.span.end) == (0, len(text))


def test_the_later_of_two_keys_is_reported_and_the_first_is_related() -> None:
    text = "a: 1\nb: {c: 1, c: 2}\na: 3\n"
    tree = _parse(text).trees[0]
    assert [(p.kind, p.span, [r[1] for r in p.related]) for p in tree.problems] == [
        (ProblemKind.DUPLICATE_KEY, (15, 16), [(9, 10)]),
        (ProblemKind.DUPLICATE_KEY, (21, 22), [(0, 1)]),
    ]
    assert isinstance(tree.root, Mapping)
    assert plain(tree.root) == {"a": 3, "b": {"c": 2}}


def test_anchors_know_whether_they_are_used() -> None:
    tree = _parse("a: &x 1\nb: &y 2\nc: *y\nd: &y 3\n").trees[0]
    assert tree.anchors == (("x", (3, 5), False), ("y", (11, 13), True), ("y", (25, 27), False))


def test_a_colon_behind_an_anchor_is_not_part_of_it() -> None:
    tree = _parse("- &x: 1\n").trees[0]
    assert tree.anchors == (("x", (2, 4), False),)


UNSUPPORTED = [
    ("12: a\n", "12", "key `12` is not a string"),
    ("null: a\n", "null", "key `null` is not a string"),
    ("&x : a\n", "", "missing key before the colon"),
    ("? [a]\n: b\n", "[a]", "a key must be a string"),
    ("a: !env HOME\n", "!env", "unknown tag `!env`, which JSON cannot express"),
    ("a: !!binary aGk=\n", "!!binary", "unknown tag `!!binary`, which JSON cannot express"),
    ("a: !!set {b: 1}\n", "!!set", "unknown tag `!!set`, which JSON cannot express"),
    ("a: !!int b\n", "!!int", "`!!int` does not fit the value `b`"),
    ("a: &x [*x]\n", "*x", "alias `*x` is inside its own anchor"),
    ("<<: 1\n", "1", "a merge (`<<`) takes a mapping or a list of mappings"),
    ("a: " + "[" * 101 + "]" * 101, "[", "nesting deeper than 100 levels is not read"),
]


@pytest.mark.parametrize(("text", "token", "message"), UNSUPPORTED)
def test_unsupported(text: str, token: str, message: str) -> None:
    (problem,) = _parse(text).trees[0].problems
    assert problem.kind is ProblemKind.UNSUPPORTED
    assert (text[problem.span.start : problem.span.end], problem.message) == (token, message)


def test_an_alias_bomb_is_not_expanded() -> None:
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
    text = "a0: &a0 [x, x]\n" + levels
    (problem, *_) = _parse(text).trees[0].problems
    assert problem.kind is ProblemKind.UNSUPPORTED
    assert problem.message == ("aliases expand to more than 100,000 values, the rest is not read")


# input, the marked text, the message, and what could still be read
BROKEN: list[tuple[str, str, str, object]] = [
    (
        "a: {{name}}\nb: 1\n",
        "{{name}}",
        "unquoted `{{name}}` is a mapping in YAML, not a variable",
        {"b": 1},
    ),
    (
        "a: {{name}}, hi\nb: 1\n",
        "{{name}}",
        "unquoted `{{name}}` at the start of a value is a mapping in YAML",
        {"b": 1},
    ),
    (
        "l:\n  - {{name}} is here\nb: 1\n",
        "{{name}}",
        "unquoted `{{name}}` at the start of a value is a mapping in YAML",
        {"b": 1},
    ),
    (
        "v:\n\tid: x\n\tspeed: 2\n",
        "\t",
        "YAML does not allow tabs for indentation",
        {"v": {"id": "x", "speed": 2}},
    ),
    (
        "a: b: c\nd: 1\n",
        ":",
        "second `: ` in an unquoted value starts a mapping",
        {"d": 1},
    ),
    (
        "a: 'don't'\nb: 1\n",
        "t'",
        "unexpected `t'` after the closing quote",
        {"b": 1},
    ),
    (
        'a: "Sales\nb: "Hello"\nc: 1\n',
        '"Sales',
        'unclosed quote in `"Sales`',
        {"b": "Hello", "c": 1},
    ),
    ('a: "x\nb: 1\n', '"x', 'unclosed quote in `"x`', {"b": 1}),
    ("a: @b\nc: 1\n", "@", "unquoted value cannot start with `@`", {"c": 1}),
    ("a: [b, c\nd: 1\n", "[", "unclosed `[`, expected `]`", {"d": 1}),
    ("a: > text\nb: 1\n", "text", "text after `>` must start on the next line", {"b": 1}),
    ("a: - b\nc: 1\n", "-", "a list cannot start on the line of its key", {"c": 1}),
    (
        "a: 1\nb\nc: 2\n",
        "b",
        "expected `key: value`, found `b`",
        {"a": 1, "c": 2},
    ),
    (
        "a: 1\n b: 2\nc: 3\n",
        "b",
        "`b` is indented deeper than `a`, which has the value `1`",
        {"a": 1, "c": 3},
    ),
    (
        "a:\n   b: 1\n  c: d\n   e: 2\nf: 3\n",
        "c",
        "`c` does not line up with the lines before it",
        {"a": {"b": 1, "e": 2}, "f": 3},
    ),
    (
        "a: =\nb: 1\n",
        "=",
        "unquoted `=` is a type of its own in YAML 1.1, which parsers refuse",
        {"b": 1},
    ),
    ("a: *b\nc: 1\n", "*b", "alias `*b` without an anchor before it", {"c": 1}),
    (
        "a: 'x\\d'\nb: \"\\d\"\nc: 1\n",
        "\\d",
        "invalid escape sequence `\\d` in double quotes",
        {"a": "x\\d", "c": 1},
    ),
]


@pytest.mark.parametrize(("text", "token", "message", "rest"), BROKEN)
def test_a_syntax_error_has_its_place_and_the_rest_is_read(
    text: str, token: str, message: str, rest: object
) -> None:
    (tree,) = _parse(text).trees
    (problem,) = tree.problems
    assert problem.kind is ProblemKind.SYNTAX
    assert (text[problem.span.start : problem.span.end], problem.message) == (token, message)
    assert tree.root is not None
    assert plain(tree.root) == rest


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("base", ["", "||||||| base\na: 0\n"])
def test_a_merge_conflict_is_one_mistake(newline: str, base: str) -> None:
    text = f"<<<<<<< HEAD\na: 1\n{base}=======\na: 2\nb: 3\n>>>>>>> theirs\nc: 4\n"
    text = text.replace("\n", newline)
    (tree,) = _parse(text).trees
    (problem,) = tree.problems
    assert text[problem.span.start : problem.span.end] == "<<<<<<< HEAD"
    assert problem.message == "unresolved merge conflict `<<<<<<< HEAD`"
    assert [text[span.start : span.end] for _, span in problem.related] == [">>>>>>> theirs"]
    assert tree.root is not None
    assert plain(tree.root) == {"a": 1, "c": 4}


def test_two_syntax_errors_are_both_found() -> None:
    text = "a: @b\nc: 1\nd: 'it's'\ne: 2\n"
    (tree,) = _parse(text).trees
    assert [text[p.span.start : p.span.end] for p in tree.problems] == ["@", "s'"]
    assert tree.root is not None
    assert plain(tree.root) == {"c": 1, "e": 2}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{url: https://acme.com:8443/a?b#c}\n", {"url": "https://acme.com:8443/a?b#c"}),
        ("- [09:00, 6:30pm]\n- {from: 9:00}\n", [["09:00", "6:30pm"], {"from": "9:00"}]),
        ("faq: [{q: Open on Sunday?, a: No}]\n", {"faq": [{"q": "Open on Sunday?", "a": "No"}]}),
        (
            "a: {b: c?d}\ne: &f {g: h:i}\nj: *f\n",
            {"a": {"b": "c?d"}, "e": {"g": "h:i"}, "j": {"g": "h:i"}},
        ),
    ],
)
def test_a_colon_or_question_mark_inside_a_word_is_part_of_it_in_flow(
    text: str, value: object
) -> None:
    (tree,) = _parse(text).trees
    assert tree.problems == ()
    assert tree.root is not None
    assert plain(tree.root) == value


def test_an_error_behind_such_a_word_has_its_place_all_the_same() -> None:
    text = "a: {b: http://acme.com}\nc: @d\ne: 1\n"
    (tree,) = _parse(text).trees
    assert [text[p.span.start : p.span.end] for p in tree.problems] == ["@"]
    assert tree.root is not None
    assert plain(tree.root) == {"a": {"b": "http://acme.com"}, "e": 1}
