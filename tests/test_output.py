"""Standard output and standard error that cannot be written: exit code 2, never a bug."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click import Context, Group

from revox_lint.cli import group
from tests.command import BAD, GOOD, in_folder, write  # noqa: F401

AT = "--at 2027-01-01T10:00Z --to +33612345678"
COMMANDS = {
    "check": ["a.yaml", "check a.yaml --output-format json", "a.yaml --show-files --statistics"],
    "export": ["export promptfoo a.yaml"],
    "field": ["field", "field voice", "field --output-format json"],
    "init": ["init fresh"],
    "plan": [f"plan a.yaml {AT}", f"plan a.yaml {AT} --explain"],
    "push": ["push a.yaml --dry-run", "push a.yaml --dry-run --json", "push bad.yaml --json"],
    "push adopt": ["push adopt a.yaml 0b2c8a4e-6a1c-4f0e-9a57-3c1f6f1d7e21"],
    "push create": ["push create a.yaml --dry-run"],
    "push forget": ["push forget a.yaml"],
    "push status": ["push status --isolated", "push status a.yaml --json"],
    "rule": ["rule", "rule unknown-field"],
    "schema": ["schema", "schema --write fresh"],
    "test": ["test a.test.yaml", "test a.test.yaml --list", "test a.test.yaml --explain"],
    "": ["--version", "--help", "push --help"],
}
EVERY = [one for commands in COMMANDS.values() for one in commands]
TEST = "revox_test: 1\ntests:\n  - {name: t, expect: {findings: []}}\n"
FULL = Path("/dev/full")


def _run(command: str, redirected: str) -> tuple[int, str]:
    program = f"{shlex.quote(sys.executable)} -m revox_lint {command} {redirected}"
    done = subprocess.run(["sh", "-c", program], capture_output=True, check=False, text=True)
    return done.returncode, done.stderr


@pytest.mark.skipif(os.name != "posix", reason="redirects as a POSIX shell does")
@pytest.mark.parametrize("command", [commands[0] for commands in COMMANDS.values()])
def test_standard_output_is_closed(command: str) -> None:
    write("a.yaml", GOOD)
    error = "Error: cannot write to standard output: Bad file descriptor\n"
    assert _run(command, ">&-") == (2, error)


@pytest.mark.skipif(not FULL.exists(), reason="Linux's device of a full disk")
@pytest.mark.parametrize("command", EVERY)
def test_the_disk_is_full(command: str) -> None:
    write("a.yaml", GOOD)
    write("a.test.yaml", TEST)
    write("bad.yaml", BAD)
    if command.startswith("push forget"):
        assert _run(COMMANDS["push adopt"][0], "") == (0, "")
    code, error = _run(command, "> /dev/full")
    last = "Error: cannot write to standard output: No space left on device"
    assert (code, error.splitlines()[-1]) == (2, last)
    assert "cannot write" not in error.removesuffix(f"{last}\n")
    assert not command.startswith("init") or Path("fresh/schemas").is_dir()


def test_every_command_is_tried() -> None:
    known = set()
    for name in group.list_commands(Context(group)):
        known.add(name)
        command = group.get_command(Context(group), name)
        if name == "push":
            assert isinstance(command, Group)
            known |= {f"push {one}" for one in command.list_commands(Context(command))}
    assert known == set(COMMANDS) - {""}


@pytest.mark.skipif(os.name != "posix", reason="redirects as a POSIX shell does")
def test_standard_error_is_closed() -> None:
    write("a.yaml", GOOD)
    assert _run("a.yaml", "2>&-")[0] == 0
    assert _run("nowhere.yaml", "2>&-")[0] == 2


@pytest.mark.skipif(not FULL.exists(), reason="Linux's device of a full disk")
def test_standard_error_cannot_be_written() -> None:
    assert _run("nowhere.yaml", "2> /dev/full")[0] == 2
