"""`revox-lint test`: what is printed in each format, what is chosen, and the exit codes."""

from __future__ import annotations

import json
import os
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import revox_lint.cli.commands.test
from revox_lint.api import LintOptions
from revox_lint.cli import group
from revox_lint.harness.report import formats
from revox_lint.harness.run import Collected, collect
from revox_lint.workspace import select
from tests.harness.conftest import Write

TESTS = """\
revox_test: 1
defaults: {recipient: "+33612345678"}
tests:
  - name: lunch is closed
    tags: [windows]
    given: {at: "2027-03-26T12:30:00Z"}
    expect: {inside_window: true}
  - name: three attempts
    tags: [slow]
    expect: {attempts_count: 3}
  - name: not now
    skip: later
    expect: {attempts_count: 4}
"""


def run(*args: str) -> Result:
    return CliRunner().invoke(group, ["test", *args], standalone_mode=False)


def code(result: Result) -> int:
    if result.exception is not None:
        return int(getattr(result.exception, "exit_code", 70))
    return int(result.return_value)


def test_a_failure_shows_its_line_with_expected_and_found(write: Write) -> None:
    write(TESTS)
    result = run(".")
    assert code(result) == 1
    assert result.output == (
        "FAILED sales.test.yaml::lunch is closed\n"
        "  --> sales.test.yaml:7:29\n"
        "   |\n"
        " 7 |     expect: {inside_window: true}\n"
        "   |                             ^^^^\n"
        "    inside_window\n"
        "      expected  true\n"
        "      found     false\n"
        "                2027-03-26T12:30:00Z is Fri 2027-03-26 13:30 in Europe/Paris\n"
        "\n"
        "skipped sales.test.yaml::not now: later\n"
        "1 passed, 1 failed, 1 skipped in 1 file\n"
    )


def test_a_mistake_in_a_file_shows_its_line(write: Write) -> None:
    write("revox_test: 1\ntests:\n  - name: a\n    expects: {attempts_count: 3}\n")
    result = run("sales.test.yaml")
    assert code(result) == 2
    assert result.output == (
        "error: unknown key `expects` of a test, did you mean `expect`?\n"
        "  --> sales.test.yaml:4:5\n"
        "   |\n"
        " 4 |     expects: {attempts_count: 3}\n"
        "   |     ^^^^^^^\n"
        "    help: write `expect`\n"
        "\n"
        "1 file not run\n"
    )


@pytest.mark.parametrize(
    ("args", "names", "exit_code"),
    [
        (("-k", "three"), ["three attempts"], 0),
        (("-k", "THREE or lunch"), ["lunch is closed", "three attempts"], 1),
        (("-k", "not (lunch or now)"), ["three attempts"], 0),
        (("-k", "sales and attempts"), ["three attempts"], 0),
        (("-k", "windows"), ["lunch is closed"], 1),
        (("--tag", "slow"), ["three attempts"], 0),
        (("--tag", "slow", "--tag", "windows"), ["lunch is closed", "three attempts"], 1),
        (("-k", "now"), ["not now"], 0),
    ],
)
def test_tests_are_chosen(
    write: Write, args: tuple[str, ...], names: list[str], exit_code: int
) -> None:
    write(TESTS)
    result = run(".", "--output-format", "json", *args)
    found = json.loads(result.output)
    assert [test["name"] for test in found["tests"]] == names
    assert found["summary"]["deselected"] == 3 - len(names)
    assert code(result) == exit_code


@pytest.mark.parametrize("expression", ["", "and", "a or", "(a", "a)", "not", "a b"])
def test_an_expression_that_cannot_be_read_is_wrong_usage(write: Write, expression: str) -> None:
    write(TESTS)
    assert code(run(".", "-k", expression)) == 2


def test_nothing_to_test(folder: Path, write: Write) -> None:
    result = run(".")
    assert code(result) == 3
    assert result.stderr == (
        "nothing to test: no test was found; the tests of sales.yaml are in sales.test.yaml\n"
    )
    write(TESTS)
    result = run(".", "--tag", "none")
    assert (code(result), result.stderr) == (3, "nothing to test: none of 3 tests was chosen\n")
    assert code(run(".", "-k", "nosuch")) == 3
    assert code(run("nowhere")) == 2


def test_files_of_other_tools_are_skipped(folder: Path, write: Write) -> None:
    write(TESTS)
    (folder / "other.test.yaml").write_text("tests: [1]\nnested: {revox_test: 1}\n", "utf-8")
    result = run(".", "-k", "three")
    assert (code(result), result.output) == (
        0,
        "1 passed, 2 deselected in 1 file; skipped: 1 test file of another tool\n",
    )
    result = run("other.test.yaml")
    assert code(result) == 2
    assert "other.test.yaml:1:1" in result.output


