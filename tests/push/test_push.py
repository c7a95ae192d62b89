"""The command against a server that enforces the contract, and its record against the lock."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import socket
import threading
from pathlib import Path
from typing import Any

import pytest
from click.shell_completion import BashComplete

from revox_lint import workspace
from revox_lint.cli import group
from revox_lint.push import client as clients
from revox_lint.push import retry
from revox_lint.push.errors import Outcome
from tests.push import api as faults
from tests.push.api import KEY, Api, Connection, Fault, answers, serving, well
from tests.push.project import Ended, Project, definition
from tests.push.test_client import ANSWERS

FIVE = ("one", "two", "three", "four", "five")
UNKNOWN = Outcome.UNKNOWN


@pytest.fixture(autouse=True)
def waits_take_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "_FIRST_WAIT", 0.0)


def names(api: Api) -> list[str]:
    return [created.name for created in api.created]


def is_true(project: Project, api: Api) -> None:
    """The lock knows every assistant of the server, by its id or as pending, and no other."""
    states = project.states()
    for created in api.created:
        assert states.get(created.name) in (created.id, "pending")
    ids = {created.id for created in api.created}
    assert {state for state in states.values() if state != "pending"} <= ids
    assert len(set(names(api))) == len(names(api)), "created twice"


# --- the plain way ---------------------------------------------------------------------


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
        """\
[1/2] created   assistants/one.yaml asst_0001
[2/2] created   assistants/two.yaml asst_0002
""",
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

skipped   assistants/one.yaml asst_0001
created   assistants/three.yaml asst_0003
skipped   assistants/two.yaml asst_0002
1 created, 2 skipped.
""",
        "[1/1] created   assistants/three.yaml asst_0003\n",
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
first_sentence_delay_ms: 0o620
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
    assert "renamed   all.yaml asst_0002: renamed from `all.yaml#two`" in ended.out
    assert project.states() == {"all": "asst_0002", "one": "asst_0001"}
    assert len(api.created) == 2


# --- before any request ----------------------------------------------------------------


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
        "refused   assistants/also.yaml: `assistants/two.yaml` has the same name, `two`"
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


# --- what changed ----------------------------------------------------------------------


def test_a_changed_definition_is_refused_and_shown_against_what_was_sent(
    project: Project, api: Api
) -> None:
    project.assistants("one", "two")
    project.push()
    project.write(
        "assistants/one.yaml", definition("one", "You are kind.") + "max_call_duration_secs: 60\n"
    )
    ended = project.push()
    assert ended.code == 1
    assert (
        ended.out
        == f"""\
environment default: {api.base_url}/assistants
  changed  assistants/one.yaml: changed since it was created as `asst_0001`, and the API cannot \
update it; `--recreate` creates a new one, and the old one remains
      ~ /prompt: "You are kind and brief." -> "You are kind."
      + /max_call_duration_secs: 60
  skip     assistants/two.yaml: `two` is asst_0002

refused   assistants/one.yaml asst_0001: changed since it was created as `asst_0001`, and the \
API cannot update it; `--recreate` creates a new one, and the old one remains
skipped   assistants/two.yaml asst_0002
1 skipped, 1 refused.
"""
    )
    assert api.connections == 2

    ended = project.push("--recreate")
    assert ended.code == 0
    assert "changed; a new one is created, and `asst_0001` remains" in ended.out
    assert project.states() == {"one": "asst_0003", "two": "asst_0002"}
    assert project.entries()["one"]["former_ids"] == ["asst_0001"]
    assert project.push("--recreate").code == 0
    assert len(api.created) == 3


def test_a_changed_definition_does_not_keep_a_new_one_from_being_created(
    project: Project, api: Api
) -> None:
    project.assistants("one")
    project.push()
    project.write("assistants/one.yaml", definition("one", "Changed."))
    project.assistants("two")
    assert project.push().code == 1
    assert project.states() == {"one": "asst_0001", "two": "asst_0002"}


def test_comments_quotes_and_order_are_no_change(project: Project, api: Api) -> None:
    project.write("assistants/one.yaml", "name: one\nprompt: Be kind.\nvoicemail_message: null\n")
    project.push()
    project.write(
        "assistants/one.yaml",
        '# said otherwise\nvoicemail_message: ~\nprompt: \'Be kind.\'  # so\n"name": "one"\n',
    )
    assert project.push().code == 0
    assert api.connections == 1


