"""Make the files that are made: `schemas/` and the pages of the rules.

`python -m revox_lint.generate` writes them into the checkout; with `--check` it writes
nothing and fails when one is missing, out of date, or left over.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from revox_lint import config_schema, page
from revox_lint.contract import generate as contract_schema
from revox_lint.harness import schema as test_schema
from revox_lint.report import _json_schema as output_schema

ROOT = Path(__file__).resolve().parent.parent


def generated() -> dict[Path, str]:
    """Every generated file of the checkout: path → text."""
    schemas = {
        **contract_schema.schemas(),
        **config_schema.schemas(),
        **output_schema.schemas(),
        **test_schema.schemas(),
    }
    files = {ROOT / "schemas" / name: text for name, text in schemas.items()}
    files |= {ROOT / "docs" / "rules" / name: text for name, text in page.pages().items()}
    return files


def stale(files: dict[Path, str]) -> list[Path]:
    """The files that are not as they should be, and those that should not be there."""
    wrong = [path for path, text in files.items() if _read(path) != text.encode()]
    folders = {path.parent for path in files}
    left_over = [
        path
        for folder in folders
        if folder.is_dir()
        for path in folder.iterdir()
        if path not in files and path.suffix in (".md", ".json")
    ]
    return sorted([*wrong, *left_over])


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


@click.command(epilog="Example: python -m revox_lint.generate --check")
@click.option("--check", is_flag=True, help="Write nothing; fail when a file is not current.")
def main(check: bool) -> None:
    """Write the generated files of a checkout."""
    files = generated()
    wrong = stale(files)
    for path in wrong:
        click.echo(f"{'not current' if check else 'written'}: {path.relative_to(ROOT).as_posix()}")
        if check:
            continue
        if path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[path].encode())
        else:
            path.unlink()
    if check and wrong:
        click.echo("run `python -m revox_lint.generate`", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
