"""Measure the whole process a user starts, beside the programs they would pick instead.

    python -m benchmarks.run            # print the table
    python -m benchmarks.run --write    # and write it into docs/benchmarks.md

The definitions are made here. Peers that are not installed are left out and named:
`pip install check-jsonschema yamllint`. Each figure is the median of several runs taken in
turn, so that a machine whose speed drifts is unfair to nobody; what counts are the ratios.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from benchmarks.definitions import grown, write
from revox_lint.contract.published import read_schema

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
SIZES = (1, 100, 1000)
GROWTH = {"lines": 20_000, "windows": 1_000, "FAQ items": 4_000}
"""What grows → how many of it the series begins with."""
DOUBLINGS = 3
SCHEMA = "assistant-0.1.schema.json"


@dataclass
class Program:
    """A program to measure; `command` takes the files behind it."""

    name: str
    checks: str
    command: list[str]
    seconds: dict[int, list[float]] = field(default_factory=dict)


def programs(folder: Path) -> tuple[list[Program], list[str]]:
    """The programs that are installed, and the names of those that are not."""
    schema = folder / SCHEMA
    schema.write_text(read_schema(SCHEMA), encoding="utf-8")
    peers = [
        ("check-jsonschema", "schema", ["--schemafile", str(schema)]),
        ("yamllint", "YAML style", ["-d", "relaxed"]),
    ]
    found = [
        Program("a bare Python", "nothing", [sys.executable, "-c", "pass"]),
        Program(
            "revox-lint",
            "schema and all rules, exact places",
            [sys.executable, "-m", "revox_lint", "check", "--isolated"],
        ),
    ]
    missing = []
    for name, checks, options in peers:
        path = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
        if path is None:
            missing.append(name)
        else:
            found.append(Program(name, checks, [path, *options]))
    return found, missing


def measure(found: Sequence[Program], folder: Path, sizes: Sequence[int], runs: int) -> None:
    """Run every program over every number of files, in turn; the first round is not counted."""
    files = sorted(str(path) for path in write(folder, max(sizes)).iterdir())
    for size in sizes:
        for round_ in range(runs + 1):
            for program in found:
                seconds = _seconds([*program.command, *files[:size]])
                if round_:
                    program.seconds.setdefault(size, []).append(seconds)


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False, env=_environment())
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[:4]} failed: {done.stderr.decode()[-500:]}")
    return seconds


@cache
def _environment() -> dict[str, str]:
    """Modules are compiled once, as those of an installed program are."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "revox-lint-pyc")}


def table(found: Sequence[Program], sizes: Sequence[int]) -> str:
    """The medians in Markdown, with the ratio to revox-lint."""
    ours = next(program for program in found if program.name == "revox-lint")
    head = "| | checks | " + " | ".join(f"{_files(size)}" for size in sizes) + " |"
    rows = [head, "|---|---|" + "---:|" * len(sizes)]
    for program in found:
        cells = []
        for size in sizes:
            median = statistics.median(program.seconds[size])
            ratio = median / statistics.median(ours.seconds[size])
            shown = f"{median * 1000:.0f} ms" if median < 1 else f"{median:.1f} s"
            cells.append(shown if program is ours else f"{shown} (×{ratio:.1f})")
        rows.append(f"| {program.name} | {program.checks} | {' | '.join(cells)} |")
    return "\n".join(rows)


def growth(folder: Path, runs: int) -> str:
    """How long one definition takes that has twice as much of one part, and twice again."""
    heads = " | ".join(f"×{2**step}" for step in range(DOUBLINGS + 1))
    rows = [f"| begins with | {heads} |", "|---|" + "---:|" * (DOUBLINGS + 1)]
    command = [sys.executable, "-m", "revox_lint", "check", "--isolated"]
    start = folder / "start.yaml"
    start.write_text(grown("lines", 1), encoding="utf-8")
    idle = statistics.median(_seconds([*command, str(start)]) for _ in range(runs))
    for part, first in GROWTH.items():
        cells = []
        for step in range(DOUBLINGS + 1):
            file = folder / "large.yaml"
            file.write_text(grown(part, first * 2**step), encoding="utf-8")
            taken = statistics.median(_seconds([*command, str(file)]) for _ in range(runs))
            cells.append(f"{max(taken - idle, 0) * 1000:.0f} ms")
        rows.append(f"| {first:,} {part} | {' | '.join(cells)} |")
    return "\n".join(rows)


def _files(size: int) -> str:
    return "1 file" if size == 1 else f"{size:,} files"


def page(text: str, growing: str, runs: int, missing: Sequence[str]) -> str:
    """The page of the documentation."""
    left_out = f" Not installed, and so not measured: {', '.join(missing)}." if missing else ""
    return f"""\
# Benchmarks

Wall time of the whole process: median of {runs} interleaved runs, with the ratio to revox-lint in
brackets. The definitions are valid, about 5 KB and 110
lines each. Python {platform.python_version()} on {platform.system()}.{left_out}

{text}

## Growth

Time over start-up for one definition of which one part is doubled three times. Linear growth
doubles from column to column.

{growing}

Ratios carry over to other machines better than times. Measure with `python -m benchmarks.run`.
"""


def main(argv: Sequence[str] | None = None) -> None:
    """Measure, print, and write the page when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each program")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), metavar="FILES")
    parser.add_argument("--write", action="store_true", help=f"write docs/{PAGE.name}")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found, missing = programs(folder)
        measure(found, folder, options.sizes, options.runs)
        growing = growth(folder, options.runs)
    text = table(found, options.sizes)
    print(f"{text}\n\n{growing}")
    if options.write:
        PAGE.write_text(page(text, growing, options.runs, missing), encoding="utf-8")


if __name__ == "__main__":
    main()
