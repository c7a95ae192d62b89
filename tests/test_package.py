"""What is published: wheel and sdist are built, judged, and the wheel is run on its own."""

from __future__ import annotations

import email
import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from email.message import Message
from importlib import metadata
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).parents[1]
PROJECT: Final[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
VERSION: Final[str] = PROJECT["project"]["version"]
REPOSITORY: Final = "https://github.com/revox-lint/revox-lint"


def run(*command: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {name: one for name, one in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**environment, **more},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sdist, and the wheel that was built from it.

    The backend is the one of this environment, so that no network is needed.
    """
    folder = tmp_path_factory.mktemp("dist")
    done = run(sys.executable, "-m", "build", "--no-isolation", "-o", folder, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    [path] = built.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def described(wheel: Path) -> Message:
    """Return the metadata of the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        name = f"revox_lint-{VERSION}.dist-info/METADATA"
        return email.message_from_bytes(archive.read(name))


def test_the_names_of_what_is_built(built: Path) -> None:
    assert sorted(path.name for path in built.iterdir() if path.name != ".gitignore") == [
        f"revox_lint-{VERSION}-py3-none-any.whl",
        f"revox_lint-{VERSION}.tar.gz",
    ]


def test_twine_finds_nothing_wrong(built: Path) -> None:
    files = sorted([*built.glob("*.whl"), *built.glob("*.tar.gz")])
    done = run(sys.executable, "-m", "twine", "check", "--strict", *files, cwd=ROOT, NO_COLOR="1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("PASSED") == 2


def test_the_wheel_holds_the_package_and_the_schemas_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "revox_lint").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    schemas = {f"revox_lint/schemas/{path.name}" for path in (ROOT / "schemas").iterdir()}
    assert "revox_lint/py.typed" in package
    assert "revox_lint/schemas/assistant-0.1.schema.json" in schemas
    assert names == package | schemas


def test_the_sdist_is_enough_to_test_and_document(built: Path) -> None:
    [path] = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {
        ".pre-commit-hooks.yaml",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "README.md",
        "docs/index.md",
        "examples/broken/EXPECTED.txt",
        "mkdocs.yml",
        "noxfile.py",
        "pyproject.toml",
        "revox_lint/__init__.py",
        "schemas/output.schema.json",
        "tests/test_package.py",
    }
    assert wanted - names == set()
    made = re.compile(r"__pycache__|\.pyc$|^\.venv|^site/|^\.git/|node_modules|\.lock$")
    assert [name for name in names if made.search(name)] == []


# --- metadata ------------------------------------------------------------------------------


def test_the_metadata_is_complete(described: Message) -> None:
    assert described["Name"] == "revox-lint"
    assert described["Version"] == VERSION
    assert described["License-Expression"] == "MIT"
    assert described["License-File"] == "LICENSE"
    assert described["Requires-Python"] == ">=3.11"
    assert described["Description-Content-Type"] == "text/markdown"
    classifiers = described.get_all("Classifier") or []
    versions = [one.rpartition(" ")[2] for one in classifiers if one[-5:-2] == " 3."]
    assert versions == ["3.11", "3.12", "3.13"]
    assert "Typing :: Typed" in classifiers


def test_every_address_is_of_the_project(described: Message) -> None:
    from revox_lint.diagnostic import DOCS_URL

    addresses = dict(one.split(", ", 1) for one in described.get_all("Project-URL") or [])
    assert addresses == {
        "Homepage": REPOSITORY,
        "Documentation": f"{DOCS_URL}/",
        "Changelog": f"{REPOSITORY}/blob/main/CHANGELOG.md",
        "Issues": f"{REPOSITORY}/issues",
        "Source": REPOSITORY,
    }


def test_the_core_brings_neither_network_nor_tests(described: Message) -> None:
    required = described.get_all("Requires-Dist") or []
    core = {re.split(r"[<>=!; \[]", one)[0] for one in required if "extra ==" not in one}
    assert core & {"httpx", "filelock", "pytest", "rich", "mkdocs", "requests"} == set()
    assert set(described.get_all("Provides-Extra") or []) == {
        "push",
        "pytest",
        "test",
        "docs",
        "dev",
    }


def test_the_version_is_written_once() -> None:
    pattern = re.compile(rf"[\"']v?{re.escape(VERSION)}[\"']")
    for path in (ROOT / "revox_lint").rglob("*.py"):
        assert not pattern.search(path.read_text(encoding="utf-8")), path
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    [newest, *_] = re.findall(r"(?m)^## \[?([^\]\s]+)", changes)
    assert newest in (VERSION, "Unreleased")


def test_what_is_installed_here_is_of_this_version() -> None:
    assert metadata.version("revox-lint") == VERSION


def test_the_entry_points_lead_somewhere() -> None:
    ours = metadata.distribution("revox-lint").entry_points
    assert {(one.group, one.name, one.value) for one in ours} == {
        ("console_scripts", "revox-lint", "revox_lint.cli:main"),
        ("pytest11", "revox-lint", "revox_lint.pytest_plugin"),
    }
    for one in ours:
        one.load()


# --- the wheel on its own ------------------------------------------------------------------


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the programs of an environment into which the wheel is installed.

    The dependencies are those of the running environment, behind its own in the search path;
    what makes the checkout importable there is left out.
    """
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    python = programs / ("python.exe" if os.name == "nt" else "python")
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(run(python, "-c", asked, cwd=folder).stdout.strip())
    done = run(
        *(sys.executable, "-m", "pip", "--python", python, "install"),
        *("--quiet", "--no-deps", "--no-index", "--no-compile", wheel),
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    known = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    (site / "dependencies.pth").write_text("\n".join(known), encoding="utf-8")
    return programs


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Return a folder outside the checkout with one assistant in it."""
    (tmp_path / "assistants").mkdir()
    text = "name: Sales\nprompt: Sell.\nvoice: {id: v, provider: cartesia, speed: 9}\n"
    (tmp_path / "assistants" / "sales.yaml").write_text(text, encoding="utf-8")
    return tmp_path


ALONE: Final = ("--output-format", "concise", "--select", "voice-speed-out-of-range")
SAID: Final = (
    "assistants/sales.yaml:3:43: error[voice-speed-out-of-range]"
    " `speed` of `9` is outside the range of cartesia, 0.6 to 1.5\n"
    "Found 1 error in 1 file.\n"
)


def test_the_package_that_runs_is_the_installed_one(installed: Path, elsewhere: Path) -> None:
    done = run(
        installed / "python", "-c", "import revox_lint; print(revox_lint.__file__)", cwd=elsewhere
    )
    assert Path(done.stdout.strip()).is_relative_to(installed.parent)


def test_the_program_runs(installed: Path, elsewhere: Path) -> None:
    done = run(installed / "revox-lint", *ALONE, cwd=elsewhere)
    assert (done.returncode, done.stdout, done.stderr) == (1, SAID, "")


def test_the_module_runs(installed: Path, elsewhere: Path) -> None:
    done = run(installed / "python", "-m", "revox_lint", *ALONE, cwd=elsewhere)
    assert (done.returncode, done.stdout, done.stderr) == (1, SAID, "")


def test_the_program_knows_its_version(installed: Path, elsewhere: Path) -> None:
    done = run(installed / "revox-lint", "--version", cwd=elsewhere)
    assert (done.returncode, done.stdout) == (0, f"revox-lint, version {VERSION}\n")


def test_the_schemas_are_found_inside_the_package(installed: Path, elsewhere: Path) -> None:
    done = run(installed / "revox-lint", "schema", "--write", "schemas", cwd=elsewhere)
    assert done.returncode == 0, done.stderr
    written = {path.name: path.read_bytes() for path in (elsewhere / "schemas").iterdir()}
    shipped = {path.name: path.read_bytes() for path in (ROOT / "schemas").iterdir()}
    assert written == shipped


def test_what_init_writes_is_clean(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "revox-lint", "init", cwd=tmp_path).returncode == 0
    done = run(installed / "revox-lint", "--output-format", "json", cwd=tmp_path)
    assert (done.returncode, json.loads(done.stdout)["diagnostics"]) == (0, [])
