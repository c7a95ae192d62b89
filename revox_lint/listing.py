"""List the modules of a folder without importing one."""

from __future__ import annotations

import os
from collections.abc import Iterable


def module_names(paths: Iterable[str]) -> list[str]:
    """Return the sorted names of the modules in `paths`, a package's `__path__`."""
    paths = list(paths)
    try:
        files = [name for path in paths for name in os.listdir(path)]  # noqa: PTH208
    except OSError:
        files = []
    names = {name.removesuffix(".py") for name in files if name.endswith(".py")}
    if not names:
        # Packed in an archive or compiled: pkgutil knows, but takes long to load.
        import pkgutil

        names = {info.name for info in pkgutil.iter_modules(paths)}
    return sorted(names - {"__init__"})
