"""`revox-lint field [NAME]`: explain one field of a definition, or list all of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from revox_lint.cli.exit_codes import Exit
from revox_lint.cli.options import contract_option
from revox_lint.contract.contract import LATEST, load
from revox_lint.contract.wording import listed
from revox_lint.report.sanitize import inert

if TYPE_CHECKING:
    from revox_lint.contract.contract import Contract, Path
    from revox_lint.generate.field_facts import FieldFacts

VERSION = 1
"""Of the JSON object; raised when something that is there changes its meaning or goes."""


@click.command(epilog="Example: revox-lint field voice.speed")
@click.argument("name", required=False, shell_complete=lambda ctx, param, text: _complete(text))
@contract_option(LATEST)
@click.option(
    "--output-format",
    "format_name",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to write it.",
)
def command(name: str | None, contract: str, format_name: str) -> int:
    """Explain the field NAME, such as voice.speed, /voice/speed or speed; or list all fields."""
    from revox_lint.generate.field_facts import facts, paths

    known = load(contract)
    chosen = list(paths(known)) if name is None else [_chosen(known, name)]
    if format_name == "json":
        found = [_as_object(facts(known, path)) for path in chosen]
        whole = {"version": VERSION, "contract": contract, "fields": found}
        click.echo(json.dumps(whole, indent=2, ensure_ascii=False))
    elif name is None:
        _list(known, chosen)
    else:
        _explain(facts(known, chosen[0]))
    return Exit.CLEAN


def _chosen(contract: Contract, name: str) -> Path:
    """Return the field of a name; raises UsageError with candidates for any other name."""
    from revox_lint.generate.field_facts import dotted, find, meant

    found = find(contract, name)
    if len(found) == 1:
        return found[0]
    shown = inert(name)
    if found:
        candidates = listed(dotted(path) for path in found)
        raise click.UsageError(f"`{shown}` is in several mappings: write {candidates}")
    guess = meant(contract, name)
    hint = "; `revox-lint field` lists them" if guess is None else ""
    also = f", did you mean `{dotted(guess)}`?" if guess is not None else ""
    raise click.UsageError(f"unknown field `{shown}`{also}{hint}")


def _complete(text: str) -> list[str]:
    from revox_lint.generate.field_facts import dotted, paths

    return [name for path in paths(load(LATEST)) if (name := dotted(path)).startswith(text)]


def _as_object(one: FieldFacts) -> dict[str, Any]:
    pointer = "".join(f"/{part}" for part in one.path)
    return {"name": one.name, "pointer": pointer, **one._asdict(), "url": one.url} | {
        "path": list(one.path)
    }


def _list(contract: Contract, chosen: list[Path]) -> None:
    from revox_lint.generate.field_facts import dotted, kind

    rows = [(path, dotted(path), kind(contract, path)) for path in chosen]
    names, kinds = max(len(row[1]) for row in rows), max(len(row[2]) for row in rows)
    for path, name, what in rows:
        required = "required" if path[-1] in contract.required(path[:-1]) else ""
        first = (contract.description(path) or "").split(". ")[0].rstrip(".")
        click.echo(f"{name:<{names}}  {what:<{kinds}}  {required:<8}  {first}")
    click.echo(f"\n{len(rows)} fields of contract {contract.version}. required: in its mapping.")


def _explain(one: FieldFacts) -> None:
    click.secho(f"{one.name} ({one.type}, {one.needed})", bold=True)
    click.echo(f"\n{one.description}\n" if one.description else "")
    for value, meaning in one.values.items():
        click.echo(f"  {value}: {meaning}" if meaning else f"  {value}")
    lines = list(one.numbers)
    if one.default is not None:
        lines.insert(0, f"Default: {json.dumps(one.default)}")
    if one.fields:
        lines.append(f"Fields: {', '.join(one.fields)}")
    for line in lines:
        click.echo(line)
    if lines or one.values:
        click.echo()
    click.secho("Example", bold=True)
    click.echo("".join(f"    {line}\n" for line in one.example.splitlines()))
    if one.rules:
        click.echo(f"Rules: {', '.join(one.rules)}")
    click.echo(f"Source: {one.source}\nPage: {one.url}")
