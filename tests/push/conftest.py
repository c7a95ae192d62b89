"""What the tests of pushing share: a server, and an environment without proxies or keys."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from revox_lint.push import retry
from tests.push.api import KEY, Api, serving
from tests.push.project import Project


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "REVOX_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("REVOX_API_KEY", KEY)


@pytest.fixture(autouse=True)
def usual_ctrl_c() -> Iterator[None]:
    """In a background job of a script SIGINT is ignored, by the children of a test, too."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def waits_take_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "_FIRST_WAIT", 0.0)


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> Iterator[Api]:
    with serving() as server:
        monkeypatch.setenv("REVOX_BASE_URL", server.base_url)
        yield server


@pytest.fixture
def project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Project:
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path, capsys)
