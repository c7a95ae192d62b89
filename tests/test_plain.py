"""A check that is read without click says and answers what the same one read by click does."""

from __future__ import annotations

from pathlib import Path

import pytest

from revox_lint.cli import run
from revox_lint.cli.plain import plain

GOOD = "name: Sales\nprompt: Be kind.\n"
WARN = GOOD + "first_sentence_delay_ms: 9000\n"
BAD = GOOD + "voice:\n  provider: elevenlabs\n  id: 21m00Tcm4TlvDq8ikWAM\n  speed: 1.5\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, text in {"good": GOOD, "warn": WARN, "bad": BAD, "other": "a: 1\n"}.items():
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")
    Path("revox-lint.toml").write_text('exclude = ["never.yaml"]\n', encoding="utf-8")


@pytest.mark.parametrize(
    "args",
    [
        ["./good.yaml"],
        ["good.yaml", "bad.yaml", "warn.yaml"],
        ["check", "--strict", "warn.yaml"],
        ["--isolated", "warn.yaml"],
        ["check", "--only-assistants", "other.yaml"],
        ["check", "."],
    ],
)
def test_the_same_is_said(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert plain(args) is not None
    code = run(args)
    said = capsys.readouterr()
    # An option that is read by click alone, and asks for what is done anyway.
    words = args[1:] if args[0] == "check" else args
    assert run(["check", "--no-color", *words]) == code
    assert capsys.readouterr() == said


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["rule"],
        ["check"],
        ["--help"],
        ["-"],
        ["./good.yaml", "--output-format", "json"],
        ["./good.yaml", "--fix"],
        ["./none.yaml"],
    ],
)
def test_everything_else_is_left_to_click(args: list[str]) -> None:
    assert plain(args) is None


def test_a_configuration_that_cannot_be_read_is_refused_by_click(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("revox-lint.toml").write_text("unknown = 1\n", encoding="utf-8")
    assert plain(["./good.yaml"]) is None
    assert run(["./good.yaml"]) == 2
    assert "unknown setting `unknown`" in capsys.readouterr().err
