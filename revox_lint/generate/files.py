"""The files of a checkout that are generated: their paths and texts, and which are not current."""

from __future__ import annotations

from pathlib import Path

from revox_lint.generate import config_schema, contract_schema, test_schema
from revox_lint.generate import report_schema as output_schema
from revox_lint.generate import rule_pages as page

ROOT = Path(__file__).resolve().parents[2]


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
