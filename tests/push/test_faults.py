"""A push when something goes wrong: the server, and the disk."""

from __future__ import annotations

import os
from typing import Any

import pytest

from revox_lint.push import retry
from revox_lint.push.errors import Outcome
from tests.push.api import Api, Connection, Fault, answers, well
from tests.push.project import FIVE, Project, definition, is_true, names
from tests.push.test_client import ANSWERS

pytestmark = pytest.mark.usefixtures("waits_take_no_time")

UNKNOWN = Outcome.UNKNOWN


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
        assert "  pending  assistants/one.yaml" in ended.out
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
    assert project.push().err == "too many requests: next try in 0.0 s\n"


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
