"""`revox-lint init`: a first assistant and its test, schemas, and lines for hook and editor."""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click

from revox_lint.cli.exit_codes import Exit
from revox_lint.cli.layout import Layout, layout, not_included, toml_list
from revox_lint.cli.options import UnusableError
from revox_lint.config import Config, ConfigError, nearest
from revox_lint.contract.contract import LATEST
from revox_lint.contract.published import read_schema, schema_name
from revox_lint.report.sanitize import inert
from revox_lint.workspace import DEFAULT_FOLDER

_TEST_SCHEMA = "test.schema.json"
_SCHEMAS = (schema_name(LATEST), _TEST_SCHEMA, "config.schema.json")
_DEMO = (f"{DEFAULT_FOLDER}/reminder.yaml",)
_HOOKS_FILE, _EDITOR_FILE = ".pre-commit-config.yaml", ".vscode/settings.json"


@click.command(epilog="Example: revox-lint init my-assistants/")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> int:
    """Begin a project in FOLDER (the current one by default). What exists is never overwritten."""
    try:
        config = nearest(Path(os.path.abspath(folder)))
        found = layout(folder, config)
    except ConfigError as error:
        raise UnusableError(inert(str(error))) from None
    written: set[str] = set()
    lines: list[str] = []
    additions: list[str] = []
    errors: list[str] = []

    def add(path: Path, where: str, text: str) -> None:
        additions.append(f"\n{where.format(path.as_posix())}:\n\n{text.rstrip()}")

    shown = config.path and Path(os.path.relpath(config.path, Path.cwd()))
    if shown is not None:
        lines.append(f"kept     {shown.as_posix()}")
    for name, text in _files(folder, config, found).items():
        path = folder / name
        if name == _HOOKS_FILE and (root := _repository(folder)) is not None:
            # pre-commit reads the file at the root of a repository, and no other.
            path = Path(os.path.relpath(root, Path.cwd())) / name
            if not path.exists() and root != Path(os.path.abspath(folder)):
                add(path, "Write to {}, which pre-commit reads", text)
                continue
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
            add(path, where, added)
    if shown is not None:
        demo = found if found.found else found._replace(found=_DEMO)
        if (setting := _setting(config, folder, demo)) is not None:
            add(shown, *setting)
    # Only now: output that cannot be written is no reason to write half of the files.
    for line in errors:
        click.echo(line, err=True)
    for line in (*lines, *additions):
        click.echo(line)
    if written:
        inside = os.path.normpath(folder) != "."
        cd = f"cd {shlex.quote(folder.as_posix())} && " if inside else ""
        above = config.path is not None and config.root != Path(os.path.abspath(folder))
        all_of_it = " ." if above and config.include is None and not _is_default(found) else ""
        click.echo(f"\nNext: {cd}revox-lint --strict{all_of_it}")
    if _HOOKS_FILE in written:
        click.echo("For a commit hook: pre-commit install")
    return Exit.USAGE if errors else Exit.CLEAN


def _repository(folder: Path) -> Path | None:
    """Return the root of the repository that a folder is in, or will be; None outside of one."""
    whole = Path(os.path.abspath(folder))
    return next((one for one in (whole, *whole.parents) if (one / ".git").exists()), None)


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


def _setting(config: Config, folder: Path, layout: Layout) -> tuple[str, str] | None:
    """Return where to add what to a configuration that exists: definitions that it leaves out."""
    assert config.path is not None  # noqa: S101 (it exists)
    own = config.root == Path(os.path.abspath(folder))
    prefix = "" if own else f"{os.path.relpath(os.path.abspath(folder), config.root)}/"
    lacking = not_included(layout, folder, config)
    if lacking is not None:
        lines = [json.dumps(one, ensure_ascii=False) for one in lacking.include(prefix)]
        return "Add inside the brackets of `include` in {}", "".join(f"  {one},\n" for one in lines)
    if config.include is not None or not own or _is_default(layout):
        return None
    line = f"include = {toml_list(layout.include())}"
    if config.path.name != "pyproject.toml":
        return "Add above the first table of {}", line
    header = "[tool.revox-lint]"
    text = config.path.read_text(encoding="utf-8-sig")
    if re.search(rf"(?m)^{re.escape(header)}[ \t]*(?:#.*)?$", text):
        return f"Add below `{header}` in {{}}", line
    return "Add to {}", f"{header}\n{line}"


def _is_default(layout: Layout) -> bool:
    """Whether a check without paths and `include` finds the definitions."""
    return all(name.startswith(f"{DEFAULT_FOLDER}/") for name in layout.found)


def _files(folder: Path, config: Config, layout: Layout) -> dict[str, str]:
    from importlib.metadata import version

    files = {}
    if not layout.found:
        files["assistants/reminder.yaml"] = _ASSISTANT.format(schema=_SCHEMAS[0])
        files["assistants/reminder.test.yaml"] = _TEST.format(schema=_TEST_SCHEMA)
    if config.path is None:
        exclude = layout.exclude()
        files["revox-lint.toml"] = _CONFIG.format(
            contract=LATEST,
            include=toml_list(layout.include()),
            exclude=f"exclude = {toml_list(exclude)}\n" if exclude else "",
        )
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
{exclude}
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
