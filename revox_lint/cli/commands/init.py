"""`revox-lint init`: a first assistant and its test, schemas, and lines for hook and editor."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from revox_lint.cli.exit_codes import Exit
from revox_lint.contract.contract import LATEST
from revox_lint.contract.published import read_schema, schema_name

_TEST_SCHEMA = "test.schema.json"
_SCHEMAS = (schema_name(LATEST), _TEST_SCHEMA, "config.schema.json")
_HOOKS_FILE, _EDITOR_FILE = ".pre-commit-config.yaml", ".vscode/settings.json"


@click.command(epilog="Example: revox-lint init my-assistants/")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> int:
    """Begin a project in FOLDER (the current one by default). What exists is never overwritten."""
    written: set[str] = set()
    lines: list[str] = []
    additions: list[str] = []
    errors: list[str] = []
    for name, text in _files(folder).items():
        path = folder / name
        try:
            if _create(path, text):
                written.add(name)
                lines.append(f"created  {path.as_posix()}")
                continue
            missing = list(_missing(name, path.read_text(encoding="utf-8-sig"), text))
        except (OSError, UnicodeError) as error:
            reason = "not UTF-8" if isinstance(error, UnicodeError) else error.strerror
            does = "read" if path.is_file() else "write"
            errors.append(f"error: cannot {does} {path.as_posix()}: {reason}")
            continue
        lines.append(f"kept     {path.as_posix()}")
        for where, added in missing:
            additions.append(f"\n{where.format(path.as_posix())}:\n\n{added.rstrip()}")
    # Only now: output that cannot be written is no reason to write half of the files.
    for line in errors:
        click.echo(line, err=True)
    for line in (*lines, *additions):
        click.echo(line)
    if written:
        click.echo("\nNext: revox-lint --strict")
    if _HOOKS_FILE in written:
        click.echo("For a commit hook: pre-commit install")
    return Exit.USAGE if errors else Exit.CLEAN


def _create(path: Path, text: str) -> bool:
    """Write a new file and return True, or return False if there is one; raises OSError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(0, f"`{path.parent.as_posix()}` is not a folder") from None
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        return False
    return True


