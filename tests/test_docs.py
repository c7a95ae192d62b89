"""The documentation: every example is run, every name is checked, the site is built strictly."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urldefrag, urljoin

import pytest
import yaml

from revox_lint import config
from revox_lint.cli.exit_codes import Exit
from revox_lint.contract.contract import LATEST
from revox_lint.contract.published import load_schema, names, schema_name, schema_url
from revox_lint.diagnostic import DOCS_URL
from revox_lint.engine import Settings, lint
from revox_lint.generate.rule_pages import OTHERS
from revox_lint.pytest_plugin import OPTION
from revox_lint.report import formats
from revox_lint.rule import SHIPPED
from revox_lint.syntax.source import Source
from tests.pages import ROOT, Block, blocks, options, ours, refusal, shell
from tests.tools import require

DOCS: Final = ROOT / "docs"
PAGES: Final = sorted(DOCS.glob("*.md"))
BLOCKS: Final = [block for page in PAGES for block in blocks(page)]
LANGUAGES: Final = {"json", "lua", "python", "sh", "text", "toml", "vim", "yaml"}
SCHEMA: Final = schema_url(schema_name(LATEST))
VERSION: Final = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]


def _of(language: str, title: str = "") -> list[Block]:
    return [one for one in BLOCKS if one.language == language and one.title.startswith(title)]


def _page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def _first_cells(text: str) -> list[str]:
    """Returns the first cell of every row of a text's tables, without heads and rules."""
    rows = re.findall(r"(?m)^\| *([^|]*?) *\|.*$", text)
    heads = {rows[index - 1] for index, cell in enumerate(rows) if re.fullmatch(r"-+", cell)}
    return [cell for cell in rows if cell not in heads and not re.fullmatch(r"-+", cell)]


def test_every_block_is_of_a_kind_that_is_checked() -> None:
    assert {block.language for block in BLOCKS} <= LANGUAGES


# --- YAML, TOML and JSON -------------------------------------------------------------------


@pytest.mark.parametrize("block", _of("yaml", "assistants/"), ids=lambda one: one.id)
def test_a_definition_lints_as_the_page_says(block: Block) -> None:
    marked = [n for n, line in enumerate(block.text.splitlines(), 1) if line.endswith("  # error")]
    text = re.sub(r"(?m)  # error$", "", block.text)
    found = lint(Source(block.title, text), Settings(rules=tuple(SHIPPED.values()))).diagnostics
    lines = [one.source.position(one.span.start).line for one in found]
    assert sorted(set(lines)) == marked, [(one.rule, one.message) for one in found]


@pytest.mark.parametrize("block", _of("yaml"), ids=lambda one: one.id)
def test_every_yaml_block_is_yaml(block: Block) -> None:
    assert yaml.safe_load(block.text) is not None


