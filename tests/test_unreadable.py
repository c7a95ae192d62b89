"""Files that cannot be read as a definition are always an error: nothing silences them."""

from __future__ import annotations

from pathlib import Path

import pytest

from revox_lint import lint_text
from revox_lint.rule import ALWAYS
from tests.command import GOOD, in_folder, run_cli, write  # noqa: F401

WRONG = {
    "invalid-yaml": 'name: "Sales\nprompt: Be kind.\n',
    "invalid-encoding": "name: Sales\nprompt: Be \x07 kind.\n",
    "unsupported-yaml": "name: !secret sales\nprompt: Be kind.\n",
    "not-an-assistant": "- name: Sales\n- name: Support\n",
}
ALWAYS_ERROR = "is always an error; to skip a file, list it in `exclude`"


def test_each_of_them_is_tested() -> None:
    assert set(WRONG) == ALWAYS


@pytest.mark.parametrize("rule", sorted(WRONG))
def test_a_suppression_has_no_effect(rule: str) -> None:
    above = f"# revox-lint: ignore[{rule}]\n"
    whole = f"# revox-lint: ignore-file[{rule}]\n"
    for text in (above + WRONG[rule], whole + WRONG[rule]):
        found = [(one.rule, one.severity, one.message) for one in lint_text(text)]
        assert (rule, "error") in [one[:2] for one in found]
        assert ("unknown-suppression", "warning", f"`{rule}` cannot be suppressed") in found
        assert "unused-suppression" not in [one[0] for one in found]


@pytest.mark.parametrize("rule", sorted(WRONG))
def test_the_command_line_cannot_turn_it_off(capsys: pytest.CaptureFixture[str], rule: str) -> None:
    write("a.yaml", WRONG[rule])
    code, out, err = run_cli(capsys, "a.yaml", "--ignore", rule)
    assert (code, out) == (2, "")
    assert err.endswith(f"Error: --ignore: `{rule}` {ALWAYS_ERROR}\n")
    for args in (("--ignore", "syntax"), ("--select", "calling"), ("--fail-on", "error")):
        code, out, _ = run_cli(capsys, "a.yaml", *args, "--output-format", "concise")
        assert (code, f"error[{rule}]" in out) == (1, True)


@pytest.mark.parametrize("rule", sorted(WRONG))
@pytest.mark.parametrize("level", ['"off"', '"info"', '"warning"', '{severity = "off"}'])
def test_the_configuration_cannot_turn_it_off(
    capsys: pytest.CaptureFixture[str], rule: str, level: str
) -> None:
    write("a.yaml", WRONG[rule])
    write("revox-lint.toml", f"[rules]\n{rule} = {level}\n")
    assert run_cli(capsys, "a.yaml") == (
        2,
        "",
        f"Error: {Path('revox-lint.toml').absolute()}:2: `{rule}` {ALWAYS_ERROR}\n",
    )
    write("revox-lint.toml", f'[rules]\nsyntax = "off"\n{rule} = "error"\n')
    code, out, _ = run_cli(capsys, "a.yaml", "--output-format", "concise")
    assert (code, f"error[{rule}]" in out) == (1, True)


def test_a_family_in_the_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.yaml", GOOD + "first_sentence_delay_ms: 9000\n")
    assert "long-first-delay" in run_cli(capsys, "a.yaml")[1]
    write("revox-lint.toml", '[rules]\nspeech = "off"\n')
    assert run_cli(capsys, "a.yaml") == (0, "No mistakes found in 1 file.\n", "")
    write("revox-lint.toml", '[rules]\nlong-first-delay = "error"\nspeech = "off"\n')
    assert "error[long-first-delay]" in run_cli(capsys, "a.yaml")[1]
    write("revox-lint.toml", '[rules]\nspech = "off"\n')
    assert "unknown rule `spech`, did you mean `speech`?" in run_cli(capsys, "a.yaml")[2]


def test_a_family_in_a_suppression() -> None:
    text = GOOD + "first_sentence_delay_ms: 9000 # revox-lint: ignore[speech]\n"
    assert [one.message for one in lint_text(text) if one.rule == "unknown-suppression"] == [
        "`speech` is a family of rules, expected the name of a rule"
    ]
