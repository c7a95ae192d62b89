"""What the documentation's site has beyond its pages: the schemas, and the rules in the menu."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from revox_lint.generate.rule_pages import FAMILY_TITLES
from revox_lint.rule import FAMILIES, modules

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the pages of the rules into the menu, family by family."""
    menu: list[Any] = config.nav or []
    for entry in menu:
        if isinstance(entry, dict) and "Rules" in entry:
            entry["Rules"] = [*entry["Rules"], *_rules()]
    return config


def _rules() -> list[dict[str, list[dict[str, str]]]]:
    families: dict[str, list[dict[str, str]]] = {family: [] for family in FAMILIES}
    for name, module in modules().items():
        families[module.split(".")[-2]].append({name: f"rules/{name}.md"})
    return [{FAMILY_TITLES[family]: pages} for family, pages in families.items() if pages]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Serve the published schemas at the addresses that they have as their `$id`."""
    for path in sorted(SCHEMAS.glob("*.schema.json")):
        files.append(File.generated(config, f"schemas/{path.name}", abs_src_path=str(path)))
    return files
