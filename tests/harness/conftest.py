"""A folder with a definition, in which test files are written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

DEFINITION = """\
name: Sales
prompt: |
  You call {{first_name}} about {{topic}}.
first_sentence: "Hello {{first_name}}!"
first_sentence_mode: static
voicemail_message: "Hi {{first_name}}, {{ topic }}."
max_call_duration_secs: 600
call_retry_config:
  max_retry_attempts: 3
  calling_windows:
    - calling_window_start_time: "10:00"
      calling_window_end_time: "13:00"
      retry_delay_seconds: 7200
    - calling_window_start_time: "14:00"
      calling_window_end_time: "20:00"
      retry_delay_seconds: 7200
structured_output_config:
  - {name: status, type: enum, required: true, enum_options: ["yes", later]}
  - {name: reachable, type: boolean, required: true}
  - {name: visit, type: date, required: false}
  - {name: call_back, type: datetime, required: false}
  - {name: budget, type: number, required: false}
  - {name: email, type: string, required: false}
webhook_url: https://hooks.sales.dev/revox
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, made the current one, that holds `sales.yaml`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sales.yaml").write_text(DEFINITION, encoding="utf-8")
    return tmp_path


Write = Callable[[str], Path]


@pytest.fixture
def write(folder: Path) -> Write:
    """Write the text of `sales.test.yaml`."""

    def write_tests(text: str) -> Path:
        path = folder / "sales.test.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write_tests
