"""The definition that a FILE or FILE#2 argument names, and the test file beside it."""

from __future__ import annotations

from pathlib import Path

import click

from revox_lint.api import LintOptions
from revox_lint.harness.beside import suite_beside
from revox_lint.harness.definition import read_definition
from revox_lint.harness.expectations.expectation import Subject
from revox_lint.harness.suite import Suite
from revox_lint.report.sanitize import inert
from revox_lint.workspace import file_name


def read_subject(file: str, options: LintOptions) -> Subject:
    """Return the definition that a FILE or FILE#2 argument names, linted."""
    path, index = _document(file)
    name = file_name(path)
    subject = read_definition(path, name, name, options, index)
    if isinstance(subject, str):
        raise click.UsageError(subject)
    return subject


def report_errors(subject: Subject) -> None:
    """Write the errors of a definition to standard error, a line for each."""
    for one in subject.errors:
        line, column = one.source.position(one.span.start)
        place = f"{one.path}:{line}:{column}: {one.severity}[{one.rule}]"
        click.echo(inert(f"{place} {one.message}"), err=True)


def read_suite(file: str) -> Suite | None:
    """Return the test file beside the definition that a FILE or FILE#2 argument names.

    What is wrong with it is said on standard error, and it is not used.
    """
    path, index = _document(file)
    beside = suite_beside(path, index or 0)
    if beside is None:
        return None
    for error in beside.errors:
        click.echo(inert(f"{error.place}: {error.message}"), err=True)
    if beside.suite is None:
        click.echo(f"{beside.name} is not used: `revox-lint test {beside.name}` fails", err=True)
    return beside.suite


def _document(file: str) -> tuple[Path, int | None]:
    """Return the path and the index of the document that a FILE or FILE#2 argument names."""
    path, hash_sign, number = file.rpartition("#")
    if not hash_sign or not (number.isascii() and number.isdigit()) or Path(file).exists():
        return Path(file), None
    if not 0 < int(number[:6]) < 10**5:
        raise click.UsageError(f"documents are counted from 1: {file}")
    return Path(path), int(number[:6]) - 1
