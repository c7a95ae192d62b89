"""What the site has beyond the pages in this folder: pages of rules and fields, the schemas."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from revox_lint.api import LintOptions
from revox_lint.generate.files import site_pages
from revox_lint.generate.rule_pages import FAMILY_TITLES, OTHERS
from revox_lint.harness.definition import read_definition
from revox_lint.rule import FAMILIES, SHIPPED
from revox_lint.schedule.model import Assumptions, schedule_of
from revox_lint.schedule.zones import candidate_zones
from revox_lint.timeline.html import render
from revox_lint.timeline.model import sheet_of

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "assistants" / "recruiting.yaml"
SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the pages of the rules into the menu, family by family."""
    menu: list[Any] = config.nav or []
    for entry in menu:
        if isinstance(entry, dict) and "Rules" in entry:
            entry["Rules"] = [*entry["Rules"], *_rules(), _others()]
    return config


def _others() -> dict[str, list[dict[str, str]]]:
    return {"Not rules": [{name: f"rules/{name}.md"} for name in OTHERS]}


def _rules() -> list[dict[str, list[dict[str, str]]]]:
    families: dict[str, list[dict[str, str]]] = {family: [] for family in FAMILIES}
    for rule in SHIPPED.values():
        families[rule.family].append({rule.name: f"rules/{rule.name}.md"})
    return [{FAMILY_TITLES[family]: pages} for family, pages in families.items() if pages]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, and serve the schemas at the addresses that are their `$id`."""
    for path, text in site_pages().items():
        files.append(File.generated(config, path, content=text))
    for schema in sorted(SCHEMAS.glob("*.schema.json")):
        files.append(File.generated(config, f"schemas/{schema.name}", abs_src_path=str(schema)))
    files.append(File.generated(config, "plan.html", content=plan_page()))
    return files


def plan_page() -> str:
    """Return the page that `plan --html` writes, for an example: the picture of the home page."""
    subject = read_definition(EXAMPLE, EXAMPLE.name, EXAMPLE.name, LintOptions())
    if isinstance(subject, str):
        raise FileNotFoundError(subject)
    schedule = schedule_of(subject.values)
    start = int(datetime(2027, 3, 26, 15, 30, tzinfo=UTC).timestamp())
    name = str(subject.values["name"])
    called = "+33612345678"
    zones = candidate_zones(called)
    return render(sheet_of(name, schedule, called, zones, start, "UTC", (), Assumptions()))
