"""`revox-lint test [PATHS]`: run the tests of `*.test.yaml` files and report."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from revox_lint.api import LintOptions
from revox_lint.cli.exit_codes import Exit
from revox_lint.cli.options import linting
from revox_lint.cli.output import style as look
from revox_lint.cli.writing import report_target, write_report
from revox_lint.config import ConfigError
from revox_lint.harness import report
from revox_lint.harness.discover import FOREIGN, UNTESTED, select
from revox_lint.harness.explain import explain_assumptions, explain_case
from revox_lint.harness.report import Run
from revox_lint.harness.run import Status, collect, run_case
from revox_lint.harness.suite import Case
from revox_lint.harness.test_filter import ExpressionError, chooser
from revox_lint.report import Style
from revox_lint.report.summary import plural
from revox_lint.workspace import DEFAULT_FOLDER, EXCLUDED


@click.command(epilog="Example: revox-lint test assistants/ -k 'lunch and not slow' --explain")
@click.argument("paths", nargs=-1, type=click.Path(path_type=str))
@linting
@click.option(
    "-k", "expression", metavar="EXPR", help="Run the tests whose name, file or tag fits."
)
@click.option("--tag", "tags", metavar="TAG", multiple=True, help="Run the tests with this tag.")
@click.option("--list", "only_list", is_flag=True, help="List the tests, and run none.")
@click.option("--explain", is_flag=True, help="Show what is assumed, and how attempts come about.")
@click.option("--update-snapshots", is_flag=True, help="Write the files of `payload_snapshot`.")
@click.option(
    "--only-marked",
    is_flag=True,
    help="Skip named files of other tools, without `revox_test`, for hooks.",
)
@click.option("--fail-fast", is_flag=True, help="Stop at the first test that fails.")
@click.option(
    "--output-format",
    "format_name",
    type=click.Choice(report.formats()),
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
    "--color/--no-color", default=None, help="Colour, or none; by default on a terminal only."
)
def command(
    paths: tuple[str, ...],
    options: LintOptions,
    expression: str | None,
    tags: tuple[str, ...],
    only_list: bool,
    explain: bool,
    update_snapshots: bool,
    only_marked: bool,
    fail_fast: bool,
    format_name: str,
    outputs: tuple[str, ...],
    color: bool | None,
) -> int:
    """Prove what definitions will do: run the tests of *.test.yaml files.

    Without a path: the folder assistants/, else the current one. Exit codes: 0 all passed,
    1 some failed, 2 a test file that cannot be run, 3 no test to run.
    """
    try:
        chosen = chooser(expression) if expression is not None else None
    except ExpressionError as error:
        raise click.BadParameter(str(error), param_hint="-k") from None
    targets = [report_target(one, report.formats()) for one in outputs]
    given = paths or ((DEFAULT_FOLDER,) if Path(DEFAULT_FOLDER).is_dir() else (".",))
    selection = select(given, options.config_for, only_marked=only_marked)
    run = Run(
        files=len(selection.files),
        skipped_files=selection.skipped,
        contract=options.contract or options.config_for(Path.cwd()).contract,
    )
    for name, reason in selection.unreadable:
        run.unreadable(name, reason)
    listed: list[str] = []
    read: list[str] = []
    for path, name in selection.files:

        def wanted(case: Case, name: str = name) -> bool:
            fits = chosen is None or chosen(name, case)
            return fits and (not tags or bool(set(tags) & set(case.tags)))

        before = len(run.results)
        try:
            collected = collect(path, name, options)
            read.append(name)
            if collected.subject is not None:
                read.append(collected.subject.document.source.path)
            run.errors += collected.errors
            if collected.suite is None:
                continue
            if explain and any(map(wanted, collected.suite.cases)):
                run.explained.append(f"{name}: what is assumed (* as the file says)")
                lines = explain_assumptions(collected.suite.assume)
                run.explained += [f"  {line}" for line in lines]
            for case in collected.suite.cases:
                if not wanted(case):
                    run.deselected += 1
                    continue
                listed.append(f"{name}::{case.name}")
                if explain:
                    run.explained += explain_case(collected, case)
                stop = fail_fast and (run.count(Status.FAILED) or run.errors)
                if not only_list and not stop:
                    result = run_case(collected, case, update_snapshots=update_snapshots)
                    run.results.append(result)
        except ConfigError:
            raise
        except Exception as error:
            del run.results[before:]
            run.internal_error(name, error)
    if only_list:
        return _list(run, listed, only_marked)
    _report(run, format_name, targets, read, color)
    return _exit(run, listed, only_marked)


def _list(run: Run, listed: list[str], only_marked: bool) -> int:
    from revox_lint.report.sanitize import inert

    for line in run.explained or listed:
        click.echo(inert(line))
    for error in run.errors:
        click.echo("".join(report.error_text(error, Style())), err=True, nl=False)
    return _exit(run, listed, only_marked)


def _report(
    run: Run,
    format_name: str,
    targets: list[tuple[str, Path]],
    read: list[str],
    color: bool | None,
) -> None:
    style = look(color, sys.stdout)
    names = [format_name]
    if format_name == "text" and os.environ.get("GITHUB_ACTIONS") == "true":
        names.append("github")
    for name in names:
        for piece in report.render(name, run, style):
            sys.stdout.write(piece)
    sys.stdout.flush()
    for name, file in targets:
        write_report(file, report.render(name, run, Style()), read)


def _exit(run: Run, listed: list[str], only_marked: bool) -> int:
    if run.crashed:
        return Exit.BUG
    if run.errors:
        return Exit.USAGE
    if run.count(Status.FAILED):
        return Exit.FINDINGS
    if not listed:
        passed_by = run.skipped_files[EXCLUDED] or (
            only_marked and (run.skipped_files[FOREIGN] or run.skipped_files[UNTESTED])
        )
        if not run.files and passed_by:
            return Exit.CLEAN
        what = "no test was found; the tests of sales.yaml are in sales.test.yaml"
        if run.deselected:
            what = f"none of {plural(run.deselected, 'test')} was chosen"
        click.echo(f"nothing to test: {what}", err=True)
        return Exit.NOTHING
    return Exit.CLEAN
