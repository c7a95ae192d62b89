"""Many files in several processes: the results of one, even if a process dies."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from revox_lint import api, files
from revox_lint.api import LintOptions, Result
from revox_lint.cli import run
from revox_lint.config import Config
from revox_lint.engine import INTERNAL
from revox_lint.workspace import File

GOOD = "name: Sales\nprompt: Be kind.\n"
BAD = "name: Sales\nprompt: Be kind.\nvoice:\n  provider: elevenlabs\n  id: x\n  speed: 1.5\n"
SILENCED = "name: Sales # revox-lint: ignore[schema]\nprompt:\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    # So few files would not be worth a process.
    monkeypatch.setattr(files, "MANY", 8)
    monkeypatch.setattr(files, "_CHUNK", 3)
    (tmp_path / "voices").mkdir()
    for number in range(40):
        odd = {1: BAD, 2: "other: file\n", 3: SILENCED, 4: "first_sentence: [\n"}
        text = odd.get(number % 7, GOOD)
        name = f"voices/{number:02}.yaml"
        Path(name).write_text(f"{text}# {number}\n", encoding="utf-8")
    return Path("voices")


@pytest.fixture(params=multiprocessing.get_all_start_methods())
def started(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    method: str = request.param
    context = multiprocessing.get_context(method)
    monkeypatch.setattr(multiprocessing, "get_context", lambda: context)
    return method


def _found(result: Result) -> dict[str, Any]:
    return {
        "diagnostics": [
            (
                *(one.path, one.rule, one.severity, one.message, one.span, one.pointer, one.help),
                *(one.fix, one.source.text, one.source.position(one.span.start)),
                *((two.message, two.span, two.source is None) for two in one.related),
            )
            for one in result.diagnostics
        ],
        "suppressed": [(one.path, one.rule, one.span) for one in result.suppressed],
        "checked": result.checked,
        "skipped": result.skipped,
    }


def _check(folder: Path, processes: int, progress: Callable[[int, int], None] | None = None) -> Any:
    return _found(api.check([folder], LintOptions(Config(Path.cwd())), progress, processes))


def test_several_processes_find_what_one_finds(folder: Path, started: str) -> None:
    alone = _check(folder, 1)
    assert {name for name, *_ in alone["diagnostics"]} >= {"voices/01.yaml"}
    assert alone["skipped"] == {"not an assistant": 6}
    assert _check(folder, 3) == alone


def test_the_command_writes_the_same_bytes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = {}
    for jobs in ("1", "2", "5"):
        code = run(["check", "--isolated", "--jobs", jobs, "--output-format", "json", str(folder)])
        written[jobs] = (code, capsys.readouterr().out)
    assert written["1"][0] == 1
    assert written["2"] == written["1"]
    assert written["5"] == written["1"]


def test_progress_is_reported_for_every_file(folder: Path) -> None:
    reported: list[tuple[int, int]] = []
    _check(folder, 3, lambda done, total: reported.append((done, total)))
    assert reported == [(number, 40) for number in range(1, 41)]


def _of_fork_alone() -> None:
    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("what a test changes reaches no process that is started anew")


def _forking(monkeypatch: pytest.MonkeyPatch) -> None:
    _of_fork_alone()
    context = multiprocessing.get_context("fork")
    monkeypatch.setattr(multiprocessing, "get_context", lambda: context)


def test_a_process_that_dies_costs_the_file_it_died_of(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _forking(monkeypatch)
    alone = _check(folder, 1)
    real = files.check_file

    def deadly(file: File, chosen: Any) -> files.Checked:
        if file.name in {"voices/08.yaml", "voices/20.yaml"}:
            os._exit(9)
        return real(file, chosen)

    monkeypatch.setattr(files, "check_file", deadly)
    result = api.check([folder], LintOptions(Config(Path.cwd())), processes=3)
    died = [one for one in result.diagnostics if one.rule == INTERNAL]
    assert [(one.path, one.message) for one in died] == [
        (
            f"voices/{name}.yaml",
            "the process that checked this file died: a bug in revox-lint, please report it",
        )
        for name in ("08", "20")
    ]
    others = [one for one in _found(result)["diagnostics"] if one[1] != INTERNAL]
    kept = [one for one in alone["diagnostics"] if one[0] != "voices/08.yaml"]
    assert others == kept
    assert result.checked == alone["checked"]
    assert multiprocessing.active_children() == []


def test_an_interruption_ends_all_processes(folder: Path) -> None:
    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _check(folder, 3, interrupt)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("error", [OSError(11, "no more processes"), ImportError("no semaphores")])
def test_without_processes_the_first_one_checks(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    class NoProcess:
        def Event(self) -> Any:  # noqa: N802
            raise error

    alone = _check(folder, 1)
    monkeypatch.setattr(multiprocessing, "get_context", NoProcess)
    assert _check(folder, 3) == alone


def test_own_rules_are_run_in_one_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Any:
        raise AssertionError("a process was started")

    monkeypatch.setattr(multiprocessing, "get_context", refuse)
    from revox_lint.rule import SHIPPED

    options = LintOptions(Config(Path.cwd()), rules=(SHIPPED["invalid-yaml"],))
    assert api.check([folder], options, processes=3).checked == 34
