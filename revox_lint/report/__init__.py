"""Reports: one module per format, each with `render(result, style)`.

A reporter sees diagnostics and sources, never rules. The formats are the modules of `reporters/`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from revox_lint.api import Result


class Style(NamedTuple):
    """How a report for people may look; `width` is in columns.

    `links` is whether the terminal opens a rule's page from its name, `quiet` whether only
    diagnostics are written.
    """

    color: bool = False
    links: bool = False
    width: int = 120
    quiet: bool = False


class Reporter(Protocol):
    """A module of this folder."""

    def render(self, result: Result, style: Style) -> Iterator[str]:
        """The report in pieces that are written one after the other."""
        ...


@cache
def formats() -> tuple[str, ...]:
    """Return the names of the formats."""
    folders = [f"{path}/reporters" for path in __path__]
    return tuple(sorted(info.name for info in pkgutil.iter_modules(folders)))


def reporter(name: str) -> Reporter:
    """Return the reporter called `name`; raises ModuleNotFoundError where there is none."""
    return cast(Reporter, importlib.import_module(f"{__name__}.reporters.{name}"))
