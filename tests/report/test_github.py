"""Annotations of GitHub Actions: paths from the root of the workspace, and nothing smuggled in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from revox_lint.cli import group
from tests.command import BAD, in_folder, run_cli, write  # noqa: F401


def _files(out: str) -> list[str]:
    lines = [line for line in out.splitlines() if line.startswith("::")]
    return [line.partition("file=")[2].partition(",line=")[0] for line in lines]


@pytest.fixture(name="below")
def _below(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:  # noqa: F811
    """A workspace in whose folder `voice` the commands run."""
    write("voice/assistants/a.yaml", BAD)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(in_folder))
    monkeypatch.chdir("voice")
    return in_folder


def test_paths_are_from_the_root_of_the_workspace(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, below: Path
) -> None:
    def found(*args: str) -> list[str]:
        return _files(run_cli(capsys, *args)[1])

    github = "--output-format=github"
    expected = ["voice/assistants/a.yaml"]
    assert found("assistants", github) == expected
    assert found(str(below / "voice/assistants/a.yaml"), github) == expected
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert found("assistants") == expected
    name = "assistants/b.yaml"
    given = ["-", "--stdin-filename", name, github]
    out = CliRunner().invoke(group, given, input=BAD.encode()).output
    assert _files(out) == ["voice/assistants/b.yaml"]
    monkeypatch.setenv("GITHUB_WORKSPACE", str(below / "elsewhere"))
    assert found("assistants") == ["assistants/a.yaml"]
    link = below.parent / f"{below.name}-link"
    link.symlink_to(below)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(link))
    assert found("assistants") == expected


def test_tests_have_paths_from_the_root(capsys: pytest.CaptureFixture[str], below: Path) -> None:
    write("assistants/a.test.yaml", "revox_test: 1\ntests: no\n")
    out = run_cli(capsys, "test", "assistants", "--output-format=github")[1]
    assert _files(out) == ["voice/assistants/a.test.yaml"]


@pytest.mark.skipif(os.name != "posix", reason="names that only POSIX allows")
def test_the_name_of_a_file_is_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    name = "a\n::error::100%,x:\x1b[31m.yaml"
    write(name, BAD)
    out = run_cli(capsys, name, "--output-format=github")[1]
    assert out.count("\n") == 1
    assert _files(out) == ["a %3A%3Aerror%3A%3A100%25%2Cx%3A\ufffd[31m.yaml"]
    for style in ("text", "concise", "github"):
        out = run_cli(capsys, name, "--output-format", style)[1]
        assert "\x1b" not in out
        assert "\n::error::100" not in out


@pytest.mark.skipif(os.name != "posix", reason="names that only POSIX allows")
@pytest.mark.parametrize("style", ["text", "concise", "github", "json"])
def test_a_name_that_is_not_utf_8(capsys: pytest.CaptureFixture[str], style: str) -> None:
    name = os.fsdecode(b"a\xff.yaml")
    write(name, BAD)
    assert run_cli(capsys, name, "--output", f"{style}:report")[0] == 1
    assert Path("report").read_bytes().decode("utf-8")
