"""Which files are assistants: named, walked, included, excluded, ignored."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from revox_lint.api import LintOptions, check, check_file, lint_paths
from revox_lint.workspace import (
    NoSuchPathError,
    UnreadableError,
    read_file,
    select,
)

ASSISTANT = "name: Sales\nprompt: Be kind.\n"
OTHER = "on: push\njobs: {}\n"


def _write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _checked(root: Path, *paths: str) -> tuple[list[str], dict[str, int]]:
    """The files that were checked, by a rule that reports every file, and the skipped."""
    from revox_lint.diagnostic import Finding, Severity
    from revox_lint.rule import Rule

    seen = Rule("seen", "own", Severity.INFO, "", "", "", "", lambda d: [Finding(d.root, "seen")])
    result = lint_paths([root / path for path in paths], rules=[seen])
    names = [
        Path(one.path).relative_to(root).as_posix()
        for one in result.diagnostics
        if one.rule == "seen"
    ]
    return names, dict(result.skipped)


def _reasons(root: Path, *paths: str, only_assistants: bool = False) -> list[tuple[str, ...]]:
    """Each file as `checked` or `skipped`, with its reason."""
    options = LintOptions(only_assistants=only_assistants)
    return [
        ("checked" if one.checked else "skipped", Path(one.path).name, one.reason)
        for one in check([root / path for path in paths], options).seen
    ]


def test_in_a_folder_only_assistants_are_checked(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {
            "a.yaml": ASSISTANT,
            "b/c.yml": ASSISTANT,
            "b/d.json": '{"first_sentence": "Hello"}',
            "b/e.test.yaml": "revox_test: 1\nprompt: x\n",
            "b/package.json": '{"name": "x", "version": "1"}',
            ".github/workflows/ci.yml": OTHER,
            "compose.yaml": "services: {web: {image: x}}\n",
            "node_modules/x/a.yaml": ASSISTANT,
            "venv/x.yaml": ASSISTANT,
            ".venv/x.yaml": ASSISTANT,
            "__pycache__/x.yaml": ASSISTANT,
            ".git/x.yaml": ASSISTANT,
            ".hg/x.yaml": ASSISTANT,
            ".svn/x.yaml": ASSISTANT,
            "notes.txt": ASSISTANT,
        },
    )
    assert _checked(tmp_path, ".") == (
        ["a.yaml", "b/c.yml", "b/d.json"],
        {"not an assistant": 3, "test file": 1},
    )


IN_FOLDER = "in a folder `assistants`"
CONTENT = "has fields of an assistant"


@pytest.mark.parametrize("marker", [".git/HEAD", "revox-lint.toml"])
def test_everything_in_a_folder_called_assistants_counts(tmp_path: Path, marker: str) -> None:
    root = tmp_path / "assistants" / "project"
    _write(
        root,
        {
            marker: "",
            "assistants/lost-prompt.yaml": "name: Desk\n",
            "assistants/misspelt.yaml": "promt: Be kind.\n",
            "assistants/cut.yaml": "foo: [1, 2\n",
            "assistants/empty.yml": "",
            "assistants/export.json": '{"assistant": {"id": "5f1d", "name": "Desk"}}',
            "assistants/list.json": '[{"id": "5f1d"}]',
            "assistants/a.test.yaml": "revox_test: 1\n",
            "assistants/a.snapshot.json": '{"first_sentence": "x"}',
            "assistants/assistant-0.1.schema.json": "{}",
            "assistants/.settings.json": "{}",
            "assistants/.vscode/settings.json": "{}",
            "voice/assistants/deep/b.yaml": "- 1\n",
            "my-assistants/c.yaml": OTHER,
            "compose.yaml": OTHER,
        },
    )
    found = [
        ("skipped", ".settings.json", "not an assistant"),
        ("skipped", "settings.json", "not an assistant"),
        ("skipped", "a.snapshot.json", "snapshot"),
        ("skipped", "a.test.yaml", "test file"),
        ("skipped", "assistant-0.1.schema.json", "JSON Schema"),
        ("checked", "cut.yaml", IN_FOLDER),
        ("checked", "empty.yml", IN_FOLDER),
        ("checked", "export.json", IN_FOLDER),
        ("checked", "list.json", IN_FOLDER),
        ("checked", "lost-prompt.yaml", IN_FOLDER),
        ("checked", "misspelt.yaml", IN_FOLDER),
        ("skipped", "compose.yaml", "not an assistant"),
        ("skipped", "c.yaml", "not an assistant"),
        ("checked", "b.yaml", IN_FOLDER),
    ]
    assert _reasons(root, ".") == found
    every = [path.relative_to(root).as_posix() for path in root.rglob("*.[yj]*")]
    assert _reasons(root, *every, only_assistants=True) == found


def test_outside_of_a_project_the_whole_path_tells_the_folder(tmp_path: Path) -> None:
    _write(tmp_path, {"assistants/deep/a.yaml": "hello: 1\n", "b.yaml": "hello: 1\n"})
    assert _reasons(tmp_path / "assistants" / "deep", ".") == [("checked", "a.yaml", IN_FOLDER)]


def test_every_file_that_is_seen_has_a_reason(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {
            "revox-lint.toml": 'include = ["calls/*.yaml"]\nexclude = ["calls/b.yaml"]\n',
            ".git/HEAD": "",
            ".gitignore": "c.yaml\n",
            "calls/a.yaml": OTHER,
            "calls/b.yaml": ASSISTANT,
            "calls/c.yaml": ASSISTANT,
            "d.yaml": ASSISTANT,
            "revox.lock.json": "{}",
        },
    )
    (tmp_path / "calls" / "z.yaml").symlink_to("nowhere")
    assert _reasons(tmp_path, ".", "calls/c.yaml") == [
        ("checked", "a.yaml", "in `include`"),
        ("skipped", "b.yaml", "excluded"),
        ("skipped", "c.yaml", "ignored by .gitignore"),
        ("checked", "z.yaml", "in `include`"),
        ("skipped", "d.yaml", "not in `include`"),
        ("skipped", "revox.lock.json", "lock file"),
    ]
    assert _reasons(tmp_path, "calls/c.yaml") == [("checked", "c.yaml", "named")]


def test_a_named_file_always_counts(tmp_path: Path) -> None:
    _write(tmp_path, {"ci.yml": OTHER, "notes.txt": ASSISTANT})
    assert _checked(tmp_path, "ci.yml", "notes.txt") == (["ci.yml", "notes.txt"], {})


def test_a_test_file_is_never_an_assistant(tmp_path: Path) -> None:
    _write(tmp_path, {"a.test.yaml": ASSISTANT})
    assert _checked(tmp_path, "a.test.yaml") == ([], {"test file": 1})


@pytest.mark.parametrize("config", ["", 'include = ["*.json", "*.yaml"]\n'])
def test_a_snapshot_is_never_an_assistant(tmp_path: Path, config: str) -> None:
    _write(
        tmp_path,
        {
            "revox-lint.toml": config,
            ".git/HEAD": "",
            "a.yaml": ASSISTANT,
            "a.snapshot.json": '{"first_sentence": "x"}',
            "a.test.yaml": "revox_test: 1\ntests: [{name: a, expect: {payload_snapshot: a.json}}]\n"
            'x: {"payload_snapshot": "./deep/b.json"}\n',
            "a.json": '{"first_sentence": "x"}',
            "deep/a.json": '{"first_sentence": "x"}',
            "deep/b.json": '{"first_sentence": "x"}',
        },
    )
    assert _checked(tmp_path, ".") == (["a.yaml", "deep/a.json"], {"test file": 1, "snapshot": 3})
    for name in ("a.snapshot.json", "a.json", "deep/b.json"):
        assert _checked(tmp_path, name) == ([], {"snapshot": 1})
        assert select([tmp_path / name], only_assistants=True).files == []


LOCK = '{"version": 1, "environments": {"default": {"a.yaml": {"sent": {"prompt": "x"}}}}}'


@pytest.mark.parametrize("text", [LOCK, "<<<<<<< HEAD\n  prompt: x\n", ""])
@pytest.mark.parametrize("config", ["", 'include = ["*.json"]\n'])
def test_the_lock_is_never_an_assistant(tmp_path: Path, text: str, config: str) -> None:
    _write(
        tmp_path,
        {"revox.lock.json": text, "revox-lint.toml": config, "a.json": '{"first_sentence": 1}'},
    )
    assert _checked(tmp_path, ".") == (["a.json"], {"lock file": 1})
    assert _checked(tmp_path, "revox.lock.json") == ([], {"lock file": 1})


def test_include_decides_in_a_walk_and_not_for_a_named_file(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {
            "revox-lint.toml": 'include = ["assistants/**/*.yaml"]\n',
            "assistants/a.yaml": "hello: 1\n",
            "assistants/b/c.yaml": ASSISTANT,
            "other/d.yaml": ASSISTANT,
        },
    )
    assert _checked(tmp_path, ".") == (
        ["assistants/a.yaml", "assistants/b/c.yaml"],
        {"not in `include`": 1},
    )
    assert _checked(tmp_path, "other/d.yaml") == (["other/d.yaml"], {})


def test_exclude_holds_for_named_files_too(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {
            "revox-lint.toml": 'exclude = ["drafts/"]\n',
            "a.yaml": ASSISTANT,
            "drafts/b.yaml": ASSISTANT,
            "deep/drafts/c.yaml": ASSISTANT,
        },
    )
    assert _checked(tmp_path, ".") == (["a.yaml"], {"excluded": 2})
    assert _checked(tmp_path, "drafts/b.yaml") == ([], {"excluded": 1})


def test_gitignore_is_honoured_with_its_exceptions(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {
            ".git/HEAD": "ref: refs/heads/main\n",
            ".gitignore": "*.yaml\n!keep.yaml\nbuild/\n",
            "a.yaml": ASSISTANT,
            "keep.yaml": ASSISTANT,
            "build/keep.yaml": ASSISTANT,
            "sub/.gitignore": "!b.yaml\n",
            "sub/b.yaml": ASSISTANT,
            "sub/c.yaml": ASSISTANT,
        },
    )
    assert _checked(tmp_path, ".") == (
        ["keep.yaml", "sub/b.yaml"],
        {"ignored by .gitignore": 2},
    )
    assert _checked(tmp_path, "sub") == (["sub/b.yaml"], {"ignored by .gitignore": 1})
    assert _checked(tmp_path, "a.yaml") == (["a.yaml"], {})


def test_the_nearest_configuration_counts_for_each_file(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {
            "pyproject.toml": '[tool.revox-lint.rules]\nblank-text = "off"\n',
            "a.yaml": "name: ''\nprompt: x\n",
            "sub/revox-lint.toml": '[rules]\nblank-text = "warning"\n',
            "sub/b.yaml": "name: ''\nprompt: x\n",
            "sub/deep/pyproject.toml": "[tool.other]\n",
            "sub/deep/c.yaml": "name: ''\nprompt: x\n",
        },
    )
    found = lint_paths([tmp_path]).diagnostics
    assert [(Path(one.path).name, one.rule, one.severity) for one in found] == [
        ("b.yaml", "blank-text", "warning"),
        ("c.yaml", "blank-text", "warning"),
    ]


def test_a_file_given_twice_is_checked_once(tmp_path: Path) -> None:
    _write(tmp_path, {"a.yaml": ASSISTANT})
    assert _checked(tmp_path, "a.yaml", ".", "a.yaml") == (["a.yaml"], {})


def test_documents_are_those_that_were_checked(tmp_path: Path) -> None:
    _write(tmp_path, {"a.yaml": OTHER + "---\n" + ASSISTANT, "b.yaml": OTHER, "c.yaml": "name: ["})
    (tmp_path / "d.yaml").symlink_to("nowhere")
    result = check([tmp_path], LintOptions(), keep_documents=True)
    assert [
        (one.file.path.name, [document.plain for document in one.checked.documents])
        for one in result.files
    ] == [("a.yaml", [{"name": "Sales", "prompt": "Be kind."}]), ("d.yaml", [])]
    assert [one.checked.problem for one in result.files] == [None, "no such file or directory"]
    assert check([tmp_path], LintOptions()).files == []


def test_a_file_can_be_checked_under_any_name(tmp_path: Path) -> None:
    _write(tmp_path, {"revox-lint.toml": 'exclude = ["*"]\n', "a.snapshot.json": '{"nam": 1}'})
    checked = check_file(tmp_path / "a.snapshot.json", LintOptions(select=("schema",)), "a.json")
    assert [(one.path, one.rule) for one in checked.diagnostics] == [
        ("a.json", "missing-field"),
        ("a.json", "unknown-field"),
    ]
    assert [document.plain for document in checked.documents] == [{"nam": 1}]


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPathError, match=r"no such file or folder: `.*/nowhere`"):
        select([tmp_path / "nowhere"])


def test_in_a_walk_only_the_documents_that_are_assistants_are_checked(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {"a.yaml": OTHER + "---\n" + ASSISTANT + "faq_items: []\nnope: 1\n---\n- 1\n"},
    )
    found = lint_paths([tmp_path]).diagnostics
    assert [(one.document, one.rule) for one in found] == [(1, "unknown-field")]


def test_the_largest_file_that_is_read(tmp_path: Path) -> None:
    most = 4 * 1024 * 1024
    path = tmp_path / "a.yaml"
    path.write_bytes(b" " * most)
    assert len(read_file(path)) == most
    path.write_bytes(b" " * (most + 1))
    with pytest.raises(UnreadableError) as refused:
        read_file(path)
    assert str(refused.value) == "it is larger than 4 MiB"


def test_a_file_that_is_too_large_to_be_an_assistant_stops_no_commit(tmp_path: Path) -> None:
    large = "- prompt: x\n" + " " * 4 * 1024 * 1024
    _write(tmp_path, {".git/HEAD": "", "data.json": large, "assistants/a.yaml": large})
    names = ("assistants/a.yaml", "data.json")
    for paths in (names, (".",)):
        assert _reasons(tmp_path, *paths, only_assistants=True) == [
            ("checked", "a.yaml", IN_FOLDER),
            ("skipped", "data.json", "larger than 4 MiB"),
        ]
    found = lint_paths([tmp_path / name for name in names]).diagnostics
    assert [one.rule for one in found] == ["unreadable-file"] * 2


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for path in (tmp_path, tmp_path / "pipe.yaml"):
        with pytest.raises(UnreadableError) as refused:
            read_file(path)
        assert str(refused.value) == "it is not a regular file"
