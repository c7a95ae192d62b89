"""What docs/push.md shows is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from revox_lint.config import read
from revox_lint.environment import Environment
from revox_lint.push.environment import target_of
from tests.push.api import Api, answers

PAGE = (Path(__file__).parents[2] / "docs" / "push.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_the_python_examples_run(api: Api, capsys: pytest.CaptureFixture[str]) -> None:
    example, errors = blocks("python")
    exec(example, {})
    exec(errors, {})
    api.faults[3] = answers(500, b"")
    exec(errors, {})
    api.faults[4] = answers(422, b"")
    exec(errors, {})
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("id='asst_0001' ")
    assert lines[1:] == [
        (
            "look at Revox before trying again: the server answered 500, which does not say"
            " whether it created the assistant"
        ),
        "nothing was created: the server refuses the definition (422)",
    ]
    assert [created.name for created in api.created] == ["name", "Sales"]


def test_the_configuration_is_read(tmp_path: Path) -> None:
    (text,) = blocks("toml")
    (tmp_path / "revox-lint.toml").write_text(text, "utf-8")
    config = read(tmp_path / "revox-lint.toml")
    assert target_of(config, "staging").environment == Environment(
        name="staging",
        base_url="https://staging.example.com/api",
        key_variable="REVOX_STAGING_KEY",
        overrides={"webhook_url": "https://hooks.example.com/staging"},
    )
    assert target_of(config, "prod").environment == Environment(
        name="prod", key_variable="REVOX_PROD_KEY", protected=True
    )
    assert target_of(config, None).environment == Environment()


def test_the_library_is_loaded_only_when_it_is_used() -> None:
    import subprocess
    import sys

    code = (
        "import sys, revox_lint; from revox_lint import RevoxError; from revox_lint import Revox;"
        "print(sorted({'httpx', 'pydantic', 'filelock'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
