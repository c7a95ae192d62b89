"""The tests of the examples pass, and the documentation is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from revox_lint.harness.discover import TOP_KEYS
from revox_lint.harness.expectations import kinds
from revox_lint.harness.load import ASSUME_CHOICES, ASSUME_KEYS, GIVEN_KEYS
from revox_lint.harness.run import collect, run_case

REPOSITORY = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((REPOSITORY / "examples" / "assistants").glob("*.test.yaml"))
PAGE = (REPOSITORY / "docs" / "harness.md").read_text(encoding="utf-8")


def failures(path: Path) -> list[str]:
    collected = collect(path, path.name)
    assert [error.message for error in collected.errors] == []
    assert collected.suite is not None
    results = [run_case(collected, case) for case in collected.suite.cases]
    return [result.id for result in results if str(result.status) != "passed"]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 5


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_tests_of_an_example_pass(path: Path) -> None:
    assert failures(path) == []


def test_the_example_of_the_documentation_passes(tmp_path: Path) -> None:
    block = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert block is not None
    (tmp_path / "sales.test.yaml").write_text(block[1], encoding="utf-8")
    (tmp_path / "sales.yaml").write_text(
        "name: Sales\nprompt: You call.\nmax_call_duration_secs: 600\n"
        "webhook_url: https://hooks.sales.dev/revox\n"
        "call_retry_config:\n  max_retry_attempts: 3\n  calling_windows:\n"
        '    - {calling_window_start_time: "10:00", calling_window_end_time: "13:00", '
        "retry_delay_seconds: 7200}\n"
        '    - {calling_window_start_time: "14:00", calling_window_end_time: "20:00", '
        "retry_delay_seconds: 7200}\n"
        "structured_output_config:\n"
        "  - {name: confirmation_status, type: enum, required: true, enum_options: [a, b]}\n"
        "  - {name: contact_reachable, type: boolean, required: true}\n",
        encoding="utf-8",
    )
    assert failures(tmp_path / "sales.test.yaml") == []


def test_every_key_is_documented() -> None:
    rows = {
        name
        for row in re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE)
        for name in re.findall(r"`([^`]*)`", row)
    }
    assert {*kinds(), *TOP_KEYS, *GIVEN_KEYS, *ASSUME_KEYS} - rows == set()
    for choices in ASSUME_CHOICES.values():
        for choice in choices:
            assert f"`{choice}`" in PAGE
