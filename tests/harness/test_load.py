"""Test files that cannot be run: each mistake at its line and column, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from revox_lint.harness.run import collect
from tests.harness.conftest import Write

HEAD = 'revox_test: 1\ndefaults: {recipient: "+33612345678"}\ntests:\n'
AT = '{at: "2027-03-26T12:30:00Z"}'


def errors(path: Path) -> list[str]:
    collected = collect(path, path.name)
    assert (collected.suite is None) == bool(collected.errors)
    found = []
    for error in collected.errors:
        line, column = error.source.position(error.span.start)
        found.append(f"{line}:{column} {error.message}")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1 the file is empty: it should hold tests"]),
        (
            "- a\n",
            ["1:1 a test file should be a mapping with `revox_test: 1`, not a list (`- a`)"],
        ),
        (
            "assistant: sales.yaml\ntests: []\n",
            ["1:1 the file has no `revox_test: 1` at its top: it is not a test file"],
        ),
        (
            "revox_test: 2\ntests: [{name: a, expect: {attempts_count: 3}}]\n",
            ["1:13 version 2 of the test format is not known"],
        ),
        (
            "revox_test: true\ntests: [{name: a, expect: {attempts_count: 3}}]\n",
            ["1:13 `revox_test` should be `1`, not a boolean (`true`)"],
        ),
        (
            'revox_test: "1"\ntests: [{name: a, expect: {attempts_count: 3}}]\n',
            ['1:13 `revox_test` should be `1`, not a string (`"1"`)'],
        ),
        (
            "revox_test: 1\nassume: {days: [lun, mié, Donnerstag, so]}\n"
            "tests: [{name: a, expect: {attempts_count: 3}}]\n",
            [
                "2:17 unknown value `lun` of `days`, did you mean `mon`?",
                "2:22 unknown value `mié` of `days`, did you mean `wed`?",
                "2:27 unknown value `Donnerstag` of `days`, did you mean `thu`?",
                "2:39 unknown value `so` of `days`, did you mean `sun`?",
            ],
        ),
        ("revox_test: 1\n", ["1:1 missing key `tests`"]),
        (
            "revox_test: 1\ntests: []\n",
            ["2:8 `tests` is empty"],
        ),
        (
            "revox_test: 1\ntests:\n",
            ["2:1 `tests` has no value: it should be a list"],
        ),
        (
            "revox_test: 1\nasistant: a.yaml\ntests: [{name: a, expect: {attempts_count: 3}}]\n",
            ["2:1 unknown key `asistant`, did you mean `assistant`?"],
        ),
        (
            "revox_test: 1\ntests: [{name: a, expect: {attempts_count: 3}}]\n---\na: 1\n",
            ["3:1 a test file holds one document: put further tests into a file of their own"],
        ),
        (
            "revox_test: 1\nassistant: nowhere.yaml\n"
            "tests: [{name: a, expect: {attempts_count: 3}}]\n",
            [
                "2:12 cannot read the definition `nowhere.yaml`: no such file or directory",
            ],
        ),
        (
            "revox_test: 1\nassistant: sales.yaml#2\n"
            "tests: [{name: a, expect: {attempts_count: 3}}]\n",
            ["2:12 the definition `sales.yaml` has no document 2: it has 1"],
        ),
        (
            'revox_test: 1\ncontract: "9.9"\ntests: [{name: a, expect: {attempts_count: 3}}]\n',
            ["2:11 unknown contract version `9.9` (known: 0.1)"],
        ),
        (
            "revox_test: 1\nassume: {days: [monday]}\n"
            "tests: [{name: a, expect: {attempts_count: 3}}]\n",
            ["2:17 unknown value `monday` of `days`, did you mean `mon`?"],
        ),
        (
            "revox_test: 1\nassume: {days: []}\ntests: [{name: a, expect: {attempts_count: 3}}]\n",
            ["2:16 `days` is empty"],
        ),
        (
            "revox_test: 1\nassume: {window_ends: included}\n"
            "tests: [{name: a, expect: {attempts_count: 3}}]\n",
            ["2:10 unknown key `window_ends` in `assume`, did you mean `window_end`?"],
        ),
        (
            "revox_test: 1\nrates: {per_minute: -1, currency: eur}\n"
            "tests: [{name: a, expect: {cost_max: 3}}]\n",
            [
                "2:21 `per_minute` of `-1` is less than 0",
                "2:35 `currency` of `eur` does not match `^[A-Z]{3}$`",
            ],
        ),
        (
            "revox_test: 1\nrates: {currency: EUR}\ntests: [{name: a, expect: {cost_max: 3}}]\n",
            ["2:8 missing key `per_minute` in `rates`"],
        ),
        (
            "revox_test: 1\nrates: {per_minutes: 1}\ntests: [{name: a, expect: {cost_max: 3}}]\n",
            ["2:9 unknown key `per_minutes` in `rates`, did you mean `per_minute`?"],
        ),
        (
            "revox_test: 1\nrate: {per_minute: 1}\ntests: [{name: a, expect: {cost_max: 3}}]\n",
            ["2:1 unknown key `rate`, did you mean `rates`?"],
        ),
        (
            "revox_test: 1\ntest: [{name: a, expect: {attempts_count: 3}}]\n",
            ["2:1 unknown key `test`, did you mean `tests`?"],
        ),
        (
            'revox_test: 1\ndefaults: {recipent: "+33612345678"}\n'
            "tests: [{name: a, expect: {never_before: 8am}}]\n",
            ["2:12 unknown key `recipent` in `defaults`, did you mean `recipient`?"],
        ),
        (
            "revox_test: 1\n"
            'defaults: {recipient: "+80012345678", outcomes: [busy, busy, busy, busy]}\n'
            "tests:\n"
            "  - {name: a, expect: {never_before: 8am}}\n"
            "  - {name: b, expect: {never_before: 9am}}\n",
            [
                "2:23 `recipient` has no time zone: the code of `+80012345678` belongs to no "
                "country",
                "2:68 `outcomes` has an outcome for attempt 4, but the definition allows 3",
            ],
        ),
    ],
)
def test_a_file_that_cannot_be_run(write: Write, text: str, expected: list[str]) -> None:
    assert errors(write(text)) == expected


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("{expect: {attempts_count: 3}}", ["4:6 missing key `name` of a test"]),
        (
            "{name: ' ', expect: {attempts_count: 3}}",
            ["4:12 `name` is blank"],
        ),
        ("{name: a}", ["4:12 missing key `expect` of a test"]),
        (
            "{name: a, expect: {}}",
            ["4:23 `expect` is empty"],
        ),
        (
            "{name: a, expect: }",
            ["4:15 `expect` has no value: it should be a mapping"],
        ),
        (
            "{name: a, expect: {inside_windw: true}, given: " + AT + "}",
            ["4:24 unknown key `inside_windw` in `expect`, did you mean `inside_window`?"],
        ),
        (
            "{name: a, expects: {inside_window: true}}",
            ["4:15 unknown key `expects` of a test, did you mean `expect`?"],
        ),
        (
            "{nmae: a, expect: {attempts_count: 3}}",
            ["4:6 unknown key `nmae` of a test, did you mean `name`?"],
        ),
        (
            "{name: a, given: {payloads: {}, att: x}, expect: {extraction: valid, next_open: x}}",
            [
                "4:23 unknown key `payloads` in `given`, did you mean `payload`?",
                "4:37 unknown key `att` in `given`, did you mean `at`?",
                "4:85 `next_open` should be an instant with its offset, not `x`",
            ],
        ),
        (
            "{name: a, expects: {attempts_count: 3}, expected: 3, x: 1, given: 3}",
            [
                "4:15 unknown key `expects` of a test, did you mean `expect`?",
                "4:45 unknown key `expected` of a test, did you mean `expect`?",
                "4:58 unknown key `x` of a test",
                "4:71 `given` should be a mapping, not a number (`3`)",
            ],
        ),
        (
            "{name: a, given: {att: x}, expect: {attempts_count: 3}}",
            ["4:23 unknown key `att` in `given`, did you mean `at`?"],
        ),
        (
            "{name: a, expect: {attempts_count: 3, attempts_count: 4}}",
            ["4:43 duplicate key `attempts_count`"],
        ),
        (
            "{name: a, expect: {attempts_count: true}}",
            ["4:40 `attempts_count` should be a number or a mapping, not a boolean (`true`)"],
        ),
        (
            '{name: a, expect: {attempts_count: "3"}}',
            ['4:40 `attempts_count` should be a number or a mapping, not a string (`"3"`)'],
        ),
        (
            "{name: a, expect: {attempts_count: 2.5}}",
            ["4:40 `attempts_count` is a whole number, not `2.5`"],
        ),
        (
            "{name: a, expect: {attempts_count: .nan}}",
            ["4:40 `attempts_count` should be a finite number of sensible size"],
        ),
        (
            "{name: a, expect: {attempts_count: {}}}",
            ["4:40 `attempts_count` is empty"],
        ),
        (
            "{name: a, expect: {attempts_count: {le: 3}}}",
            ["4:41 unknown key `le` in `attempts_count`, did you mean `lte`?"],
        ),
        (
            "{name: a, expect: {attempts_count: {between: [3, 1]}}}",
            ["4:50 `between` has no number in it: 3 is more than 1"],
        ),
        (
            "{name: a, expect: {attempts_count: {between: [1]}}}",
            ["4:50 `between` should have 2 elements, not 1"],
        ),
        (
            "{name: a, expect: {talk_seconds_max: 1e-999}}",
            ["4:42 `talk_seconds_max` should be a finite number of sensible size"],
        ),
        (
            "{name: a, expect: {cost_max: 3}}",
            ["4:24 `cost_max` needs prices: give `rates: {per_minute: 0.10, currency: EUR}`"],
        ),
        (
            "{name: a, expect: {inside_window: true}}",
            ["4:24 `inside_window` needs an instant to start from: give `at`"],
        ),
        (
            "{name: a, expect: {extraction: valid}}",
            ["4:24 `extraction` needs data to judge: give `payload`"],
        ),
        (
            "{name: a, given: " + AT + ", expect: {inside_window: maybe}}",
            ["4:76 unknown value `maybe` of `inside_window`"],
        ),
        (
            "{name: a, given: " + AT + ", expect: {timezone: Europe/Pariss}}",
            ["4:71 unknown time zone `Europe/Pariss`, did you mean `Europe/Paris`?"],
        ),
        (
            "{name: a, given: " + AT + ", expect: {timezone: ambigous}}",
            ["4:71 unknown time zone `ambigous`, did you mean `ambiguous`?"],
        ),
        (
            "{name: a, given: " + AT + ", expect: {attempts: []}}",
            ["4:71 `attempts` is empty"],
        ),
        (
            "{name: a, given: " + AT + ', expect: {attempts: {0: "2027-03-26T12:30:00Z"}}}',
            ["4:72 `0` is not the number of an attempt: they are counted from 1"],
        ),
        (
            "{name: a, given: "
            + AT
            + ', expect: {attempts: ["2027-03-26T12:30:00Z", "2027-03-25T12:30:00Z"]}}',
            ["4:71 the instants of `attempts` are not in order"],
        ),
        (
            "{name: a, given: " + AT + ', expect: {next_open: "2027-03-26T12:30"}}',
            ["4:72 `next_open` has no offset: `2027-03-26T12:30` is another instant in every zone"],
        ),
        (
            '{name: a, given: {at: "2027-03-26"}, expect: {attempts_count: 3}}',
            ["4:27 `at` should be an instant with its offset, not `2027-03-26` (it has no time)"],
        ),
        (
            '{name: a, given: {at: "2027-02-30T12:00:00Z"}, expect: {attempts_count: 3}}',
            ["4:27 `at` is not a date and time that exists: `2027-02-30T12:00:00Z`"],
        ),
        (
            '{name: a, given: {at: "2038-01-01T00:00:00Z"}, expect: {attempts_count: 3}}',
            [
                "4:27 `at` is outside the time zone data, which describes the years 1970 to 2037: "
                "`2038-01-01T00:00:00Z`"
            ],
        ),
        (
            "{name: a, given: {recipient: +33612345678}, expect: {attempts_count: 3}}",
            ["4:34 `recipient` should be a string, not a number (`+33612345678`)"],
        ),
        (
            '{name: a, given: {recipient: "06 12 34 56 78"}, expect: {attempts_count: 3}}',
            ["4:34 `recipient` should be a phone number in E.164 form, not `06 12 34 56 78`"],
        ),
        (
            '{name: a, given: {recipient: "+1234567890"}, expect: {attempts_count: 3}}',
            [
                "4:34 `recipient` is not a number of the country code +1: `+1234567890`, "
                "it is too short"
            ],
        ),
        (
            '{name: a, given: {recipient: "+80012345678", at: "2027-03-26T12:30:00Z"}, '
            "expect: {inside_window: true}}",
            ["4:34 `recipient` has no time zone: the code of `+80012345678` belongs to no country"],
        ),
        (
            "{name: a, given: {outcomes: [voicemail, busy, ivr, human]}, "
            "expect: {attempts_count: 3}}",
            ["4:56 `outcomes` has an outcome for attempt 4, but the definition allows 3"],
        ),
        (
            "{name: a, given: {outcomes: [human, busy]}, expect: {attempts_count: 1}}",
            [
                "4:41 `outcomes` has an outcome for attempt 2, but attempt 1 ends with `human`, "
                "which ends the attempts"
            ],
        ),
        (
            "{name: a, given: {outcomes: []}, expect: {attempts_count: 3}}",
            ["4:33 `outcomes` is empty"],
        ),
        (
            "{name: a, given: {outcomes: [answered]}, expect: {attempts_count: 3}}",
            ["4:34 unknown value `answered` of `outcomes`, did you mean `no_answer`?"],
        ),
        (
            "{name: a, given: {vars: {a: true}}, expect: {attempts_count: 3}}",
            ["4:33 `a` should be a string or a number, not a boolean (`true`)"],
        ),
        (
            "{name: a, given: {payload: [1]}, expect: {extraction: valid}}",
            ["4:32 `payload` should be a mapping, not a list (`[1]`)"],
        ),
        (
            "{name: a, given: {payload: {}}, expect: {extraction: invalid}}",
            ["4:58 unknown value `invalid` of `extraction`"],
        ),
        (
            "{name: a, given: {payload: {}}, expect: {extraction: {invalid: {a: absent}}}}",
            ["4:72 unknown value `absent` of `a`"],
        ),
        (
            "{name: a, expect: {never_before: 10}}",
            ["4:38 `never_before` should be a string, not a number (`10`)"],
        ),
        (
            '{name: a, expect: {never_after: "24:00"}}',
            ["4:37 `never_after` should be a local time such as `20:00` or `8pm`, not `24:00`"],
        ),
        (
            "{name: a, expect: {first_sentence: Hello}}",
            ["4:40 `first_sentence` should be a mapping, not a string (`Hello`)"],
        ),
        (
            "{name: a, expect: {first_sentence: {mode: dynamic}}}",
            ["4:47 unknown value `dynamic` of `mode`"],
        ),
        (
            "{name: a, expect: {voicemail: {regex: '('}}}",
            [
                "4:43 `regex` is not a regular expression: missing ), unterminated subpattern at "
                "position 0"
            ],
        ),
        (
            "{name: a, expect: {voicemail: }}",
            ["4:24 no value: is it `null`, or forgotten?"],
        ),
        (
            "{name: a, expect: {variables: [a, a]}}",
            ["4:39 `a` is given twice in `variables`"],
        ),
        (
            "{name: a, expect: {variables_include: []}}",
            ["4:43 `variables_include` is empty"],
        ),
        (
            "{name: a, expect: {findings: [window-in-dst-gab]}}",
            ["4:35 unknown rule `window-in-dst-gab`, did you mean `window-in-dst-gap`?"],
        ),
        (
            "{name: a, expect: {max_severity: fatal}}",
            ["4:38 unknown value `fatal` of `max_severity`"],
        ),
        (
            "{name: a, expect: {payload: {name: x}}}",
            ["4:34 `name` is not a JSON pointer, such as `/voice/speed`"],
        ),
        (
            "{name: a, expect: {payload_snapshot: ../x.json}}",
            [
                "4:42 `payload_snapshot` should be the path of a `.snapshot.json` file beside the "
                "test file, or below it, not `../x.json`"
            ],
        ),
        (
            "{name: a, expect: {payload_snapshot: snap/x.json}}",
            ["4:42 `payload_snapshot` should end in `.snapshot.json`, not `snap/x.json`"],
        ),
        (
            "{name: a, tags: [skip], expect: {attempts_count: 3}}",
            [
                "4:22 a tag is a word of letters, digits, `_` and `-`: `skip` cannot be one "
                "(pytest gives it a meaning)"
            ],
        ),
        (
            "{name: a, skip: true, expect: {attempts_count: 3}}",
            ["4:21 `skip` should be a string, not a boolean (`true`)"],
        ),
    ],
)
def test_a_test_that_cannot_be_run(write: Write, test: str, expected: list[str]) -> None:
    assert errors(write(f"{HEAD}  - {test}\n")) == expected


def test_yaml_that_does_not_parse_is_an_error_at_its_place(write: Write) -> None:
    found = errors(write(f"{HEAD}  - name: a\n    expect: {{attempts_count: 3\n"))
    assert [one.split()[0] for one in found] == ["5:13"]


def test_the_help_says_what_to_write(write: Write) -> None:
    text = "tests: [{name: a, expect: {max_severity: fatal}}, {name: b, expect: {attempt: 3}}]\n"
    text += "defaults: {recipient: 33612345678}\nrates: {per_minute: 1, currency: eur}\n"
    path = write(f"revox_test: 1\n{text}")
    assert [error.help for error in collect(path, path.name).errors] == [
        "write one of `none`, `info`, `warning`, `error`",
        "write `attempts`",
        'write a value such as `"+33612345678"`',
        'write a value such as `"EUR"`',
    ]


@pytest.mark.parametrize(
    ("test", "place"),
    [
        ("{name: a, expect: *x}", "4:23"),
        ("{name: a, expect: {attempts_count: *x}}", "4:40"),
        ("{name: a, given: {outcomes: [*x]}, expect: {attempts_count: 3}}", "4:34"),
    ],
)
def test_what_cannot_be_parsed_is_one_error(write: Write, test: str, place: str) -> None:
    assert [one.split()[0] for one in errors(write(f"{HEAD}  - {test}\n"))] == [place]


def test_two_tests_of_one_name(write: Write) -> None:
    text = HEAD + "  - {name: a, expect: {attempts_count: 3}}\n" * 2
    assert errors(write(text)) == ["5:12 the name `a` is given to two tests of this file"]


def test_without_a_definition_beside_it(folder: Path, write: Write) -> None:
    path = write(f"{HEAD}  - {{name: a, expect: {{attempts_count: 3}}}}\n")
    (folder / "sales.yaml").unlink()
    assert errors(path) == [
        "1:1 no definition beside this test file: `sales.yaml` is missing",
    ]


def test_a_zone_needs_a_recipient_or_a_timezone(folder: Path, write: Write) -> None:
    path = write(
        "revox_test: 1\ntests:\n  - name: a\n"
        '    given: {at: "2027-03-26T12:30:00Z"}\n    expect: {inside_window: true}\n'
    )
    assert errors(path) == [
        "5:14 `inside_window` needs a time zone: give `recipient`, as the definition sets no "
        "`timezone`"
    ]
    definition = folder / "sales.yaml"
    text = definition.read_text(encoding="utf-8")
    definition.write_text(
        text.replace("call_retry_config:\n", "call_retry_config:\n  timezone: Asia/Tokyo\n"),
        encoding="utf-8",
    )
    assert errors(path) == []


def test_a_definition_of_several_documents_is_named_by_number(folder: Path, write: Write) -> None:
    (folder / "sales.yaml").write_text("name: a\nprompt: b\n---\nname: c\nprompt: d\n", "utf-8")
    tests = "tests: [{name: a, expect: {payload: {/name: c}}}]\n"
    assert errors(write(f"revox_test: 1\n{tests}")) == [
        "1:1 the definition `sales.yaml` has 2 documents: name one, such as `sales.yaml#1`"
    ]
    assert errors(write(f"revox_test: 1\nassistant: sales.yaml#2\n{tests}")) == []


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00",
        b"revox_test: 1\n\x00",
        b"revox_test: &a [*a]\n",
        b"{" * 5000,
        b"\xef\xbb\xbf",
    ],
)
def test_any_bytes_are_an_error_with_a_place(folder: Path, data: bytes) -> None:
    path = folder / "sales.test.yaml"
    path.write_bytes(data)
    assert errors(path)


def test_a_folder_in_place_of_a_file(folder: Path) -> None:
    path = folder / "sales.test.yaml"
    path.mkdir()
    assert errors(path) == ["1:1 cannot read the test file: it is not a regular file"]
