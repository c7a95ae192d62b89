"""A push killed with no chance to clean up, at every step: what is left, and going on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.push.api import Api
from tests.push.project import Project

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a fork")

ROOT = Path(__file__).parents[2]


def killed_at(
    steps: Iterable[int | str], names: Iterable[str], project: Project, api: Api
) -> dict[str, str | None]:
    """Push a project per step, with a definition per name, until it is killed at that step.

    Returns the call before which each was killed, None for one that came to its end.
    """
    named = [str(step) for step in steps]
    for step in named:
        inner = Project(project.root / step, project.capsys)
        inner.assistants(*(f"{name}-{step}" for name in names))
    done = subprocess.run(
        [sys.executable, "-m", "tests.push.killed", str(project.root), *named],
        cwd=ROOT,
        env={**os.environ, "REVOX_BASE_URL": api.base_url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    calls: dict[str, str | None] = json.loads(done.stdout)
    return calls


def goes_on(
    project: Project, api: Api, step: str, call: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a killed push left is true, and pushing on creates what is missing, once."""
    place = f"killed before {call} (step {step})"
    inner = Project(project.root / step, project.capsys)
    monkeypatch.chdir(inner.root)
    definitions = {path.stem for path in (inner.root / "assistants").iterdir()}
    before = {one.name: one.id for one in api.created if one.name in definitions}
    made = [one.name for one in api.created if one.name in definitions]
    assert len(made) == len(before), place

    states = inner.states()
    for name, id_ in before.items():
        assert states.get(name) in (id_, "pending"), f"{place}: an assistant nobody knows of"
    for name, state in states.items():
        assert state in ("pending", before.get(name)), f"{place}: an id that does not exist"
    pending = [name for name, state in states.items() if state == "pending"]
    assert len(pending) <= 1, place

    requests = len(api.requests)
    if pending:
        ended = inner.push()
        assert ended.code == 5, place
        assert len(api.requests) == requests, f"{place}: sent again without the user's word"
        (name,) = pending
        file = f"assistants/{name}.yaml"
        settle = ["adopt", file, before[name]] if name in before else ["forget", file]
        assert inner.run("push", *settle).code == 0, place
    assert inner.push().code == 0, place
    now = [(one.name, one.id) for one in api.created if one.name in definitions]
    assert sorted(name for name, _ in now) == sorted(definitions), f"{place}: not each once"
    assert inner.states() == dict(now), place
    assert inner.leftovers() == [], place


def test_a_push_killed_before_and_after_its_request(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before it is pending, before it is sent, before it is answered, before it is created."""
    steps = ["replace:1", "socket.send:1", "socket.recv:1", "replace:2"]
    calls = killed_at(steps, "ab", project, api)
    assert calls == {step: step.partition(":")[0] for step in steps}
    api.settle()
    states = [Project(project.root / step, project.capsys).states() for step in steps]
    pending = [{key.partition("-")[0]: state for key, state in one.items()} for one in states]
    assert pending == [{}, *[{"a": "pending"}] * 3]
    for step, call in calls.items():
        goes_on(project, api, step, call, monkeypatch)


@pytest.mark.proof
def test_a_push_of_two_killed_at_every_step(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: dict[str, str | None] = {}
    for first in range(1, 400, 40):
        calls.update(killed_at(range(first, first + 40), "ab", project, api))
        if None in calls.values():
            break
    api.settle()
    for step, call in calls.items():
        goes_on(project, api, step, call, monkeypatch)
    seen = set(calls.values())
    assert seen == {
        "open",
        "write",
        "fsync",
        "close",
        "replace",
        "unlink",
        "socket.connect",
        "socket.send",
        "socket.recv",
        "socket.close",
        None,
    }, "every kind of step, and a push that came to its end"


@pytest.mark.proof
def test_a_push_of_a_hundred_killed_here_and_there(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"n{number:03}" for number in range(100)]
    calls = killed_at([7, 500, 1111, 1502, 2003], names, project, api)
    assert None not in calls.values()
    api.settle()
    for step, call in calls.items():
        goes_on(project, api, step, call, monkeypatch)
