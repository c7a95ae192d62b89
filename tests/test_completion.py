"""Completion in a shell: what is offered for the last word."""

from __future__ import annotations

import pytest
from click.shell_completion import ShellComplete

from revox_lint.cli import group
from revox_lint.rule import SHIPPED

COMMANDS = ["check", "export", "field", "init", "plan", "push", "rule", "schema", "test"]
OFFERED = [
    (["pu"], ["push"]),
    (["push", "sta"], ["status"]),
    (["rule", "voice-speed"], ["voice-speed-out-of-range"]),
    (["rule", "unreadable-f"], ["unreadable-file"]),
    (["rule", "compl"], ["compliance"]),
    (["field", "voice.s"], ["voice.speed"]),
    (["--select", "voice-speed"], ["voice-speed-out-of-range"]),
    (["check", "--ignore", "syntax,compl"], ["syntax,compliance"]),
    (["check", "--contract", "0."], ["0.1"]),
    (["--output-format", "js"], ["json"]),
    (["check", "--output", "gith"], ["github:"]),
    (["--output-f"], ["--output-format"]),
    (["test", "--fail-f"], ["--fail-fast"]),
]


def _offered(words: list[str]) -> tuple[list[str], bool]:
    """Return the plain words that are offered, and whether files are."""
    shell = ShellComplete(group, {}, "revox-lint", "_REVOX_LINT_COMPLETE")
    found = shell.get_completions(words[:-1], words[-1])
    plain = [one.value for one in found if one.type == "plain"]
    return plain, any(one.type == "file" for one in found)


@pytest.mark.parametrize(("words", "offered"), OFFERED)
def test_the_last_word_is_completed(words: list[str], offered: list[str]) -> None:
    assert _offered(words)[0] == offered


def test_the_first_word_is_a_command_or_a_file() -> None:
    plain, files = _offered([""])
    assert (set(COMMANDS) <= set(plain), files) == (True, True)
    assert _offered(["assis"]) == ([], True)
    assert len(_offered(["rule", ""])[0]) > len(SHIPPED)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_lines_of_the_documentation(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    from revox_lint.cli import run

    monkeypatch.setenv("_REVOX_LINT_COMPLETE", f"{shell}_source")
    if shell == "bash":
        monkeypatch.setattr("click.shell_completion.BashComplete._check_version", lambda *_: None)
    with pytest.raises(SystemExit, match="0"):
        run([])
    assert f"_REVOX_LINT_COMPLETE={shell}_complete" in capsys.readouterr().out
