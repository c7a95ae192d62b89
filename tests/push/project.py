"""A project in a temporary folder, and the command run in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from revox_lint.cli import run
from tests.push.api import Api


class Ended(NamedTuple):
    """How a command ended: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Project:
    """A folder with definitions. Commands run in it, within this process."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self.capsys = capsys

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def assistants(self, *names: str) -> None:
        """Write a definition per name, as `assistants/NAME.yaml`."""
        for name in names:
            self.write(f"assistants/{name}.yaml", definition(name))

    def run(self, *args: str) -> Ended:
        self.capsys.readouterr()
        code = run(list(args))
        out, err = self.capsys.readouterr()
        return Ended(int(code), out, err)

    def push(self, *args: str) -> Ended:
        return self.run("push", "--yes", *args)

    @property
    def lock_file(self) -> Path:
        return self.root / "revox.lock.json"

    def entries(self, environment: str = "default") -> Mapping[str, Any]:
        """What the lock file says, by the name of the file without folder and suffix."""
        if not self.lock_file.exists():
            return {}
        lock = json.loads(self.lock_file.read_bytes())
        return {
            Path(key).name.replace(".yaml", ""): entry
            for key, entry in lock["environments"]
            .get(environment, {"definitions": {}})["definitions"]
            .items()
        }

    def states(self, environment: str = "default") -> dict[str, str]:
        """The id of every created definition, and `pending` for the pending ones."""
        return {
            key: entry.get("id", entry["state"]) for key, entry in self.entries(environment).items()
        }

    def leftovers(self) -> list[str]:
        """What lies beside the lock file and should not."""
        expected = {"revox.lock.json", ".revox.lock.json.lock", "assistants", "revox-lint.toml"}
        return sorted(path.name for path in self.root.iterdir() if path.name not in expected)


FIVE = ("one", "two", "three", "four", "five")


def names(api: Api) -> list[str]:
    """The names of the assistants of the server, in order of their creation."""
    return [created.name for created in api.created]


def is_true(project: Project, api: Api) -> None:
    """The lock knows every assistant of the server, by its id or as pending, and no other."""
    states = project.states()
    for created in api.created:
        assert states.get(created.name) in (created.id, "pending")
    ids = {created.id for created in api.created}
    assert {state for state in states.values() if state != "pending"} <= ids
    assert len(set(names(api))) == len(names(api)), "created twice"


def definition(name: str, prompt: str = "You are kind and brief.") -> str:
    return f"name: {name}\nprompt: {prompt}\n"
