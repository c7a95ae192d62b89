"""pytest runs `*.test.yaml` files that have `revox_test` at their top: each test is an item.

Loaded by pytest's entry point `pytest11` in every project that has it installed, so that
nothing of ours is imported before such a file has been seen.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

OPTION = "--revox-update-snapshots"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Give pytest the option that writes the files of `payload_snapshot`."""
    group = parser.getgroup("revox-lint")
    group.addoption(
        OPTION,
        action="store_true",
        dest="revox_update_snapshots",
        help="write the files that `payload_snapshot` of *.test.yaml names",
    )


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a test file of ours; None for every other file."""
    if not file_path.name.endswith((".test.yaml", ".test.yml")):
        return None
    try:
        if not file_path.is_file() or b"revox_test" not in file_path.read_bytes():
            return None
    except OSError:
        return None
    from revox_lint.harness.discover import is_marked
    from revox_lint.harness.pytest_items import TestFile

    if not is_marked(file_path.read_bytes()):
        return None
    return TestFile.from_parent(parent, path=file_path)