@pytest.mark.parametrize("block", _of("yaml", ".pre-commit-config"), ids=lambda one: one.id)
def test_a_configuration_of_pre_commit_names_our_hooks(block: Block, tmp_path: Path) -> None:
    path = tmp_path / block.title
    path.write_text(block.text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-config", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
    manifest = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    entries = {hook["id"]: hook["entry"] for hook in manifest}
    for repository in yaml.safe_load(block.text)["repos"]:
        assert repository["rev"] == f"v{VERSION}"
        for hook in repository["hooks"]:
            assert refusal([*entries[hook["id"]].split()[1:], *hook.get("args", [])]) == ""


@pytest.mark.parametrize("block", _of("toml"), ids=lambda one: one.id)
def test_a_configuration_is_taken(block: Block, tmp_path: Path) -> None:
    if block.title == "languages.toml":
        editors = tomllib.loads(block.text)["language-server"]["yaml-language-server"]
        tests = schema_url("test.schema.json")
        assert list(editors["config"]["yaml"]["schemas"]) == [SCHEMA, tests]
        return
    path = tmp_path / (block.title or "revox-lint.toml")
    path.write_text(block.text, encoding="utf-8")
    assert config.read(path).path == path


@pytest.mark.parametrize("block", _of("json", ".vscode/"), ids=lambda one: one.id)
def test_the_settings_of_an_editor_name_the_schema(block: Block) -> None:
    if block.title.endswith("tasks.json"):
        return  # which tests/report/test_formats.py tries
    assert set(json.loads(block.text)) <= {"yaml.schemas", "json.schemas"}
    assert set(re.findall(r"schemas/([^\"]+)\"", block.text)) <= set(names())
    assert "https:" not in block.text


def test_the_output_in_json_is_as_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from revox_lint.cli import run

    monkeypatch.chdir(tmp_path)
    Path("sales.yaml").write_text(
        "name: Sales\nprompt: Sell.\nwebhok_url: https://hooks.example.com\n", encoding="utf-8"
    )
    [shown] = _of("json", "output")
    assert run(["sales.yaml", "--output-format", "json"]) == Exit.FINDINGS
    assert json.loads(capsys.readouterr().out) == json.loads(shown.text)


# --- commands and Python -------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    sorted({line for block in BLOCKS for line in shell(block) if "revox-lint" in line}),
)
def test_a_command_is_one_that_exists(line: str) -> None:
    for arguments in ours(line):
        assert refusal(arguments) == ""


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_an_option_is_one_that_exists(page: Path) -> None:
    shown = set(re.findall(r"`(?:[^`\n]* )?(--[a-z][a-z-]+)", page.read_text(encoding="utf-8")))
    assert shown - options() - {OPTION} == set()


def test_the_python_of_the_page_runs_and_prints_what_is_shown(tmp_path: Path) -> None:
    (tmp_path / "assistants").mkdir()
    [definition] = [one for one in _of("yaml", "assistants/") if one.page == "getting-started.md"]
    (tmp_path / definition.title).write_text(definition.text, encoding="utf-8")
    page = [one for one in BLOCKS if one.page == "python.md"]
    for block, following in zip(page, [*page[1:], None], strict=True):
        if block.language != "python":
            continue
        if block.title:
            path = tmp_path / block.title
            path.parent.mkdir(exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
            continue
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", block.text],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            check=False,
        )
        assert following is not None and following.title == "output"
        assert (done.stdout, done.stderr) == (following.text, ""), block.id


def test_the_frame_of_the_first_page_is_what_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from revox_lint.cli import run

    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    first = [one for one in BLOCKS if one.page == "index.md"]
    [arguments] = ours(next(shell(first[0])))
    run(["--isolated", "--no-color", *arguments])
    assert first[1].text in capsys.readouterr().out


# --- tables --------------------------------------------------------------------------------


def test_every_format_is_documented() -> None:
    cells = _first_cells(_page("formats.md").partition("\n## ")[0])
    assert sorted(cells) == [f"`{name}`" for name in formats()]


def test_every_published_schema_is_documented() -> None:
    cells = _first_cells(_page("formats.md").partition("\n## Schemas")[2])
    assert cells == [f"[{name}](schemas/{name})" for name in names()]


def test_every_exit_code_is_documented() -> None:
    assert _first_cells(_page("exit-codes.md")) == [str(int(code)) for code in Exit]


def test_every_setting_is_documented() -> None:
    settings = load_schema("config.schema.json")["properties"]
    section = _page("configuration.md").partition("\n## Settings")[2].partition("\n## ")[0]
    assert sorted(_first_cells(section)) == sorted(f"`{key}`" for key in settings)


# --- the site ------------------------------------------------------------------------------