def test_a_renamed_file_is_moved_in_the_lock(project: Project, api: Api) -> None:
    project.assistants("one")
    project.push()
    (project.root / "assistants/one.yaml").rename(project.root / "assistants/first.yaml")
    ended = project.run("push")
    assert ended.code == 0
    assert (
        "renamed   assistants/first.yaml asst_0001: renamed from `assistants/one.yaml`" in ended.out
    )
    assert project.states() == {"first": "asst_0001"}
    assert api.connections == 1


def test_a_deleted_definition_keeps_its_entry_and_is_named(project: Project, api: Api) -> None:
    project.assistants("one", "two")
    project.push()
    (project.root / "assistants/one.yaml").unlink()
    project.assistants("three")
    ended = project.push()
    assert (ended.code, ended.out) == (
        0,
        f"""\
environment default: {api.base_url}/assistants
  create  assistants/three.yaml: `three`
  skip    assistants/two.yaml: `two` is asst_0002
  gone    assistants/one.yaml asst_0001: its definition is gone; the assistant remains

created   assistants/three.yaml asst_0003
skipped   assistants/two.yaml asst_0002
1 created, 1 skipped.
""",
    )
    assert project.states() == {"one": "asst_0001", "two": "asst_0002", "three": "asst_0003"}


def test_pushing_a_part_from_elsewhere_finds_the_same_lock(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.assistants("one", "two")
    project.push("assistants/one.yaml")
    monkeypatch.chdir(project.root / "assistants")
    assert project.push("one.yaml", "two.yaml").code == 0
    monkeypatch.chdir("/")
    assert project.push(str(project.root / "assistants")).code == 0
    assert names(api) == ["one", "two"]
    assert project.states() == {"one": "asst_0001", "two": "asst_0002"}


@pytest.mark.parametrize("given", [[], ["--config", "elsewhere/ci.toml"]], ids=["", "config"])
def test_a_push_started_beside_the_definitions_leaves_its_lock_with_them(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch, given: list[str]
) -> None:
    project.assistants("one", "two")
    project.write("elsewhere/ci.toml", "")
    monkeypatch.chdir(project.root / "elsewhere")
    options = [str(project.root / option) if "/" in option else option for option in given]
    assert project.push("../assistants", *options).code == 0
    assert [path.parent.name for path in project.root.rglob("revox.lock.json")] == ["assistants"]
    monkeypatch.chdir(project.root)
    assert project.push("assistants").code == 0
    assert names(api) == ["one", "two"]


def test_two_locks_for_one_definition_are_an_error(project: Project, api: Api) -> None:
    project.assistants("one")
    project.write("assistants/revox.lock.json", '{"version": 1, "environments": {}}')
    project.write("revox-lint.toml", "")
    ended = project.push()
    assert ended.code == 2
    assert "two lock files apply to `assistants/`" in ended.err
    assert api.connections == 0


# --- faults ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "unknown"),
    [(row[1], row[3] is UNKNOWN) for row in ANSWERS if row[0] != "401"],
    ids=[row[0] for row in ANSWERS if row[0] != "401"],
)
def test_a_fault_on_the_third_of_five(
    project: Project, api: Api, fault: Fault, unknown: bool
) -> None:
    def third(connection: Connection) -> None:
        (fault if troubled else well)(connection)

    troubled = True
    project.assistants(*FIVE)
    for number in range(1, 40):
        api.faults[number] = well
    # In the order of the alphabet: five, four, one, three, two.
    api.faults[3] = third
    if fault is ANSWERS[5][1]:
        api.faults.update(dict.fromkeys(range(3, 8), third))

    ended = project.push()
    assert ended.code == (5 if unknown else 4)
    assert (
        "unknown   assistants/one.yaml" if unknown else "failed    assistants/one.yaml"
    ) in ended.out
    is_true(project, api)
    states = project.states()
    assert set(states) == (set(FIVE) if unknown else set(FIVE) - {"one"})
    assert [key for key, state in states.items() if state == "pending"] == (
        ["one"] if unknown else []
    )

    troubled = False
    if unknown:
        before = api.connections
        ended = project.push()
        assert ended.code == 5
        assert "pending   assistants/one.yaml" in ended.out
        assert api.connections == before, "a pending definition is not sent again"
        if "one" in names(api):
            id_ = next(one.id for one in api.created if one.name == "one")
            ended = project.run("push", "adopt", "assistants/one.yaml", id_)
        else:
            ended = project.run("push", "forget", "assistants/one.yaml")
        assert ended.code == 0
        assert api.connections == before, "settling sends nothing"
    assert project.push().code == 0
    is_true(project, api)
    assert sorted(names(api)) == sorted(FIVE)
    assert "pending" not in project.states().values()
    assert project.leftovers() == []


