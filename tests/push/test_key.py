"""The API key, and text of the server: what is in no output."""

from __future__ import annotations

import pytest

from tests.push.api import KEY, Api, Connection, answers
from tests.push.project import FIVE, Project, definition

pytestmark = pytest.mark.usefixtures("waits_take_no_time")


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


@pytest.mark.parametrize("key", ["asst_", "api", "one", "e", "created", "x-created-assistants-4"])
@pytest.mark.parametrize("option", [(), ("--json",)])
def test_a_key_that_stands_elsewhere_by_chance_is_in_nobody_s_way(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch, key: str, option: tuple[str, ...]
) -> None:
    monkeypatch.setenv("REVOX_API_KEY", key)
    api.key = key
    project.assistants("one")
    ended = project.push(*option)
    assert (ended.code, "redacted" in ended.out + ended.err) == (0, False)
    assert "asst_0001" in ended.out
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
