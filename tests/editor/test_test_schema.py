"""The schema of test files in the YAML language server: completion, hover and marks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from revox_lint.harness.expectations import kinds
from tests.editor.language_client import LanguageClient
from tests.tools import node_package, program

SCHEMA = Path(__file__).parents[2] / "schemas" / "test.schema.json"
HEAD = f"# yaml-language-server: $schema={SCHEMA.as_uri()}\nrevox_test: 1\ntests:\n  - name: a\n"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageClient]:
    node = program("node", "install Node.js")
    server = node_package("yaml-language-server") / "bin" / "yaml-language-server"
    settings = {"yaml": {"schemaStore": {"enable": False}, "completion": True}}
    root = tmp_path_factory.mktemp("tests")
    with LanguageClient([node, str(server), "--stdio"], root, settings) as started:
        probe = root / "probe.test.yaml"
        started.open(probe, f"{HEAD}    expects: 1\n")
        started.wait_for_marks(probe)
        yield started


def offered(client: LanguageClient, path: Path, text: str) -> set[str]:
    before, _, after = text.partition("‸")
    client.open(path, before + after)
    line = before.count("\n")
    answer: Any = client.ask("completion", path, line, len(before) - before.rfind("\n") - 1)
    return {item["label"] for item in answer["items"]}


def test_every_expectation_is_offered(client: LanguageClient, tmp_path: Path) -> None:
    found = offered(client, tmp_path / "a.test.yaml", f"{HEAD}    expect:\n      ‸\n")
    assert set(kinds()) <= found


def test_the_values_of_an_assumption_are_offered(client: LanguageClient, tmp_path: Path) -> None:
    text = HEAD.replace("tests:", "assume:\n  window_end: ‸\ntests:")
    found = offered(client, tmp_path / "b.test.yaml", f"{text}    expect: {{}}\n")
    assert {"excluded", "included"} <= found


def test_mistakes_are_marked_where_they_are(client: LanguageClient, tmp_path: Path) -> None:
    text = f"{HEAD}    expect:\n      inside_windw: true\n      attempts_count: many\n"
    marks: Any = client.open(tmp_path / "c.test.yaml", text)
    assert sorted(one["range"]["start"]["line"] for one in marks) == [5, 6]


def test_a_good_file_has_no_marks(client: LanguageClient, tmp_path: Path) -> None:
    text = f'{HEAD}    expect: {{never_before: "10:00", cost_max: {{lte: 3}}}}\n'
    assert client.open(tmp_path / "d.test.yaml", text) == []
