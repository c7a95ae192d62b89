"""`revox-lint init`: a first assistant, a configuration, and the lines for hook and editor."""

from __future__ import annotations

from pathlib import Path

import click

from revox_lint.cli.exit_codes import Exit
from revox_lint.contract.contract import LATEST
from revox_lint.contract.published import schema_name, schema_url


@click.command(epilog="Example: revox-lint init my-assistants/")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> int:
    """Begin a project in FOLDER (the current one by default). What exists is never overwritten."""
    written = False
    for name, text in _files().items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
        except FileExistsError:
            click.echo(f"kept     {path.as_posix()}")
        except OSError as error:
            raise click.UsageError(f"cannot write {path}: {error.strerror}") from None
        else:
            written = True
            click.echo(f"created  {path.as_posix()}")
    if written:
        click.echo("\nNext: revox-lint")
        click.echo("For a commit hook: pre-commit install")
    return Exit.CLEAN


def _files() -> dict[str, str]:
    from importlib.metadata import version

    return {
        "assistants/reminder.yaml": _ASSISTANT.format(schema=schema_url(schema_name(LATEST))),
        "revox-lint.toml": _CONFIG.format(contract=LATEST),
        ".pre-commit-config.yaml": _HOOK.format(version=version("revox-lint")),
        ".vscode/settings.json": _EDITOR.format(schema=schema_url(schema_name(LATEST))),
    }


_ASSISTANT = """\
# yaml-language-server: $schema={schema}
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
_CONFIG = """\
# Every setting: https://revox-lint.readthedocs.io/en/stable/configuration/
contract = "{contract}"
include = ["assistants/**/*.yaml", "assistants/**/*.yml", "assistants/**/*.json"]

[rules]
# long-prompt = "off"
"""
_HOOK = """\
repos:
  - repo: https://github.com/revox-lint/revox-lint
    rev: v{version}
    hooks:
      - id: revox-lint
"""
_EDITOR = """\
{{
  "yaml.schemas": {{
    "{schema}": "assistants/**/*.yaml"
  }}
}}
"""
