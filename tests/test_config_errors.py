"""Errors of the configuration: all of a file, each with its line, without usage."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from revox_lint import lint_paths, lint_text
from revox_lint.contract.contract import UnknownContract
from tests.command import GOOD, in_folder, run_cli, write  # noqa: F401

CONFIG = """\
contrct = "0.1"
fail-on = "fatal"
[rules]
long-promt = "off"
leftover-todo = "on"
"""
COMMANDS = ["a.yaml", "check a.yaml", "test .", "plan a.yaml --at 2027-01-01T10:00Z"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_error_is_reported(capsys: pytest.CaptureFixture[str], command: str) -> None:
    write("a.yaml", GOOD)
    write("a.test.yaml", "revox_test: 1\ntests: []\n")
    write("revox-lint.toml", CONFIG)
    path = Path("revox-lint.toml").absolute()
    code, out, err = run_cli(capsys, *command.split())
    assert (code, out) == (2, "")
    assert sorted(err.splitlines()) == [
        f"Error: {path}:1: unknown setting `contrct`, did you mean `contract`?",
        f"Error: {path}:2: `fail-on` must be `info`, `warning` or `error`, not `fatal`: "
        'write `"error"`',
        f"Error: {path}:4: unknown rule `long-promt`, did you mean `long-prompt`?",
        f"Error: {path}:5: `leftover-todo` must be `off`, `info`, `warning` or `error`, not `on`",
    ]


def test_control_characters_are_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.yaml", GOOD)
    write("revox-lint.toml", '"\\u001b[31m\\n::error::x" = 1\n')
    code, _, err = run_cli(capsys, "a.yaml")
    assert (code, err.count("\n"), "\x1b" in err) == (2, 1, False)


NOT_READ = "`[{}]` is not read, did you mean `[tool.revox-lint]`?"
TABLES = [
    ("[tool.revox_lint]", 1, NOT_READ.format("tool.revox_lint")),
    ("\n[tool.revoxlint.rules]", 2, NOT_READ.format("tool.revoxlint")),
    ("[tool.revox.lint]", 1, NOT_READ.format("tool.revox.lint")),
    ("[revox-lint]", 1, NOT_READ.format("revox-lint")),
    ('tool.Revox_Lint.fail-on = "info"', 1, NOT_READ.format("tool.Revox_Lint")),
    ("[tool.revox-lint]\n[tool.revox_lint.rules]", 2, NOT_READ.format("tool.revox_lint")),
]


@pytest.mark.parametrize(("text", "line", "message"), TABLES)
def test_a_table_of_another_name_in_pyproject(
    capsys: pytest.CaptureFixture[str], text: str, line: int, message: str
) -> None:
    write("a.yaml", GOOD)
    write("pyproject.toml", f"{text}\n")
    place = f"{Path('pyproject.toml').absolute()}:{line}"
    assert run_cli(capsys, "a.yaml") == (2, "", f"Error: {place}: {message}\n")


def test_a_table_of_pyproject_in_a_file_of_our_own(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.yaml", GOOD)
    write("revox-lint.toml", '# \n[tool.revox-lint]\nfail-on = "info"\n')
    assert run_cli(capsys, "a.yaml") == (
        2,
        "",
        f"Error: {Path('revox-lint.toml').absolute()}:2: `[tool.revox-lint]` is only for "
        "pyproject.toml: remove the line, and write `[rules]` for `[tool.revox-lint.rules]`\n",
    )


def test_a_project_that_only_names_us_has_no_configuration(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("a.yaml", GOOD)
    write("pyproject.toml", '[project]\ndependencies = ["revox-lint"]\n[tool.revox]\nlint = 1\n')
    assert run_cli(capsys, "a.yaml")[0] == 0


RIGHT = "a contract version must be a string (known: 0.1)"
LEVELS = "`off`, `info`, `warning` or `error`"
CHARACTERS = "`max-characters` of `long-faq-answer` must be a whole number"
MEANT = [
    ("contract = 0.1", f'{RIGHT}: write `"0.1"`'),
    ('contract = ["0.1"]', f'{RIGHT}: write `"0.1"`'),
    ("contract = true", f"{RIGHT}, not `true`"),
    ('contract = "v0.1"', "unknown contract version `v0.1` (known: 0.1), did you mean `0.1`?"),
    ('contract = "0.9"', "unknown contract version `0.9` (known: 0.1)"),
    ('include = "a/*"', '`include` must be a list, not `"a/*"`: write `["a/*"]`'),
    ('exclude = "a/*"', '`exclude` must be a list, not `"a/*"`: write `["a/*"]`'),
    ("include = [1]", 'an element of `include` must be a string, not `1`: write `"1"`'),
    ('fail-on = "warn"', "`fail-on` must be `info`, `warning` or `error`, not `warn`: "
                         'write `"warning"`'),
    ("fail-on = 1", "`fail-on` must be `info`, `warning` or `error`, not `1`"),
    ('rules = "off"', '`rules` must be a table, not `"off"`: write `[rules]`'),
    ('env = "prod"', '`env` must be a table, not `"prod"`: write `[env.prod]`'),
    ("[rules]\nlong-faq-answer = false", "`long-faq-answer` must be a severity or a table, "
                                         'not `false`: write `"off"`'),
    ("[rules]\nlong-prompt = true", "`long-prompt` must be a severity or a table, not `true`"),
    ("[rules]\nspeech = 1", f'`speech` must be {LEVELS}, not `1`: write `"warning"`'),
    ('[rules.long-faq-answer]\nmax-characters = "3"', f'{CHARACTERS}, not `"3"`: write `3`'),
    ("[rules.long-faq-answer]\nmax-characters = [3]", f"{CHARACTERS}, not a list: write `3`"),
    ('[rules.long-faq-answer]\nmax-characters = "few"', f'{CHARACTERS}, not `"few"`'),
    ('[env.prod]\nbase-url = 1', "[env.prod]: `base-url` must be a string, not `1`"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), MEANT)
def test_a_value_of_the_wrong_type_shows_what_to_write(
    capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    write("a.yaml", GOOD)
    write("revox-lint.toml", f"{text}\n")
    path = Path("revox-lint.toml").absolute()
    line = text.count("\n") + 1
    code, out, err = run_cli(capsys, "a.yaml")
    assert (code, out, err) == (2, "", f"Error: {path}:{line}: {message}\n")
    if ": write `" in message:
        name, _, _ = text.rpartition("= ")
        form = message.rpartition("write `")[2].removesuffix("`")
        form = f"[{form}]" if "= [1]" in text else form
        write("revox-lint.toml", form if "must be a table, " in message else f"{name}= {form}")
        assert run_cli(capsys, "a.yaml")[2] == ""


VERSIONS = [
    ("v0.1", ", did you mean `0.1`?"),
    (" 0.1", ", did you mean `0.1`?"),
    ("0,1", ", did you mean `0.1`?"),
    ("0.9", ""),
]


@pytest.mark.parametrize("command", ["a.yaml", "schema", "field", "test ."])
@pytest.mark.parametrize(("version", "hint"), VERSIONS)
def test_an_unknown_contract_on_the_command_line(
    capsys: pytest.CaptureFixture[str], command: str, version: str, hint: str
) -> None:
    write("a.yaml", GOOD)
    code, out, err = run_cli(capsys, *command.split(), "--contract", version)
    message = f"Error: --contract: unknown contract version `{version}` (known: 0.1){hint}"
    assert (code, out, err.splitlines()[-1]) == (2, "", message)


@pytest.mark.parametrize("version", ["v0.1", "0.9", "", 0.1, 1, ["0.1"]])
def test_an_unknown_contract_in_python(version: Any) -> None:
    with pytest.raises(UnknownContract, match=r"contract version .*\(known: 0\.1\)"):
        lint_text(GOOD, contract=version)
    with pytest.raises(UnknownContract):
        lint_paths([], contract=version)
