"""Where the lock file is: one per project, found from the definitions.

The folder of the configuration; without one, the nearest folder upward from the
definitions that has a lock already; else the current folder. It is always one that contains
the definitions, so that it is found again wherever the next push is started. Two locks
that could both speak for a definition are an error: each would create what the other has.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from revox_lint.config import Config
from revox_lint.push.errors import LockUnreadableError
from revox_lint.workspace import LOCK_NAME


def lock_path(config: Config, folder: Path) -> Path:
    """Return where the lock for the definitions of a folder (absolute) is or will be."""
    if config.path is not None and _holds(config.root, folder):
        return config.root / LOCK_NAME
    found = _nearest(folder)
    if found is None:
        here = Path.cwd()
        found = here if _holds(here, folder) else folder
    return found / LOCK_NAME


def check_single(lock: Path, files: Iterable[Path]) -> None:
    """Raise LockUnreadableError if a file has another lock nearer to it than `lock`."""
    for folder in sorted({Path(os.path.abspath(file)).parent for file in files}):
        nearest = _nearest(folder)
        if nearest is not None and not _same(nearest, lock.parent):
            raise LockUnreadableError(
                f"two lock files apply to `{folder.name}/`: `{nearest / LOCK_NAME}` and"
                f" `{lock}`; keep the entries of both in one, and remove the other"
            )


def _nearest(folder: Path) -> Path | None:
    for candidate in (folder, *folder.parents):
        if os.path.lexists(candidate / LOCK_NAME):
            return candidate
    return None


def _holds(outer: Path, inner: Path) -> bool:
    return Path(os.path.realpath(inner)).is_relative_to(os.path.realpath(outer))


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)
