"""`revox-lint init` beside files that exist: what it says to add is right where it says so."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from shutil import rmtree

import pytest
import yaml

from tests.command import GOOD, in_folder, run_cli, write  # noqa: F401

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
        (["a.yaml", "b.json"], [], ["/*.yaml", "/*.json"]),
        (["bots/a.yaml", "c.yaml"], ["bots.yaml"], [*EVERY, "/*.yaml"]),
        (["bots/[1]/a.yaml"], ["bots/x.yaml"], [r"bots/\[1\]/**/*.yaml", r"bots/\[1\]/**/*.yml"]),
        (["bots/#a!.yaml"], ["bots/x.json"], ["bots/**/*.yaml"]),
        (["bots/a.yaml"], ["bots/docker-compose.yaml"], ["bots/**/*.yaml"]),
        (["bots/#a!.yaml"], [f"bots/x{n}.yaml" for n in range(3)], ["/bots/*.yaml"]),
        (["bots/#a!.yaml"], [f"bots/x{n}.yaml" for n in range(30)], [r"/bots/\#a\!.yaml"]),
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
    pattern = include[0].replace("\\", "")
    assert schemas[0] == (definitions[0] if pattern.startswith("/") else pattern)


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


@pytest.mark.parametrize("folder", ["", "bots/"])
def test_a_new_definition_is_included_and_other_files_are_excluded(
    capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    write(f"{folder}sales.yaml", GOOD)
    write(f"{folder}docker-compose.yaml", "services: {}\n")
    assert run_cli(capsys, "init")[0] == 0
    config = tomllib.loads(Path("revox-lint.toml").read_text("utf-8"))
    assert config["exclude"] == [f"/{folder}docker-compose.yaml"]
    write(f"{folder}new.yaml", GOOD)
    assert run_cli(capsys)[:2] == (
        0,
        "No mistakes found in 2 files; skipped 4: 3 JSON Schemas, 1 excluded.\n",
    )
    settings = json.loads(Path(".vscode/settings.json").read_text("utf-8"))
    schemas = settings["yaml.schemas"]["./schemas/assistant-0.1.schema.json"]
    assert schemas[:2] == (
        ["bots/**/*.yaml", "!bots/docker-compose.yaml"]
        if folder
        else ["sales.yaml", "!*.test.yaml"]
    )


def test_the_summary_counts_what_include_leaves_out(capsys: pytest.CaptureFixture[str]) -> None:
    write("revox-lint.toml", 'include = ["bots/*"]\n')
    write("bots/a.yaml", GOOD)
    write("new/b.yaml", GOOD)
    write(".github/x.yaml", "on: push\n")
    assert run_cli(capsys)[1] == "No mistakes found in 1 file; skipped 1: 1 not in `include`.\n"


HOOK_ABOVE = "Write to ../.pre-commit-config.yaml, which pre-commit reads"


@pytest.mark.parametrize("include", ["", 'include = ["assistants/**"]\n'])
def test_below_a_configuration(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, include: str
) -> None:
    Path(".git").mkdir()
    write("revox-lint.toml", include)
    write("sub/bots/a.yaml", GOOD)
    monkeypatch.chdir("sub")
    code, out, err = run_cli(capsys, "init")
    created, *added = out.split("\n\n")
    assert (code, err) == (0, "")
    assert created.splitlines()[:2] == [
        "kept     ../revox-lint.toml",
        "created  .vscode/settings.json",
    ]
    hook = [f"{HOOK_ABOVE}:", f"repos:\n{ITEM}"]
    lines = "".join(f'  "sub/{one}",\n' for one in EVERY)
    brackets = "Add inside the brackets of `include` in ../revox-lint.toml:"
    every = "" if include else " ."
    assert added == [
        *hook,
        *([brackets, lines.rstrip("\n")] if include else []),
        f"Next: revox-lint --strict{every}\n",
    ]
    assert sorted(path.name for path in Path().iterdir()) == [".vscode", "bots", "schemas"]
    if include:
        write("../revox-lint.toml", include.replace("[", f"[{lines}"))
    code, out, _ = run_cli(capsys, "--strict", *every.split())
    assert (code, out.partition(";")[0]) == (0, "No mistakes found in 1 file")
    write("../.pre-commit-config.yaml", f"repos:\n{ITEM}\n")
    assert HOOK_ABOVE not in run_cli(capsys, "init")[1]


INCLUDE = f"include = {json.dumps(EVERY)}"


@pytest.mark.parametrize(
    ("name", "present", "where", "lines"),
    [
        (
            "pyproject.toml",
            '[tool.revox-lint] # ours\nfail-on = "info"\n',
            "Add below `[tool.revox-lint]` in {}:",
            INCLUDE,
        ),
        (
            "pyproject.toml",
            '[tool.revox-lint.rules]\nlong-prompt = "off"\n',
            "Add to {}:",
            f"[tool.revox-lint]\n{INCLUDE}",
        ),
        (
            "revox-lint.toml",
            '[rules]\nlong-prompt = "off"\n',
            "Add above the first table of {}:",
            INCLUDE,
        ),
    ],
)
def test_include_to_add_to_a_configuration(
    capsys: pytest.CaptureFixture[str], name: str, present: str, where: str, lines: str
) -> None:
    write("bots/a.yaml", GOOD)
    write(name, present)
    out = run_cli(capsys, "init")[1]
    assert out.splitlines()[0] == f"kept     {name}"
    assert f"\n{where.format(name)}\n\n{lines}\n\nNext: revox-lint --strict\n" in out
    first, rest = present.split("\n", 1)
    below = f"{first}\n{lines}\n{rest}"
    write(name, below if "below" in where else f"{lines}\n{present}")
    assert run_cli(capsys, "--strict")[0] == 0
    assert INCLUDE not in run_cli(capsys, "init")[1]


def test_what_comes_next_is_in_the_folder(capsys: pytest.CaptureFixture[str]) -> None:
    out = run_cli(capsys, "init", "new/deep x")[1]
    assert "\nNext: cd 'new/deep x' && revox-lint --strict\n" in out


def test_a_configuration_that_cannot_be_used(capsys: pytest.CaptureFixture[str]) -> None:
    write("revox-lint.toml", "nope = 1\n")
    code, out, err = run_cli(capsys, "init")
    assert (code, out) == (2, "")
    assert err == f"Error: {Path('revox-lint.toml').absolute()}:1: unknown setting `nope`\n"
    assert sorted(path.name for path in Path().iterdir()) == ["revox-lint.toml"]
