"""Where the published schemas are: the one place that knows."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

from revox_lint.diagnostic import DOCS_URL

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_PLACES: Final = (_PACKAGE / "schemas", _PACKAGE.parent / "schemas")


def schema_name(version: str) -> str:
    """Return the file name of an assistant's schema, by contract version."""
    return f"assistant-{version}.schema.json"


def schema_url(name: str) -> str:
    """Return the address of a published schema, its `$id`, by file name."""
    return f"{DOCS_URL}/schemas/{name}"


def read_schema(name: str) -> str:
    """Return the text of a published schema, by file name.

    It is inside the package when installed from a wheel, and beside it in a checkout.
    Raises FileNotFoundError if neither has it.
    """
    for place in _PLACES:
        try:
            return (place / name).read_text(encoding="utf-8")
        except (FileNotFoundError, NotADirectoryError):
            continue
    raise FileNotFoundError(f"no published schema `{name}` in the package or beside it")


@cache
def load_schema(name: str) -> dict[str, Any]:
    """Return a published schema, parsed once, by file name; not to be changed.

    Raises FileNotFoundError as `read_schema` does.
    """
    schema: dict[str, Any] = json.loads(read_schema(name))
    return schema


def names() -> tuple[str, ...]:
    """Return the file names of all published schemas, sorted."""
    for place in _PLACES:
        if place.is_dir():
            return tuple(sorted(path.name for path in place.glob("*.schema.json")))
    return ()