def _missing(name: str, present: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield where to add which lines to a file that exists: `{}` stands for its path."""
    if name == _HOOKS_FILE and not re.search(r"(?m)^[^#\n]*\bid: *[\"']?revox-lint\b", present):
        yield _hooks(present, text)
    if name == _EDITOR_FILE and _SCHEMAS[0] not in present:
        if "{" not in present:
            yield "Add to {}", text
            return
        lacking = []
        for key, inner, end in re.findall(r'(?ms)^  "(\w+\.schemas)": .\n(.*?)^  ([]}])', text):
            if re.search(rf'(?m)^(?!\s*//).*"{re.escape(key)}"', present):
                yield f"Add inside `{key}` of {{}}, after a comma if anything comes before", inner
            else:
                lacking.append(f'  "{key}": {"[" if end == "]" else "{"}\n{inner}  {end}')
        if lacking:
            where = "Add inside the outer braces of {}, after a comma if fields come before"
            yield where, ",\n".join(lacking)


def _hooks(present: str, text: str) -> tuple[str, str]:
    """Return where to add the hooks: the items of `repos` may be a block, in brackets, or none."""
    repos = re.search(r"""(?m)^(["']?repos["']? *:[ \t]*([^\s#].*?)?)[ \t]*(?:#.*)?$""", present)
    if repos is None:
        return "Add to {}", text
    if repos[2] and re.fullmatch(r"\[\s*\]|null|~", repos[2]):
        return f"Replace `{repos[1]}` in {{}} with", text
    if repos[2]:
        repo, rev, *ids = re.findall(r"(?:repo|rev|id): (.+)", text)
        hooks = ", ".join(f"{{id: {one}}}" for one in ids)
        where = "Add inside the brackets of `repos:` in {}, after a comma if items come before"
        return where, f"{{repo: {repo}, rev: {rev}, hooks: [{hooks}]}}"
    item = re.search(r"(?m)^( *)- ", present[repos.end() :])
    indent = item[1] if item else "  "
    return "Add below `repos:` in {}", re.sub(r"(?m)^  ", indent, text.partition("\n")[2])


class _Layout(NamedTuple):
    """Where the definitions of a folder are, by folders that end in `/`, and by their names."""

    folders: tuple[str, ...] = ("assistants/",)
    names: tuple[str, ...] = ()
    is_new: bool = False

    @property
    def include(self) -> str:
        """What `include` has to be, in TOML."""
        patterns = [
            f"{_escaped(folder)}**/*.{ending}"
            for folder in self.folders
            for ending in ("yaml", "yml", "json")
        ]
        patterns += [f"/{_escaped(name)}" for name in self.names]
        shown = ", ".join(json.dumps(one, ensure_ascii=False) for one in patterns)
        return (
            f"[{shown}]" if len(shown) < _WIDTH else "[\n  " + shown.replace(", ", ",\n  ") + ",\n]"
        )

    def globs(self, *endings: str, sign: str = "") -> list[str]:
        """Return patterns for an editor, of the files whose names have one of `endings`."""
        tests = any("test" in one or "snapshot" in one for one in endings)
        found = [f"{sign}{folder}**/*{one}" for folder in self.folders for one in endings]
        if self.names and tests:
            found += [f"{sign}*{one}" for one in endings]
        found += [f"{sign}{name}" for name in self.names if name.endswith(endings) and not tests]
        return found


_WIDTH = 90


def _escaped(name: str) -> str:
    return re.sub(r"([\\*?\[\]!#])", r"\\\1", name)


def _layout(folder: Path) -> _Layout:
    """Return where a check of a folder finds definitions: at `assistants/` if there are none.

    Patterns are as wide as they can be without matching a file that is not a definition.
    """
    from revox_lint.api import lint_paths
    from revox_lint.config import ConfigError
    from revox_lint.workspace import OTHER

    try:
        seen = lint_paths([folder]).seen if folder.exists() else []
    except ConfigError:
        return _Layout()
    names = {os.path.relpath(one.path, folder).replace(os.sep, "/"): one for one in seen}
    found = [name for name, one in names.items() if one.checked]
    others = [name for name, one in names.items() if not one.checked and one.reason == OTHER]
    folders: list[str] = []
    alone: list[str] = []
    for name in found:
        above = [name[: slash.end()] for slash in re.finditer("/", name)]
        wide = (one for one in above if not any(other.startswith(one) for other in others))
        top = next(wide, None)
        if top is None:
            alone.append(name)
        elif top not in folders:
            folders.append(top)
    return _Layout(tuple(folders), tuple(alone)) if found else _Layout(is_new=True)


def _configured(folder: Path) -> bool:
    """Whether the `pyproject.toml` of a folder has the configuration."""
    try:
        text = (folder / "pyproject.toml").read_text(encoding="utf-8")
    except (OSError, UnicodeError):
        return False
    return re.search(r"(?m)^\[tool\.revox-lint\b", text) is not None


def _files(folder: Path) -> dict[str, str]:
    from importlib.metadata import version

    files = {}
    layout = _layout(folder)
    if layout.is_new:
        files["assistants/reminder.yaml"] = _ASSISTANT.format(schema=_SCHEMAS[0])
        files["assistants/reminder.test.yaml"] = _TEST.format(schema=_TEST_SCHEMA)
    if not _configured(folder):
        files["revox-lint.toml"] = _CONFIG.format(contract=LATEST, include=layout.include)
    files[_HOOKS_FILE] = _HOOK.format(version=version("revox-lint"))
    tests = (".test.yaml", ".test.yml")
    files[_EDITOR_FILE] = _EDITOR.format(
        schema=_SCHEMAS[0],
        test=_TEST_SCHEMA,
        definitions=",\n".join(
            f"      {json.dumps(one, ensure_ascii=False)}"
            for one in (*layout.globs(".yaml", ".yml"), *layout.globs(*tests, sign="!"))
        ),
        tests=json.dumps(layout.globs(*tests), ensure_ascii=False),
        json=json.dumps(
            [*layout.globs(".json"), *layout.globs(".snapshot.json", sign="!")], ensure_ascii=False
        ),
    )
    return files | {f"schemas/{name}": read_schema(name) for name in _SCHEMAS}


_ASSISTANT = """\
# yaml-language-server: $schema=../schemas/{schema}
name: Appointment reminder
prompt: |
  You call patients of a dental practice to remind them of an appointment.
  You are friendly and brief, and you say that you are a virtual assistant.

  - Confirm that you speak to {{{{patient_name}}}}.
  - Say when the appointment is: {{{{appointment_time}}}}.
  - Ask whether they can come. If not, say that the practice will call back.

first_sentence_mode: static
first_sentence: >-
  Hello, this is the virtual assistant of the dental practice.
  Am I speaking to {{{{patient_name}}}}?
end_of_call_sentence: Thank you, and see you soon. Goodbye!
voicemail_message: null # hang up

voice:
  provider: cartesia
  id: 694f9389-aac1-45b6-b726-9d9369183238
  speed: 1.0

call_retry_config:
  max_retry_attempts: 2
  calling_windows:
    - calling_window_start_time: "10:00"
      calling_window_end_time: "12:30"
      retry_delay_seconds: 3600
    - calling_window_start_time: "14:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 3600

# What to extract from the call, and where to send it:
# webhook_url: https://…
# structured_output_config:
#   - name: will_come
#     required: true
#     type: boolean
#     description: Whether the patient says that they will come to the appointment.
"""
_TEST = """\
# yaml-language-server: $schema=../schemas/{schema}
revox_test: 1
tests:
  - name: nobody is called at night
    given: {{recipient: "+33612345678"}}
    expect: {{never_before: "08:00", never_after: "20:30"}}
"""
_CONFIG = """\
#:schema ./schemas/config.schema.json
# Every setting: https://revox-lint.readthedocs.io/en/stable/configuration/
contract = "{contract}"
include = {include}

[rules]
# long-prompt = "off"
"""
_HOOK = """\
repos:
  - repo: https://github.com/revox-lint/revox-lint
    rev: v{version}
    hooks:
      - id: revox-lint
      - id: revox-lint-test
"""
_EDITOR = """\
{{
  "yaml.schemas": {{
    "./schemas/{schema}": [
{definitions}
    ],
    "./schemas/{test}": {tests}
  }},
  "json.schemas": [
    {{
      "fileMatch": {json},
      "url": "./schemas/{schema}"
    }}
  ]
}}
"""
