"""The README: every command is run, and what it shows is what is printed."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

import pytest
import yaml

from revox_lint.cli import run
from revox_lint.cli.exit_codes import Exit
from tests.pages import ROOT, Block, blocks, options, ours, refusal, shell
from tests.test_docs import DOCS
from tests.tools import copy_checkout, index_of_packages

README: Final = ROOT / "README.md"
TEXT: Final = README.read_text(encoding="utf-8")
BLOCKS: Final = blocks(README)
LONG: Final = [line for block in BLOCKS for line in shell(block) if line.startswith("python3")]
SHORT: Final = [
    arguments
    for block in BLOCKS
    for line in shell(block)
    if line not in LONG
    for arguments in ours(line)
]


def _only(language: str, title: str) -> Block:
    [block] = [one for one in BLOCKS if (one.language, one.title) == (language, title)]
    return block


def test_the_frame_is_what_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    [arguments] = ours(next(shell(BLOCKS[0])))
    assert run(["--isolated", "--no-color", *arguments]) == Exit.FINDINGS
    printed = capsys.readouterr().out
    at = 0
    for part in BLOCKS[1].text.split("…\n"):
        found = printed.find(part, at)
        assert found >= 0, part
        at = found + len(part)


# --- the two commands ----------------------------------------------------------------------


def test_there_are_two_commands_of_one_line_each() -> None:
    section = TEXT.partition("\n## Two commands\n")[2].partition("\n## ")[0]
    lines = [match.strip() for match in re.findall(r"```sh\n(.*?)```", section, re.DOTALL)]
    assert lines == LONG
    assert all("\n" not in line for line in lines)


@pytest.mark.proof
def test_the_first_command_lints_the_examples_in_a_fresh_checkout(tmp_path: Path) -> None:
    copy_checkout(tmp_path)
    first = LONG[0].replace("python3", sys.executable, 1)
    done = subprocess.run(
        first,
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        index_of_packages(done.stderr)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.fullmatch(r"No mistakes found in \d+ files(; skipped .*)?\.\n", done.stdout)


def test_the_second_command_is_the_one_that_the_build_runs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    [pattern] = re.findall(r"test_command=\$\(grep -E '([^']+)' README\.md\)", script)
    assert [line for line in TEXT.splitlines() if re.search(pattern, line)] == [LONG[1]]
    assert 'bash -c "$test_command"' in script


def test_the_second_command_installs_what_the_tests_need() -> None:
    assert LONG[1] == (
        "python3 -m venv .venv && .venv/bin/pip install --quiet --editable '.[dev]'"
        " && .venv/bin/pytest -n auto"
    )
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
        "optional-dependencies"
    ]
    assert "revox-lint[test,docs]" in extras["dev"]
    assert "revox-lint[push,pytest]" in extras["test"]
    assert any(one.startswith("pytest-xdist") for one in extras["test"])


# --- the short ones ------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", SHORT, ids=" ".join)
def test_a_command_is_one_that_exists(arguments: list[str]) -> None:
    assert refusal(arguments) == ""


def test_an_option_is_one_that_exists() -> None:
    shown = set(re.findall(r"`(?:[^`\n]* )?(--[a-z][a-z-]+)", TEXT))
    assert shown - options() == set()


def test_a_project_begins_and_goes_on_as_described(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REVOX_API_KEY", raising=False)
    assert run(["init"]) == Exit.CLEAN
    block = _only("yaml", "assistants/reminder.test.yaml")
    (tmp_path / block.title).write_text(block.text, encoding="utf-8")
    for arguments in SHORT:
        # What begins a project was run above, and what is sent needs a key and a yes.
        if arguments[:1] in (["init"], ["examples/broken/reminder.yaml"]):
            continue
        if arguments[:1] == ["push"] and "--dry-run" not in arguments:
            continue
        assert run(arguments) == Exit.CLEAN, (arguments, capsys.readouterr())
    assert "1 passed in 1 file" in capsys.readouterr().out


# --- blocks of other tools -----------------------------------------------------------------


def test_the_hooks_are_those_of_the_documentation() -> None:
    own = _only("yaml", ".pre-commit-config.yaml").text
    assert own in [one.text for one in blocks(DOCS / "pre-commit.md")]


@pytest.mark.parametrize("title", [".github/workflows/assistants.yaml", ".gitlab-ci.yml"])
def test_a_build_runs_what_the_documentation_runs(title: str) -> None:
    own = _only("yaml", title)
    [long] = [one for one in blocks(DOCS / "ci.md") if one.title == title]
    assert set(shell(own)) <= set(shell(long))
    assert isinstance(yaml.safe_load(own.text), dict)


def test_the_definition_is_clean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    block = _only("yaml", "assistants/hotline.yaml")
    Path("assistants").mkdir()
    Path(block.title).write_text(block.text, encoding="utf-8")
    assert run(["--fail-on", "info"]) == Exit.CLEAN
    assert capsys.readouterr().out == "No mistakes found in 1 file.\n"


def test_the_python_runs() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", _only("python", "").text],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout, done.stderr) == (
        "unknown-field unknown field `webhok_url`, did you mean `webhook_url`?\n",
        "",
    )


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"])
def test_every_link_leads_to_a_file(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    assert [link for link in links if not (ROOT / link).exists()] == []
