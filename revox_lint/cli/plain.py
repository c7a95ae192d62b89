"""`revox-lint [check] PATHS` without click, which takes longer to load than a file to check."""

from __future__ import annotations

import sys
from pathlib import Path

from revox_lint.api import LintOptions
from revox_lint.cli import output
from revox_lint.config import Config, ConfigError
from revox_lint.workspace import NoSuchPathError

_FLAGS = frozenset({"--isolated", "--only-assistants", "--strict"})


def check(args: list[str]) -> int | None:
    """Check the paths in `args` and return the exit code; None when click has to read `args`."""
    if args[:1] == ["check"]:
        args = args[1:]
    elif not args or not (args[0] in _FLAGS or set(args[0]) & set("./\\")):
        return None  # it may be the name of a command
    flags = {arg for arg in args if arg.startswith("-")}
    paths = [arg for arg in args if not arg.startswith("-")]
    if not paths or not all(paths) or not flags <= _FLAGS:
        return None
    config = Config(Path.cwd()) if "--isolated" in flags else None
    options = LintOptions(config, only_assistants="--only-assistants" in flags)
    try:
        result = output.find(paths, options)
        threshold = output.threshold(result, options, strict="--strict" in flags)
    except (ConfigError, NoSuchPathError):
        return None  # click reports it with the usage
    output.write("text", result, output.style(None, sys.stdout), sys.stdout)
    return output.code(result, threshold, options.only_assistants)
