"""`revox-lint plan FILE`: when calls would be made, as a time line or as a page."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from revox_lint.api import LintOptions
from revox_lint.cli.definition import read_subject, read_suite, report_errors
from revox_lint.cli.exit_codes import Exit
from revox_lint.cli.options import linting
from revox_lint.cli.output import style as look
from revox_lint.cli.writing import write
from revox_lint.harness.expectations.expectation import Subject
from revox_lint.harness.load import ASSUME_CHOICES, ASSUME_KEYS
from revox_lint.harness.plannable import about_calls
from revox_lint.harness.reading import InputError, check_number, instant_of
from revox_lint.report.sanitize import inert
from revox_lint.schedule.model import DAYS, OUTCOMES, Assumptions, schedule_of
from revox_lint.schedule.plan import PlanError, attempts_made
from revox_lint.timeline.model import sheet_of

T = TypeVar("T")


@click.command(
    epilog="Example: revox-lint plan assistants/sales.yaml --to +33612345678 --at 2027-03-26T15:30Z"
)
@click.argument("file", type=click.Path(path_type=str))
@linting
@click.option("--to", "recipient", metavar="NUMBER", help="Who is called, in E.164.")
@click.option(
    "--at",
    "start",
    metavar="INSTANT",
    default="now",
    help="From when on, with an offset or Z; now by default.",
)
@click.option(
    "--outcomes", metavar="LIST", help=f"How attempts end, in order: {', '.join(OUTCOMES)}."
)
@click.option(
    "--days", metavar="LIST", help="The days that are open, such as mon-fri; all by default."
)
@click.option(
    "--assume",
    "assumed",
    metavar="NAME=VALUE",
    multiple=True,
    help="Assume otherwise, by the names that --explain shows.",
)
@click.option("--author", metavar="ZONE", help="Your time zone; that of the TZ variable, else UTC.")
@click.option(
    "--html",
    "page",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the plan as a page, too.",
)
@click.option("--force", is_flag=True, help="Overwrite a file that is not an earlier page.")
@click.option("--explain", is_flag=True, help="Show what is assumed.")
@click.option(
    "--color/--no-color", default=None, help="Colour, or none; by default on a terminal only."
)
def command(
    file: str,
    options: LintOptions,
    recipient: str | None,
    start: str,
    outcomes: str | None,
    days: str | None,
    assumed: tuple[str, ...],
    author: str | None,
    page: Path | None,
    force: bool,
    explain: bool,
    color: bool | None,
) -> int:
    """Show when calls would be made: a week's windows, and the attempts with their reasons.

    FILE is a definition; `FILE#2` is its second document. One with an error about when calls
    are made is not planned: exit code 1.
    """
    from revox_lint.schedule.zones import candidate_zones
    from revox_lint.timeline import html, terminal

    if recipient is not None:
        _checked("--to", lambda: check_number(recipient, "--to"))
    at = datetime.now(UTC).replace(microsecond=0)
    if start != "now":
        at = _checked("--at", lambda: instant_of(start, "--at"))
    pairs = [f"days={days}"] if days is not None else []
    subject = read_subject(file, options)
    if any(about_calls(subject)):
        report_errors(subject)
        click.echo(f"{file} is not planned: with these errors its calendar is unknown", err=True)
        return Exit.FINDINGS
    tests = read_suite(file)
    base = Assumptions() if tests is None else tests.assume
    assume = _assumptions(base, [*pairs, *assumed])
    ends = _words("--outcomes", outcomes, OUTCOMES) if outcomes is not None else ()
    _count_errors(subject, file)
    try:
        schedule = schedule_of(subject.values)
        made = attempts_made(schedule, ends, assume)
        if len(ends) > made:
            raise click.BadParameter(
                f"{len(ends)} outcomes are more than the {made} attempts", param_hint="--outcomes"
            )
        zones = candidate_zones(recipient) if recipient is not None else ()
        if schedule.timezone is None and recipient is None:
            raise click.UsageError(
                "the definition sets no `timezone`: give the number to call with --to"
            )
        sheet = sheet_of(
            _name(subject, file),
            schedule,
            recipient,
            zones,
            int(at.timestamp()),
            _author(author),
            ends,
            assume,
        )
    except (PlanError, ValueError) as error:
        click.echo(f"{file} cannot be planned: {error}", err=True)
        return Exit.FINDINGS
    sys.stdout.writelines(terminal.render(sheet, look(color, sys.stdout)))
    if tests is not None and base != Assumptions():
        sys.stdout.write(f"Assumed as in {inert(tests.source.path)}.\n")
    if explain:
        sys.stdout.writelines(["\n", *terminal.assumptions(assume)])
    sys.stdout.flush()
    if page is not None:
        write(page, html.render(sheet), html.is_page, force=force)
    return Exit.CLEAN


def _checked(option: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except InputError as error:
        hint = f"; {error.help}" if error.help else ""
        raise click.BadParameter(f"{error}{hint}", param_hint=option) from None


def _words(option: str, text: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    words = tuple(word.strip() for word in text.split(",") if word.strip())
    for word in words:
        if word not in choices:
            raise click.BadParameter(
                f"`{word}` is not one of {', '.join(choices)}", param_hint=option
            )
    if not words:
        raise click.BadParameter(
            f"it is empty: give some of {', '.join(choices)}", param_hint=option
        )
    return words


def _days(text: str) -> str:
    """Return a list of days with `mon-fri` written out."""
    from revox_lint.harness.reading import day_meant

    names = "|".join(DAYS)
    text = re.sub(r"[^\W\d_]+", lambda word: day_meant(word[0]) or word[0], text)

    def span(match: re.Match[str]) -> str:
        first, last = DAYS.index(match[1]), DAYS.index(match[2])
        return ",".join(DAYS[day % 7] for day in range(first, last + (last < first) * 7 + 1))

    return re.sub(rf"\b({names})\s*(?:-|–|\.\.)\s*({names})\b", span, text)


def _assumptions(base: Assumptions, pairs: list[str]) -> Assumptions:
    """Return `base` with the values of `NAME=VALUE` texts put in."""
    chosen: dict[str, Any] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        hint = f"--assume {name}"
        if not equals or name not in ASSUME_KEYS:
            raise click.BadParameter(
                f"it is NAME=VALUE with NAME one of {', '.join(ASSUME_KEYS)}", param_hint="--assume"
            )
        if name == "days":
            words = _words("--days", _days(value), DAYS)
            chosen[name] = frozenset(DAYS.index(day) for day in words)
        elif name == "final_outcomes":
            chosen[name] = frozenset(_words(hint, value, OUTCOMES))
        elif name == "failed_call_seconds":
            if not (value.isascii() and value.isdigit() and len(value) < 10):
                raise click.BadParameter(
                    f"it is a number of seconds, not `{value}`", param_hint=hint
                )
            chosen[name] = int(value)
        elif value in ASSUME_CHOICES[name]:
            chosen[name] = value
        else:
            listed = ", ".join(ASSUME_CHOICES[name])
            raise click.BadParameter(f"`{value}` is not one of {listed}", param_hint=hint)
    return replace(base, **chosen)


def _author(given: str | None) -> str:
    from revox_lint.schedule.zones import is_zone

    if given is not None:
        if not is_zone(given):
            raise click.BadParameter(
                f"`{given}` is not in the IANA time zone data", param_hint="--author"
            )
        return given
    system = os.environ.get("TZ", "").removeprefix(":")
    return system if is_zone(system) else "UTC"


def _count_errors(subject: Subject, file: str) -> None:
    """Say on standard error that the definition does not lint: the plan may not come true."""
    if subject.errors:
        count = len(subject.errors)
        click.echo(
            f"{file} has {count} error{'s' if count > 1 else ''}: `revox-lint {file}` shows "
            f"{'them' if count > 1 else 'it'}",
            err=True,
        )


def _name(subject: Subject, file: str) -> str:
    name = subject.document.value(*subject.document.roles.name)
    return name if name is not None and name.strip() else Path(file).stem
