"""The published schema in the YAML language server: what an editor offers, says and marks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from revox_lint.cli import run
from revox_lint.cli.exit_codes import Exit
from tests.editor.language_client import LanguageClient
from tests.tools import node_package, program

SCHEMA: Final = Path(__file__).parents[2] / "schemas" / "assistant-0.1.schema.json"
TITLE: Final = "Revox assistant, contract 0.1"
SOURCE: Final = f"\n\nSource: [{SCHEMA.name}]({SCHEMA.as_uri()})"
CURSOR: Final = "‸"
ERROR: Final = 1

BEGUN: Final = "name: Reminder\nprompt: Remind the caller of the appointment.\n"


class Editor:
    """A YAML language server with the schema, however the schema got there.

    `opening` is the first line of every file.
    """

    def __init__(self, client: LanguageClient, folder: Path, opening: str) -> None:
        self.client = client
        self.folder = folder
        self.opening = opening
        self.opened = 0

    def _open(self, text: str) -> tuple[Path, list[Any]]:
        self.opened += 1
        path = self.folder / f"reminder-{self.opened}.yaml"
        return path, self.client.open(path, f"{self.opening}\n{text}")

    def _ask(self, question: str, text: str) -> Any:
        before, _, after = text.partition(CURSOR)
        path, _ = self._open(before + after)
        line = before.count("\n") + 1
        character = len(before) - (before.rfind("\n") + 1)
        return self.client.ask(question, path, line, character)

    def offers(self, text: str) -> dict[str, tuple[str, str]]:
        """Returns what completion offers at the cursor: its text and explanation, by label."""
        items = self._ask("completion", text)["items"]
        return {item["label"]: (item["textEdit"]["newText"], _prose(item)) for item in items}

    def hover(self, text: str) -> list[str]:
        """Returns the lines shown for the word under the cursor, allowed values sorted.

        The value that stands in the file may come first among them.
        """
        contents: str = self._ask("hover", text)["contents"]["value"]
        assert contents.endswith(SOURCE)
        lines = [line for line in contents.removesuffix(SOURCE).split("\n") if line]
        values = sorted(line for line in lines if line.startswith("* "))
        return [line for line in lines if not line.startswith("* ")] + values

    def marks(self, text: str) -> list[tuple[str, str]]:
        """Returns the errors by line: the line with the marked part in brackets, the message."""
        lines = f"{self.opening}\n{text}".split("\n")
        _, found = self._open(text)
        assert all(one["severity"] == ERROR for one in found)
        found = sorted(found, key=lambda one: (one["range"]["start"]["line"], one["message"]))
        return [(_bracketed(lines, one["range"]), one["message"]) for one in found]


def _prose(item: dict[str, Any]) -> str:
    prose: str | dict[str, str] = item.get("documentation", "")
    return prose if isinstance(prose, str) else prose["value"]


def _bracketed(lines: list[str], place: dict[str, Any]) -> str:
    start, end = place["start"], place["end"]
    assert start["line"] == end["line"]
    line = lines[start["line"]]
    first, last = start["character"], end["character"]
    return f"{line[:first]}[{line[first:last]}]{line[last:]}"


@pytest.fixture(scope="module")
def command() -> list[str]:
    node = program("node", "install Node.js")
    server = node_package("yaml-language-server") / "bin" / "yaml-language-server"
    return [node, str(server), "--stdio"]


def settings(**more: Any) -> dict[str, Any]:
    # The store of schemas is on the network.
    return {"yaml": {"schemaStore": {"enable": False}, "completion": True, **more}}


FOR_ASSISTANTS: Final = {SCHEMA.as_uri(): "assistants/*.yaml"}
MODELINE: Final = f"# yaml-language-server: $schema={SCHEMA.as_uri()}"


@pytest.fixture(scope="module", params=["settings", "modeline"])
def editor(
    request: pytest.FixtureRequest, command: list[str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Editor]:
    """The schema comes by the editor's settings, or by the file's own first line."""
    by_settings = request.param == "settings"
    root = tmp_path_factory.mktemp(request.param)
    given = settings(schemas=FOR_ASSISTANTS) if by_settings else settings()
    with LanguageClient(command, root, given) as client:
        opening = "# An assistant." if by_settings else MODELINE
        probe = root / "assistants" / "probe.yaml"
        client.open(probe, f"{opening}\nnmae: a\n")
        client.wait_for_marks(probe)
        yield Editor(client, root / "assistants", opening)


def test_a_file_that_keeps_the_contract_has_no_marks(editor: Editor) -> None:
    assert editor.marks(BEGUN + "voice: {id: v, provider: cartesia, speed: 1.2}\n") == []


def test_a_file_beside_the_assistants_is_left_alone(command: list[str], tmp_path: Path) -> None:
    with LanguageClient(command, tmp_path, settings(schemas=FOR_ASSISTANTS)) as client:
        probe = tmp_path / "assistants" / "probe.yaml"
        client.open(probe, "nmae: a\n")
        client.wait_for_marks(probe)
        assert client.open(tmp_path / "compose.yaml", "services: {}\n") == []


def test_what_init_writes_checks_assistants_and_tests_each_by_its_own_schema(
    command: list[str], tmp_path: Path
) -> None:
    assert run(["init", str(tmp_path)]) == Exit.CLEAN
    written = json.loads((tmp_path / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    folder = tmp_path / "assistants"
    begun = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    bare = {name: text.partition("\n")[2] for name, text in begun.items()}
    with LanguageClient(command, tmp_path, settings(schemas=written["yaml.schemas"])) as client:
        client.open(folder / "probe.yaml", "nmae: a\n")
        client.wait_for_marks(folder / "probe.yaml")
        for name in ("wrong.yaml", "wrong.yml", "deep/wrong.yaml"):
            found = client.open(folder / name, "name: A\nprompt: B\nnmae: C\n")
            assert [one["message"] for one in found] == ["Property nmae is not allowed."], name
        for name in ("wrong.test.yaml", "deep/wrong.test.yml"):
            found = client.open(folder / name, "revox_test: 1\ntests: []\nnmae: C\n")
            assert "Property nmae is not allowed." in [one["message"] for one in found], name
            assert not any('"prompt"' in one["message"] for one in found), name
        assert [client.open(folder / name, text) for name, text in sorted(begun.items())] == [
            [],
            [],
        ]
        other = {f"other-{name}": text for name, text in bare.items()}
        assert [client.open(folder / name, text) for name, text in sorted(other.items())] == [
            [],
            [],
        ]


def test_an_unknown_field_and_a_wrong_value_are_marked(editor: Editor) -> None:
    text = (
        "nmae: Reminder\n"
        "prompt: Remind the caller.\n"
        "voice:\n"
        "  id: v\n"
        "  provider: eleven-labs\n"
        "first_sentence_mode: greeting\n"
        "first_sentence_delay_ms: soon\n"
        "llm_model:\n"
        "  type: openrouter\n"
        "  openrouter_model_id: openai/gpt-4.1\n"
    )
    assert editor.marks(text) == [
        ("[n]mae: Reminder", 'Missing property "name".'),
        ("[nmae]: Reminder", "Property nmae is not allowed."),
        (
            "  provider: [eleven-labs]",
            'Value is not accepted. Valid values: "cartesia", "elevenlabs".',
        ),
        (
            "first_sentence_mode: [greeting]",
            'Value is not accepted. Valid values: "generated", "static", "none", null.',
        ),
        (
            "first_sentence_delay_ms: [soon]",
            "Incorrect type. Expected one of integer, null.",
        ),
        ("[llm_model]:", 'Missing property "openrouter_provider".'),
    ]


def test_the_fields_of_an_assistant_are_offered(editor: Editor) -> None:
    offers = editor.offers(BEGUN + CURSOR)
    assert {label: text for label, (text, _) in offers.items()} == {
        "background_sound": "background_sound: ",
        "calendly": "calendly:\n  connection_id: $1\n  event_type_id: $2",
        "call_retry_config": (
            "call_retry_config:\n"
            "  calling_windows:\n"
            "    - calling_window_end_time: ${1:18:00}\n"
            "      calling_window_start_time: ${2:10:00}\n"
            "      retry_delay_seconds: ${3:7200}\n"
            "  max_retry_attempts: ${4:3}"
        ),
        "end_of_call_sentence": "end_of_call_sentence: ",
        "faq_items": "faq_items:\n  - answer: $1\n    question: $2",
        "first_sentence": "first_sentence: ",
        "first_sentence_delay_ms": "first_sentence_delay_ms: ${1:400}",
        "first_sentence_mode": "first_sentence_mode: ",
        "ivr_navigation_enabled": "ivr_navigation_enabled: ",
        "llm_model": "llm_model: ",
        "max_call_duration_secs": "max_call_duration_secs: ${1:0}",
        "structured_output_config": (
            "structured_output_config:\n  - name: $1\n    required: $2\n    type: $3"
        ),
        "transfer_phone_number": "transfer_phone_number: ",
        "voice": "voice:\n  id: $1\n  provider: $2\n  speed: ${3:1}",
        "voicemail_message": "voicemail_message: ",
        "webhook_url": "webhook_url: ",
    }
    fields = json.loads(SCHEMA.read_text(encoding="utf-8"))["properties"]
    assert {label: prose for label, (_, prose) in offers.items()} == {
        label: fields[label]["description"] for label in offers
    }


def test_what_an_assistant_must_have_is_offered_at_once(editor: Editor) -> None:
    offers = editor.offers(f"na{CURSOR}\n")
    assert offers["name"] == ("name: ", "The name of the assistant.")
    assert offers[TITLE][0] == "name: $1\nprompt: $2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"voice:\n  id: v\n  {CURSOR}\n",
            {
                "provider": ("provider: ", "The provider of the voice."),
                "speed": (
                    "speed: ${1:1}",
                    (
                        "The speed of the voice. Range depends on provider: Cartesia 0.6–1.5,"
                        " ElevenLabs 0.7–1.2. Default is 1.0."
                    ),
                ),
                # What is still missing, in one go.
                "Voice": (
                    "provider: ",
                    (
                        "The voice to use for the call. You can get the list of voices using the"
                        " /voices endpoint\n\n----\n\n```yaml\nprovider: \n```"
                    ),
                ),
            },
        ),
        (
            f"llm_model:\n  type: openrouter\n  {CURSOR}\n",
            {
                "openrouter_model_id": (
                    "openrouter_model_id: ${1:openai/gpt-4.1}",
                    "The model ID to use from OpenRouter. eg: openai/gpt-4.1",
                ),
                "openrouter_provider": (
                    "openrouter_provider: ",
                    "The provider to use from OpenRouter. eg: nebius, openai, azure, etc.",
                ),
                "OpenRouter": (
                    "openrouter_model_id: ${1:openai/gpt-4.1}\nopenrouter_provider: $2",
                    (
                        "A model from OpenRouter.\n\n----\n\n```yaml\n"
                        "openrouter_model_id: openai/gpt-4.1\nopenrouter_provider: \n```"
                    ),
                ),
            },
        ),
    ],
    ids=["voice", "llm_model"],
)
def test_the_fields_that_a_mapping_lacks_are_offered(
    editor: Editor, text: str, expected: dict[str, tuple[str, str]]
) -> None:
    assert editor.offers(BEGUN + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"voice:\n  id: v\n  provider: {CURSOR}\n",
            {"cartesia": "Speed: 0.6–1.5.", "elevenlabs": "Speed: 0.7–1.2."},
        ),
        (
            f"first_sentence_mode: {CURSOR}\n",
            {
                "generated": (
                    "The LLM will generate a response based on the first_sentence instruction."
                ),
                "static": "The first_sentence will be spoken exactly as provided.",
                "none": "The agent will not speak first and will wait for the user.",
                "null": "No mode chosen.",
            },
        ),
        (
            f"llm_model:\n  type: {CURSOR}\n",
            {
                "dedicated-instance": "Use a model on a dedicated instance.",
                "openrouter": "Use a model from OpenRouter.",
            },
        ),
        (
            f"llm_model:\n  type: dedicated-instance\n  name: {CURSOR}\n",
            dict.fromkeys(["gpt-4.1", "ministral-3-8b-instruct"], "The name of the model."),
        ),
        (
            f"structured_output_config:\n  - name: n\n    type: {CURSOR}\n",
            dict.fromkeys(
                ["string", "number", "boolean", "enum", "date", "datetime"],
                "The type of the value to extract.",
            ),
        ),
        (
            f"call_retry_config:\n  timezone: {CURSOR}\n",
            {"America/New_York": "", "Europe/Paris": "", "null": ""},
        ),
        (f"ivr_navigation_enabled: {CURSOR}\n", {"true": "", "false": "", "null": ""}),
    ],
    ids=["provider", "mode", "type", "name", "output", "timezone", "boolean"],
)
def test_the_values_of_a_field_are_offered(
    editor: Editor, text: str, expected: dict[str, str]
) -> None:
    offers = editor.offers(BEGUN + text)
    assert offers == {label: (label, prose) for label, prose in expected.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"name: a\npro{CURSOR}mpt: b\n",
            [
                f"#### {TITLE}",
                "The prompt to use for the call. This will be given to the LLM (gpt-4.1)",
            ],
        ),
        (
            f"voice:\n  provi{CURSOR}der: cartesia\n",
            [
                "#### Voice",
                "The provider of the voice.",
                "Allowed Values:",
                "* `cartesia`: Speed: 0.6–1.5.",
                "* `elevenlabs`: Speed: 0.7–1.2.",
            ],
        ),
        (
            f"call_retry_config:\n  calling_windows:\n    - retry_{CURSOR}delay_seconds: 60\n",
            [
                "#### CallRetryConfigCallingWindow",
                "Delay between retry attempts in seconds. Default: 7200 (2 hours).",
            ],
        ),
        (
            f"faq_it{CURSOR}ems: []\n",
            [
                f"#### {TITLE}",
                (
                    "FAQ items to associate with this assistant. When provided, replaces all"
                    " existing FAQ items."
                ),
            ],
        ),
    ],
    ids=["prompt", "provider", "delay", "faq"],
)
def test_a_field_is_explained_under_the_pointer(
    editor: Editor, text: str, expected: list[str]
) -> None:
    assert editor.hover(text) == expected
