"""The page about the fields of an assistant, generated from the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator

from revox_lint.contract.contract import LATEST, Contract, Path, load

_TYPES = {"array": "list", "object": "mapping", "number": "number", "integer": "whole number"}


def page() -> str:
    """Return the page, in Markdown."""
    contract = load(LATEST)
    parts = [
        "# Fields",
        f"What a definition may contain, by contract {contract.version}. Names, types, defaults "
        "and descriptions are those of the API; a field in **bold** is required where its "
        "mapping is given.",
    ]
    for path in _mappings(contract, ()):
        parts.append(f"## {_title(path)} {{ #{_anchor(path)} }}")
        rows = [_row(contract, (*path, name)) for name in contract.fields(path)]
        parts.append("\n".join(["| field | type | default | |", "|---|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _mappings(contract: Contract, path: Path) -> Iterator[Path]:
    """The path of every mapping of the contract, the outer before the inner."""
    types = contract.types(path)
    if "array" in types:
        yield from _mappings(contract, (*path, 0))
    elif "object" in types:
        yield path
        for name in contract.fields(path):
            yield from _mappings(contract, (*path, name))


def _title(path: Path) -> str:
    dotted = "".join("[]" if part == 0 else f".{part}" for part in path).removeprefix(".")
    return f"`{dotted}`" if dotted else "An assistant"


def _anchor(path: Path) -> str:
    return "-".join(str(part) for part in path if part != 0) or "assistant"


def _row(contract: Contract, path: Path) -> str:
    name = f"`{path[-1]}`"
    if path[-1] in contract.required(path[:-1]):
        name = f"**{name}**"
    inner = (*path, 0) if "array" in contract.types(path) else path
    kind = _kind(contract, path)
    if "object" in contract.types(inner):
        kind = f"[{kind}](#{_anchor(inner)})"
    default = contract.default(path)
    shown = "" if default is None else f"`{json.dumps(default)}`"
    return f"| {name} | {kind} | {shown} | {_cell(contract.description(path) or '')} |"


def _kind(contract: Contract, path: Path) -> str:
    values = contract.values(path)
    if values:
        return ", ".join(f"`{value}`" for value in values)
    types = sorted(contract.types(path) - {"null"} - _implied(contract.types(path)))
    if types == ["array"]:
        element = _kind(contract, (*path, 0))
        return f"list of {element}s" if not element.startswith("`") else f"list of {element}"
    return " or ".join(_TYPES.get(one, one) for one in types)


def _implied(types: frozenset[str]) -> set[str]:
    """`integer` beside `number` adds nothing."""
    return {"integer"} if "number" in types else set()


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
