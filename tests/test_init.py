"""`revox-lint init` beside files that exist: what it says to add is right where it says so."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from shutil import rmtree

import pytest
import yaml

from tests.command import in_folder, run_cli, write  # noqa: F401

ITEM = """\
  - repo: https://github.com/revox-lint/revox-lint
    rev: v0.1.0
    hooks:
      - id: revox-lint
      - id: revox-lint-test"""
FLOW = (
    "{repo: https://github.com/revox-lint/revox-lint, rev: v0.1.0, "
    "hooks: [{id: revox-lint}, {id: revox-lint-test}]}"
)
OURS = yaml.safe_load(ITEM)
BRACKETS = "Add inside the brackets of `repos:` in {}, after a comma if items come before"
LOCAL = "repo: local, hooks: []"


def advice(capsys: pytest.CaptureFixture[str], name: str, text: str) -> list[tuple[str, str]]:
    write(name, text)
    code, out, _ = run_cli(capsys, "init")
    assert code == 0
    shown = out.partition("\n\n")[2].partition("\n\nNext: ")[0]
    parts = shown.split("\n\n") if shown.startswith(("Add", "Replace")) else []
    wheres = [one.removesuffix(":").replace(name, "{}") for one in parts[::2]]
    return list(zip(wheres, parts[1::2], strict=True))


@pytest.mark.parametrize(
    ("present", "where", "lines", "followed"),
    [
        ("repos: []\n", "Replace `repos: []` in {} with", f"repos:\n{ITEM}", "{}"),
        ("repos: [ ] # none\n", "Replace `repos: [ ]` in {} with", f"repos:\n{ITEM}", "{}"),
        ("repos: null\n", "Replace `repos: null` in {} with", f"repos:\n{ITEM}", "{}"),
        ("fail_fast: true\n", "Add to {}", f"repos:\n{ITEM}", "fail_fast: true\n{}"),
        ("", "Add to {}", f"repos:\n{ITEM}", "{}"),
        ("repos:\n", "Add below `repos:` in {}", ITEM, "repos:\n{}"),
        (
            f'"repos":\n- {{{LOCAL}}}\n',
            "Add below `repos:` in {}",
            ITEM.replace("\n  ", "\n")[2:],
            f'"repos":\n{{}}\n- {{{LOCAL}}}\n',
        ),
        (
            "repos: # ours\n    - hooks: []\n      repo: local\n",
            "Add below `repos:` in {}",
            "  " + ITEM.replace("\n", "\n  "),
            "repos:\n{}\n    - hooks: []\n      repo: local\n",
        ),
        (f"repos: [{{{LOCAL}}}]\n", BRACKETS, FLOW, f"repos: [{{{LOCAL}}}, {{}}]"),
        ("repos: [\n]\n", BRACKETS, FLOW, "repos: [{}]"),
        (
            f"repos:\n  # - id: revox-lint\n  - {{{LOCAL}}}\n",
            "Add below `repos:` in {}",
            ITEM,
            f"repos:\n{{}}\n  - {{{LOCAL}}}\n",
        ),
    ],
)
def test_hooks_to_add(
    capsys: pytest.CaptureFixture[str], present: str, where: str, lines: str, followed: str
) -> None:
    assert advice(capsys, ".pre-commit-config.yaml", present) == [(where, lines)]
    result = yaml.safe_load(followed.replace("{}", lines))
    assert OURS[0] in result["repos"]


@pytest.mark.parametrize("item", ["  - {id: revox-lint}", '      - id: "revox-lint"'])
def test_hooks_that_are_there(capsys: pytest.CaptureFixture[str], item: str) -> None:
    assert advice(capsys, ".pre-commit-config.yaml", f"repos:\n{item}\n") == []


OUTER = "Add inside the outer braces of {}, after a comma if fields come before"
INNER = "Add inside `{}.schemas` of {{}}, after a comma if anything comes before"


@pytest.mark.parametrize(
    ("present", "wheres"),
    [
        ("{}\n", [OUTER]),
        ('{\n  // "yaml.schemas" is for later\n  "a": 1\n}\n', [OUTER]),
        ('{"yaml.schemas": {}}\n', [INNER.format("yaml"), OUTER]),
        ('{"json.schemas": []}\n', [INNER.format("json"), OUTER]),
        ('{"yaml.schemas": {}, "json.schemas": []}\n', [INNER.format(k) for k in ("yaml", "json")]),
    ],
)
def test_settings_of_an_editor_to_add(
    capsys: pytest.CaptureFixture[str], present: str, wheres: list[str]
) -> None:
    run_cli(capsys, "init", "fresh")
    wanted = json.loads(Path("fresh/.vscode/settings.json").read_text("utf-8"))
    rmtree("fresh")
    found = advice(capsys, ".vscode/settings.json", present)
    assert [where for where, _ in found] == wheres
    result: dict[str, object] = {}
    for where, lines in found:
        if where == OUTER:
            result |= json.loads(f"{{{lines}}}")
        else:
            key = where.split("`")[1]
            result[key] = json.loads(f"{{{lines}}}" if key[0] == "y" else f"[{lines}]")
    assert result == wanted


DEFINITION = '{"name": "Reception", "prompt": "You answer the phone."}\n'
EVERY = [f"bots/**/*.{ending}" for ending in ("yaml", "yml", "json")]


@pytest.mark.parametrize(
    ("definitions", "others", "include"),
    [
        (["bots/a.yaml", "bots/deep/b.json"], ["docker-compose.yaml"], EVERY),
        (["bots/deep/a.yml"], ["bots/x.yaml"], [one.replace("/", "/deep/", 1) for one in EVERY]),
        (["a.yaml", "b.json"], [], ["/a.yaml", "/b.json"]),
        (["bots/a.yaml", "c.yaml"], ["bots.yaml"], [*EVERY, "/c.yaml"]),
        (["bots/[1]/a.yaml"], ["bots/x.yaml"], [r"bots/\[1\]/**/*.yaml", r"bots/\[1\]/**/*.yml"]),
        (["bots/#a!.yaml"], ["bots/x.json"], [r"/bots/\#a\!.yaml"]),
        ([], ["bots/x.yaml"], [one.replace("bots", "assistants") for one in EVERY]),
    ],
)
def test_definitions_that_are_there_are_included(
    capsys: pytest.CaptureFixture[str],
    definitions: list[str],
    others: list[str],
    include: list[str],
) -> None:
    for name in definitions:
        write(name, DEFINITION)
    for name in others:
        write(name, '{"services": {}}\n')
    assert run_cli(capsys, "init")[0] == 0
    config = tomllib.loads(Path("revox-lint.toml").read_text("utf-8"))
    assert config["include"][: len(include)] == include
    code, out, _ = run_cli(capsys, "--show-files")
    assert code == 0
    for name in definitions:
        assert f"checked {name}" in out
    settings = json.loads(Path(".vscode/settings.json").read_text("utf-8"))
    schemas = settings["yaml.schemas"]["./schemas/assistant-0.1.schema.json"]
    assert schemas[0] == include[0].replace("\\", "").removeprefix("/")


def test_what_it_writes_is_no_definition_by_a_wide_pattern(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("a.yaml", DEFINITION)
    write("revox-lint.toml", 'include = ["*.yaml", "**/*.json"]\n')
    assert run_cli(capsys, "init")[0] == 0
    code, out, _ = run_cli(capsys)
    assert (code, out) == (0, "No mistakes found in 1 file; skipped 3: 3 JSON Schemas.\n")
    write("revox-lint.toml", 'include = [".hidden/*.yaml"]\n')
    write(".hidden/b.yaml", DEFINITION)
    assert "checked .hidden/b.yaml" in run_cli(capsys, "--show-files")[1]
