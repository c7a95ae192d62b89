"""What is loaded and when: a clean lint and a plain import load nothing heavy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CLEAN = ROOT / "examples" / "assistants" / "outbound-sales.yaml"
BAD = ROOT / "examples" / "broken" / "reminder.yaml"

HEAVY = {"pydantic", "jsonschema", "httpx", "pytest", "_pytest", "rich", "hypothesis"}
"""None of these is needed for a clean definition."""


def _loaded(code: str) -> set[str]:
    """Return the modules that are loaded after `code` ran in an interpreter of its own."""
    script = f"import json, sys\n{code}\nprint('\\n' + json.dumps(sorted(sys.modules)))"
    environment = {name: value for name, value in os.environ.items() if name != "COVERAGE_PROCESS"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


# The interpreter itself may load some at its start, for editable installs and the like.
AT_START = _loaded("")


def _loaded_by(code: str) -> set[str]:
    return _loaded(code) - AT_START


def _run(*arguments: str) -> str:
    return f"from revox_lint.cli import run\ncode = run({list(arguments)!r})"


def _top(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def test_a_clean_lint_of_one_file_loads_nothing_heavy() -> None:
    loaded = _loaded_by(_run("--isolated", str(CLEAN)) + "\nassert code == 0, code")
    assert _top(loaded) & HEAVY == set()
    # Patterns are for folders and for what is configured.
    assert _top(loaded) & {"pathspec", "tomllib", "importlib_metadata"} == set()
    # Each of these takes longer to load than the file to be checked.
    assert _top(loaded) & {"click", "dataclasses", "inspect", "email", "ruamel"} == set()
    # Pushing, testing and planning have no part in it.
    floors = ("revox_lint.push", "revox_lint.harness", "revox_lint.timeline")
    assert {name for name in loaded if name.startswith(floors)} == set()
    assert _top(loaded) & {"ssl", "asyncio", "http"} == set()
    # A table for names of zones that do not exist.
    assert "revox_lint.facts.zone_words" not in loaded


def test_a_lint_that_finds_something_loads_nothing_heavy_either() -> None:
    loaded = _loaded_by(_run("--isolated", str(BAD)) + "\nassert code == 1, code")
    assert _top(loaded) & HEAVY == set()


def test_the_library_that_writes_yaml_is_loaded_by_the_export_alone() -> None:
    test = str(CLEAN.with_suffix(".test.yaml"))
    assert "ruamel" not in _top(_loaded_by(_run("test", test)))
    assert "ruamel" in _top(_loaded_by(_run("export", "promptfoo", str(CLEAN))))


def test_only_the_command_that_is_called_is_loaded() -> None:
    loaded = _loaded_by(_run("--isolated", "--no-color", str(CLEAN)))
    commands = {name for name in loaded if name.startswith("revox_lint.cli.commands.")}
    assert commands == {"revox_lint.cli.commands.check"}


def test_only_the_reporter_that_writes_is_loaded() -> None:
    loaded = _loaded_by(_run("--isolated", "--output-format", "concise", str(CLEAN)))
    reporters = {name for name in loaded if name.startswith("revox_lint.report.reporters.")}
    assert reporters == {"revox_lint.report.reporters.concise"}


def test_importing_the_package_loads_the_package_alone() -> None:
    loaded = _loaded_by("import revox_lint")
    assert {name for name in loaded if name.startswith("revox_lint")} == {"revox_lint"}
    assert _top(loaded) - set(sys.stdlib_module_names) == {"revox_lint"}


@pytest.mark.parametrize(
    ("name", "needed"),
    [("lint_text", set()), ("Diagnostic", set()), ("AssistantCreateParams", {"pydantic"})],
)
def test_a_public_name_loads_what_it_needs(name: str, needed: set[str]) -> None:
    loaded = _loaded_by(f"from revox_lint import {name}")
    assert _top(loaded) & HEAVY == needed


def test_an_off_rule_is_not_even_loaded() -> None:
    loaded = _loaded_by(_run("--isolated", "--ignore", "prompt", str(CLEAN)))
    assert {name for name in loaded if name.startswith("revox_lint.rules.prompt.")} == set()
    assert "revox_lint.rules.calling.unknown_timezone" in loaded