def test_a_hook_that_names_files_passes_by_those_of_other_tools(folder: Path, write: Write) -> None:
    write(TESTS)
    (folder / "other.test.yaml").write_text("tests: [1]\n", "utf-8")
    assert code(run("other.test.yaml", "--only-marked")) == 0
    result = run("other.test.yaml", "sales.test.yaml", "--only-marked", "-k", "three")
    assert (code(result), result.output) == (
        0,
        "1 passed, 2 deselected in 1 file; skipped: 1 test file of another tool\n",
    )


def test_a_definition_stands_for_the_tests_beside_it(folder: Path, write: Write) -> None:
    write(TESTS)
    (folder / "alone.yaml").write_text("name: x\nprompt: x\n", encoding="utf-8")
    named = run("sales.yaml", "--list")
    assert named.output == run("sales.test.yaml", "--list").output
    assert code(run("alone.yaml", "--only-marked")) == 0
    assert code(run("alone.yaml")) == 2


def test_the_list_runs_nothing(write: Write) -> None:
    write(TESTS)
    result = run(".", "--list")
    assert (code(result), result.output.splitlines()) == (
        0,
        [
            "sales.test.yaml::lunch is closed",
            "sales.test.yaml::three attempts",
            "sales.test.yaml::not now",
        ],
    )


def test_fail_fast_stops_at_the_first_failure(write: Write) -> None:
    write(TESTS)
    result = run(".", "--fail-fast")
    assert (code(result), result.output.splitlines()[-1]) == (1, "1 failed in 1 file")


def test_assumptions_and_attempts_are_explained(write: Write) -> None:
    write(
        'revox_test: 1\nassume: {days: [mon, fri]}\ndefaults: {recipient: "+33612345678"}\n'
        'tests:\n  - {name: a, given: {at: "2027-03-26T17:30:00Z"}, expect: {span_hours: 62.5}}\n'
    )
    result = run(".", "--explain")
    lines = result.output.splitlines()
    assert lines[0] == "sales.test.yaml: what is assumed (* as the file says)"
    assert lines[2] == ("  * days: mon, fri: only these days are open, on the clock of the windows")
    assert [line.split(":")[0].strip(" *") for line in lines[2:10]] == [
        "days",
        "outside_window",
        "max_retry_attempts",
        "window_end",
        "repeated_hour",
        "retry_delay_of",
        "failed_call_seconds",
        "final_outcomes",
    ]
    assert lines[10:14] == [
        "  a: Europe/Paris",
        "    attempt 1  Fri 2027-03-26 18:30  in 14:00–20:00, as due",
        "    attempt 2  Mon 2027-03-29 10:00  in 10:00–13:00, "
        "moved from Fri 2027-03-26 20:30, when no window is open",
        "    attempt 3  Mon 2027-03-29 12:00  in 10:00–13:00, as due",
    ]


def test_snapshots_are_updated(folder: Path, write: Write) -> None:
    write("revox_test: 1\ntests: [{name: a, expect: {payload_snapshot: sales.snapshot.json}}]\n")
    assert code(run(".")) == 1
    assert code(run(".", "--update-snapshots")) == 0
    assert code(run(".")) == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "sales.snapshot.json",
        "sales.test.yaml",
        "sales.yaml",
    ]
    assert [file.name for file in select(["."]).files] == ["sales.yaml"]


def test_json_has_places_and_counts(write: Write) -> None:
    write(TESTS)
    found = json.loads(run(".", "--output-format", "json").output)
    assert found["summary"] == {
        "files": 1,
        "tests": 3,
        "passed": 1,
        "failed": 1,
        "skipped": 1,
        "deselected": 0,
        "errors": 0,
    }
    assert found["tests"][0] == {
        "id": "sales.test.yaml::lunch is closed",
        "name": "lunch is closed",
        "path": "sales.test.yaml",
        "range": {"start": {"line": 4, "column": 11}, "end": {"line": 4, "column": 26}},
        "tags": ["windows"],
        "status": "failed",
        "reason": None,
        "lines": [],
        "failures": [
            {
                "expectation": "inside_window",
                "range": {"start": {"line": 7, "column": 29}, "end": {"line": 7, "column": 33}},
                "expected": "true",
                "found": "false",
                "detail": ["2027-03-26T12:30:00Z is Fri 2027-03-26 13:30 in Europe/Paris"],
            }
        ],
    }


def test_junit_has_file_and_line(folder: Path, write: Write) -> None:
    write(TESTS)
    (folder / "bad.test.yaml").write_text("revox_test: 1\n", encoding="utf-8")
    root = ElementTree.fromstring(run(".", "--output-format", "junit").output)
    assert {key: root.get(key) for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "4",
        "failures": "1",
        "errors": "1",
        "skipped": "1",
    }
    cases = [
        (case.get("file"), case.get("line"), case.get("name"), [child.tag for child in case])
        for case in root.iter("testcase")
    ]
    assert cases == [
        ("bad.test.yaml", "1", "collection", ["error"]),
        ("sales.test.yaml", "4", "lunch is closed", ["failure"]),
        ("sales.test.yaml", "8", "three attempts", []),
        ("sales.test.yaml", "11", "not now", ["skipped"]),
    ]
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.get("message") == "inside_window: expected true, found false"


