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
        data = file_path.read_bytes() if file_path.is_file() else b"-"
    except OSError:
        return None
    if data.strip() and b"revox" not in data.lower() and b"expect" not in data:
        return None
    from revox_lint.harness.discover import is_ours

    if not is_ours(file_path):
        return None
    from revox_lint.harness.pytest_items import TestFile

    return TestFile.from_parent(parent, path=file_path)