def test_a_key_that_is_refused_ends_the_run(project: Project, api: Api) -> None:
    project.assistants(*FIVE)
    api.faults[3] = answers(401, {"error": "no"})
    ended = project.push()
    assert ended.code == 4
    assert ended.out.splitlines()[-6:] == [
        "created   assistants/five.yaml asst_0001",
        "created   assistants/four.yaml asst_0002",
        (
            "failed    assistants/one.yaml: the server refuses the API key in `REVOX_API_KEY`"
            " (401); response: `no`"
        ),
        "not tried assistants/three.yaml",
        "not tried assistants/two.yaml",
        "2 created, 1 failed, 2 not tried.",
    ]
    assert api.connections == 3
    assert project.states() == {"five": "asst_0001", "four": "asst_0002"}


def test_fail_fast_ends_the_run_at_the_first_failure(project: Project, api: Api) -> None:
    project.assistants(*FIVE)
    api.faults[2] = answers(500)
    ended = project.push("--fail-fast")
    assert ended.code == 5
    assert ended.out.splitlines()[-1] == "1 created, 1 unknown, 3 not tried."
    assert api.connections == 2


def test_unknown_wins_over_failed(project: Project, api: Api) -> None:
    project.assistants(*FIVE)
    api.faults[2] = answers(500)
    api.faults[4] = answers(422)
    assert project.push().code == 5


def test_nobody_there_is_a_failure_and_leaves_nothing_pending(project: Project, api: Api) -> None:
    project.assistants("one")
    api.close()
    ended = project.push()
    assert ended.code == 4
    assert "failed    assistants/one.yaml: no connection to " in ended.out
    assert project.states() == {}


def test_a_recreation_that_fails_leaves_the_old_entry(project: Project, api: Api) -> None:
    project.assistants("one")
    project.push()
    before = project.lock_file.read_bytes()
    project.write("assistants/one.yaml", definition("one", "Changed."))
    api.faults[2] = answers(422)
    assert project.push("--recreate").code == 4
    assert project.lock_file.read_bytes() == before

    api.faults[3] = answers(500)
    assert project.push("--recreate").code == 5
    entry = project.entries()["one"]
    assert (entry["state"], entry["former"]["id"], entry["former_ids"]) == (
        "pending",
        "asst_0001",
        ["asst_0001"],
    )
    ended = project.run("push", "forget", "assistants/one.yaml")
    assert ended.out == "assistants/one.yaml is asst_0001 again; the new one is forgotten\n"
    assert project.lock_file.read_bytes() == before


def test_what_came_back_different_is_a_warning(project: Project, api: Api) -> None:
    def fault(connection: Connection) -> None:
        connection.read()
        answer = connection.create()
        answer["assistant"]["prompt"] = "\x1b[2JSomething else"
        answer["assistant"]["max_call_duration_secs"] = 600
        connection.answer(201, answer)

    api.faults[1] = fault
    project.write("assistants/one.yaml", definition("one") + "max_call_duration_secs: 600.0\n")
    ended = project.push()
    assert ended.code == 0
    assert ended.out.splitlines()[-2] == (
        '    warning: `/prompt` came back different: sent "You are kind and brief.",'
        ' got "\\u001b[2JSomething else"'
    )


def test_the_id_of_another_definition_is_no_answer(project: Project, api: Api) -> None:
    def fault(connection: Connection) -> None:
        connection.read()
        answer = connection.create()
        answer["assistant"]["id"] = "asst_0001"
        connection.answer(201, answer)

    project.assistants("one", "two")
    api.faults[2] = fault
    ended = project.push()
    assert ended.code == 5
    assert (
        "unknown   assistants/two.yaml: the server answered with `asst_0001`, which is the"
        " assistant of `assistants/one.yaml`; look for `two` at Revox"
    ) in ended.out
    assert project.states() == {"one": "asst_0001", "two": "pending"}
    project.write("assistants/one.yaml", definition("one", "Changed."))
    assert project.run("push", "adopt", "assistants/two.yaml", "asst_0002").code == 0
    api.faults[3] = answers(201, {"assistant": {"id": "asst_0001"}})
    assert project.push("--recreate").code == 5


