"""Standard output and standard error that cannot be written: exit code 2, never a bug."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import GOOD, in_folder, write  # noqa: F401

COMMANDS = [
    "a.yaml",
    "check a.yaml --output-format json",
    "rule",
    "rule unknown-field",
    "schema",
    "--version",
    "--help",
    "push status --isolated",
    "plan a.yaml --at 2027-01-01T10:00Z --to +33612345678",
    "export promptfoo a.yaml",
]
FULL = Path("/dev/full")


def _run(command: str, redirected: str) -> tuple[int, str]:
    program = f"{shlex.quote(sys.executable)} -m revox_lint {command} {redirected}"
    done = subprocess.run(["sh", "-c", program], capture_output=True, check=False, text=True)
    return done.returncode, done.stderr


@pytest.mark.skipif(os.name != "posix", reason="redirects as a POSIX shell does")
@pytest.mark.parametrize("command", COMMANDS)
def test_standard_output_is_closed(command: str) -> None:
    write("a.yaml", GOOD)
    error = "Error: cannot write to standard output: Bad file descriptor\n"
    assert _run(command, ">&-") == (2, error)


@pytest.mark.skipif(not FULL.exists(), reason="Linux's device of a full disk")
@pytest.mark.parametrize("command", [one for one in COMMANDS if not one.startswith("push")])
def test_the_disk_is_full(command: str) -> None:
    write("a.yaml", GOOD)
    code, error = _run(command, "> /dev/full")
    last = "Error: cannot write to standard output: No space left on device"
    assert (code, error.splitlines()[-1]) == (2, last)


@pytest.mark.skipif(os.name != "posix", reason="redirects as a POSIX shell does")
def test_standard_error_is_closed() -> None:
    write("a.yaml", GOOD)
    assert _run("a.yaml", "2>&-")[0] == 0
    assert _run("nowhere.yaml", "2>&-")[0] == 2
