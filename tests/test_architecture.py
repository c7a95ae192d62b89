"""Which module may import which: one table, compared with the imports in the code."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "revox_lint"

# From the ground up. A row may import what is listed after it, and itself where it is a folder.
HOUSE = {
    "facts": "",
    "listing": "",
    "schedule": "",
    "json_schema": "",
    "syntax": "",
    "diagnostic": "syntax",
    "text": "diagnostic facts listing syntax",
    "edit": "diagnostic syntax",
    "contract": "diagnostic facts syntax text json_schema",
    "suppression": "diagnostic syntax",
    "secrecy": "syntax text",
    "fields": "schedule syntax contract",
    "document": "diagnostic syntax text contract secrecy fields",
    "families": "",
    "rule": "diagnostic families listing",
    "rules": "diagnostic facts schedule syntax text edit contract suppression fields document rule",
    "engine": "diagnostic syntax contract suppression fields document rule",
    "environment": "contract",
    "pattern": "",
    "config": "json_schema diagnostic text contract rule engine environment pattern",
    "content": "facts syntax contract text",
    "workspace": "config pattern",
    "files": "diagnostic syntax document engine content workspace",
    "api": "diagnostic syntax contract rule engine edit config workspace files",
    "report": "diagnostic syntax contract workspace",
    "harness": "facts schedule json_schema syntax diagnostic text contract document rule engine "
    "config content workspace api report",
    "timeline": "schedule report harness",
    "push": "json_schema syntax diagnostic text contract document engine environment config "
    "workspace api",
    "generate": "syntax schedule diagnostic text contract rule engine environment config report "
    "harness push",
    "pytest_plugin": "harness",
    "cli": "diagnostic schedule text contract rule edit environment config workspace api report "
    "harness timeline push generate",
    "__main__": "cli",
    "__init__": "",
}

# Imports for annotations alone may be from higher up.
NAMED = {
    "rule": "document",
    "report": "api",
    "__init__": "syntax diagnostic contract push config workspace api",
}

# Third-party packages, and the only places that import them.
FOREIGN = {
    "click": "cli generate",
    "filelock": "push",
    "httpx": "push",
    "pathspec": "workspace",
    "phonenumbers": "text schedule rules harness",
    "pydantic": "push contract generate",
    "pytest": "pytest_plugin harness",
    "pytz": "schedule text rules harness",
    "ruamel": "syntax",
    "yaml": "syntax",
}

NETWORK = {"asyncio", "ftplib", "http", "httpx", "smtplib", "socket", "ssl", "urllib.request"}
"""Modules that open connections, which only a push may do."""


class Import(NamedTuple):
    """`module` imports `name`; `named` is whether it does so for annotations alone."""

    module: str
    name: str
    named: bool


@cache
def modules() -> dict[str, Path]:
    """The dotted name of every module of the package → its file."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def row(module: str) -> str:
    """The row of the table that a module of the package belongs to."""
    parts = module.split(".")
    if len(parts) == 1:
        return "__init__"
    if parts[1] == "rules":
        # The folders themselves are empty: their listing is the registry.
        return "families" if modules()[module].name == "__init__.py" else "rules"
    return parts[1]


@cache
def imports() -> tuple[Import, ...]:
    """Return every import of the package, anywhere in a module."""
    return tuple(one for module in modules() for one in _imports_of(module))


def _imports_of(module: str) -> Iterator[Import]:
    tree = ast.parse(modules()[module].read_text(encoding="utf-8"))
    annotations = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            base = node.module or ""
            inner_names = [f"{base}.{alias.name}" for alias in node.names]
            names = [name if name in modules() else base for name in inner_names]
        else:
            continue
        for name in names:
            yield Import(module, name, id(node) in annotations)


def _own(name: str) -> bool:
    return name.partition(".")[0] == PACKAGE.name


def test_every_module_has_a_row_and_every_row_a_module() -> None:
    assert {row(module) for module in modules()} == set(HOUSE)


def test_the_table_goes_from_the_ground_up() -> None:
    floors = list(HOUSE)
    for index, (name, allowed) in enumerate(HOUSE.items()):
        assert set(allowed.split()) <= set(floors[:index]), name


def test_the_page_on_the_architecture_shows_the_table() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    shown = re.findall(r"(?m)^\| (`.*?) \|", page)
    names = [
        re.sub(r"\.py$|/$", "", name) for cell in shown for name in re.findall("`(.*?)`", cell)
    ]
    inside = {"families", "__init__", "__main__"}
    assert set(names) == set(HOUSE) - inside
    for name in names:
        above = names[: names.index(name)]
        assert set(HOUSE[name].split()) - inside <= set(above), name


def test_no_module_imports_from_above() -> None:
    wrong = []
    for module, name, named in imports():
        if not _own(name):
            continue
        own, other = row(module), row(name)
        allowed = set(HOUSE[own].split()) | (set() if own == "rules" else {own})
        if named:
            allowed |= set(NAMED.get(own, "").split())
        if other not in allowed:
            wrong.append(f"{module} imports {name}")
    assert wrong == []


def test_no_module_imports_itself_by_a_detour() -> None:
    graph: dict[str, set[str]] = {module: set() for module in modules()}
    for module, name, named in imports():
        if _own(name) and not named and name != module:
            graph[module].add(name)
    try:
        order = tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise AssertionError(" → ".join(error.args[1])) from None
    assert set(order) == set(modules())


def test_third_party_packages_are_imported_where_the_table_says() -> None:
    used: dict[str, set[str]] = {}
    for module, name, _ in imports():
        top = name.partition(".")[0]
        if not _own(name) and top not in sys.stdlib_module_names:
            used.setdefault(top, set()).add(row(module))
    assert set(used) == set(FOREIGN)
    for name, rows in used.items():
        assert rows <= set(FOREIGN[name].split()), name


def test_only_the_push_can_open_a_connection() -> None:
    wrong = [
        f"{module} imports {name}"
        for module, name, _ in imports()
        if any(name == one or name.startswith(f"{one}.") for one in NETWORK)
        and row(module) != "push"
    ]
    assert wrong == []
    assert any(name == "httpx" for module, name, _ in imports() if row(module) == "push")


def test_the_folders_of_rules_are_empty() -> None:
    for module, path in modules().items():
        if row(module) == "families":
            body = ast.parse(path.read_text(encoding="utf-8")).body
            assert [type(node) for node in body] in ([], [ast.Expr]), module


def test_the_first_line_of_every_module_is_its_subject() -> None:
    wrong = []
    for module, path in modules().items():
        text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        subject = text.partition("\n\n")[0]
        if not subject or "\n" in subject:
            wrong.append(module)
    assert wrong == []
