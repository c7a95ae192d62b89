"""Which `*.test.yaml` files are ours: marked ones, and those that are plainly meant to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import run_cli
from tests.harness.conftest import DEFINITION

EXPECT = "tests:\n  - {name: a, expect: {attempts_count: 3}}\n"
WHOLE = 'tests:\n  - {name: a, given: {recipient: "+33612345678"}, expect: {attempts_count: 3}}\n'
JSON = '{\n  "revox_test": 1,\n  "tests": [{"name": "a", "expect": {"attempts_count": 3}}]\n}\n'
INDENTED = f" revox_test: 1\n {EXPECT}".replace("  -", "   -")
MISSING = "1:1 the file has no `revox_test: 1` at its top: it is not a test file"
EMPTY = "1:1 the file is empty: it should hold tests"


def misspelt(key: str, place: str = "1:1") -> str:
    return f"{place} unknown key `{key}`, did you mean `revox_test`?"


def first_error(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Return the exit code, and the place and message of the first error, of a folder's tests."""
    code, out, _ = run_cli(capsys, "test", ".", "--output-format", "github")
    line = next((one for one in out.splitlines() if one.startswith("::error")), "")
    fields, _, message = line.removeprefix("::error ").partition("::")
    values = dict(one.split("=") for one in fields.split(",")) if fields else {}
    place = f"{values['line']}:{values['col']} " if "line" in values else ""
    return code, f"{place}{message}".partition(" (help")[0].partition("%0A")[0]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (f"revox_tests: 1\n{EXPECT}", misspelt("revox_tests")),
        (f"revox-test: 1\n{EXPECT}", misspelt("revox-test")),
        (f"# ours\nrevoxTest: 1\n{EXPECT}", misspelt("revoxTest", "2:1")),
        (f"{EXPECT}'Revox test': 1\n", misspelt("Revox test", "3:1")),
        (JSON.replace("_", "-"), misspelt("revox-test", "2:3")),
        (WHOLE, MISSING),
    ],
)
@pytest.mark.parametrize("name", ["sales.test.yaml", "alone.test.yml"])
def test_a_file_that_is_meant_as_ours_is_never_skipped(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, error: str
) -> None:
    (folder / name).write_text(text, "utf-8")
    assert first_error(capsys) == (2, error)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (EXPECT, MISSING),
        ("assume: {days: [mon]}\n", MISSING),
        ("", EMPTY),
        ("# revox_test: 1\n---\n", EMPTY),
        ("- {name: a, expect: {attempts_count: 3}}\n", "1:1 a test file should be a mapping"),
    ],
)
@pytest.mark.parametrize("definition", ["sales.yaml", "sales.yml", "sales.json"])
def test_beside_a_definition_less_is_enough(
    folder: Path, capsys: pytest.CaptureFixture[str], definition: str, text: str, error: str
) -> None:
    (folder / "sales.yaml").unlink()
    content = '{"name": "A", "prompt": "x"}' if definition.endswith("json") else DEFINITION
    (folder / definition).write_text(content, "utf-8")
    (folder / "sales.test.yaml").write_text(text, "utf-8")
    code, found = first_error(capsys)
    assert (code, found[: len(error)]) == (2, error)
    (folder / definition).write_text('{"replicas": 1}\n', "utf-8")
    assert run_cli(capsys, "test", ".")[0] == 3


@pytest.mark.parametrize(
    "text",
    [
        "suites: [1]\n",
        "providers: [a]\ntests:\n  - {vars: {a: b}}\n",
        "suite: a\ntests:\n  - {it: works, expect: {a: 1}}\n",
        "a:\n  revox_test: 1\n",
        "kind: x\n",
    ],
)
def test_a_file_of_another_tool_is_skipped(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (folder / "sales.test.yaml").write_text(text, "utf-8")
    code, out, _ = run_cli(capsys, "test", ".")
    assert (code, out) == (3, "no tests in 0 files; skipped: 1 test file of another tool\n")


@pytest.mark.parametrize("text", [JSON, INDENTED, f"\ufeffrevox_test: 1\n{EXPECT}"])
def test_a_mark_counts_however_it_is_indented(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (folder / "sales.test.yaml").write_text(text, "utf-8")
    assert run_cli(capsys, "test", ".")[:2] == (0, "1 passed in 1 file\n")
