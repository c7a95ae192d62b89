"""How `push adopt` and `push forget` name a definition: `file.yaml` or `file.yaml#Name`."""

from __future__ import annotations

import os
from collections.abc import Container
from pathlib import Path

from revox_lint.cli.commands.push._options import PushOptions
from revox_lint.push.lock_path import check_single
from revox_lint.push.scope import Scope, key_of


def path_of(named: str) -> Path:
    """Return the path of the file, whether or not it exists."""
    if os.path.lexists(named) or "#" not in named:
        return Path(named)
    return Path(named.rpartition("#")[0])


def scope_of_entry(named: str, options: PushOptions) -> Scope:
    """Return the scope of one definition; raises ConfigError and LockUnreadableError."""
    path = path_of(named)
    scope = options.scope([path])
    check_single(scope.lock_file, [path])
    return scope


def entry_key(named: str, scope: Scope, entries: Container[str]) -> str:
    """Return the key of the entry: a path from here, or a key as messages of push show it."""
    if named in entries:
        return named
    path = path_of(named)
    return key_of(path, scope.root) + (named[len(str(path)) :] if "#" in named else "")
