"""Reports: one module per format, each with `render(result, style)`.

A reporter sees diagnostics and sources, never rules. The listing of this folder is the list
of formats.
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

    `links` is whether the terminal opens a rule's page from its name.
    """

    color: bool = False
    links: bool = False
    width: int = 100


class Reporter(Protocol):
    """A module of this folder."""

    def render(self, result: Result, style: Style) -> Iterator[str]:
        """The report in pieces that are written one after the other."""
        ...


@cache
def formats() -> tuple[str, ...]:
    """The names of the formats."""
    return tuple(
        sorted(
            info.name.removesuffix("_")
            for info in pkgutil.iter_modules(__path__)
            if not info.name.startswith("_")
        )
    )


def reporter(name: str) -> Reporter:
    """The reporter called `name`; raises ModuleNotFoundError for one that does not exist."""
    return cast(Reporter, importlib.import_module(f"{__name__}.{name}"))
