"""The command line as a user meets it: commands, exit codes, output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from revox_lint.cli import group
from revox_lint.contract.published import read_schema
from tests.command import BAD, FRAME, GOOD, WARN, in_folder, run_cli, write  # noqa: F401


def test_a_bare_path_means_check(capsys: pytest.CaptureFixture[str]) -> None:
    write("assistants/a.yaml", BAD)
    assert run_cli(capsys, "assistants/") == (1, FRAME, "")
    assert run_cli(capsys, "check", "assistants/") == (1, FRAME, "")
    assert run_cli(capsys) == (1, FRAME, "")


def test_clean(capsys: pytest.CaptureFixture[str]) -> None:
    write("assistants/a.yaml", GOOD)
    write("assistants/a.test.yaml", "revox_test: 1\n")
    write("ci.yaml", "on: push\n")
    assert run_cli(capsys, ".") == (
        0,
        "No mistakes found in 1 file; skipped 2: 1 not an assistant, 1 test file.\n",
        "",
    )


def test_several_outputs_in_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.yaml", BAD)
    code, out, _ = run_cli(
        capsys, "a.yaml", "--output", "json:report.json", "--output", "concise:report.txt"
    )
    assert (code, out) == (1, FRAME.replace("assistants/a.yaml", "a.yaml"))
    assert json.loads(Path("report.json").read_text("utf-8"))["summary"]["error"] == 1
    assert Path("report.txt").read_text("utf-8").startswith("a.yaml:6:10: error[")


def test_a_report_overwrites_only_an_earlier_one(capsys: pytest.CaptureFixture[str]) -> None:
    write("assistants/a.json", '{"name": "a", "prompt": "b"}')
    write("b.yml", "mine: 1\n")
    for given, kept in (("json", "assistants/a.json"), ("text", "b.yml")):
        before = Path(kept).read_bytes()
        code, _, err = run_cli(capsys, "assistants", "--output", f"{given}:{kept}")
        assert (code, err.splitlines()[-1]) == (
            2,
            f"Error: {kept} is not a report: it is not overwritten",
        )
        assert Path(kept).read_bytes() == before
    for _ in range(2):
        assert run_cli(capsys, ".", "--output", "json:report.json")[0] == 0


def test_show_files_names_what_was_checked_and_skipped(capsys: pytest.CaptureFixture[str]) -> None:
    write("assistants/a.yaml", GOOD)
    write("assistants/a.test.yaml", "revox_test: 1\n")
    write("ci\x1b[31m.yaml", "on: push\n")
    files = (
        "skipped assistants/a.test.yaml: test file\n"
        "checked assistants/a.yaml: in a folder `assistants`\n"
        "skipped ci\ufffd[31m.yaml: not an assistant\n"
    )
    last = "No mistakes found in 1 file; skipped 2: 1 not an assistant, 1 test file.\n"
    assert run_cli(capsys, ".", "--show-files") == (0, files + last, "")
    assert run_cli(capsys, ".", "--show-files", "--output-format=concise") == (0, last, files)
    _, out, _ = run_cli(capsys, ".", "--output-format=json")
    assert json.loads(out)["files"] == [
        {"path": "assistants/a.test.yaml", "checked": False, "reason": "test file"},
        {"path": "assistants/a.yaml", "checked": True, "reason": "in a folder `assistants`"},
        {"path": "ci\x1b[31m.yaml", "checked": False, "reason": "not an assistant"},
    ]


def test_a_folder_without_assistants_is_3(capsys: pytest.CaptureFixture[str]) -> None:
    write("voice/package.json", "{}")
    none = "Nothing to check: none of 1 file is an assistant.\n"
    assert run_cli(capsys, "voice") == (3, none, "")
    write("voice/a.test.yaml", "revox_test: 1\n")
    rest = "; skipped 2: 1 not an assistant, 1 test file.\n"
    assert run_cli(capsys, "voice") == (3, none.replace("1 file", "2 files")[:-2] + rest, "")
    write("revox-lint.toml", 'include = ["assistant/**"]\n')
    assert run_cli(capsys) == (
        3,
        "Nothing to check; skipped 2: 1 not in `include`, 1 test file.\n",
        "",
    )
    Path("empty").mkdir()
    empty = "Nothing to check: no YAML or JSON file found.\n"
    assert run_cli(capsys, "empty") == (3, empty, "")


PLAIN = [
    (["./good.yaml"], 0, "No mistakes found in 1 file.\n"),
    (["check", "good.yaml"], 0, "No mistakes found in 1 file.\n"),
    (["warn.yaml", "./good.yaml"], 1, "Found 1 warning in 2 files.\n"),
    (["check", "--isolated", "warn.yaml"], 0, "Found 1 warning in 1 file.\n"),
    (["--isolated", "--strict", "warn.yaml"], 1, "Found 1 warning in 1 file.\n"),
    (["check", "never.yaml"], 0, "Nothing to check; skipped 1: 1 excluded.\n"),
]


@pytest.mark.parametrize(("args", "code", "last"), PLAIN)
def test_plain_paths_are_checked_without_click(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    args: list[str],
    code: int,
    last: str,
) -> None:
    write("revox-lint.toml", 'exclude = ["never.yaml"]\nfail-on = "warning"\n')
    for name, text in {"good": GOOD, "warn": WARN, "never": BAD}.items():
        write(f"{name}.yaml", text)
    monkeypatch.setitem(sys.modules, "click", None)
    found, out, err = run_cli(capsys, *args)
    assert (found, out.splitlines(keepends=True)[-1], err) == (code, last, "")


def test_a_hook_that_is_given_no_assistant_passes(capsys: pytest.CaptureFixture[str]) -> None:
    write("ci.yaml", "on: push\n")
    write("bad.yaml", BAD)
    assert run_cli(capsys, "--only-assistants", "ci.yaml") == (
        0,
        "Nothing to check: none of 1 file is an assistant.\n",
        "",
    )
    assert run_cli(capsys, "--only-assistants", "--no-color", "ci.yaml")[0] == 0
    assert run_cli(capsys, "--only-assistants", "ci.yaml", "bad.yaml")[0] == 1
    assert run_cli(capsys, "ci.yaml")[0] == 1


def test_thresholds(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.yaml", WARN)
    assert run_cli(capsys, "a.yaml")[0] == 0
    assert run_cli(capsys, "a.yaml", "--strict")[0] == 1
    assert run_cli(capsys, "a.yaml", "--fail-on", "warning")[0] == 1
    assert run_cli(capsys, "a.yaml", "--fail-on", "error")[0] == 0
    write("revox-lint.toml", 'fail-on = "warning"\n')
    assert run_cli(capsys, "a.yaml")[0] == 1
    assert run_cli(capsys, "a.yaml", "--isolated")[0] == 0
    write("other.toml", 'fail-on = "error"\n')
    assert run_cli(capsys, "a.yaml", "--config", "other.toml")[0] == 0


def test_rules_are_chosen_by_name_and_family(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.yaml", BAD + "nope: 1\n")

    def rules(*args: str) -> list[str]:
        out = run_cli(capsys, "a.yaml", "--output-format", "json", *args)[1]
        return [one["rule"] for one in json.loads(out)["diagnostics"]]

    assert rules() == ["voice-speed-out-of-range", "unknown-field"]
    assert rules("--select", "schema") == ["unknown-field"]
    assert rules("--select", "unknown-field,voice-speed-out-of-range") == [
        "voice-speed-out-of-range",
        "unknown-field",
    ]
    assert rules("--ignore", "speech", "--ignore", "unknown-field") == []


def test_statistics(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.yaml", BAD + "nope: 1\nnada: 1\n")
    assert run_cli(capsys, "a.yaml", "--statistics") == (
        1,
        "     2  error    unknown-field\n"
        "     1  error    voice-speed-out-of-range\n"
        "Found 3 errors in 1 file.\n",
        "",
    )


def test_standard_input() -> None:
    result = CliRunner().invoke(
        group,
        ["-", "--stdin-filename", "assistants/a.yaml"],
        input=BAD.encode(),
        standalone_mode=False,
    )
    assert (result.return_value, result.output) == (1, FRAME)


def test_standard_input_that_is_excluded() -> None:
    write("revox-lint.toml", 'exclude = ["drafts/"]\n')
    result = CliRunner().invoke(
        group,
        ["-", "--stdin-filename", "drafts/a.yaml"],
        input=BAD.encode(),
        standalone_mode=False,
    )
    assert (result.return_value, result.output) == (
        0,
        "Nothing to check; skipped 1: 1 excluded.\n",
    )


def test_standard_input_is_held_to_what_a_file_is() -> None:
    for name, text, args, expected in (
        ("a.test.yaml", BAD, [], "Nothing to check; skipped 1: 1 test file.\n"),
        ("revox.lock.json", BAD, [], "Nothing to check; skipped 1: 1 lock file.\n"),
        ("a.snapshot.json", BAD, [], "Nothing to check; skipped 1: 1 snapshot.\n"),
        (
            "ci.yaml",
            "on: push\n",
            ["--only-assistants"],
            "Nothing to check: none of 1 file is an assistant.\n",
        ),
        (
            "a.yaml",
            GOOD + "#" * 4 * 1024 * 1024,
            ["--output-format", "concise"],
            "a.yaml:1:1: error[unreadable-file] the file cannot be read: it is larger than 4 MiB\n"
            "Found 1 error in 1 file.\n",
        ),
    ):
        given = ["-", "--stdin-filename", name, *args]
        assert CliRunner().invoke(group, given, input=text.encode()).output == expected


USAGE = [
    (["nowhere/"], "no such file or folder: `nowhere`"),
    (["--select", "blank-txt", "a.yaml"], "unknown rule `blank-txt`, did you mean `blank-text`?"),
    (["--contract", "7", "a.yaml"], "--contract: unknown contract version `7` (known: 0.1)"),
    (["--config", "none.toml", "a.yaml"], "none.toml: cannot be read: No such file or directory"),
    (["--config", "x", "--isolated", "a.yaml"], "--isolated and --config exclude each other"),
    (["--output", "pdf:x", "a.yaml"], "--output must be FORMAT:FILE, with FORMAT one of "),
    (["--output", "json:no/such/x", "a.yaml"], "cannot write no/such/x: No such file or directory"),
    (["-", "a.yaml"], "`-` (standard input) excludes other paths"),
    (["--fail-onn", "x"], "No such option '--fail-onn'"),
    (["field", "speeed"], "unknown field `speeed`, did you mean `voice.speed`?"),
    (["rule", "blank-txt"], "unknown rule `blank-txt`, did you mean `blank-text`?"),
]


@pytest.mark.parametrize(("args", "message"), USAGE)
def test_wrong_usage_is_2(
    capsys: pytest.CaptureFixture[str], args: list[str], message: str
) -> None:
    write("a.yaml", GOOD)
    code, out, err = run_cli(capsys, *args)
    assert (code, out) == (2, "")
    assert message in err


def test_nothing_to_check_is_3(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run_cli(capsys)
    assert (code, out) == (3, "")
    assert err.startswith("nothing to check: no path is given")
    Path("assistants").mkdir()
    assert run_cli(capsys, "assistants")[0] == 3


def test_only_excluded_files_is_0(capsys: pytest.CaptureFixture[str]) -> None:
    write("revox-lint.toml", 'exclude = ["a.yaml"]\n')
    write("a.yaml", BAD)
    assert run_cli(capsys, "a.yaml") == (
        0,
        "Nothing to check; skipped 1: 1 excluded.\n",
        "",
    )


def test_color_only_when_wanted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.yaml", BAD)
    assert "\x1b" not in run_cli(capsys, "a.yaml")[1]
    colored = run_cli(capsys, "a.yaml", "--color")[1]
    assert colored.startswith("\x1b[1;31merror[voice-speed-out-of-range]\x1b[0m")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in run_cli(capsys, "a.yaml")[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run_cli(capsys, "a.yaml")[1]


def test_rule_lists_and_explains(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run_cli(capsys, "rule")
    assert code == 0
    assert "  voice-speed-out-of-range " in out and "\nspeech\n" in out
    code, out, _ = run_cli(capsys, "rule", "voice-speed-out-of-range")
    assert code == 0
    assert out.splitlines()[:3] == [
        "voice-speed-out-of-range (error, speech)",
        "",
        "A voice speed outside the range of the provider.",
    ]
    assert "      speed: 1.5\n" in out and "# error" not in out


def test_schema_prints_and_writes(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run_cli(capsys, "schema")
    assert (code, out) == (0, read_schema("assistant-0.1.schema.json"))
    assert run_cli(capsys, "schema", "--write", "here")[0] == 0
    assert Path("here/assistant-0.1.schema.json").read_text("utf-8") == out
    assert Path("here/config.schema.json").is_file()


def test_init_begins_a_project_that_is_clean_and_overwrites_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = run_cli(capsys, "init")
    assert code == 0
    names = [
        "assistants/reminder.yaml",
        "assistants/reminder.test.yaml",
        "revox-lint.toml",
        ".pre-commit-config.yaml",
        ".vscode/settings.json",
        "schemas/assistant-0.1.schema.json",
        "schemas/test.schema.json",
        "schemas/config.schema.json",
    ]
    assert out.splitlines()[:8] == [f"created  {name}" for name in names]
    assert run_cli(capsys, "--fail-on", "info")[0] == 0
    assert run_cli(capsys, "test")[0] == 0
    Path("revox-lint.toml").write_text("# mine\n", "utf-8")
    assert run_cli(capsys, "init")[1].splitlines() == [f"kept     {name}" for name in names[2:]]
    assert Path("revox-lint.toml").read_text("utf-8") == "# mine\n"


def test_init_shows_what_to_add_to_files_that_exist_and_writes_the_rest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("assistants/sales.yaml", GOOD)
    write(".pre-commit-config.yaml", "repos:\n- repo: local\n  hooks: []\n")
    write(".vscode/settings.json", '{\n  // mine\n  "a": 1\n}\n')
    write("pyproject.toml", "[tool.revox-lint]\n")
    write("schemas", "")
    code, out, err = run_cli(capsys, "init")
    assert code == 2
    assert err.splitlines()[0] == (
        "error: cannot write schemas/assistant-0.1.schema.json: `schemas` is not a folder"
    )
    assert "created" not in out and "pre-commit install" not in out
    assert (
        """\
