"""`revox-lint [check] [PATHS]`: lint definitions and report."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from typing import IO, Any

import click

from revox_lint import api
from revox_lint.api import Choice, Result
from revox_lint.cli.exits import Exit
from revox_lint.cli.options import linting
from revox_lint.diagnostic import Severity
from revox_lint.report import Style, formats, reporter

_LONG_RUN = 200
"""Files from which on a progress bar is worth its lines."""


@click.command(epilog="Example: revox-lint assistants/ --output-format concise --strict")
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@linting
@click.option(
    "--output-format",
    "format_name",
    type=click.Choice(formats()),
    default="text",
    show_default=True,
    help="How to write the report to standard output.",
)
@click.option(
    "--output",
    "outputs",
    metavar="FORMAT:FILE",
    multiple=True,
    help="Also write the report in FORMAT to FILE. Can be given more than once.",
)
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    help="The least severity that makes the exit code 1; error when nothing is configured.",
)
@click.option("--strict", is_flag=True, help="The same as --fail-on warning.")
@click.option(
    "--stdin-filename",
    metavar="FILE",
    default="stdin.yaml",
    help="The name to report for standard input (path `-`).",
)
@click.option(
    "--only-assistants",
    is_flag=True,
    help="Pass by files that are no assistants even when they are named, as a commit hook needs.",
)
@click.option("--statistics", is_flag=True, help="Count the findings by rule instead.")
@click.option(
    "--color/--no-color", default=None, help="Colour, or none; by itself on a terminal only."
)
def command(
    paths: tuple[str, ...],
    choice: Choice,
    format_name: str,
    outputs: tuple[str, ...],
    fail_on: str | None,
    strict: bool,
    stdin_filename: str,
    only_assistants: bool,
    statistics: bool,
    color: bool | None,
) -> int:
    """Check assistant definitions: files, folders, or `-` for standard input.

    Without a path: what the configuration includes, else the folder assistants/.
    """
    choice.only_assistants = only_assistants
    result = _result(paths, choice, stdin_filename)
    configured = choice.config_for(Path.cwd())
    result.contract = choice.contract or configured.contract
    threshold = Severity.WARNING if strict else Severity(fail_on or configured.fail_on)
    targets = [_target(one) for one in outputs]
    style = _style(color, sys.stdout)
    for name, file in targets:
        try:
            with file.open("w", encoding="utf-8", newline="\n") as stream:
                _write(name, result, Style(), stream)
        except OSError as error:
            raise click.UsageError(f"cannot write {file}: {error.strerror}") from None
    if statistics:
        _statistics(result)
    else:
        _write(format_name, result, style, sys.stdout)
        if format_name == "text" and os.environ.get("GITHUB_ACTIONS") == "true":
            _write("github", result, style, sys.stdout)
    code = _exit(result, threshold)
    return Exit.CLEAN if code == Exit.NOTHING and only_assistants else code


def _result(paths: tuple[str, ...], choice: Choice, stdin_filename: str) -> Result:
    if "-" in paths:
        if len(paths) > 1:
            raise click.UsageError("`-` (standard input) cannot stand beside other paths")
        data = sys.stdin.buffer.read()
        return api.check_text(data, stdin_filename, choice)
    found: list[Any] = list(paths)
    if not found:
        found = api.default_paths(choice)
        if not found:
            raise NothingError(
                "nothing to check: no path is given, none is configured, "
                "and there is no folder assistants/ here"
            )
    if not sys.stderr.isatty():
        return api.check(found, choice)
    return _with_progress(found, choice)


def _with_progress(found: list[Any], choice: Choice) -> Result:
    bar: Any = None

    def progress(done: int, total: int) -> None:
        nonlocal bar
        if total < _LONG_RUN:
            return
        if bar is None:
            bar = click.progressbar(length=total, label="Checking", file=sys.stderr)
        bar.update(1)

    try:
        return api.check(found, choice, progress)
    finally:
        if bar is not None:
            bar.render_finish()


class NothingError(click.ClickException):
    """There is nothing to check."""

    exit_code = Exit.NOTHING

    def show(self, file: IO[Any] | None = None) -> None:
        """Say so on standard error."""
        click.echo(self.format_message(), err=True)


def _exit(result: Result, threshold: Severity) -> int:
    if result.crashed:
        return Exit.BUG
    if any(one.severity.rank >= threshold.rank for one in result.diagnostics):
        return Exit.FINDINGS
    if not result.checked and not result.skipped["excluded"]:
        return Exit.NOTHING
    return Exit.CLEAN


def _target(given: str) -> tuple[str, Path]:
    name, colon, file = given.partition(":")
    if not colon or not file or name not in formats():
        known = ", ".join(formats())
        raise click.UsageError(f"--output is FORMAT:FILE with FORMAT one of {known}")
    return name, Path(file)


def _write(name: str, result: Result, style: Style, stream: IO[str]) -> None:
    for piece in reporter(name).render(result, style):
        stream.write(piece)
    stream.flush()


def _statistics(result: Result) -> None:
    counts = Counter((one.rule, one.severity.value) for one in result.diagnostics)
    for (rule, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        click.echo(f"{count:>6}  {severity:<8} {rule}")
    from revox_lint.report._summary import summary

    click.echo(summary(result))


def _style(color: bool | None, stream: IO[str]) -> Style:
    import shutil

    terminal = stream.isatty()
    if color is None:
        if os.environ.get("NO_COLOR"):
            color = False
        elif os.environ.get("FORCE_COLOR"):
            color = True
        else:
            color = terminal and os.environ.get("TERM") != "dumb"
    columns = shutil.get_terminal_size((100, 24)).columns if terminal else 100
    links = terminal and color and not os.environ.get("CI")
    return Style(color=color, links=links, width=max(columns, 40))
