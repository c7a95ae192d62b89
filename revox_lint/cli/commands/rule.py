"""`revox-lint rule [NAME]`: explain one rule, or list them all."""

from __future__ import annotations

import click

from revox_lint.cli.exit_codes import Exit
from revox_lint.rule import FAMILIES, SHIPPED, Rule
from revox_lint.text.suggest import did_you_mean


@click.command(epilog="Example: revox-lint rule unknown-timezone")
@click.argument("name", required=False, shell_complete=lambda ctx, param, text: _complete(text))
def command(name: str | None) -> int:
    """Explain the rule NAME, or list all rules."""
    if name is None:
        _list()
        return Exit.CLEAN
    if name not in SHIPPED:
        raise click.UsageError(f"unknown rule `{name}`{did_you_mean(name, SHIPPED)}")
    _explain(SHIPPED[name])
    return Exit.CLEAN


def _complete(text: str) -> list[str]:
    return [name for name in SHIPPED if name.startswith(text)]


def _list() -> None:
    rules = list(SHIPPED.values())
    longest = max(len(rule.name) for rule in rules)
    for family in FAMILIES:
        own = [rule for rule in rules if rule.family == family]
        if own:
            click.secho(f"\n{family}", bold=True)
        for rule in own:
            fix = "fix" if rule.fix == "safe" else "fix?" if rule.fix else ""
            click.echo(f"  {rule.name:<{longest}}  {rule.severity:<7}  {fix:<4}  {rule.summary}")
    click.echo(f"\n{len(rules)} rules. fix: does not change the meaning; fix?: may change it.")


def _explain(rule: Rule) -> None:
    from revox_lint.generate.rule_pages import options, shown, unmarked

    click.secho(f"{rule.name} ({rule.severity}, {rule.family})", bold=True)
    click.echo(f"\n{rule.summary}\n\n{rule.description}\n")
    click.secho("Reported", bold=True)
    click.echo(_indent(unmarked(shown(rule.bad))))
    click.secho("Fine", bold=True)
    click.echo(_indent(shown(rule.good)))
    if rule.fix is not None:
        click.echo(f"It has a fix ({rule.fix}).")
    for one in options(rule):
        click.echo(f"Option {one.name} = {one.default}: {one.description}")
    click.echo(f"Suppress one place with  # revox-lint: ignore[{rule.name}] -- reason")


def _indent(text: str) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in text.splitlines())