Add below `repos:` in .pre-commit-config.yaml:

- repo: https://github.com/revox-lint/revox-lint
  rev: v0.1.0
  hooks:
    - id: revox-lint
    - id: revox-lint-test
"""
        in out
    )
    assert '    "./schemas/test.schema.json": ["assistants/**/*.test.yaml"' in out
    assert sorted(path.name for path in Path("assistants").iterdir()) == ["sales.yaml"]


@pytest.mark.parametrize("command", sorted(group.list_commands(None)))  # type: ignore[arg-type]
def test_every_command_has_help_with_an_example(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    code, out, _ = run_cli(capsys, command, "--help")
    assert code == 0
    assert f"Example: revox-lint {command if command != 'check' else ''}".rstrip() in out


def test_the_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run_cli(capsys, "--help")
    assert code == 0
    for command in group.list_commands(None):  # type: ignore[arg-type]
        assert f"\n  {command} " in out


@pytest.mark.parametrize("command", [(), ("push",), ("export",)])
def test_the_list_of_commands_is_not_cut(
    capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    listed = run_cli(capsys, *command, "--help")[1].partition("\nCommands:\n")[2]
    assert listed and "..." not in listed


def test_a_bug_is_70_and_reported(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object) -> None:
        raise ZeroDivisionError("boom")

    monkeypatch.setattr("revox_lint.api.check", fail)
    write("a.yaml", GOOD)
    code, out, err = run_cli(capsys, "a.yaml")
    assert (code, out) == (70, "")
    assert err.startswith("revox-lint failed with ZeroDivisionError: boom (")
    assert "Traceback" not in err


def test_interrupted_is_130(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("revox_lint.api.check", interrupt)
    write("a.yaml", GOOD)
    assert run_cli(capsys, "a.yaml") == (130, "", "\nInterrupted.\n")


def test_as_a_module() -> None:
    write("assistants/a.yaml", BAD)
    done = subprocess.run(
        [sys.executable, "-m", "revox_lint", "assistants"], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout.decode(), done.stderr) == (1, FRAME, b"")


def test_a_closed_pipe_is_not_an_error() -> None:
    for number in range(300):
        write(f"assistants/{number}.yaml", BAD)
    program = f"{sys.executable} -m revox_lint assistants | head -n 1"
    done = subprocess.run(["sh", "-c", program], capture_output=True, check=True)
    assert done.stderr == b""


def test_a_terminal_of_another_encoding() -> None:
    write("assistants/a.yaml", GOOD + "nöpe: 1\n")
    done = subprocess.run(
        [sys.executable, "-m", "revox_lint", "assistants"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"n?pe: 1" in done.stdout
