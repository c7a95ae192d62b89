"""Paths of values, of which those of all elements of a list are the same place of the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from revox_lint.json_schema import Path


def any_element(path: Path) -> Path:
    """Return `path` with the index 0 for every element: that of its place in the contract."""
    return tuple([0 if isinstance(step, int) else step for step in path])
