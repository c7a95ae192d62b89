"""Writing a file that a command was asked for, never over one that somebody else wrote."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from pathlib import Path

import click

_YAML = (".yaml", ".yml")


def write(target: Path, text: str, is_ours: Callable[[str], bool], *, force: bool) -> None:
    """Write a text to `target`, and say so on standard error.

    A file that is there, and that the command did not write itself, is only overwritten with
    `force`. Raises UsageError.
    """
    try:
        # A pipe or a terminal would be waited for.
        known = target.read_text(encoding="utf-8", errors="replace") if target.is_file() else ""
    except OSError:
        known = ""
    if known.strip() and not is_ours(known) and not force:
        raise click.UsageError(f"{target} exists; add --force to overwrite it")
    _write(target, [text])
    click.echo(f"Wrote {target}.", err=True)


def report_target(given: str, formats: Collection[str]) -> tuple[str, Path]:
    """Return the format and the file of `--output FORMAT:FILE`. Raises UsageError."""
    name, colon, file = given.partition(":")
    if not colon or not file or name not in formats:
        known = ", ".join(formats)
        raise click.UsageError(f"--output must be FORMAT:FILE, with FORMAT one of {known}")
    return name, Path(file)


def write_report(target: Path, pieces: Iterable[str], read: Iterable[str | Path]) -> None:
    """Write a report over an earlier one, but never over one of the files that were `read`.

    No report is YAML, so no YAML file is an earlier one. Raises UsageError.
    """
    place = target.resolve()
    if place.is_file() and (
        place.suffix in _YAML or any(Path(one).resolve() == place for one in read)
    ):
        raise click.UsageError(f"{target} is not a report: it is not overwritten")
    _write(target, pieces)


def _write(target: Path, pieces: Iterable[str]) -> None:
    try:
        with target.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            stream.writelines(pieces)
    except OSError as error:
        raise click.UsageError(f"cannot write {target}: {error.strerror}") from None
