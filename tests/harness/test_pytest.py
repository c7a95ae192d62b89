"""Test files under the real pytest: ids, marks, choice, several processes, JUnit, cost."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from contextlib import redirect_stdout
from importlib.metadata import entry_points
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from revox_lint.cli import group
from tests.harness.conftest import Write

REPOSITORY = Path(__file__).resolve().parents[2]
PLUGIN = "revox_lint.pytest_plugin"
INSTALLED = {one.value for one in entry_points(group="pytest11")}
PLUGINS = [] if PLUGIN in INSTALLED else [PLUGIN]

TESTS = """\
revox_test: 1
defaults: {recipient: "+33612345678"}
tests:
  - name: lunch is closed
    tags: [windows]
    given: {at: "2027-03-26T12:30:00Z"}
    expect: {inside_window: true}
  - name: three attempts
    tags: [slow]
    expect: {attempts_count: 3}
  - name: not now
    skip: later
    expect: {attempts_count: 4}
"""


def run_pytest(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    plugin = [part for name in PLUGINS for part in ("-p", name)]
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "COV"))
    }
    environment["PYTHONPATH"] = str(REPOSITORY)
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --strict-markers\n", encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "pytest", *plugin, "-p", "no:cacheprovider", *args],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def run_here(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run pytest within this process, which takes a tenth of the time."""
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --strict-markers\n", encoding="utf-8")
    with redirect_stdout(StringIO()) as out:
        code = pytest.main(["-W", "error", "-p", "no:cacheprovider", *args], PLUGINS)
    return subprocess.CompletedProcess(args, int(code), out.getvalue())


def results(folder: Path) -> list[str]:
    """What `out.xml` says of each test."""
    words = {"failure": "FAILED", "skipped": "SKIPPED", "error": "ERROR"}
    found = []
    for case in ElementTree.parse(folder / "out.xml").getroot().iter("testcase"):
        ends = [words[child.tag] for child in case if child.tag in words]
        file = case.find(".//property[@name='file']")
        path = "" if file is None else file.get("value")
        found.append(f"{(ends or ['PASSED'])[0]} {path}::{case.get('name')}")
    return sorted(found)


EVERY = [
    "FAILED sales.test.yaml::lunch is closed",
    "PASSED sales.test.yaml::three attempts",
    "SKIPPED sales.test.yaml::not now",
]


def test_every_test_is_an_item(folder: Path, write: Write) -> None:
    write(TESTS)
    done = run_pytest(folder, "--junitxml=out.xml")
    assert done.returncode == 1
    assert results(folder) == EVERY
    assert done.stdout.splitlines()[-1].strip("= ").startswith("1 failed, 1 passed, 1 skipped")


def test_a_failure_is_shown_at_its_line(folder: Path, write: Write) -> None:
    write(TESTS)
    done = run_here(folder, "-q", "-rs", "-k", "lunch or now")
    lines = done.stdout.splitlines()
    start = lines.index("inside_window: expected true, found false")
    assert lines[start + 1 : start + 9] == [
        "  --> sales.test.yaml:7:29",
        "   |",
        " 7 |     expect: {inside_window: true}",
        "   |                             ^^^^",
        "    inside_window",
        "      expected  true",
        "      found     false",
        "                2027-03-26T12:30:00Z is Fri 2027-03-26 13:30 in Europe/Paris",
    ]
    assert "Traceback" not in done.stdout
    assert "SKIPPED [1] sales.test.yaml: later" in lines


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (("-k", "three"), EVERY[1:2]),
        (("-k", "windows"), EVERY[:1]),
        (("-m", "slow"), EVERY[1:2]),
        (("-m", "not slow and not windows"), EVERY[2:]),
        (("sales.test.yaml::three attempts",), EVERY[1:2]),
    ],
)
def test_tests_are_chosen(
    folder: Path, write: Write, args: tuple[str, ...], expected: list[str]
) -> None:
    write(TESTS)
    run_here(folder, "--junitxml=out.xml", *args)
    assert results(folder) == expected