def test_concise_is_one_line_for_each_failure(write: Write) -> None:
    write(TESTS)
    assert run(".", "--output-format", "concise").output.splitlines()[0] == (
        "sales.test.yaml:7:29: error[failed-test] test `lunch is closed`: "
        "inside_window: expected true, found false"
    )


@pytest.mark.parametrize("name", formats())
def test_every_format_is_written_also_to_a_file(folder: Path, write: Write, name: str) -> None:
    write(TESTS)
    (folder / "bad.test.yaml").write_text("revox_test: 1\nx: 1\n", encoding="utf-8")
    result = run(".", "--output-format", name, "--output", f"{name}:report.out")
    assert code(result) == 2
    written = (folder / "report.out").read_text(encoding="utf-8")
    assert written == result.output
    assert "bad.test.yaml" in written


def test_a_report_overwrites_no_test_and_no_definition(folder: Path, write: Write) -> None:
    write(TESTS)
    (folder / "a.json").write_text('{"name": "a", "prompt": "b"}', encoding="utf-8")
    (folder / "a.test.yaml").write_text(
        "revox_test: 1\ntests: [{name: a, expect: {attempts_count: 3}}]\n", encoding="utf-8"
    )
    for kept in ("sales.test.yaml", "sales.yaml", "a.json"):
        before = (folder / kept).read_bytes()
        result = run(".", "--output", f"json:{kept}")
        assert code(result) == 2
        assert getattr(result.exception, "message", "") == (
            f"{kept} is not a report: it is not overwritten"
        )
        assert (folder / kept).read_bytes() == before


@pytest.mark.parametrize("name", formats())
def test_text_of_a_file_is_inert_in_every_format(folder: Path, write: Write, name: str) -> None:
    write(
        "revox_test: 1\ntests:\n"
        '  - name: "red</script>\\u202e]]>&"\n'
        '    expect: {voicemail: "::error::\\u001b[0m\\n::error::"}\n'
        '  - {name: b, skip: "\\u001b[0m\\n::error::", expect: {attempts_count: 3}}\n'
    )
    result = run(".", "--output-format", name)
    assert code(result) == 1
    assert "\x1b" not in result.output
    assert not any(line.startswith("::error::") for line in result.output.splitlines())


def test_github_annotations_come_by_themselves(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    write(TESTS)
    lines = run(".").output.splitlines()
    assert [line for line in lines if line.startswith("::")] != []


def test_a_bug_of_ours_keeps_the_other_files_results(
    folder: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(TESTS)
    (folder / "bad.test.yaml").write_text("revox_test: 1\n", encoding="utf-8")

    def broken(path: Path, name: str, choice: LintOptions) -> Collected:
        if name == "bad.test.yaml":
            raise ZeroDivisionError
        return collect(path, name, choice)

    monkeypatch.setattr(revox_lint.cli.commands.test, "collect", broken)
    result = run(".", "--output-format", "json")
    found = json.loads(result.output)
    assert code(result) == 70
    assert found["summary"]["passed"] == 1
    assert [(one["path"], one["message"].split(" at ")[0]) for one in found["errors"]] == [
        ("bad.test.yaml", "testing failed on this file with ZeroDivisionError")
    ]


def test_a_folder_that_cannot_be_read_is_an_error(
    folder: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(TESTS)
    (folder / "closed").mkdir()
    real = os.scandir

    def scandir(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    result = run(".", "--output-format", "concise", "-k", "three")
    assert code(result) == 2
    assert result.output.splitlines()[0] == (
        "closed:1:1: error[unreadable-test] the folder cannot be read: permission denied"
    )


def test_help_has_an_example() -> None:
    result = run("--help")
    assert "Example: revox-lint test assistants/" in result.output


def test_a_misspelt_variable_is_an_error(write: Write) -> None:
    write(
        "revox_test: 1\n"
        "defaults: {vars: {first_nam: Ann, topic: tea}}\n"
        "tests:\n  - name: a\n    given: {vars: {colour: red}}\n    expect: {attempts_count: 3}\n"
    )
    result = run(".", "--output-format", "concise")
    assert code(result) == 2
    assert result.output.splitlines()[:2] == [
        "sales.test.yaml:2:19: error[unreadable-test] no text of the definition has a variable "
        "`first_nam`, did you mean `first_name`?",
        "sales.test.yaml:5:20: error[unreadable-test] no text of the definition has a variable "
        "`colour`",
    ]
