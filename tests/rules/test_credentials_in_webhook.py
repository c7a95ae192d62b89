"""No message about a webhook shows a secret."""

from __future__ import annotations

import json

import pytest

from revox_lint.diagnostic import Diagnostic
from revox_lint.engine import Settings, lint
from revox_lint.syntax.source import Source
from tests.rules.cases import rules_of


def _lint(text: str) -> tuple[Diagnostic, ...]:
    return lint(
        Source("assistant.yaml", text), Settings(rules=rules_of("credentials-in-webhook"))
    ).diagnostics


@pytest.mark.parametrize(
    "value",
    [
        "http://admin:hunter2hunter2@localhost/x?token=hunter2hunter2#hunter2hunter2",
        "https://admin:hunter2/hunter2@hooks.acme.com/calls",
        "https://admin:hunter2#hunter2@hooks.acme.com/calls",
        "https://admin:hunter2?hunter2@hooks.acme.com/calls",
        "ftp://admin:hunter2@hooks.acme.com/calls",
        "http://hunter2hunter2@example.com/calls",
        "http://hooks.acme.com/x?password=hunter2hunter2&v=1",
        "https://hooks.acme.com/x?password=hunter2 hunter2",
        "http://hooks.acme.com/x?token=sk_live_hunter2hunter2hunter2",
        "http://hooks.acme.com/sk_live_hunter2hunter2hunter2",
    ],
)
def test_no_message_shows_more_than_four_characters_of_a_secret(value: str) -> None:
    found = _lint(f"webhook_url: {json.dumps(value)}\n")
    assert found
    for one in found:
        assert "hunte" not in f"{one.message} {one.help} {one.fix}"
