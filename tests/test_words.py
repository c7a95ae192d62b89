"""What a user may write instead of a command, a rule, a family or a path."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from revox_lint import lint_paths, lint_text
from revox_lint.engine import INTERNAL
from revox_lint.files import UNREADABLE
from revox_lint.generate.rule_pages import OTHERS
from revox_lint.harness.report import FAILED_TEST, UNREADABLE_TEST
from revox_lint.rule import SHIPPED
from tests.command import BAD, GOOD, in_folder, run_cli, write  # noqa: F401

MEANT = [
    ("chek", "the command `check`"),
    ("tests", "the command `test`"),
    ("lint", "the command `check`"),
    ("explain", "the command `rule`"),
    ("rules", "the command `rule`"),
    ("help", "the option `--help`"),
    ("push statsu", "the command `status`"),
    ("push --env prod statsu", "the command `status`"),
]


@pytest.mark.parametrize(("given", "meant"), MEANT)
def test_a_misspelt_command(capsys: pytest.CaptureFixture[str], given: str, meant: str) -> None:
    word = given.split()[-1]
    error = f"Error: no such command, file or folder: `{word}`; did you mean {meant}?\n"
    assert run_cli(capsys, *given.split()) == (2, "", error)


def test_a_path_that_looks_like_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    write("chek/assistants/a.yaml", GOOD)
    assert run_cli(capsys, "chek")[0] == 0
    error = "Error: no such file or folder: `sales`\n"
    assert run_cli(capsys, "sales") == (2, "", error)
    assert run_cli(capsys, "./chec") == (2, "", error.replace("sales", "chec"))


def test_a_family_and_other_names_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run_cli(capsys, "rule", "calling")
    names = [name for name in SHIPPED if SHIPPED.family(name) == "calling"]
    assert out.startswith("\ncalling\n")
    assert [line.split()[0] for line in out.splitlines()[2:-2]] == names
    assert out.endswith(
        f"\n{len(names)} rules. fix: `json` has one; fix?: it may change the meaning.\n"
    )
    assert set(OTHERS) == {INTERNAL, UNREADABLE, FAILED_TEST, UNREADABLE_TEST}
    for name, one in OTHERS.items():
        text = f"{name} (error)\n\n{one.summary}\n\n{one.description}\n"
        assert run_cli(capsys, "rule", name) == (0, text, "")


def test_rules_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    def names(*args: str) -> list[str]:
        found = json.loads(run_cli(capsys, "rule", *args, "--output-format", "json")[1])
        assert found["version"] == 1
        return [one["name"] for one in found["rules"]]

    assert names() == [*SHIPPED, *OTHERS]
    assert names("compliance") == [n for n in SHIPPED if SHIPPED.family(n) == "compliance"]
    assert names("long-prompt") == ["long-prompt"]
    assert names("unreadable-file") == ["unreadable-file"]


@pytest.mark.parametrize("paths", ["assistants", Path("assistants"), ["assistants"]])
def test_one_path_or_several(paths: Any) -> None:
    write("assistants/a.yaml", BAD)
    for given in (paths, iter([paths] if isinstance(paths, (str, Path)) else paths)):
        found = [(one.path, one.rule) for one in lint_paths(given).diagnostics]
        assert found == [("assistants/a.yaml", "voice-speed-out-of-range")]


@pytest.mark.parametrize("paths", [b"assistants", None, 3])
def test_what_is_no_path_is_a_type_error(paths: Any) -> None:
    with pytest.raises(TypeError, match="`paths` must be a path or an iterable of paths, not "):
        lint_paths(paths)


def test_one_name_of_a_rule() -> None:
    assert [one.rule for one in lint_text(BAD, select="speech")] == ["voice-speed-out-of-range"]
    assert lint_text(BAD, ignore="speech") == []
