"""No message about a secret shows more than four characters of it."""

from __future__ import annotations

import pytest

from revox_lint.diagnostic import Diagnostic
from revox_lint.engine import Settings, lint
from revox_lint.syntax.source import Source
from tests.rules.cases import rules_of


def _lint(text: str) -> tuple[Diagnostic, ...]:
    return lint(
        Source("assistant.yaml", text), Settings(rules=rules_of("secret-in-text"))
    ).diagnostics


_JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N"


@pytest.mark.parametrize(
    ("words", "secret", "said"),
    [
        ("key sk-proj-abcdefgh12345678ijkl", "sk-proj-abcdefgh12345678ijkl", "(API key)"),
        ("sk-1234567890abcdef", "sk-1234567890abcdef", "(API key)"),
        ("AKIAIOSFODNN7EXAMPLE.", "AKIAIOSFODNN7EXAMPLE", "(AWS access key)"),
        (f"Bearer {_JWT}", _JWT, "(JSON web token)"),
        ("Bearer 4f9c2b7ae81d4c03b5aa", "Bearer 4f9c2b7ae81d4c03b5aa", "(bearer token)"),
        (
            "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7\n-----END RSA PRIVATE KEY-----",
            "-----BEGIN RSA PRIVATE KEY-----\n  MIIEpAIBAAKCAQEA7\n  -----END RSA PRIVATE KEY-----",
            "(private key)",
        ),
        (
            "ghp_0123456789abcdefghijABCDEFGHIJ012345",
            "ghp_0123456789abcdefghijABCDEFGHIJ012345",
            "(GitHub token)",
        ),
        ("postgres://admin:hunter2222@db.example.com", "hunter2222", "(password)"),
        ('{"api_key": "v3KQ7bHcP8fLTjGxE5mRnZ2s"}', "v3KQ7bHcP8fLTjGxE5mRnZ2s", "(key)"),
    ],
)
def test_secret_in_text_shows_four_characters_at_most(words: str, secret: str, said: str) -> None:
    text = "prompt: |\n  " + words.replace("\n", "\n  ") + "\n"
    (found,) = _lint(text)
    assert text[found.span.start : found.span.end] == secret
    assert str(found.severity) == "error" and said in found.message
    bare = secret.removeprefix("Bearer ")
    for shown in (found.message, found.help or "", *(r.message for r in found.related)):
        assert bare[:5] not in shown
    assert found.message.startswith(f"`{bare[:4]}…`")
