"""`revox-lint [check] [PATHS]`: lint definitions and report."""

from __future__ import annotations

import sys
from collections import Counter
from typing import IO, Any

import click

from revox_lint import api, workspace
from revox_lint.api import LintOptions, Result
from revox_lint.cli import output
from revox_lint.cli.exit_codes import Exit
from revox_lint.cli.options import linting
from revox_lint.cli.writing import report_target, write_report
from revox_lint.diagnostic import Severity
from revox_lint.report import Style, formats, reporter


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
    shell_complete=lambda ctx, param, text: [f"{n}:" for n in formats() if n.startswith(text)],
)
@click.option(
    "--fail-on",
    type=click.Choice([severity.value for severity in Severity]),
    help="The least severity that makes the exit code 1; error unless configured.",
)
@click.option("--strict", is_flag=True, help="The same as --fail-on warning.")
@click.option(
    "--stdin-filename",
    metavar="FILE",
    help="The name to report for standard input (path `-`); stdin.yaml by default.",
)
@click.option(
    "--only-assistants",
    is_flag=True,
    help="Skip files that are not assistants even when they are named, for commit hooks.",
)
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="Check many files in at most N processes; by default as many as processors.",
)
@click.option(
    "--show-files",
    "shows_files",
    is_flag=True,
    help="Also list the files that were checked and skipped, each with its reason.",
)
@click.option("-q", "--quiet", is_flag=True, help="Write the findings only, without a summary.")
@click.option("--statistics", is_flag=True, help="Count the findings by rule instead.")
@click.option(
    "--color/--no-color", default=None, help="Colour, or none; by default on a terminal only."
)
def command(
    paths: tuple[str, ...],
    options: LintOptions,
    format_name: str,
    outputs: tuple[str, ...],
    fail_on: str | None,
    strict: bool,
    stdin_filename: str | None,
    only_assistants: bool,
    jobs: int | None,
    shows_files: bool,
    quiet: bool,
    statistics: bool,
    color: bool | None,
) -> int:
    """Check assistant definitions: files, folders, or `-` for standard input.

    Without a path: what the configuration includes, else the folder assistants/.
    """
    targets = [report_target(one, formats()) for one in outputs]
    options.only_assistants = only_assistants
    result = _result(paths, options, stdin_filename, jobs or 0)
    threshold = output.threshold(result, options, strict=strict, fail_on=fail_on)
    read = [one.path for one in result.seen if one.checked] if targets else []
    for name, file in targets:
        write_report(file, reporter(name).render(result, Style()), read)
    if shows_files:
        # Other formats are for programs, which read nothing but the report.
        output.show_files(result, sys.stdout if format_name == "text" else sys.stderr)
    if statistics:
        _statistics(result)
    else:
        style = output.style(color, sys.stdout)._replace(quiet=quiet)
        output.write(format_name, result, style, sys.stdout)
    return output.code(result, threshold, only_assistants)


def _result(
    paths: tuple[str, ...], options: LintOptions, stdin_filename: str | None, processes: int
) -> Result:
    if "-" in paths:
        if len(paths) > 1:
            raise click.UsageError("`-` (standard input) excludes other paths")
        # One byte more than is allowed is enough to refuse it.
        data = sys.stdin.buffer.read(workspace.MAX_BYTES + 1)
        return api.check_text(data, stdin_filename or "stdin.yaml", options)
    if stdin_filename is not None:
        does = "write `-` instead of the paths" if paths else "add `-`"
        raise click.UsageError(f"--stdin-filename names standard input, which is not read: {does}")
    found: list[Any] = list(paths)
    if not found:
        found = api.default_paths(options)
        if not found:
            raise NothingError(
                "nothing to check: no path is given, none is configured, "
                "and there is no folder assistants/ here"
            )
    return output.find(found, options, processes)


class NothingError(click.ClickException):
    """There is nothing to check."""

    exit_code = Exit.NOTHING

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the message to standard error."""
        click.echo(self.format_message(), err=True)


def _statistics(result: Result) -> None:
    counts = Counter((one.rule, one.severity.value) for one in result.diagnostics)
    for (rule, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        click.echo(f"{count:>6}  {severity:<8} {rule}")
    from revox_lint.report.summary import summary

    click.echo(summary(result))
