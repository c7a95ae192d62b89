"""The generated files of a checkout, and the pages of the site: their texts, and what is stale."""

from __future__ import annotations

from pathlib import Path

from revox_lint.generate import (
    config_schema,
    contract_schema,
    field_page,
    lock_schema,
    report_schema,
    rule_pages,
    test_schema,
)

ROOT = Path(__file__).resolve().parents[2]


def generated() -> dict[Path, str]:
    """Return every generated file of the checkout: path → text."""
    schemas = {
        **contract_schema.schemas(),
        **config_schema.schemas(),
        **report_schema.schemas(),
        **lock_schema.schemas(),
        **test_schema.schemas(),
    }
    return {ROOT / "schemas" / name: text for name, text in schemas.items()}


def site_pages() -> dict[str, str]:
    """Return the pages that are made when the site is built: path below `docs/` → Markdown."""
    rules = {f"rules/{name}": text for name, text in rule_pages.pages().items()}
    return {**rules, "fields.md": field_page.page()}


def stale(files: dict[Path, str]) -> list[Path]:
    """Return the files that are missing or not current, and those that should not exist."""
    wrong = [path for path, text in files.items() if _read(path) != text.encode()]
    folders = {path.parent for path in files}
    left_over = [
        path
        for folder in folders
        if folder.is_dir()
        for path in folder.iterdir()
        if path not in files and path.suffix == ".json"
    ]
    return sorted([*wrong, *left_over])


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
