"""A push from the plan to the lock, against a server that enforces the contract."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path
from typing import Any

import pytest

from revox_lint import workspace
from tests.push.api import Api, answers
from tests.push.project import Ended, Project, definition, names

pytestmark = pytest.mark.usefixtures("waits_take_no_time")


def test_each_definition_is_created_once(project: Project, api: Api) -> None:
    project.assistants("one", "two")
    assert project.push("assistants") == Ended(
        0,
        f"""\
no lock file yet: {project.lock_file} will be created
environment default: {api.base_url}/assistants
  create  assistants/one.yaml: `one`
  create  assistants/two.yaml: `two`
created   assistants/one.yaml asst_0001
created   assistants/two.yaml asst_0002
2 created.
""",
        "",
    )
    assert project.states() == {"one": "asst_0001", "two": "asst_0002"}
    assert project.leftovers() == []

    project.assistants("three")
    assert project.push() == Ended(
        0,
        f"""\
environment default: {api.base_url}/assistants
  skip    assistants/one.yaml: `one` is asst_0001
  create  assistants/three.yaml: `three`
  skip    assistants/two.yaml: `two` is asst_0002
created   assistants/three.yaml asst_0003
1 created, 2 skipped.
""",
        "",
    )
    assert names(api) == ["one", "two", "three"]


def test_nothing_to_create_needs_no_key(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.assistants("one")
    project.push()
    monkeypatch.delenv("REVOX_API_KEY")
    assert project.run("push").code == 0
    assert api.connections == 1


def test_the_payload_is_the_definition_s_own_mapping(project: Project, api: Api) -> None:
    project.write(
        "a.yaml",
        """\
# A comment, an anchor, an alias, a merge.
name: "Zoé \\u2713"
prompt: |
  You are Zoé.

    Indented, with "quotes" and a \\ in it.
  Last line.
first_sentence: >-
  Hello,
  you.
voicemail_message: null
background_sound: ~
first_sentence_delay_ms: 0x190
max_call_duration_secs: 600
voice: &voice
  provider: cartesia
  id: "0123"
  speed: 1.0
ivr_navigation_enabled: true
call_retry_config:
  max_retry_attempts: 3
  calling_windows:
    - &window
      calling_window_start_time: "09:00"
      calling_window_end_time: "12:00"
      retry_delay_seconds: 7200
    - <<: *window
      calling_window_start_time: "13:00"
      calling_window_end_time: "18:00"
faq_items:
  - {question: "Open on Sunday?", answer: 'No: "never"'}
