"""A push killed with no chance to clean up, at every step: what is left, and going on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.push.api import Api
from tests.push.project import Project

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a fork")

ROOT = Path(__file__).parents[2]


def killed_at(steps: Sequence[int], project: Project, api: Api) -> dict[int, str | None]:
    """Pushes the project of each step until it is killed there; the call it was killed before."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.push.killed", str(project.root), *map(str, steps)],
        cwd=ROOT,
        env={**os.environ, "REVOX_BASE_URL": api.base_url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return {int(step): call for step, call in json.loads(done.stdout).items()}


def goes_on(
    project: Project, api: Api, step: int, call: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a killed push left is true, and pushing on creates what is missing, once."""
    place = f"killed before {call} (step {step})"
    inner = Project(project.root / str(step), project.capsys)
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


def test_a_push_of_two_killed_at_every_step(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = range(1, 400)
    calls: dict[int, str | None] = {}
    for first in range(1, 400, 40):
        block = [step for step in steps if first <= step < first + 40]
        for step in block:
            Project(project.root / str(step), project.capsys).assistants(
                *(f"{name}-{step}" for name in "ab")
            )
        calls.update(killed_at(block, project, api))
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


def test_a_push_of_a_hundred_killed_here_and_there(
    project: Project, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = [7, 500, 1111, 1502, 2003]
    for step in steps:
        Project(project.root / str(step), project.capsys).assistants(
            *(f"n{number:03}-{step}" for number in range(100))
        )
    calls = killed_at(steps, project, api)
    assert None not in calls.values()
    api.settle()
    for step, call in calls.items():
        goes_on(project, api, step, call, monkeypatch)
