"""The hooks for pre-commit: which files they get, and what the real pre-commit makes of them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from click.testing import CliRunner
from identify import identify

from revox_lint.cli import group
from tests.tools import ROOT, copy_checkout, index_of_packages, program

MANIFEST: Final = ROOT / ".pre-commit-hooks.yaml"

GOOD: Final = "name: Sales\nprompt: Sell.\nvoice: {id: v, provider: cartesia, speed: 1.2}\n"
BAD: Final = "name: Sales\nprompt: Sell.\nvoice: {id: v, provider: cartesia, speed: 9}\n"
BAD_JSON: Final = """\
{"name": "Sales", "prompt": "Sell.",
 "voice": {"id": "v", "provider": "cartesia",
           "speed": 9}}
"""
TEST: Final = "revox_test: 1\n"
WORKFLOW: Final = "name: CI\non: push\njobs: {build: {runs-on: x, steps: [{run: make}]}}\n"
COMPOSE: Final = "name: shop\nservices: {web: {image: nginx}}\n"
PACKAGE: Final = '{"name": "shop", "version": "1.0.0"}\n'

UNRELATED: Final = {
    ".github/workflows/ci.yaml": WORKFLOW,
    "compose.yml": COMPOSE,
    "package.json": PACKAGE,
    "notes.md": "prompt: not YAML\n",
}


def too_fast(path: str, column: int = 43) -> str:
    return (
        f"{path}:3:{column}: error[voice-speed-out-of-range]"
        " `speed` of `9` is outside the range of cartesia, 0.6 to 1.5"
    )


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


# --- the manifest --------------------------------------------------------------------------


def hooks() -> dict[str, dict[str, Any]]:
    return {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))}


def takes(hook: dict[str, Any], folder: Path, name: str) -> bool:
    """Tells whether pre-commit gives a file to a hook."""
    tags = identify.tags_from_path(str(folder / name))
    some = hook.get("types_or", [])
    return (
        tags.issuperset(hook.get("types", ["file"]))
        and (not some or not tags.isdisjoint(some))
        and re.search(hook.get("files", ""), name) is not None
    )


def test_pre_commit_reads_the_manifest() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")


BOTH: Final = {"revox-lint", "revox-lint-test"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("assistants/sales.yaml", BOTH),
        ("assistants/sales.yml", BOTH),
        ("agents/sales.json", BOTH),
        ("sales.yaml", BOTH),
        # Whether these are assistants, the linter decides.
        (".github/workflows/ci.yaml", BOTH),
        ("package.json", BOTH),
        ("assistants/sales.test.yaml", BOTH),
        ("assistants/sales.yaml.orig", set()),
        ("assistants/prompt.md", set()),
        ("revox-lint.toml", set()),
    ],
)
def test_the_hooks_get_yaml_and_json(tmp_path: Path, name: str, expected: set[str]) -> None:
    write(tmp_path, {name: GOOD})
    assert {one for one, hook in hooks().items() if takes(hook, tmp_path, name)} == expected


# --- what the entry does with the files that it gets ---------------------------------------

ENTRY: Final = ["check", "--only-assistants", "--output-format=concise"]
TEST_ENTRY: Final = ["test", "--only-marked"]
ONE_RULE: Final = "--select=voice-speed-out-of-range"


def entry(*names: str) -> tuple[int, list[str]]:
    """Returns the exit code and the lines of what the hook runs."""
    done = CliRunner().invoke(group, [*ENTRY, ONE_RULE, *names], standalone_mode=False)
    return int(done.return_value), done.stdout.splitlines()


def test_the_entry_of_the_hook_is_what_is_tested_here() -> None:
    assert hooks()["revox-lint"]["entry"] == " ".join(["revox-lint", *ENTRY[:-1]])
    assert hooks()["revox-lint-test"]["entry"] == " ".join(["revox-lint", *TEST_ENTRY])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with assistants in two places, and files that are none; the current one."""
    write(
        tmp_path,
        {
            **UNRELATED,
            "assistants/good.yaml": GOOD,
            "assistants/bad.yaml": BAD,
            "assistants/bad.test.yaml": TEST,
            "agents/bad.json": BAD_JSON,
        },
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


FOUND: Final = [
    too_fast("agents/bad.json", 21),
    too_fast("assistants/bad.yaml"),
]
ALL: Final = (
    ".github/workflows/ci.yaml",
    "agents/bad.json",
    "assistants/bad.test.yaml",
    "assistants/bad.yaml",
    "assistants/good.yaml",
    "compose.yml",
    "notes.md",
    "package.json",
)


def test_only_assistants_are_linted_wherever_they_are(project: Path) -> None:
    assert entry(*ALL) == (
        1,
        [
            *FOUND,
            "Found 2 errors in 3 files; skipped 5: 4 not an assistant, 1 test file.",
        ],
    )


def test_it_finds_what_a_walk_through_the_folder_finds(project: Path) -> None:
    assert entry(".")[1][:-1] == entry(*ALL)[1][:-1] == FOUND


def test_what_is_included_is_an_assistant_and_nothing_else(project: Path) -> None:
    write(project, {"revox-lint.toml": 'include = ["assistants/*.yaml"]\n'})
    assert entry(*ALL) == (
        1,
        [
            FOUND[1],
            "Found 1 error in 2 files; skipped 5: 1 not an assistant, 3 not in `include`, "
            "1 test file.",
        ],
    )


@pytest.mark.parametrize("names", [["compose.yml"], ["compose.yml", "assistants/bad.test.yaml"]])
def test_nothing_to_check_is_clean(project: Path, names: list[str]) -> None:
    code, lines = entry(*names)
    assert (code, lines[0].split(";")[0].rstrip(".")) == (
        0,
        f"Nothing to check: none of {'1 file' if len(names) == 1 else '2 files'} is an assistant",
    )


def test_what_is_excluded_is_skipped(project: Path) -> None:
    write(project, {"revox-lint.toml": 'exclude = ["**/bad.*"]\n'})
    assert entry("assistants/bad.yaml", "agents/bad.json") == (
        0,
        ["Nothing to check; skipped 2: 2 excluded."],
    )


def test_without_the_option_a_named_file_is_an_assistant(project: Path) -> None:
    done = CliRunner().invoke(
        group, ["check", "--output-format=concise", "compose.yml"], standalone_mode=False
    )
    assert int(done.return_value) == 1
    assert done.stdout.startswith("compose.yml:")


def test_tests_of_another_tool_are_skipped(project: Path) -> None:
    write(project, {"suite.test.yaml": "tests: [{name: a}]\n"})
    done = CliRunner().invoke(group, [*TEST_ENTRY, "suite.test.yaml"], standalone_mode=False)
    assert (int(done.return_value), done.output) == (
        0,
        "no tests in 0 files; skipped: 1 test file of another tool\n",
    )


def test_every_split_of_the_files_finds_the_same(project: Path) -> None:
    for size in range(1, len(ALL)):
        for some in combinations(ALL, size):
            others = [name for name in ALL if name not in some]
            found = entry(*reversed(some))[1][:-1] + entry(*others)[1][:-1]
            assert sorted(found) == FOUND, some


# --- the real pre-commit -------------------------------------------------------------------


@dataclass(frozen=True)
class Hooked:
    """The real pre-commit, with its environments in one folder, and this checkout as a source.

    `source` is a repository, `commit` a commit of it.
    """

    git: str
    source: Path
    commit: str
    environment: dict[str, str]

    def repository(self, folder: Path, files: dict[str, str], *args: str) -> Path:
        """Makes a repository with files and the hooks; `args` are those of `revox-lint`."""
        lint = {
            "id": "revox-lint",
            "args": ["--output-format=concise", ONE_RULE, *args],
            "verbose": True,
        }
        test = {"id": "revox-lint-test", "verbose": True}
        used = {"repo": self.source.as_posix(), "rev": self.commit, "hooks": [lint, test]}
        config = yaml.safe_dump({"repos": [used]})
        write(folder, {**files, ".pre-commit-config.yaml": config})
        commit_all(self.git, folder, self.environment)
        return folder

    def run(
        self, folder: Path, *args: str, hook: str = "revox-lint", **more: str
    ) -> tuple[int, list[str]]:
        """Runs a hook on files; returns the exit code and the lines of the output.

        Empty lines, and how long it took, are left out.
        """
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--color=never", hook, *args],
            cwd=folder,
            env={**self.environment, **more},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        lines = [line for line in done.stdout.splitlines() if line]
        return done.returncode, [line for line in lines if not line.startswith("- duration:")]


def commit_all(git: str, folder: Path, environment: dict[str, str]) -> str:
    """Makes a folder a repository with one commit, and returns the commit."""
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"]
    for command in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-q", "-m", "All"]):
        subprocess.run([git, *command], cwd=folder, env=environment, check=True)
    done = subprocess.run(
        [git, "rev-parse", "HEAD"],
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


@pytest.fixture(scope="session")
def hooked(tmp_path_factory: pytest.TempPathFactory) -> Hooked:
    """Commits the files of this checkout as they are now, and builds the environment of it."""
    git = program("git", "install Git")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PIP_RETRIES": "1",
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
    }
    source = tmp_path_factory.mktemp("source")
    copy_checkout(source)
    hooked = Hooked(git, source, commit_all(git, source, environment), environment)
    folder = hooked.repository(tmp_path_factory.mktemp("first"), {})
    built = subprocess.run(
        [sys.executable, "-m", "pre_commit", "install-hooks"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if built.returncode:
        index_of_packages(built.stdout)
    assert built.returncode == 0, built.stdout
    return hooked


ALONE: Final = {"PRE_COMMIT_NO_CONCURRENCY": "1"}
"""Makes pre-commit start a hook once instead of for several parts of the files."""


def outcome(word: str, *lines: str) -> list[str]:
    """Returns what pre-commit says of the hook, and the lines of the hook itself."""
    return ["revox-lint".ljust(79 - len(word), ".") + word, "- hook id: revox-lint", *lines]


@pytest.mark.proof
def test_a_bad_assistant_stops_a_commit_and_other_files_do_not(
    hooked: Hooked, tmp_path: Path
) -> None:
    files = {**UNRELATED, "assistants/good.yaml": GOOD, "agents/bad.yaml": BAD}
    folder = hooked.repository(tmp_path, files)
    assert hooked.run(folder, "--all-files", **ALONE) == (
        1,
        outcome(
            "Failed",
            "- exit code: 1",
            too_fast("agents/bad.yaml"),
            # The configuration of pre-commit is YAML as well.
            "Found 1 error in 2 files; skipped 4: 4 not an assistant.",
        ),
    )
    assert hooked.run(folder, "--files", "assistants/good.yaml", "compose.yml", **ALONE) == (
        0,
        outcome("Passed", "No mistakes found in 1 file; skipped 1: 1 not an assistant."),
    )
    assert hooked.run(folder, "--files", "compose.yml", "package.json", **ALONE) == (
        0,
        outcome("Passed", "Nothing to check: none of 2 files is an assistant."),
    )
    assert hooked.run(folder, "--files", "notes.md") == (
        0,
        ["revox-lint" + "(no files to check)Skipped".rjust(69, "."), "- hook id: revox-lint"],
    )


@pytest.mark.proof
def test_the_configuration_of_the_repository_holds(hooked: Hooked, tmp_path: Path) -> None:
    folder = hooked.repository(
        tmp_path,
        {
            "revox-lint.toml": 'include = ["calls/**"]\nexclude = ["calls/drafts/**"]\n',
            "assistants/bad.yaml": BAD,
            "calls/bad.yaml": BAD,
            "calls/drafts/bad.yaml": BAD,
        },
    )
    assert hooked.run(folder, "--all-files", **ALONE) == (
        1,
        outcome(
            "Failed",
            "- exit code: 1",
            too_fast("calls/bad.yaml"),
            "Found 1 error in 1 file; skipped 2: 1 excluded, 1 not in `include`.",
        ),
    )
    assert hooked.run(folder, "--files", "calls/drafts/bad.yaml") == (
        0,
        outcome("Passed", "Nothing to check; skipped 1: 1 excluded."),
    )


@pytest.mark.proof
def test_the_parts_that_pre_commit_makes_of_the_files_find_the_same(
    hooked: Hooked, tmp_path: Path
) -> None:
    bad = [f"assistants/{number:02}.yaml" for number in range(24)]
    folder = hooked.repository(tmp_path, {**UNRELATED, **dict.fromkeys(bad, BAD)})
    expected = [too_fast(name) for name in bad]
    for more in ({}, ALONE):
        code, lines = hooked.run(folder, "--all-files", **more)
        assert code == 1
        assert sorted(line for line in lines if "error[" in line) == expected
    halves = [
        hooked.run(folder, "--files", *part)[1] for part in (bad[::-2], [*bad[::2], "compose.yml"])
    ]
    assert sorted(line for half in halves for line in half if "error[" in line) == expected


LONGEST: Final = """\
name: Sales
prompt: Sell.
max_call_duration_secs: 600
call_retry_config:
  max_retry_attempts: 3
  calling_windows:
    - calling_window_start_time: "10:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
"""
AT_MOST: Final = """\
revox_test: 1
tests:
  - name: not too long
    expect: {{talk_seconds_max: {{lte: {seconds}}}}}
"""


@pytest.mark.proof
def test_the_tests_of_assistants_are_run_by_a_hook_of_their_own(
    hooked: Hooked, tmp_path: Path
) -> None:
    files = {
        "assistants/a.yaml": LONGEST,
        "assistants/a.test.yaml": AT_MOST.format(seconds=1800),
        "assistants/b.yaml": LONGEST,
        "assistants/b.test.yml": AT_MOST.format(seconds=1200),
        "other/suite.test.yaml": "tests: [{name: a}]\n",
    }
    folder = hooked.repository(tmp_path, {**UNRELATED, **files})
    code, lines = hooked.run(folder, "--all-files", hook="revox-lint-test", **ALONE)
    assert (code, lines[1:4], lines[-1]) == (
        1,
        [
            "- hook id: revox-lint-test",
            "- exit code: 1",
            "FAILED assistants/b.test.yml::not too long",
        ],
        "1 passed, 1 failed in 2 files; "
        "skipped: 4 files without a test beside it, 1 test file of another tool",
    )
    code, lines = hooked.run(
        folder, "--files", "assistants/a.yaml", "assistants/a.test.yaml", hook="revox-lint-test"
    )
    assert (code, lines[1:]) == (0, ["- hook id: revox-lint-test", "1 passed in 1 file"])
    # Where only a definition changes, its tests are run.
    code, lines = hooked.run(folder, "--files", "assistants/b.yaml", hook="revox-lint-test")
    assert (code, lines[-1]) == (1, "1 failed in 1 file")