""",
    )
    ended = project.push("a.yaml")
    assert ended.code == 0, ended
    assert api.requests[0].body.decode() == (
        '{"name":"Zoé ✓",'
        '"prompt":"You are Zoé.\\n\\n  Indented, with \\"quotes\\" and a \\\\ in it.'
        '\\nLast line.\\n",'
        '"first_sentence":"Hello, you.","voicemail_message":null,"background_sound":null,'
        '"first_sentence_delay_ms":400,"max_call_duration_secs":600,'
        '"voice":{"provider":"cartesia","id":"0123","speed":1.0},"ivr_navigation_enabled":true,'
        '"call_retry_config":{"max_retry_attempts":3,"calling_windows":['
        '{"calling_window_start_time":"09:00","calling_window_end_time":"12:00",'
        '"retry_delay_seconds":7200},'
        '{"calling_window_start_time":"13:00","calling_window_end_time":"18:00",'
        '"retry_delay_seconds":7200}]},'
        '"faq_items":[{"question":"Open on Sunday?","answer":"No: \\"never\\""}]}'
    )


@pytest.mark.filterwarnings("default")
def test_a_definition_is_sent_as_the_api_s_python_client_sends_it(
    project: Project, api: Api
) -> None:
    import revox

    text = (
        "name: N\nprompt: |\n  a\n\n  b\nvoice: {id: v, provider: elevenlabs, speed: 1.1}\n"
        "max_call_duration_secs: 90.5\nvoicemail_message: null\nfirst_sentence_delay_ms: 0\n"
    )
    project.write("a.yaml", text)
    assert project.push("a.yaml").code == 0
    with revox.Revox() as theirs:
        theirs.assistants.create(
            name="N",
            prompt="a\n\nb\n",
            voice={"id": "v", "provider": "elevenlabs", "speed": 1.1},
            max_call_duration_secs=90.5,
            voicemail_message=None,
            first_sentence_delay_ms=0,
        )
    ours, official = api.requests
    assert ours[:2] == official[:2]
    assert json.loads(ours.body) == json.loads(official.body)
    assert sorted(ours.body) == sorted(official.body)


def test_several_documents_in_a_file_have_their_names_as_keys(project: Project, api: Api) -> None:
    text = f"{definition('one')}---\n{definition('two')}"
    project.write("all.yaml", text)
    assert project.push("all.yaml").code == 0
    assert project.states() == {"all#one": "asst_0001", "all#two": "asst_0002"}
    # In another order, and in a file of its own, it is what it was.
    project.write("all.yaml", definition("two"))
    project.write("one.yaml", definition("one"))
    ended = project.push("all.yaml", "one.yaml")
    assert ended.code == 0
    assert "  rename  all.yaml: renamed from `all.yaml#two`" in ended.out
    assert project.states() == {"all": "asst_0002", "one": "asst_0001"}
    assert len(api.created) == 2


def test_an_error_in_one_stops_all(project: Project, api: Api) -> None:
    project.assistants("one", "two")
    project.write("assistants/three.yaml", "name: three\nprompt: p\nvoice: {id: 7}\n")
    ended = project.push()
    assert ended.code == 1
    assert "assistants/three.yaml:3:" in ended.out
    assert ended.err == "nothing was pushed: there are errors\n"
    ended = project.push("--json")
    assert (ended.code, ended.json["exit_code"]) == (1, 1)
    assert {one["path"] for one in ended.json["diagnostics"]} == {"assistants/three.yaml"}
    assert api.connections == 0
    assert not project.lock_file.exists()


def test_a_rule_that_is_off_does_not_let_a_broken_definition_through(
    project: Project, api: Api
) -> None:
    project.write("revox-lint.toml", '[rules]\nunknown-field = "off"\n')
    project.write("assistants/one.yaml", definition("one") + "colour: red\n")
    ended = project.push()
    assert ended.code == 1
    assert ended.out.splitlines()[-1] == (
        "assistants/one.yaml: it breaks the contract at `/colour`: the API would refuse it, even"
        " with the rule off"
    )
    assert api.connections == 0


def test_nothing_to_push(project: Project, api: Api) -> None:
    assert project.push().code == 3
    project.write("docs/compose.yaml", "services: {}\n")
    ended = project.push("docs")
    assert (ended.code, ended.err) == (
        3,
        "nothing to push: no assistant among the files\n",
    )
    assert project.push("nowhere.yaml").code == 2


def test_nobody_to_ask_is_a_refusal_and_no_wait(project: Project, api: Api) -> None:
    project.assistants("one")
    ended = project.run("push")
    assert ended.code == 2
    assert ended.err == "Error: no terminal to ask on; add `--yes` to push\n"
    assert api.connections == 0


@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), ("n\n", 1), ("\n", 1), ("", 130)])
def test_on_a_terminal_it_asks(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch, typed: str, code: int
) -> None:
    def answer(prompt: str = "") -> str:
        if not typed:
            raise EOFError
        return typed.rstrip("\n")

    project.assistants("one", "two")
    monkeypatch.setattr("click.termui.visible_prompt_func", answer)
    monkeypatch.setattr("revox_lint.cli.commands.push._session.is_terminal", lambda: True)
    assert project.run("push").code == code
    assert len(api.created) == (2 if code == 0 else 0)
    assert project.states() == ({"one": "asst_0001", "two": "asst_0002"} if code == 0 else {})


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({"REVOX_API_KEY": None}, "no API key: set the variable `REVOX_API_KEY`"),
        ({"REVOX_API_KEY": ""}, "the API key in `REVOX_API_KEY` is empty"),
        ({"REVOX_BASE_URL": "http://example.com"}, "`REVOX_BASE_URL` is not https: "),
        ({"REVOX_BASE_URL": "nonsense"}, "`REVOX_BASE_URL` is not an absolute URL: "),
    ],
)
def test_what_cannot_be_used_is_known_before_any_request(
    project: Project,
    api: Api,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str | None],
    message: str,
) -> None:
    project.assistants("one")
    for name, value in variables.items():
        if value is None:
            monkeypatch.delenv(name)
        else:
            monkeypatch.setenv(name, value)
    ended = project.push()
    assert ended.code == 2
    assert ended.err.startswith(f"Error: {message}")
    assert project.push("--json").json["error"].startswith(message)
    assert api.connections == 0
    assert not project.lock_file.exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        ("{", "is not JSON"),
        ('{"version": 7, "tool": "revox-lint 7.0"}', "was written by `revox-lint 7.0` in format 7"),
        ('{\n<<<<<<< HEAD\n  "version": 1\n=======\n', "has merge-conflict markers (line 2)"),
    ],
)
def test_a_lock_that_cannot_be_read_is_never_an_empty_start(
    project: Project, api: Api, text: str, message: str
) -> None:
    project.assistants("one")
    project.lock_file.write_text(text)
    for command in (
        ["push", "--yes"],
        ["push", "--yes", "."],
        ["push", "--dry-run"],
        ["push", "status"],
    ):
        ended = project.run(*command)
        assert ended.code == 2
        assert ended.err.startswith(f"Error: `revox.lock.json` {message}")
    assert project.run("push", "adopt", "assistants/one.yaml", "x").code == 2
    assert project.run("push", "forget", "assistants/one.yaml").code == 2
    assert api.connections == 0
    assert project.lock_file.read_text() == text


def test_a_folder_that_cannot_be_written_is_known_before_any_request(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.assistants("one")

    def refuse(path: Any, *args: Any, **kwargs: Any) -> int:
        if ".revox.lock.json" in str(path):
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **kwargs)

    opened = os.open
    monkeypatch.setattr(os, "open", refuse)
    ended = project.push()
    assert (ended.code, ended.err) == (
        2,
        "Error: the folder of `revox.lock.json` cannot be written: Permission denied\n",
    )
    assert project.run("push", "--dry-run").code == 0
    assert api.connections == 0


def test_two_definitions_with_one_name_are_refused_before_any_request(
    project: Project, api: Api
) -> None:
    project.assistants("one", "two")
    project.write("assistants/also.yaml", definition("two"))
    ended = project.push()
    assert ended.code == 1
    assert (
        "name taken  assistants/also.yaml: `assistants/two.yaml` has the same name, `two`"
        in ended.out
    )
    assert "not tried assistants/one.yaml" in ended.out
    assert api.connections == 0


@pytest.mark.parametrize("args", [("--dry-run",), ("--yes",)])
def test_two_documents_with_one_name_in_one_file_are_refused_before_any_request(
    project: Project, api: Api, args: tuple[str, ...]
) -> None:
    """Both would have one key in the lock, and the second would take the place of the first."""
    project.write("all.yaml", f"{definition('one')}---\n{definition('one', 'Another.')}")
    assert project.run("push", "all.yaml", *args) == Ended(
        1,
        "all.yaml: two documents have the name `one`\n",
        "nothing was pushed: there are errors\n",
    )
    assert api.connections == 0
    assert project.run("push", "status", "all.yaml").out == (
        "new        all.yaml#one\n"
        "errors     all.yaml: `revox-lint check` shows them\n"
        "2 in environment default.\n"
    )


def test_each_file_is_read_once_and_sent_as_it_was_linted(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = workspace.read_file
    paths: list[str] = []

    def changes_after(path: Path) -> bytes:
        data = read(path)
        paths.append(path.as_posix())
        path.write_text(definition("changed", "Changed meanwhile."), "utf-8")
        return data

    monkeypatch.setattr(workspace, "read_file", changes_after)
    project.assistants("one", "two")
    assert project.push("assistants").code == 0
    assert paths == ["assistants/one.yaml", "assistants/two.yaml"]
    assert [created.payload["prompt"] for created in api.created] == ["You are kind and brief."] * 2
    assert project.states() == {"one": "asst_0001", "two": "asst_0002"}


def test_a_snapshot_of_a_definition_is_not_pushed(project: Project, api: Api) -> None:
    """Under the name of a snapshot, or as one that a test names."""
    project.assistants("one")
    payload = json.dumps({"name": "one", "prompt": "You are kind and brief."})
    project.write("assistants/one.snapshot.json", payload)
    project.write("assistants/older.json", payload)
    project.write("assistants/one.test.yaml", "revox_test: 1\npayload_snapshot: older.json\n")
    for args in ((), ("assistants/one.yaml", "assistants/older.json")):
        ended = project.run("push", "--dry-run", "--json", *args)
        plan = [(one["path"], one["action"]) for one in ended.json["definitions"]]
        assert plan == [("assistants/one.yaml", "create")]
    assert project.push().code == 0
    assert names(api) == ["one"]


def test_dry_run_opens_no_socket_and_writes_nothing(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.assistants("one")

    def no_socket(*args: object, **kwargs: object) -> None:
        raise AssertionError("a socket")

    monkeypatch.delenv("REVOX_API_KEY")
    with monkeypatch.context() as patch:
        patch.setattr(socket, "socket", no_socket)
        patch.setattr(socket, "getaddrinfo", no_socket)
        ended = project.run("push", "--dry-run")
    assert ended == Ended(
        0,
        f"""\
