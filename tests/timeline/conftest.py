"""Definitions to draw."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.harness.conftest import DEFINITION

HOSTILE = r"""
name: "<script>document.title='hacked'</script>\e[31m & \"co\""
prompt: x
call_retry_config:
  max_retry_attempts: 4
  timezone: Europe/Paris
  calling_windows:
    - {calling_window_start_time: "01:15", calling_window_end_time: "03:45",
       retry_delay_seconds: 3600}
    - {calling_window_start_time: "09:30", calling_window_end_time: "23:35",
       retry_delay_seconds: 18000}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, made the current one, that holds `sales.yaml` and `hostile.yaml`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TZ", raising=False)
    (tmp_path / "sales.yaml").write_text(DEFINITION, encoding="utf-8")
    (tmp_path / "hostile.yaml").write_text(HOSTILE, encoding="utf-8")
    return tmp_path
