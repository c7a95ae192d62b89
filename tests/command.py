"""Run the command line inside a test, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from revox_lint.cli import run

GOOD = "name: Sales\nprompt: Be kind.\n"
BAD = GOOD + "voice:\n  provider: elevenlabs\n  id: 21m00Tcm4TlvDq8ikWAM\n  speed: 1.5\n"
WARN = GOOD + "first_sentence_delay_ms: 9000\n"

MESSAGE = "`speed` of `1.5` is outside the range of elevenlabs, 0.7 to 1.2"
FRAME = f"""\
error[voice-speed-out-of-range]: {MESSAGE}
  --> assistants/a.yaml:6:10
   |
 6 |   speed: 1.5
   |          ^^^
   = help: write a number from 0.7 to 1.2; 1.0 is the normal speed

Found 1 error in 1 file.
"""


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    yield tmp_path


def run_cli(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    """Return the exit code, standard output and standard error of a run."""
    code = run(list(args))
    out, err = capsys.readouterr()
    return code, out, err


def write(name: str, text: str) -> None:
    """Write a file, and the folders that lead to it."""
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
