"""`revox-lint rule [NAME]`: explain one rule, or list a family or all of them."""

from __future__ import annotations

import json
from typing import Any

import click

from revox_lint.cli.exit_codes import Exit
from revox_lint.diagnostic import DOCS_URL
from revox_lint.report.sanitize import inert
from revox_lint.report.summary import plural
from revox_lint.rule import ALWAYS, FAMILIES, SHIPPED, Rule
from revox_lint.text.suggest import did_you_mean

VERSION = 1
"""Of the JSON object; raised when something that is there changes its meaning or goes."""


@click.command(epilog="Example: revox-lint rule unknown-timezone")
@click.argument("name", required=False, shell_complete=lambda ctx, param, text: _complete(text))
@click.option(
    "--output-format",
    "format_name",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to write it.",
)
def command(name: str | None, format_name: str) -> int:
    """Explain the rule NAME, or list the rules of the family NAME, or all rules."""
    from revox_lint.generate.rule_pages import OTHERS

    chosen: list[Rule] = []
    if name is None or name in FAMILIES:
        chosen = [rule for rule in SHIPPED.values() if name in (None, rule.family)]
    elif name in SHIPPED:
        chosen = [SHIPPED[name]]
    elif name not in OTHERS:
        known = [*SHIPPED, *FAMILIES, *OTHERS]
        raise click.UsageError(f"unknown rule `{inert(name)}`{did_you_mean(name, known)}")
    if format_name == "json":
        found = [_as_object(rule) for rule in chosen]
        if name is None or name in OTHERS:
            found += [
                {"name": other, "family": None, "severity": "error", **one._asdict()}
                for other, one in OTHERS.items()
                if name in (None, other)
            ]
        click.echo(json.dumps({"version": VERSION, "rules": found}, indent=2, ensure_ascii=False))
    elif name in OTHERS:
        click.secho(f"{name} (error)", bold=True)
        click.echo(f"\n{OTHERS[name].summary}\n\n{OTHERS[name].description}")
    elif name in SHIPPED:
        _explain(chosen[0])
    else:
        _list(chosen)
    return Exit.CLEAN


def _complete(text: str) -> list[str]:
    from revox_lint.generate.rule_pages import OTHERS

    return [name for name in (*SHIPPED, *FAMILIES, *OTHERS) if name.startswith(text)]


def _as_object(rule: Rule) -> dict[str, Any]:
    from revox_lint.generate.rule_pages import options, unmarked

    return {
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity.value,
        "summary": rule.summary,
        "description": rule.description,
        "reported": unmarked(rule.bad),
        "not_reported": rule.good,
        "fix": None if rule.fix is None else rule.fix.value,
        "options": [one._asdict() for one in options(rule)],
        "url": f"{DOCS_URL}/rules/{rule.name}/",
    }


def _list(rules: list[Rule]) -> None:
    longest = max(len(rule.name) for rule in rules)
    for family in FAMILIES:
        own = [rule for rule in rules if rule.family == family]
        if own:
            click.secho(f"\n{family}", bold=True)
        for rule in own:
            fix = "fix" if rule.fix == "safe" else "fix?" if rule.fix else ""
            click.echo(f"  {rule.name:<{longest}}  {rule.severity:<7}  {fix:<4}  {rule.summary}")
    click.echo(
        f"\n{plural(len(rules), 'rule')}. fix: `json` has one; fix?: it may change the meaning."
    )


def _explain(rule: Rule) -> None:
    from revox_lint.generate.rule_pages import options, shown, unmarked

    click.secho(f"{rule.name} ({rule.severity}, {rule.family})", bold=True)
    click.echo(f"\n{rule.summary}\n\n{rule.description}\n")
    click.secho("Reported", bold=True)
    click.echo(_indent(unmarked(shown(rule.bad))))
    click.secho("Fine", bold=True)
    click.echo(_indent(shown(rule.good)))
    if rule.fix is not None:
        click.echo(f"The json format has a fix ({rule.fix}).")
    for one in options(rule):
        click.echo(f"Option {one.name} = {one.default}: {one.description}")
    if rule.name in ALWAYS:
        click.echo("It cannot be suppressed or turned off; to skip a file, list it in `exclude`.")
    else:
        click.echo(f"Suppress one place with  # revox-lint: ignore[{rule.name}] -- reason")


def _indent(text: str) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in text.splitlines())
