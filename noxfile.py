"""What nox runs: the tests on every supported Python, the linters, the documentation."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import nox

PYTHONS = ("3.11", "3.12", "3.13")

OUTSIDE = (
    "--ignore=tests/editor",
    "--ignore=tests/harness/test_promptfoo.py",
    "--ignore=tests/test_pre_commit.py",
    "--ignore=tests/test_readme.py",
    "--ignore=tests/timeline/test_page.py",
)
"""Tests of third-party programs, which are the same under every Python."""

nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = False
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = [*(f"tests-{python}" for python in PYTHONS), "lint", "docs"]


def interpreter(python: str) -> str | None:
    """Return the interpreter of a version, from the PATH or pyenv; None if not installed."""
    name = f"python{python}"
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    shims = str(root / "shims")
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        # pyenv has a shim for every version, but only the selected ones run.
        found = None if folder == shims else shutil.which(name, path=folder)
        if found is not None:
            return found
    installed = root.glob(f"versions/{python}.*/bin/{name}")
    newest = max(installed, key=lambda path: _numbers(path.parts[-3]), default=None)
    return None if newest is None else str(newest)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _tests(session: nox.Session) -> None:
    session.install("--quiet", "--editable", ".[test,docs]")
    arguments = session.posargs or ["-n", "auto", "-q", *OUTSIDE]
    session.run("pytest", *arguments, env={"PYTHONDONTWRITEBYTECODE": "1"})


for python in PYTHONS:
    nox.session(python=interpreter(python) or python, name=f"tests-{python}")(_tests)


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style, the types, and that generated files are current."""
    session.install("--quiet", "--editable", ".[dev]")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("python", "-m", "revox_lint.generate", "--check")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a broken link is an error."""
    session.install("--quiet", "--editable", ".[docs]")
    session.run("mkdocs", "build", "--strict", env={"NO_MKDOCS_2_WARNING": "1"})


if __name__ == "__main__":
    # For .ci/run: is the interpreter of this version installed?
    sys.exit(interpreter(sys.argv[1]) is None)