no lock file yet: {project.lock_file} will be created
environment default: {api.base_url}/assistants
  create  assistants/one.yaml: `one`
      + /name: "one"
      + /prompt: "You are kind and brief."
Dry run: 1 to create, nothing was sent or written.
""",
        "",
    )
    assert sorted(path.name for path in project.root.iterdir()) == ["assistants"]


def test_json_is_one_object_and_nothing_else(project: Project, api: Api) -> None:
    project.assistants("one", "two")
    api.faults[2] = answers(500)
    ended = project.push("--json")
    said = ended.json
    assert said.pop("tool").keys() == {"name", "version"}
    assert said == {
        "version": 1,
        "environment": "default",
        "url": f"{api.base_url}/assistants",
        "dry_run": False,
        "summary": {
            "created": 1,
            "skipped": 0,
            "renamed": 0,
            "refused": 0,
            "failed": 0,
            "unknown": 1,
            "pending": 0,
            "not_tried": 0,
        },
        "definitions": [
            {
                "path": "assistants/one.yaml",
                "name": "one",
                "action": "create",
                "status": "created",
                "id": "asst_0001",
                "in_lock": True,
                "message": None,
                "warnings": [],
            },
            {
                "path": "assistants/two.yaml",
                "name": "two",
                "action": "create",
                "status": "unknown",
                "id": None,
                "in_lock": True,
                "message": (
                    "the server answered 500, which does not say whether it created the"
                    " assistant; response: `null`; look for `two` at Revox: if it is there, run"
                    " `revox-lint push adopt assistants/two.yaml ID`, else"
                    " `revox-lint push forget assistants/two.yaml`"
                ),
                "warnings": [],
            },
        ],
        "exit_code": 5,
    }
    assert project.run("push", "--dry-run", "--json").json["definitions"][1]["status"] == "pending"


def test_a_file_that_is_not_read_is_named(project: Project, api: Api) -> None:
    project.write("voices/one.yaml", definition("one"))
    project.write("voices/ci.yaml", "on: push\n")
    project.write("voices/.pre-commit-config.yaml", "repos: []\n")
    project.write("voices/.vscode/settings.json", "{}\n")
    ended = project.run("push", "voices", "--dry-run")
    assert [line for line in ended.out.splitlines() if "not read" in line] == [
        "  not read  voices/ci.yaml: not an assistant"
    ]


def test_a_definition_that_lost_its_prompt_stops_a_push(project: Project, api: Api) -> None:
    project.assistants("one")
    project.write("assistants/two.yaml", "name: two\ninstructions: Be kind.\n")
    ended = project.push()
    assert (ended.code, api.connections) == (1, 0)
    assert "assistants/two.yaml:2:1: error[unknown-field]" in ended.out
