"""`revox-lint [check] PATHS`, the check as hooks and people call it, without click.

Only paths and the flags below are read here. Whatever else there is, and whatever goes wrong
before the report, is left to click, which says the same of it as ever.
"""

from __future__ import annotations

import sys
from pathlib import Path

from revox_lint.api import LintOptions, Result
from revox_lint.cli import output as checking
from revox_lint.config import Config
from revox_lint.diagnostic import Severity

_FLAGS = frozenset({"--isolated", "--only-assistants", "--strict"})


class Plain:
    """A check that is done: what it found, and what of it counts."""

    def __init__(self, result: Result, threshold: Severity, hook: bool) -> None:
        """Take the result, the least severity that fails, and whether a hook asked."""
        self.result = result
        self.threshold = threshold
        self.hook = hook

    def report(self) -> int:
        """Write the report to standard output; answers the exit code."""
        checking.write("text", self.result, checking.style(None, sys.stdout), sys.stdout)
        return checking.code(self.result, self.threshold, self.hook)


def plain(args: list[str]) -> Plain | None:
    """Check the paths that `args` are; None when they are more than paths and known flags."""
    if args[:1] == ["check"]:
        args = args[1:]
    elif not args or not (args[0] in _FLAGS or set(args[0]) & set("./\\")):
        return None  # it may be the name of a command
    flags = {arg for arg in args if arg.startswith("-")}
    paths = tuple(arg for arg in args if not arg.startswith("-"))
    if not paths or not flags <= _FLAGS:
        return None
    hook = "--only-assistants" in flags
    choice = LintOptions(
        Config(Path.cwd()) if "--isolated" in flags else None,
        only_assistants=hook,
    )
    try:
        result = checking.find(paths, choice)
        threshold = checking.threshold(result, choice, strict="--strict" in flags)
    except Exception:
        return None  # click's way comes to the same, and tells the user
    return Plain(result, threshold, hook)
