"""`revox-lint export promptfoo FILE`: a definition in the form of another tool."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from revox_lint.api import LintOptions
from revox_lint.cli.commandline import CommandList
from revox_lint.cli.definition import read_subject, read_suite, report_errors
from revox_lint.cli.exit_codes import Exit
from revox_lint.cli.options import linting
from revox_lint.cli.writing import write

_HEADER: Final = "# Written by `revox-lint export promptfoo`, which overwrites this file.\n"


@click.group(
    cls=CommandList,
    epilog="Example: revox-lint export promptfoo assistants/sales.yaml -o promptfooconfig.yaml",
)
def command() -> None:
    """Write a definition in the form of another tool."""


@command.command(
    epilog="Example: revox-lint export promptfoo assistants/sales.yaml --var first_name=Ada "
    "-o promptfooconfig.yaml && promptfoo eval"
)
@click.argument("file", type=click.Path(path_type=str))
@linting
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file instead of standard output.",
)
@click.option("--force", is_flag=True, help="Overwrite a file that was not written by an export.")
@click.option(
    "--provider", metavar="NAME", help="promptfoo's name of the model; the definition's own."
)
@click.option(
    "--var", "given", metavar="NAME=VALUE", multiple=True, help="The value of a variable."
)
@click.option(
    "--extraction-prompt",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The request for the extraction, with {{transcript}} for the call.",
)
def promptfoo(
    file: str,
    options: LintOptions,
    target: Path | None,
    force: bool,
    provider: str | None,
    given: tuple[str, ...],
    extraction_prompt: Path | None,
) -> int:
    """Write a promptfoo configuration: prompt, variables, and the extraction's schema.

    The tests of NAME.test.yaml that give `vars` become conversations. A definition that does
    not lint is not exported.
    """
    from revox_lint.harness.promptfoo import promptfoo_config

    if force and target is None:
        raise click.UsageError("--force is for the file of --output")
    values = dict(_pair(one) for one in given)
    subject = read_subject(file, options)
    if subject.errors:
        report_errors(subject)
        click.echo(f"{file} is not exported: it does not lint", err=True)
        return Exit.FINDINGS
    request = None
    if extraction_prompt is not None:
        try:
            request = extraction_prompt.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            raise click.UsageError(f"cannot read {extraction_prompt}") from None
    as_json = target is not None and target.suffix == ".json"
    text = promptfoo_config(
        subject.document,
        provider=provider,
        cases=_cases(file, values),
        extraction_prompt=request,
        as_json=as_json,
    )
    if target is None:
        sys.stdout.write(text)
        return Exit.CLEAN
    if not as_json:
        text = f"{_HEADER}{text}"
    write(target, text, _is_exported, force=force)
    return Exit.CLEAN


def _is_exported(text: str) -> bool:
    from revox_lint.harness.promptfoo import is_config

    return text.startswith(_HEADER) or is_config(text)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise click.BadParameter(f"it is NAME=VALUE, not `{text}`", param_hint="--var")
    return name, value


def _cases(file: str, values: dict[str, str]) -> list[tuple[str, dict[str, str]]]:
    """Return the tests beside the definition that give `vars`; `values` override theirs."""
    suite = read_suite(file)
    cases = [
        (case.name, {**case.given.vars, **values})
        for case in (suite.cases if suite is not None else ())
        if case.given.vars
    ]
    return cases or [("the opening", values)]