def test_waiting_is_announced(project: Project, api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "LONGEST_WAIT", 0.0)
    project.assistants("one")
    api.faults[1] = answers(429, headers={"Retry-After": "9"})
    assert project.push().err == (
        "too many requests: next try in 0.0 s\n[1/1] created   assistants/one.yaml asst_0001\n"
    )


# --- settling --------------------------------------------------------------------------


def test_adopting_an_assistant_made_elsewhere(project: Project, api: Api) -> None:
    project.assistants("one", "two")
    ended = project.run("push", "adopt", "assistants/one.yaml", "asst_77")
    assert ended == Ended(0, "assistants/one.yaml is asst_77\n", "")
    assert project.push().code == 0
    assert names(api) == ["two"]
    for args, message in [
        (
            ("assistants/two.yaml", "asst_77"),
            "`asst_77` is already the assistant of `assistants/one.yaml`",
        ),
        (
            ("assistants/one.yaml", "asst_78"),
            "`assistants/one.yaml` was created as `asst_77`; if that is wrong, run"
            " `revox-lint push forget assistants/one.yaml` first",
        ),
        (
            ("assistants/none.yaml", "asst_78"),
            "`assistants/none.yaml` is neither in the lock nor a valid definition",
        ),
        (("assistants/two.yaml", " "), "` ` is not an id"),
    ]:
        assert project.run("push", "adopt", *args) == Ended(2, "", f"Error: {message}\n")


def test_adopting_a_pending_one_keeps_what_was_sent(project: Project, api: Api) -> None:
    project.assistants("one")
    api.faults[1] = faults.drops_after_creating
    assert project.push().code == 5
    project.write("assistants/one.yaml", definition("one", "Changed since."))
    assert project.run("push", "adopt", "assistants/one.yaml", "asst_0001").code == 0
    ended = project.push()
    assert ended.code == 1
    assert '~ /prompt: "You are kind and brief." -> "Changed since."' in ended.out


def test_settling_a_pending_one_whose_file_is_gone(project: Project, api: Api) -> None:
    project.assistants("one", "two")
    api.usual = answers(500)
    assert project.push().code == 5
    (project.root / "assistants/one.yaml").unlink()
    (project.root / "assistants/two.yaml").rename(project.root / "assistants/second.yaml")
    assert project.run("push", "adopt", "assistants/one.yaml", "asst_1").code == 0
    ended = project.push()
    assert ended.code == 5
    assert project.run("push", "adopt", "assistants/second.yaml", "asst_2").code == 0
    assert project.states() == {"one": "asst_1", "second": "asst_2"}


def test_forgetting(project: Project, api: Api) -> None:
    project.assistants("one")
    project.push()
    ended = project.run("push", "forget", "assistants/onee.yaml")
    assert (ended.code, ended.err) == (
        2,
        ("Error: `assistants/onee.yaml` is not in the lock, did you mean `assistants/one.yaml`?\n"),
    )
    ended = project.run("push", "forget", "assistants/one.yaml", "--json")
    assert ended.json["messages"] == [
        (
            "assistants/one.yaml is forgotten; the next push creates a new one, and asst_0001"
            " remains at Revox"
        )
    ]
    assert project.states() == {}


def test_status_compares_offline(project: Project, api: Api) -> None:
    project.assistants(*FIVE)
    assert project.run("push", "status").code == 0
    api.faults[5] = answers(500)
    project.push()
    api.close()
    folder = project.root / "assistants"
    (folder / "one.yaml").rename(folder / "eins.yaml")
    (folder / "three.yaml").unlink()
    project.write("assistants/four.yaml", definition("four", "Changed."))
    project.assistants("six")
    project.write("assistants/sick.yaml", "name: sick\nprompt: [\n")
    ended = project.run("push", "status")
    assert ended.code == 5
    assert [line.split(":")[0] for line in ended.out.splitlines()] == [
        "renamed    assistants/eins.yaml asst_0003",
        "up to date assistants/five.yaml asst_0001",
        "changed    assistants/four.yaml asst_0002",
        "new        assistants/six.yaml",
        "pending    assistants/two.yaml",
        "errors     assistants/sick.yaml",
        "gone       assistants/three.yaml asst_0004",
        "7 in environment default.",
    ]
    states = {
        one["path"]: one["state"]
        for one in project.run("push", "status", "--json").json["definitions"]
    }
    assert states["assistants/three.yaml"] == "gone"
    assert len(api.requests) == 5


