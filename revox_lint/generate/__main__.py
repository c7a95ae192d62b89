"""`python -m revox_lint.generate`: write the generated files; `--check` proves them current."""

from __future__ import annotations

import sys

import click

from revox_lint.generate.files import ROOT, generated, stale


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
