"""What a push command is about: an environment, its server, and the lock file that counts."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from revox_lint.push.environment import Target, target_of
from revox_lint.push.lock_path import lock_path

if TYPE_CHECKING:
    from revox_lint.api import LintOptions
    from revox_lint.push.lock import Lock, LockEntry


class Scope(NamedTuple):
    """An environment and its lock file.

    `flags` are the options that choose the configuration, as they were given: a command that
    is to find the same lock needs them too.
    """

    target: Target
    lock_file: Path
    flags: tuple[str, ...] = ()

    @property
    def root(self) -> Path:
        """The folder of the lock file, from which its keys count."""
        return self.lock_file.parent

    def entries(self, lock: Lock) -> dict[str, LockEntry]:
        """Return the lock's entries for the environment. Raises OtherServerError."""
        return lock.entries(self.target.name, self.target.server)

    def command(self, verb: str, key: str, *more: str) -> str:
        """Return a command about an entry as it can be copied, here, into a shell."""
        named = self.target.name
        file = os.path.relpath(self.root / key).replace(os.sep, "/")
        env = () if named == "default" else ("--env", named)
        return shlex.join(("revox-lint", "push", verb, file, *more, *env, *self.flags))


def scope_of(
    paths: Sequence[str | Path], options: LintOptions, env: str | None, flags: tuple[str, ...] = ()
) -> Scope:
    """Return the scope of the definitions at `paths` in the environment called `env`.

    Raises ConfigError and ConfigurationError for an environment that cannot be used.
    """
    folder = _folder_of(paths)
    config = options.config_for(folder)
    return Scope(target_of(config, env), lock_path(config, folder), flags)


def key_of(path: str | Path, root: Path) -> str:
    """Return the key of a file in the lock: its path from `root`, with `/`."""
    absolute = os.path.abspath(path)
    try:
        relative = os.path.relpath(absolute, root)
    except ValueError:
        relative = absolute
    return relative.replace(os.sep, "/")


def _folder_of(paths: Sequence[str | Path]) -> Path:
    """Return the innermost folder that contains all paths, absolute."""
    folders = [
        path if path.is_dir() else path.parent
        for path in (Path(os.path.abspath(path)) for path in paths)
    ]
    if not folders:
        return Path.cwd()
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:
        return folders[0]