def test_the_commands_in_messages_can_be_copied(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From another folder, for an environment, and for a name that a shell would split."""
    project.write("ci.toml", "[env.prod]\n")
    project.write("all.yaml", f"{definition('Sales & more')}---\n{definition('two')}")
    monkeypatch.chdir(project.root.parent)
    api.faults[1] = answers(500)
    config = project.root / "ci.toml"
    ended = project.push(str(project.root / "all.yaml"), "--env", "prod", "--config", str(config))
    assert ended.code == 5
    commands = re.findall("`(revox-lint push [^`]*)`", ended.out)
    file = f"'{project.root.name}/all.yaml#Sales & more'"
    assert commands == [
        f"revox-lint push adopt {file} ID --env prod --config {config}",
        f"revox-lint push forget {file} --env prod --config {config}",
    ]
    assert project.run(*shlex.split(commands[0].replace("ID", "asst_7"))[1:]).code == 0
    assert project.states("prod") == {"all#Sales & more": "asst_7", "all#two": "asst_0001"}


@pytest.mark.parametrize(
    "args",
    [
        ("status", "--env", "prod"),
        ("--env", "prod", "status"),
        ("--json", "--env=prod", "status", "assistants"),
    ],
)
def test_options_may_be_given_before_the_command(project: Project, args: tuple[str, ...]) -> None:
    project.write("revox-lint.toml", "[env.prod]\n")
    project.assistants("one")
    ended = project.run("push", *args)
    assert ended.code == 0
    assert "prod" in ended.out
    assert "new" in ended.out


def test_a_folder_with_the_name_of_a_command(project: Project, api: Api) -> None:
    project.write("status/one.yaml", definition("one"))
    assert project.push("./status").code == 0
    assert project.run("push", "--yes", "--", "status").code == 0
    assert project.run("push", "create", "--yes", "status").code == 0
    assert names(api) == ["one"]


def test_a_shell_is_offered_commands_options_and_paths() -> None:
    completion = BashComplete(group, {}, "revox-lint", "_REVOX_LINT_COMPLETE")

    def offered(*args: str, incomplete: str) -> list[tuple[str, str]]:
        found = completion.get_completions(list(args), incomplete)
        return [(one.type, one.value) for one in found]

    assert offered("push", incomplete="st") == [("plain", "status"), ("file", "st")]
    assert offered("push", incomplete="--y") == [("plain", "--yes"), ("file", "--y")]
    assert offered("push", "status", incomplete="--e") == [("plain", "--env")]


# --- environments ----------------------------------------------------------------------

CONFIG = """\
[env.prod]
base-url = "{url}"
api-key-variable = "PROD_KEY"
protected = true

[env.prod.overrides]
webhook_url = "https://hooks.acme.com/prod"
voice = {{ speed = 1.2 }}

[env.staging]
webhook_url = "https://hooks.acme.com/staging"
"""
VOICED = definition("one") + (
    "voice: {id: v, provider: cartesia, speed: 1}\nwebhook_url: https://hooks.acme.com/dev\n"
)


def test_environments_have_their_own_entries_address_key_and_overrides(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(key="prod-key-of-this-test") as prod:
        project.write("revox-lint.toml", CONFIG.format(url=prod.base_url))
        project.write("assistants/one.yaml", VOICED)
        monkeypatch.setenv("PROD_KEY", prod.key)
        assert project.push().code == 0
        assert project.push("--env", "staging").code == 0
        ended = project.push("--env", "prod")
        assert (ended.code, ended.err) == (
            2,
            "Error: the environment `prod` is protected; add `--confirm prod`\n",
        )
        assert project.push("--env", "prod", "--confirm", "staging").code == 2
        assert project.run("push", "--env", "prod", "--dry-run").code == 0
        assert prod.connections == 0
        assert project.push("--env", "prod", "--confirm", "prod").code == 0

        webhooks = [one.payload["webhook_url"] for one in (*api.created, *prod.created)]
        assert webhooks == [f"https://hooks.acme.com/{name}" for name in ("dev", "staging", "prod")]
        assert prod.created[0].payload["voice"] == {"id": "v", "provider": "cartesia", "speed": 1.2}
    assert project.states() == {"one": "asst_0001"}
    assert project.states("staging") == {"one": "asst_0002"}
    assert project.states("prod") == {"one": "asst_0001"}
    assert project.run("push", "status", "--env", "prod").code == 0


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[env.prod]\n", "unknown environment `prd`: no table [env.prd], did you mean `prod`?"),
        ("[env.prd]\nbase-ulr = ''\n", "unknown setting `base-ulr`, did you mean `base-url`?"),
        (
            "[env.prd]\nbase-url = 'http://x.com'\n",
            "`base-url` of [env.prd] is not https: `http://x.com`",
        ),
        ("[env.prd]\nprotected = 'yes'\n", "`protected` must be `true` or `false`, not `yes`"),
        (
            f"[env.prd]\napi-key-variable = '{KEY}!'\n",
            "`api-key-variable` must be the name of a variable",
        ),
        ("[env.prd.overrides]\nvoise = {}\n", "unknown field `voise`, did you mean"),
        ("[env.prd.overrides]\nname = 'x'\n", "`name` cannot be overridden"),
    ],
)
def test_an_environment_that_cannot_be_used(
    project: Project, api: Api, toml: str, message: str
) -> None:
    project.write("revox-lint.toml", toml)
    project.assistants("one")
    ended = project.push("--env", "prd")
    assert ended.code == 2
    assert message in ended.err
    assert KEY not in ended.err
    assert api.connections == 0


@pytest.mark.parametrize(
    ("overrides", "message"),
    [
        (
            "max_call_duration_secs = 'x'",
            "overrides break the contract at `/max_call_duration_secs`",
        ),
        ("first_sentence = 2020-01-01", "overrides break the contract at `/first_sentence`"),
        ("webhook_url = 'http://hooks.acme.com'", "with the environment's overrides: "),
    ],
)
def test_overrides_are_linted_too(project: Project, api: Api, overrides: str, message: str) -> None:
    project.write("revox-lint.toml", f"[env.prod.overrides]\n{overrides}\n")
    project.assistants("one")
    ended = project.push("--env", "prod")
    assert ended.code == 1
    assert message in ended.out
    assert api.connections == 0


def test_two_servers_are_not_one_environment(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.assistants("one")
    assert project.push().code == 0
    before = project.lock_file.read_bytes()
    with serving() as real:
        monkeypatch.setenv("REVOX_BASE_URL", real.base_url)
        refused = Ended(
            2,
            "",
            f"Error: environment `default` of the lock is `{api.base_url}`, but the base URL is"
            f" `{real.base_url}`; give one of the two a table `[env.NAME]` with its `base-url`,"
            " and use `--env NAME`\n",
        )
        file = "assistants/one.yaml"
        for command in (
            ("--yes",),
            ("--yes", "--recreate"),
            ("--dry-run",),
            ("status",),
            ("adopt", file, "asst_7"),
            ("forget", file),
        ):
            assert project.run("push", *command) == refused
        assert (real.connections, api.connections) == (0, 1)
        assert project.lock_file.read_bytes() == before

        project.write("revox-lint.toml", f'[env.real]\nbase-url = "{real.base_url}"\n')
        assert project.push("--env", "real").code == 0
        assert names(real) == ["one"]
    assert project.states("real") == {"one": "asst_0001"}
    said = json.loads(project.lock_file.read_bytes())["environments"]
    assert {name: known["base_url"] for name, known in said.items()} == {
        "default": api.base_url,
        "real": real.base_url,
    }


def test_one_server_has_one_base_url(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.assistants("one")
    monkeypatch.setenv("REVOX_BASE_URL", api.base_url.replace("http:", "HTTP:") + "/")
    assert project.push().code == 0
    monkeypatch.setenv("REVOX_BASE_URL", api.base_url)
    assert project.push() == Ended(
        0,
        f"""\
environment default: {api.base_url}/assistants
  skip  assistants/one.yaml: `one` is asst_0001

skipped   assistants/one.yaml asst_0001
1 skipped.
""",
        "",
    )


def test_an_environment_that_is_forgotten_is_free_for_another_server(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.assistants("one")
    assert project.push().code == 0
    assert project.run("push", "forget", "assistants/one.yaml").code == 0
    with serving() as real:
        monkeypatch.setenv("REVOX_BASE_URL", real.base_url)
        assert project.push().code == 0
        assert names(real) == ["one"]


# --- the key ---------------------------------------------------------------------------


def test_the_key_is_in_no_output_and_in_no_file(
    project: Project, api: Api, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")

    def echoing(connection: Connection) -> None:
        connection.read()
        answer = connection.create()
        answer["assistant"]["prompt"] = f"Bearer {KEY}"
        connection.answer(201, answer, {"X-Key": KEY})

    project.assistants(*FIVE)
    api.faults[1] = echoing
    api.faults[2] = answers(422, {"error": f"not with {KEY}"}, {"X-Key": KEY})
    api.faults[3] = answers(500, f"{KEY}".encode(), {"X-Key": KEY})
    api.faults[4] = answers(302, headers={"Location": f"https://x/{KEY}"})
    shown = [project.push(), project.push("--json"), project.run("push", "status")]
    everything = "".join(f"{ended.out}{ended.err}" for ended in shown) + caplog.text
    everything += "".join(path.read_text() for path in project.root.rglob("*") if path.is_file())
    assert "[redacted]" in everything
    assert KEY[4:] not in everything
    for at in range(4, len(KEY) - 8):
        assert KEY[at : at + 8] not in everything


def test_a_definition_that_holds_the_key_is_not_pushed(project: Project, api: Api) -> None:
    project.write(
        "assistants/one.yaml",
        definition("one") + f"voicemail_message: call {KEY} now\n",
    )
    ended = project.push()
    assert ended.code == 1
    assert KEY not in ended.out + ended.err
    assert api.connections == 0


@pytest.mark.parametrize("key", ["asst_", "api", "one"])
def test_a_short_key_that_stands_elsewhere_by_chance_is_in_nobody_s_way(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv("REVOX_API_KEY", key)
    api.key = key
    project.assistants("one")
    assert project.push().code == 0
    assert project.states() == {"one": "asst_0001"}


def test_an_id_that_holds_the_key_is_no_id(project: Project, api: Api) -> None:
    project.assistants("one")
    api.faults[1] = answers(201, {"assistant": {"id": f"asst_{KEY[2:20]}"}})
    assert project.push().code == 5
    assert project.states() == {"one": "pending"}
    assert KEY[2:20] not in project.lock_file.read_text()


def test_text_of_the_server_is_data(project: Project, api: Api) -> None:
    project.assistants("one", "two")
    api.faults[1] = answers(422, {"error": "\x1b]0;pwned\x07\r\n::error::x\u202e`"})
    api.faults[2] = answers(201, {"assistant": {"id": "a\x1b[31m\nb"}})
    ended = project.push()
    assert "\x1b" not in ended.out + ended.err
    assert "\u202e" not in ended.out
    assert not any(line.startswith("::") for line in (ended.out + ended.err).splitlines())
    assert project.states() == {"two": "a\x1b[31m\nb"}


# --- as JSON ---------------------------------------------------------------------------


def test_json_is_one_object_and_nothing_else(project: Project, api: Api) -> None:
    project.assistants("one", "two")
    api.faults[2] = answers(500)
    ended = project.push("--json")
    said = ended.json
    assert said.pop("tool").startswith("revox-lint")
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


# --- being stopped ---------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_while_a_request_is_answered(
    project: Project, api: Api, number: signal.Signals
) -> None:
    def fault(connection: Connection) -> None:
        connection.read()
        os.kill(os.getpid(), number)
        connection.answer(201, connection.create())

    project.assistants(*FIVE)
    api.faults[3] = fault
    handlers = [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)]
    ended = project.push()
    assert ended.code == 130
    assert ended.out.splitlines()[-1] == "3 created, 2 not tried."
    is_true(project, api)
    assert [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)] == handlers
    assert project.push().code == 0
    is_true(project, api)


def test_a_signal_that_is_ignored_stays_ignored(project: Project, api: Api) -> None:
    def fault(connection: Connection) -> None:
        connection.read()
        os.kill(os.getpid(), signal.SIGINT)
        connection.answer(201, connection.create())

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    project.assistants("one", "two")
    api.faults[1] = fault
    assert project.push().code == 0
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_ctrl_c_while_no_answer_comes(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(connection: Connection) -> None:
        connection.read()
        connection.create()
        os.kill(os.getpid(), signal.SIGINT)
        connection.until_gone()

    monkeypatch.setattr(clients, "_GRACE", 0.0)
    project.assistants(*FIVE)
    api.faults[3] = fault
    ended = project.push()
    assert ended.code == 130
    assert ended.out.splitlines()[-1] == "2 created, 1 unknown, 2 not tried."
    is_true(project, api)
    assert project.states()["one"] == "pending"


def test_ctrl_c_while_waiting_to_try_again(project: Project, api: Api) -> None:
    def fault(connection: Connection) -> None:
        connection.read()
        connection.answer(429, {}, {"Retry-After": "30"})
        connection.until_gone()
        os.kill(os.getpid(), signal.SIGINT)

    project.assistants("one", "two")
    api.usual = fault
    ended = project.push()
    assert ended.code == 130
    assert ended.out.splitlines()[-1] == "1 failed, 1 not tried."
    assert project.states() == {}


def test_two_pushes_at_once(project: Project, api: Api) -> None:
    """The second one, made while the first waits for its answer, does nothing."""
    second: list[Ended] = []

    def fault(connection: Connection) -> None:
        connection.read()
        second.append(_in_another_process(project.root, api))
        connection.answer(201, connection.create())

    project.assistants("one", "two")
    api.faults[1] = fault
    first = project.push()
    assert first.code == 0
    assert (second[0].code, second[0].err) == (
        2,
        ("Error: another push holds `revox.lock.json`; try again when it has ended\n"),
    )
    is_true(project, api)
    assert sorted(names(api)) == ["one", "two"]


def test_a_process_that_gets_ctrl_c_ends_with_130(project: Project, api: Api) -> None:
    import subprocess
    import sys

    def fault(connection: Connection) -> None:
        connection.read()
        started.wait()
        process.send_signal(signal.SIGINT)
        connection.answer(201, connection.create())

    started = threading.Event()
    project.assistants(*FIVE)
    api.faults[3] = fault
    process = subprocess.Popen(
        [sys.executable, "-m", "revox_lint", "push", "--yes"],
        env={**os.environ, "REVOX_BASE_URL": api.base_url},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    started.set()
    out, err = process.communicate()
    assert process.returncode == 130, err
    # The signal may arrive before or after the third answer, but not in the middle of an entry.
    is_true(project, api)
    assert "pending" not in project.states().values()
    assert out.splitlines()[-1].endswith("not tried.")


def test_a_reader_that_leaves_does_not_end_the_push(project: Project, api: Api) -> None:
    import subprocess
    import sys

    project.assistants(*FIVE)
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "revox_lint", "push", "--yes"],
        env={**os.environ, "REVOX_BASE_URL": api.base_url},
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)
    assert done.returncode == 0, done.stderr
    assert len(project.states()) == 5
    is_true(project, api)


def _in_another_process(root: Path, api: Api) -> Ended:
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "revox_lint", "push", "--yes"],
        cwd=root,
        env={**os.environ, "REVOX_BASE_URL": api.base_url},
        capture_output=True,
        text=True,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def test_two_threads_of_one_process_do_not_share_the_lock(project: Project, api: Api) -> None:
    from revox_lint.push.errors import LockBusyError
    from revox_lint.push.lock_file import hold

    busy: list[bool] = []

    def take() -> None:
        try:
            with hold(project.lock_file):
                busy.append(False)
        except LockBusyError:
            busy.append(True)

    with hold(project.lock_file):
        thread = threading.Thread(target=take)
        thread.start()
        thread.join()
    assert busy == [True]


# --- a full disk -----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["open", "write", "fsync", "replace"])
def test_a_disk_that_fills_up_at_any_write(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    call = getattr(os, name)
    count = 0
    fails_from = 0

    def fails(*args: Any, **kwargs: Any) -> Any:
        nonlocal count
        about_lock = name != "open" or ".revox.lock.json.tmp" in str(args[0])
        count += about_lock
        if about_lock and count > fails_from:
            raise OSError(28, "No space left on device")
        return call(*args, **kwargs)

    for fails_from in range(100):
        root = project.root / str(fails_from)
        inner = Project(root, project.capsys)
        inner.assistants(*(f"{name}{fails_from}-{one}" for one in ("a", "b")))
        monkeypatch.chdir(root)
        created = len(api.created)
        count = 0
        with monkeypatch.context() as patch:
            patch.setattr(os, name, fails)
            ended = inner.push()
        mine = api.created[created:]
        states = inner.states()
        for one in mine:
            state = states.get(one.name)
            assert state in (one.id, "pending")
            if state == "pending":
                assert one.id in ended.out, "the id is said, if it cannot be written"
                assert ended.code == 5
        if ended.code == 0:
            assert len(states) == 2
            break
        assert ended.code in (2, 4, 5)
        for key, state in states.items():
            if state == "pending":
                made = [one.id for one in mine if one.name == key]
                verb = (
                    ("adopt", f"assistants/{key}.yaml", *made)
                    if made
                    else ("forget", f"assistants/{key}.yaml")
                )
                assert inner.run("push", *verb).code == 0
        assert inner.push().code == 0
        assert sorted(one.name for one in api.created[created:]) == sorted(inner.states())
    else:
        pytest.fail("the disk was never large enough")
    assert fails_from > 2
