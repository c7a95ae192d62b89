"""Run a check, write its report, and find its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from revox_lint import api
from revox_lint.api import LintOptions, Result
from revox_lint.cli.exit_codes import Exit
from revox_lint.diagnostic import Severity
from revox_lint.report import Style, reporter
from revox_lint.report.sanitize import inert
from revox_lint.workspace import EXCLUDED

_LONG_RUN = 200
"""The number of files from which a progress bar is shown."""


def find(paths: Sequence[str | Path], options: LintOptions, processes: int = 0) -> Result:
    """Check files and folders in at most so many processes, 0 for as many as processors.

    On a terminal, many files get a progress bar. Raises ConfigError and NoSuchPathError.
    """
    if not sys.stderr.isatty():
        return api.check(paths, options, None, processes)
    bar: Any = None

    def progress(done: int, total: int) -> None:
        nonlocal bar
        if total < _LONG_RUN:
            return
        if bar is None:
            import click

            bar = click.progressbar(length=total, label="Checking", file=sys.stderr)
        bar.update(done - bar.pos)

    try:
        return api.check(paths, options, progress, processes)
    finally:
        if bar is not None:
            bar.render_finish()


def threshold(
    result: Result, options: LintOptions, *, strict: bool = False, fail_on: str | None = None
) -> Severity:
    """Return the least severity that fails the check; also sets the contract of `result`."""
    configured = options.config_for(Path.cwd())
    result.contract = options.contract or configured.contract
    return Severity.WARNING if strict else Severity(fail_on or configured.fail_on)


def code(result: Result, threshold: Severity, hook: bool) -> Exit:
    """Return the exit code; a `hook` that is given no assistant passes."""
    if result.crashed:
        return Exit.BUG
    if any(one.severity.rank >= threshold.rank for one in result.diagnostics):
        return Exit.FINDINGS
    if not result.checked and not result.skipped[EXCLUDED] and not hook:
        return Exit.NOTHING
    return Exit.CLEAN


def write(name: str, result: Result, style: Style, stream: IO[str]) -> None:
    """Write the report in the format `name`, and in GitHub Actions also as annotations."""
    names = [name]
    if name == "text" and stream is sys.stdout and os.environ.get("GITHUB_ACTIONS") == "true":
        names.append("github")
    for one in names:
        for piece in reporter(one).render(result, style):
            stream.write(piece)
        stream.flush()


def show_files(result: Result, stream: IO[str]) -> None:
    """Write which files were checked and skipped, each with its reason."""
    for one in result.seen:
        what = "checked" if one.checked else "skipped"
        stream.write(f"{what} {inert(one.path)}: {one.reason}\n")


def style(color: bool | None, stream: IO[str]) -> Style:
    """Return how a report may look on `stream`; `color` None means on a terminal only."""
    terminal = stream.isatty()
    if color is None:
        if os.environ.get("NO_COLOR"):
            color = False
        elif os.environ.get("FORCE_COLOR"):
            color = True
        else:
            color = terminal and os.environ.get("TERM") != "dumb"
    columns = 120
    if terminal:
        import shutil

        columns = shutil.get_terminal_size((120, 24)).columns
    links = terminal and color and not os.environ.get("CI")
    return Style(color=color, links=links, width=max(columns, 40))
