"""Definitions that look wrong and are right: nothing is to be said about them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from revox_lint import lint_text

VALID: Final = Path(__file__).with_name("valid.txt")


def definitions() -> list[tuple[str, str]]:
    # Bytes, so that no line end or byte order mark is lost on the way.
    parts = VALID.read_bytes().decode("utf-8").split("=== ")[1:]
    return [(title, body) for title, _, body in (part.partition("\n") for part in parts)]


@pytest.mark.parametrize(("title", "body"), definitions(), ids=lambda text: text[:50])
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_nothing_is_said(title: str, body: str, ends: str) -> None:
    path = "a.json" if title.endswith(": json") else "a.yaml"
    found = lint_text(body.replace("\n", ends), path=path)
    assert [(one.rule, one.message) for one in found] == []
