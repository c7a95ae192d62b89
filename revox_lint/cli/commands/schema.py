"""`revox-lint schema`: print the JSON Schema of a contract version, or write all schemas."""

from __future__ import annotations

from pathlib import Path

import click

from revox_lint.cli.exit_codes import Exit
from revox_lint.cli.options import contract_option
from revox_lint.contract.contract import LATEST
from revox_lint.contract.published import names, read_schema, schema_name


@click.command(epilog="Example: revox-lint schema --contract 0.1 > assistant.schema.json")
@contract_option(LATEST)
@click.option(
    "--write",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write every published schema into DIR instead.",
)
def command(contract: str, folder: Path | None) -> int:
    """Print the JSON Schema of an assistant, for editors and other validators."""
    if folder is None:
        click.echo(read_schema(schema_name(contract)), nl=False)
        return Exit.CLEAN
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in names():
            (folder / name).write_text(read_schema(name), encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(f"cannot write to {folder}: {error.strerror}") from None
    for name in names():
        click.echo(f"wrote {(folder / name).as_posix()}")
    return Exit.CLEAN