def test_a_mistake_is_a_collection_error_with_its_line(folder: Path, write: Write) -> None:
    write("revox_test: 1\ntests:\n  - name: a\n    expect: {attempts_cont: 3}\n")
    done = run_here(folder, "-q")
    assert done.returncode == 2
    assert (
        "error: unknown key `attempts_cont` in `expect`, did you mean `attempts_count`?"
        in done.stdout
    )
    assert "  --> sales.test.yaml:4:14" in done.stdout
    assert "Traceback" not in done.stdout


def test_junit_has_file_and_line(folder: Path, write: Write) -> None:
    write(TESTS)
    run_here(folder, "-q", "--junitxml=out.xml")
    root = ElementTree.parse(folder / "out.xml").getroot()
    cases = [
        (
            case.get("name"),
            {one.get("name"): one.get("value") for one in case.iter("property")},
        )
        for case in root.iter("testcase")
    ]
    assert cases == [
        ("lunch is closed", {"file": "sales.test.yaml", "line": "4"}),
        ("three attempts", {"file": "sales.test.yaml", "line": "8"}),
        ("not now", {"file": "sales.test.yaml", "line": "11"}),
    ]
    run_here(folder, "-q", "--junitxml=old.xml", "-o", "junit_family=xunit1")
    old = ElementTree.parse(folder / "old.xml").getroot()
    assert [(case.get("file"), case.get("line")) for case in old.iter("testcase")] == [
        ("sales.test.yaml", "3"),
        ("sales.test.yaml", "7"),
        ("sales.test.yaml", "10"),
    ]


def test_snapshots_are_written_on_demand(folder: Path, write: Write) -> None:
    write("revox_test: 1\ntests: [{name: a, expect: {payload_snapshot: sales.snapshot.json}}]\n")
    assert run_here(folder, "-q").returncode == 1
    assert run_here(folder, "-q", "--revox-update-snapshots").returncode == 0
    assert run_here(folder, "-q").returncode == 0


def test_files_of_other_tools_are_left_alone_and_nothing_is_imported(folder: Path) -> None:
    (folder / "other.test.yaml").write_text("tests: []\n", encoding="utf-8")
    (folder / "nested.test.yaml").write_text("a: {revox_test: 1}\n", encoding="utf-8")
    (folder / "test_loaded.py").write_text(
        "import sys\n\n\ndef test_loaded():\n"
        "    ours = sorted(name for name in sys.modules if name.startswith('revox_lint'))\n"
        "    assert ours == ['revox_lint', 'revox_lint.pytest_plugin']\n",
        encoding="utf-8",
    )
    (folder / "nested.test.yaml").unlink()
    done = run_pytest(folder, "-q")
    assert (done.returncode, done.stdout.splitlines()[-1].split(" in ")[0]) == (0, "1 passed")
    (folder / "nested.test.yaml").write_text("a: {revox_test: 1}\n", encoding="utf-8")
    done = run_here(folder, "-q", "nested.test.yaml", "other.test.yaml")
    assert done.returncode in {4, 5}


def test_both_runners_count_alike_in_several_processes(folder: Path, write: Write) -> None:
    write(TESTS)
    (folder / "more.test.yaml").write_text(
        TESTS.replace("revox_test: 1", "revox_test: 1\nassistant: sales.yaml"), encoding="utf-8"
    )
    ours = CliRunner().invoke(group, ["test", "."], standalone_mode=False)
    assert ours.stdout.splitlines()[-1] == "2 passed, 2 failed, 2 skipped in 2 files"
    done = run_pytest(folder, "-q", "-n", "2", "--junitxml=out.xml")
    more = [one.replace("sales", "more") for one in EVERY]
    assert results(folder) == sorted(EVERY + more)
    assert done.stdout.splitlines()[-1].startswith("2 failed, 2 passed, 2 skipped")
