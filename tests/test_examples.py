"""The examples: nothing is reported about the valid ones; the broken ones match EXPECTED.txt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from revox_lint.cli import group
from revox_lint.contract import contract as contracts
from revox_lint.contract.published import schema_name, schema_url
from revox_lint.engine import Settings, lint
from revox_lint.rule import SHIPPED
from revox_lint.syntax.node import Plain, plain
from revox_lint.syntax.parse import parse
from revox_lint.syntax.source import Source

ROOT = Path(__file__).parent.parent
BROKEN = ROOT / "examples" / "broken"


def _definitions(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.[yj]*") if ".test." not in path.name)


EXAMPLES = _definitions(ROOT / "examples" / "assistants")
RULES = tuple(SHIPPED.values())
FIELDS = """
    name prompt background_sound end_of_call_sentence first_sentence first_sentence_delay_ms
    first_sentence_mode ivr_navigation_enabled max_call_duration_secs transfer_phone_number
    voicemail_message webhook_url
    calendly calendly.connection_id calendly.event_type_id
    call_retry_config call_retry_config.calling_windows
    call_retry_config.calling_windows.calling_window_end_time
    call_retry_config.calling_windows.calling_window_start_time
    call_retry_config.calling_windows.retry_delay_seconds
    call_retry_config.max_retry_attempts call_retry_config.timezone
    faq_items faq_items.question faq_items.answer
    llm_model llm_model.type llm_model.name
    llm_model.openrouter_model_id llm_model.openrouter_provider
    structured_output_config structured_output_config.name structured_output_config.type
    structured_output_config.required structured_output_config.description
    structured_output_config.enum_options
    voice voice.provider voice.id voice.speed
"""


def _source(path: Path) -> Source:
    return Source(path.name, path.read_text(encoding="utf-8"))


def test_there_are_ten_definitions_at_least() -> None:
    assert len(EXAMPLES) >= 10


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_nothing_is_reported_about_an_example(path: Path) -> None:
    outcome = lint(_source(path), Settings(rules=RULES))
    assert [(one.rule, one.span, one.message) for one in outcome.diagnostics] == []
    assert outcome.suppressed == ()
    assert [document.is_mapping for document in outcome.documents] == [True]


@pytest.mark.parametrize(
    "path", [path for path in EXAMPLES if path.suffix == ".yaml"], ids=lambda path: path.name
)
def test_an_example_begins_with_the_line_that_editors_read(path: Path) -> None:
    address = schema_url(schema_name(contracts.LATEST))
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={address}"


def _fields(value: Plain, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield f"{path}{name}"
            yield from _fields(inner, f"{path}{name}.")
    elif isinstance(value, list):
        for inner in value:
            yield from _fields(inner, path)


def test_the_examples_together_use_every_field() -> None:
    used: set[str] = set()
    for path in EXAMPLES:
        for tree in parse(_source(path)).trees:
            assert tree.root is not None
            used.update(_fields(plain(tree.root)))
    assert used == set(FIELDS.split())


def test_the_broken_definitions_are_reported_as_expected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    arguments = ["check", "--isolated", "--output-format", "concise", "examples/broken"]
    done = CliRunner().invoke(group, arguments, standalone_mode=False)
    assert done.stdout == (BROKEN / "EXPECTED.txt").read_text(encoding="utf-8")
    assert done.return_value == 1


def test_every_broken_definition_has_an_error() -> None:
    expected = (BROKEN / "EXPECTED.txt").read_text(encoding="utf-8")
    with_errors = set(re.findall(r"(?m)^examples/broken/([^:]+):\d+:\d+: error\[", expected))
    assert with_errors == {path.name for path in _definitions(BROKEN)}
