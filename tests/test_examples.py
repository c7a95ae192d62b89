"""The examples that are shipped: the good ones are silent, the broken ones say what is expected."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from revox_lint import api
from revox_lint.api import Choice
from revox_lint.cli import group
from revox_lint.config import Config
from revox_lint.rule import all_rules

ROOT = Path(__file__).parents[1]
ASSISTANTS = ROOT / "examples" / "assistants"
BROKEN = ROOT / "examples" / "broken"


def _definitions(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml", ".json"))


def test_there_are_ten_definitions_at_least() -> None:
    assert len(_definitions(ASSISTANTS)) >= 10


@pytest.mark.parametrize(
    "path",
    [path for path in _definitions(ASSISTANTS) if ".test." not in path.name],
    ids=lambda path: path.name,
)
def test_a_good_definition_is_silent_under_every_rule(path: Path) -> None:
    every = tuple(rule.name for rule in all_rules())
    result = api.check([path], Choice(config=Config(ROOT), select=every))
    assert [(one.rule, one.message) for one in result.diagnostics] == []
    assert [(one.rule, one.message) for one in result.suppressed] == []
    assert result.checked == 1


def test_the_broken_definitions_say_what_is_expected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    arguments = ["check", "--isolated", "--output-format", "concise", "examples/broken"]
    done = CliRunner().invoke(group, arguments, standalone_mode=False)
    assert done.stdout == (BROKEN / "EXPECTED.txt").read_text(encoding="utf-8")
    assert done.return_value == 1


def test_every_broken_definition_has_an_error() -> None:
    expected = (BROKEN / "EXPECTED.txt").read_text(encoding="utf-8")
    with_errors = set(re.findall(r"(?m)^examples/broken/([^:]+):\d+:\d+: error\[", expected))
    assert with_errors == {path.name for path in _definitions(BROKEN)}
