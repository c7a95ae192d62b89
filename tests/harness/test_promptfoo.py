"""The export to promptfoo: its form, and the real promptfoo with its echo provider.

Without promptfoo the tests that need it are skipped, and fail on a build machine.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from ruamel.yaml import YAML

from revox_lint.cli import group
from revox_lint.harness.promptfoo import extraction_schema, provider_of, variable_names
from revox_lint.syntax.dump import dump
from tests.tools import node_package

TRICKY = """\
name: Tricky
prompt: |
  You "call" {{contact.name}} (or {{contact-name}}, {{contact_name}}) about {{none}}.
  Say {% raw %} and {# nothing #} and {"a": {"b": 1}}, never {{ message }}.
first_sentence: 'Hello {{contact_name}}, it is "us"!'
first_sentence_mode: static
structured_output_config:
  - {name: status, type: enum, required: true, enum_options: ["yes", "{{later}}"]}
  - {name: visit, type: date, required: false, description: "When {{x}} comes"}
  - {name: call_back, type: datetime, required: false}
  - {name: reachable, type: boolean, required: true}
  - {name: budget, type: number, required: false}
  - {name: email, type: string, required: false}
webhook_url: https://hooks.sales.dev/revox
"""
VALUES = {
    "contact.name": "A",
    "contact-name": "B",
    "contact_name": 'C "quoted"\nline',
    "none": "D",
    "message": "E",
    "x": "F",
}


@pytest.fixture
def tricky(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tricky.yaml").write_text(TRICKY, encoding="utf-8")
    return tmp_path


def export(*args: str) -> Result:
    return CliRunner().invoke(group, ["export", "promptfoo", *args], standalone_mode=False)


def config(*args: str) -> dict[str, Any]:
    result = export(*args)
    assert result.exception is None
    found: dict[str, Any] = read(result.output)
    return found


def read(text: str) -> Any:
    """Return what readers of YAML 1.1 and of 1.2 load from a text."""
    found = yaml.safe_load(text)
    assert YAML(typ="safe", pure=True).load(text) == found
    return found


def promptfoo(folder: Path, written: dict[str, Any]) -> list[tuple[bool, str, str]]:
    """Success, output and reason of each test, by the real promptfoo."""
    package = node_package("promptfoo")
    program = package.parent / ".bin" / "promptfoo"
    (folder / "promptfooconfig.yaml").write_text(dump(written), encoding="utf-8")
    done = subprocess.run(
        [
            str(program),
            "eval",
            *("-c", "promptfooconfig.yaml", "-o", "out.json"),
            *("--no-cache", "--no-table", "--no-share", "-j", "1"),
        ],
        cwd=folder,
        env={
            **os.environ,
            "PROMPTFOO_CONFIG_DIR": str(folder / "promptfoo"),
            "PROMPTFOO_DISABLE_TELEMETRY": "1",
            "PROMPTFOO_DISABLE_UPDATE": "1",
            "PROMPTFOO_DISABLE_REMOTE_GENERATION": "1",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert (folder / "out.json").exists(), done.stdout + done.stderr
    results = json.loads((folder / "out.json").read_text(encoding="utf-8"))["results"]["results"]
    return [
        (one["success"], str(one["response"]["output"]), str(one.get("error") or ""))
        for one in sorted(results, key=lambda one: one["testIdx"])
    ]


def test_promptfoo_says_what_the_definition_says(tricky: Path) -> None:
    pairs = [part for name, value in VALUES.items() for part in ("--var", f"{name}={value}")]
    written = config("tricky.yaml", "--provider", "echo", *pairs)
    conversation, extraction = promptfoo(tricky, written)
    assert conversation[0]
    assert read(conversation[1]) == [
        {
            "role": "system",
            "content": (
                'You "call" A (or B, C "quoted"\nline) about D.\n'
                'Say {% raw %} and {# nothing #} and {"a": {"b": 1}}, never E.\n'
            ),
        },
        {"role": "assistant", "content": 'Hello C "quoted"\nline, it is "us"!'},
        {"role": "user", "content": "Hello?"},
    ]
    assert extraction == (
        False,
        "Read this transcript of a phone call.\n\nAgent: Hello.\nCaller: Goodbye.\n\n"
        "Reply with one JSON object and nothing else, with these fields:\n"
        '- status (one of "yes", "{{later}}", required)\n'
        "- visit (date, left out when unknown): When {{x}} comes\n"
        "- call_back (date-time, left out when unknown)\n"
        "- reachable (boolean, required)\n"
        "- budget (number, left out when unknown)\n"
        "- email (string, left out when unknown)",
        "Expected output to be valid JSON",
    )


def test_promptfoo_judges_an_extraction_by_the_definition(tricky: Path) -> None:
    (tricky / "echo.txt").write_text("{{ transcript }}", encoding="utf-8")
    written = config("tricky.yaml", "--provider", "echo", "--extraction-prompt", "echo.txt")
    test = written["tests"][1]
    payloads: list[tuple[dict[str, Any], bool]] = [
        ({"status": "yes", "reachable": True}, True),
        (
            {
                "status": "yes",
                "reachable": False,
                "visit": "2028-02-29",
                "call_back": "2027-01-01T10:00:00Z",
                "budget": 1.5,
                "email": "a",
            },
            True,
        ),
        ({"status": "no", "reachable": True}, False),
        ({"status": "yes"}, False),
        ({"status": "yes", "reachable": "true"}, False),
        ({"status": "yes", "reachable": True, "visit": "2027-02-29"}, False),
        ({"status": "yes", "reachable": True, "call_back": "soon"}, False),
        ({"status": "yes", "reachable": True, "other": 1}, False),
    ]
    written["tests"] = [
        {**test, "vars": {"transcript": json.dumps(payload)}} for payload, _ in payloads
    ]
    judged = promptfoo(tricky, written)
    assert [success for success, _, _ in judged] == [valid for _, valid in payloads]


def test_a_prompt_is_written_line_by_line(tricky: Path) -> None:
    written = export("tricky.yaml").output
    assert written[: written.index("providers:")] == (
        """\
description: Tricky
prompts:
  - id: conversation
    label: conversation
    raw: |
      - role: system
        content: |2+
          You "call" {{ contact_name_3 | indent(4) }} (or {{ contact_name_2 | indent(4) }}, \
{{ contact_name | indent(4) }}) about {{ none_2 | indent(4) }}.
          Say {{ '{%' }} raw {{ '%}' }} and {{ '{#' }} nothing {{ '#}' }} \
and {"a": {"b": 1{{ '}}' }}, \
never {{ message_2 | indent(4) }}.
      - role: assistant
        content: |2-
          Hello {{ contact_name | indent(4) }}, it is "us"!
      - role: user
        content: {{ message | dump }}
  - id: extraction
    label: extraction
    raw: |-
      Read this transcript of a phone call.

      {{ transcript }}

      Reply with one JSON object and nothing else, with these fields:
      - status (one of "yes", "{{ '{{' }}later{{ '}}' }}", required)
      - visit (date, left out when unknown): When {{ '{{' }}x{{ '}}' }} comes
      - call_back (date-time, left out when unknown)
      - reachable (boolean, required)
      - budget (number, left out when unknown)
      - email (string, left out when unknown)
"""
    )


def test_promptfoo_notices_a_variable_that_was_not_put_in(tricky: Path) -> None:
    written = config("tricky.yaml", "--provider", "echo", "--var", "none={{ contact-name }}")
    ((success, _, reason), _) = promptfoo(tricky, written)
    assert not success
    assert "contact" in reason


def test_the_tests_beside_a_definition_become_conversations(tricky: Path) -> None:
    (tricky / "tricky.test.yaml").write_text(
        "revox_test: 1\ndefaults: {vars: {none: D}}\ntests:\n"
        "  - {name: Ada, given: {vars: {contact_name: Ada}}, expect: {attempts_count: 3}}\n"
        "  - {name: Bob, given: {vars: {contact_name: Bob}}, expect: {attempts_count: 3}}\n",
        encoding="utf-8",
    )
    tests = config("tricky.yaml", "--var", "message=E")["tests"]
    assert [(test["description"], test["vars"]) for test in tests[:2]] == [
        (
            name,
            {
                "contact_name": name,
                "contact_name_2": "[contact-name]",
                "contact_name_3": "[contact.name]",
                "message": "Hello?",
                "message_2": "E",
                "none_2": "D",
                "x": "[x]",
            },
        )
        for name in ("Ada", "Bob")
    ]


def test_names_that_a_template_cannot_read_get_others() -> None:
    assert variable_names(["a", "a.b", "a_b", "b-c", "if", "message", "prénom", "été"]) == {
        "a": "a",
        "a_b": "a_b",
        "a.b": "a_b_2",
        "b-c": "b_c",
        "if": "if_2",
        "message": "message_2",
        "prénom": "pr_nom",
        "été": "_t_",
    }


@pytest.mark.parametrize(
    ("model", "provider"),
    [
        (None, "openai:gpt-4.1"),
        ({"type": "dedicated-instance", "name": "gpt-4.1"}, "openai:gpt-4.1"),
        ({"type": "dedicated-instance", "name": "ministral-3-8b-instruct"}, "echo"),
        (
            {
                "type": "openrouter",
                "openrouter_model_id": "openai/gpt-4.1",
                "openrouter_provider": "azure",
            },
            "openrouter:openai/gpt-4.1",
        ),
    ],
)
def test_the_provider_is_the_definitions_model(model: object, provider: str) -> None:
    assert provider_of(model) == provider


def test_without_outputs_nothing_is_extracted() -> None:
    assert extraction_schema(None)["properties"] == {}


def test_a_definition_that_does_not_lint_is_not_exported(tricky: Path) -> None:
    (tricky / "bad.yaml").write_text("name: a\n", encoding="utf-8")
    result = export("bad.yaml")
    assert (result.return_value, result.stdout) == (1, "")
    assert "missing-field" in result.stderr


def test_it_is_written_to_a_file(tricky: Path) -> None:
    result = export("tricky.yaml", "-o", "promptfooconfig.yaml")
    assert (result.return_value, result.output) == (0, "Wrote promptfooconfig.yaml.\n")
    stored = read((tricky / "promptfooconfig.yaml").read_text(encoding="utf-8"))
    assert stored == config("tricky.yaml")
    assert export("tricky.yaml", "-o", "promptfooconfig.yaml").return_value == 0
    assert export("tricky.yaml", "-o", "c.json").return_value == 0
    assert json.loads((tricky / "c.json").read_text("utf-8")) == stored
    assert export("tricky.yaml", "-o", "c.json").return_value == 0


def test_a_file_of_somebody_else_is_kept(tricky: Path) -> None:
    (tricky / "other.yaml").write_text("mine: 1\n", "utf-8")
    assert getattr(export("tricky.yaml", "-o", "other.yaml").exception, "exit_code", None) == 2
    assert (tricky / "other.yaml").read_text("utf-8") == "mine: 1\n"
    assert export("tricky.yaml", "-o", "other.yaml", "--force").return_value == 0


@pytest.mark.parametrize(
    "text",
    [
        '{"mine": 1}',
        "[" * 100_000,
        '{"description": "a", "prompts": ["b"], "providers": [], "tests": []}',
        '{"description": "a", "prompts": [], "providers": [], "tests": []}',
        '{"description": "a", "prompts": [{"id": "conversation"}], "providers": [], "tests": [], '
        '"mine": 1}',
    ],
)
def test_json_of_somebody_else_is_kept(tricky: Path, text: str) -> None:
    (tricky / "c.json").write_text(text, "utf-8")
    result = export("tricky.yaml", "-o", "c.json")
    assert getattr(result.exception, "message", "") == (
        "c.json exists; add --force to overwrite it"
    )
    assert (tricky / "c.json").read_text("utf-8") == text


def test_a_test_file_of_another_definition_is_no_conversation(tricky: Path) -> None:
    (tricky / "tricky.test.yaml").write_text(
        "revox_test: 1\nassistant: other.yaml\n"
        "tests: [{name: a, given: {vars: {x: y}}, expect: {attempts_count: 3}}]\n",
        "utf-8",
    )
    assert config("tricky.yaml")["tests"][0]["description"] == "the opening"
    (tricky / "tricky.test.yaml").write_text("revox_test: 1\ntest: []\n", "utf-8")
    result = export("tricky.yaml")
    assert (result.return_value, result.stderr.splitlines()) == (
        0,
        [
            "tricky.test.yaml:2:1: unknown key `test`, did you mean `tests`?",
            "tricky.test.yaml is not used: `revox-lint test tricky.test.yaml` fails",
        ],
    )


@pytest.mark.parametrize(
    "args",
    [
        ("nowhere.yaml",),
        ("tricky.yaml", "--var", "a"),
        ("tricky.yaml", "--extraction-prompt", "nowhere.txt"),
        ("tricky.yaml", "-o", "no/such/file.json"),
        ("tricky.yaml", "--force"),
    ],
)
def test_what_is_wrong_usage(tricky: Path, args: tuple[str, ...]) -> None:
    assert getattr(export(*args).exception, "exit_code", None) == 2