class _Links(HTMLParser):
    """What a page leads to, and the places in it that can be led to."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.places: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        target = given.get("href") or given.get("src")
        if target and tag in ("a", "link", "img", "script"):
            self.targets.append(target)
        if given.get("id"):
            self.places.add(str(given["id"]))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    require(find_spec("mkdocs"), "MkDocs", "`pip install 'revox-lint[docs]'`")
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_a_broken_link_or_anchor_fails_the_build(tmp_path: Path) -> None:
    require(find_spec("mkdocs"), "MkDocs", "`pip install 'revox-lint[docs]'`")
    for name in ("docs", "schemas", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    with (tmp_path / "docs" / "ci.md").open("a", encoding="utf-8") as page:
        page.write("\n[one](nowhere.md) [two](push.md#nowhere)\n")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path / "site")]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert re.findall(r"WARNING.*contains a link '(.*?)'", done.stderr) == [
        "nowhere.md",
        "push.md#nowhere",
    ]
    # `--quiet` would drop the warnings before `--strict` counts them.
    [build] = re.findall(r"mkdocs build (.*)", (ROOT / ".ci" / "run").read_text("utf-8"))
    assert build == "--strict \\"


def test_the_site_is_at_the_address_that_everything_names() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["site_url"] == f"{DOCS_URL}/"


def test_the_schemas_are_served_at_their_own_addresses(site: Path) -> None:
    assert sorted(path.name for path in (site / "schemas").iterdir()) == list(names())
    for name in names():
        served = json.loads((site / "schemas" / name).read_text(encoding="utf-8"))
        assert served["$id"] == f"{DOCS_URL}/schemas/{name}"


def test_every_rule_has_its_page_where_its_diagnostics_lead(site: Path) -> None:
    menu = (site / "rules" / "index.html").read_text(encoding="utf-8")
    for name in (*SHIPPED, *OTHERS):
        assert (site / "rules" / name / "index.html").is_file()
        assert f'href="{name}/"' in menu


def test_every_link_inside_the_site_leads_somewhere(site: Path) -> None:
    found: dict[str, _Links] = {}
    for file in site.rglob("*.html"):
        links = _Links()
        links.feed(file.read_text(encoding="utf-8"))
        found[f"{DOCS_URL}/{file.relative_to(site).as_posix()}"] = links
    wrong = [
        f"{page}: {target}"
        for page, links in found.items()
        for target in links.targets
        if not _leads_somewhere(urljoin(page, target), site, found)
    ]
    assert wrong == []


def test_nothing_is_fetched_from_another_host(site: Path) -> None:
    loads = re.compile(
        r"""<(?:script|img|iframe|source|video|audio|embed)\b"""
        r"""[^>]*?\ssrc=["']?((?:https?:)?//[^"'> ]+)"""
        r"""|<link\b(?=[^>]*\srel=["']?(?:stylesheet|preconnect|preload|icon))"""
        r"""[^>]*?\shref=["']?((?:https?:)?//[^"'> ]+)"""
        r"""|url\(["']?((?:https?:)?//[^"')]+)|@import\s+["']((?:https?:)?//[^"']+)"""
        # The theme's script asks a repository's host where a page shows its repository.
        r"""|(data-md-component=["']?source["'> ])"""
    )
    files = [*site.rglob("*.html"), *site.rglob("*.css")]
    found = {one.group() for file in files for one in loads.finditer(file.read_text("utf-8"))}
    assert {one for one in found if DOCS_URL not in one} == set()


def _leads_somewhere(address: str, site: Path, found: dict[str, _Links]) -> bool:
    path, place = urldefrag(address)
    if not path.startswith(f"{DOCS_URL}/"):
        return not path.startswith(DOCS_URL.partition("/en/")[0])
    path += "index.html" if path.endswith("/") else ""
    if not (site / unquote(path.removeprefix(f"{DOCS_URL}/"))).is_file():
        return False
    return not place or path not in found or unquote(place) in found[path].places


def test_stale_files_are_those_that_differ_and_those_that_are_left_over(tmp_path: Path) -> None:
    from revox_lint.generate.files import stale

    for name, text in {"a": "as generated", "b": "older", "c": "of another version"}.items():
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    files = {tmp_path / f"{name}.json": "as generated" for name in "abd"}
    assert [path.name for path in stale(files)] == ["b.json", "c.json", "d.json"]


def test_nothing_made_is_left_out_of_date() -> None:
    from revox_lint.generate.files import generated, stale

    assert [path.name for path in stale(generated())] == []
