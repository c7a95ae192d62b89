"""`revox-lint field`, and the page that has the same."""

from __future__ import annotations

import json

import pytest

from revox_lint import lint_text
from revox_lint.contract.contract import load
from revox_lint.generate.field_facts import anchor, facts, paths
from revox_lint.generate.field_page import page
from revox_lint.rule import SHIPPED
from tests.command import in_folder, run_cli

__all__ = ["in_folder"]

CONTRACT = load("0.1")
SPEED = """\
voice.speed (number, optional)

The speed of the voice. Range depends on provider: Cartesia 0.6–1.5, ElevenLabs 0.7–1.2. Default is 1.0.

Default: 1.0
Bounds: 0.6 to 1.5 (cartesia), 0.7 to 1.2 (elevenlabs)

Example
    voice:
      speed: 0.9

Rules: number-out-of-range, voice-speed-out-of-range
Source: contract 0.1, `POST /assistants`
Page: https://revox-lint.readthedocs.io/en/stable/fields/#voice-speed
"""  # noqa: E501
DELAY = """\
call_retry_config.calling_windows[].retry_delay_seconds (whole number, required)

Delay between retry attempts in seconds. Default: 7200 (2 hours).

Default: 7200
Unit: seconds
Bounds: 1 or more

Example
    call_retry_config:
      calling_windows:
        - retry_delay_seconds: 7200

Rules: number-out-of-range, aggressive-retry, delay-in-minutes, retry-delay-exceeds-window
Source: contract 0.1, `POST /assistants`
Page: https://revox-lint.readthedocs.io/en/stable/fields/#call_retry_config-calling_windows-retry_delay_seconds
"""
TYPE = """\
llm_model.type (string, required)

  dedicated-instance: Use a model on a dedicated instance.
  openrouter: Use a model from OpenRouter.

Example
    llm_model:
      type: openrouter

Rules: unknown-value
Source: contract 0.1, `POST /assistants`
Page: https://revox-lint.readthedocs.io/en/stable/fields/#llm_model-type
"""


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        *((name, SPEED) for name in ("voice.speed", "/voice/speed", "speed", "$.voice.speed")),
        ("retry_delay_seconds", DELAY),
        ("calling_windows[0].retry_delay_seconds", DELAY),
        ("/call_retry_config/calling_windows/0/retry_delay_seconds", DELAY),
        ("llm_model.type", TYPE),
    ],
)
def test_a_field_is_explained(capsys: pytest.CaptureFixture[str], name: str, shown: str) -> None:
    assert run_cli(capsys, "field", name) == (0, shown, "")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("type", "`type` is in several mappings: write `llm_model.type` or "
                 "`structured_output_config[].type`"),
        ("frist_sentence", "unknown field `frist_sentence`, did you mean `first_sentence`?"),
        ("voiceSpeed", "unknown field `voiceSpeed`, did you mean `voice.speed`?"),
        ("voice.name", "unknown field `voice.name`, did you mean `voice.id`?"),
        ("faq_items.q", "unknown field `faq_items.q`, did you mean `faq_items[].question`?"),
        ("faq_items[0].q", "unknown field `faq_items[0].q`, did you mean `faq_items[].question`?"),
        ("outputs", "unknown field `outputs`, did you mean `structured_output_config`?"),
        ("xyzzy", "unknown field `xyzzy`; `revox-lint field` lists them"),
        ("\x1b[2J", "unknown field `\ufffd[2J`; `revox-lint field` lists them"),
    ],
)  # fmt: skip
def test_another_name_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], name: str, message: str
) -> None:
    code, out, err = run_cli(capsys, "field", name)
    assert (code, out, err.splitlines()[-1]) == (2, "", f"Error: {message}")


def test_the_list_and_json_have_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    expected = [facts(CONTRACT, path).name for path in paths(CONTRACT)]
    code, out, _ = run_cli(capsys, "field")
    assert (code, [line.split()[0] for line in out.splitlines()[:-2]]) == (0, expected)
    code, out, _ = run_cli(capsys, "field", "--output-format", "json")
    whole = json.loads(out)
    assert (code, whole["version"], whole["contract"]) == (0, 1, "0.1")
    assert [one["name"] for one in whole["fields"]] == expected
    code, out, _ = run_cli(capsys, "field", "first_sentence_mode", "--output-format", "json")
    (one,) = json.loads(out)["fields"]
    assert one["pointer"] == "/first_sentence_mode"
    assert one["values"]["static"] == "The first_sentence will be spoken exactly as provided."
    assert one["rules"] == [
        "unknown-value",
        "generated-without-instruction",
        "static-without-sentence",
    ]


def test_the_page_has_every_field_and_links_to_what_exists() -> None:
    text = page()
    for path in paths(CONTRACT):
        one = facts(CONTRACT, path)
        assert text.count(f"{{ #{anchor(path)} }}") == 1
        assert one.description in text and one.example in text
        # The page has no other place for a default.
        assert one.default is None or str(one.default) in one.description
        assert set(one.rules) <= set(SHIPPED)


@pytest.mark.parametrize("path", list(paths(CONTRACT)), ids=lambda path: anchor(path))
def test_an_example_is_right(path: tuple[str | int, ...]) -> None:
    example = facts(CONTRACT, path).example
    missing = {"missing-field", "static-without-sentence", "enum-without-options"}
    given = "" if path[0] == "name" else "name: Reception\n"
    given += "" if path[0] == "prompt" else "prompt: You answer the phone.\n"
    found = [one for one in lint_text(given + example) if one.severity != "info"]
    assert [one for one in found if one.rule not in missing] == []
