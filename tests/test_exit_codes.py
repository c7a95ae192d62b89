"""The exit code of every command in every situation: one table."""

from __future__ import annotations

from pathlib import Path

import pytest

from revox_lint.cli.exit_codes import Exit
from tests.command import BAD, GOOD, WARN, in_folder, run_cli, write  # noqa: F401

FAILING = "revox_test: 1\ntests:\n  - name: t\n    expect: {first_sentence: {text: Hello.}}\n"

TABLE = [
    ("clean", "good.yaml", 0),
    ("clean, as a command", "check good.yaml", 0),
    ("errors", "bad.yaml", 1),
    ("warnings", "warn.yaml", 0),
    ("warnings, strict", "warn.yaml --strict", 1),
    ("warnings, threshold", "warn.yaml --fail-on warning", 1),
    ("the threshold is an error", "warn.yaml --fail-on error", 0),
    ("nothing to check", "empty", 3),
    ("nothing to check, as a hook", "--only-assistants empty/ci.yaml", 0),
    ("everything is excluded", "drafts/bad.yaml", 0),
    ("a folder of excluded files", "drafts", 0),
    ("no such path", "nowhere.yaml", 2),
    ("no such path, a misspelt command", "chek", 2),
    ("an unknown option", "good.yaml --stric", 2),
    ("an unknown value", "good.yaml --fail-on fatal", 2),
    ("an unknown format", "good.yaml --output-format pdf", 2),
    ("an unknown rule", "good.yaml --select nope", 2),
    ("no rule selected", "good.yaml --select ,", 2),
    ("no rule ignored", "good.yaml --ignore ,", 2),
    ("an empty value", "good.yaml --select=", 2),
    ("a name for standard input that is not read", "--stdin-filename good.yaml", 2),
    ("a name for standard input, and a path", "good.yaml --stdin-filename good.yaml", 2),
    ("an unknown contract", "good.yaml --contract 9", 2),
    ("a wrong configuration", "good.yaml --config wrong.toml", 2),
    ("no configuration", "good.yaml --config nowhere.toml", 2),
    ("a file that cannot be parsed", "broken.yaml", 1),
    ("a file that cannot be read", "dangling.yaml", 1),
    ("a report that cannot be written", "good.yaml --output json:good.yaml/x", 2),
    ("a failing test", "test fail.test.yaml", 1),
    ("a test file that cannot be run", "test wrong.test.yaml", 2),
    ("tests, no such path", "test nowhere", 2),
    ("tests, a wrong configuration", "test . --config wrong.toml", 2),
    ("tests, none", "test empty", 3),
    ("tests, none chosen", "test fail.test.yaml -k nosuch", 3),
    ("tests, an unknown option", "test --nope", 2),
    ("a rule", "rule unknown-field", 0),
    ("a family", "rule calling", 0),
    ("no such rule", "rule nope", 2),
    ("a schema", "schema", 0),
    ("no such schema", "schema --contract 9", 2),
    ("schemas that cannot be written", "schema --write good.yaml", 2),
    ("schemas below a file", "schema --write good.yaml/x", 2),
    ("a plan", "plan good.yaml --to +33612345678 --at 2027-01-04T10:00Z", 0),
    ("a plan of errors", "plan broken.yaml --at 2027-01-04T10:00Z", 1),
    ("a plan of a folder", "plan empty --at 2027-01-04T10:00Z", 2),
    ("a plan, no such file", "plan nowhere.yaml --to +33612345678 --at 2027-01-04T10:00Z", 2),
    ("a plan, no instant", "plan good.yaml --to +33612345678 --at noon", 2),
    ("a page that cannot be written", "plan good.yaml --at 2027-01-04T10:00Z --html x/y/z", 2),
    ("an export", "export promptfoo good.yaml", 0),
    ("an export of errors", "export promptfoo bad.yaml", 1),
    ("an export, no such file", "export promptfoo nowhere.yaml", 2),
    ("an export that cannot be written", "export promptfoo good.yaml -o x/y/z", 2),
    ("no such export", "export nope", 2),
    ("a push, a wrong configuration", "push good.yaml --config wrong.toml", 2),
    ("a push, no such path", "push nowhere.yaml", 2),
    ("the version", "--version", 0),
    ("the help", "--help", 0),
    ("the help of a command", "push status --help", 0),
]


@pytest.mark.parametrize(("args", "code"), [row[1:] for row in TABLE], ids=[r[0] for r in TABLE])
def test_the_exit_code(capsys: pytest.CaptureFixture[str], args: str, code: int) -> None:
    write("good.yaml", GOOD)
    write("bad.yaml", BAD)
    write("warn.yaml", WARN)
    write("broken.yaml", 'name: "A\nprompt: Be kind.\n')
    Path("dangling.yaml").symlink_to("nowhere")
    write("empty/ci.yaml", "on: push\n")
    write("drafts/bad.yaml", BAD)
    write("drafts/revox-lint.toml", 'exclude = ["*"]\n')
    write("wrong.toml", "nope = 1\n")
    write("fail.yaml", GOOD)
    write("fail.test.yaml", FAILING)
    write("wrong.test.yaml", "revox_test: 1\nnope: 1\n")
    got, out, err = run_cli(capsys, *args.split())
    assert (got, "Traceback" in out + err) == (code, False), out + err
    assert code != 2 or "Error: " in err or "error: " in out


@pytest.mark.parametrize(
    ("args", "what"),
    [
        ([""], "an argument"),
        *[
            ([*args.split(), ""], f"the argument after `{args.split()[-1]}`")
            for args in (
                *("check", "good.yaml", "good.yaml --select", "push", "push good.yaml --env"),
                *("push status", "push adopt", "push forget", "test", "test -k", "plan", "init"),
                *("export promptfoo", "schema --write", "rule", "field"),
            )
        ],
        (["good.yaml", "--config="], "the value of `--config`"),
    ],
)
def test_an_unset_variable_of_the_shell(
    capsys: pytest.CaptureFixture[str], args: list[str], what: str
) -> None:
    write("good.yaml", GOOD)
    error = f"Error: {what} is empty: is a variable of the shell unset?\n"
    assert run_cli(capsys, *args)[::2] == (2, error)


def test_the_documentation_has_every_code() -> None:
    page = Path(__file__).parents[1] / "docs" / "exit-codes.md"
    rows = [
        line.split("|")[1].strip() for line in page.read_text("utf-8").splitlines() if "|" in line
    ]
    assert [int(code) for code in rows if code.isdigit()] == [int(one) for one in Exit]
