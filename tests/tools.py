"""Programs that some tests drive and that not every machine has: found, or missed loudly.

Where one is missing a test is skipped, with what to do about it; on a build machine
(`CI=true`) it fails, so that nothing goes unchecked there unnoticed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final, TypeVar

import pytest

Found = TypeVar("Found")

ROOT: Final = Path(__file__).parents[1]

_NO_INDEX: Final = re.compile(r"ERROR: .*\(from versions: none\)")
"""pip's words when no index answers; of a version that is not there it lists those that are."""

NODE_FOLDER: Final = "REVOX_LINT_NODE"
"""The environment variable that names the folder whose `node_modules` has the packages."""


def require(found: Found | None, what: str, remedy: str) -> Found:
    """Returns what was found; skips the test when it is None, and fails it with `CI=true`.

    `what` says what is missing and `remedy` how to get it, each as a part of a sentence.
    """
    if found is None:
        reason = f"{what} is missing: {remedy}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return found


def program(name: str, remedy: str) -> str:
    """Returns the path of a program on the PATH, or skips or fails the test."""
    return require(shutil.which(name), f"the program `{name}`", remedy)


def node_package(name: str) -> Path:
    """Returns the folder of an installed npm package, or skips or fails the test."""
    folder = os.environ.get(NODE_FOLDER)
    package = Path(folder, "node_modules", name) if folder else None
    found = package if package is not None and (package / "package.json").is_file() else None
    return require(
        found,
        f"the npm package `{name}`",
        f"`npm install --prefix FOLDER {name}`, and {NODE_FOLDER}=FOLDER",
    )


def index_of_packages(said: str) -> None:
    """Skips or fails the test when what pip said of a failure is that it reaches no index."""
    missing = _NO_INDEX.search(said)
    if missing is not None:
        require(None, "the index of Python packages", f"pip said `{missing[0].strip()}`")


def copy_checkout(folder: Path) -> None:
    """Copies what Git knows of this checkout, as it is now; skips or fails the test without Git."""
    git = program("git", "install Git")
    listing = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        capture_output=True,
        text=True,
        check=False,
    )
    names = listing.stdout.split("\0") if listing.returncode == 0 else None
    for name in require(names, "the Git checkout", "run the tests in a clone"):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
