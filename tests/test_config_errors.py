"""Errors of the configuration: all of a file, each with its line, without usage."""

from __future__ import annotations

from pathlib import Path

import pytest

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
        f"Error: {path}:2: `fail-on` must be `info`, `warning` or `error`, not `fatal`",
        f"Error: {path}:4: unknown rule `long-promt`, did you mean `long-prompt`?",
        f"Error: {path}:5: `leftover-todo` must be `off`, `info`, `warning` or `error`, not `on`",
    ]


def test_control_characters_are_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.yaml", GOOD)
    write("revox-lint.toml", '"\\u001b[31m\\n::error::x" = 1\n')
    code, _, err = run_cli(capsys, "a.yaml")
    assert (code, err.count("\n"), "\x1b" in err) == (2, 1, False)
