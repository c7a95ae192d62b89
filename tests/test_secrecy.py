"""No rule and no format shows more than four characters of a secret, wherever it stands."""

from __future__ import annotations

import json
from typing import Any

import pytest

from revox_lint import lint_text
from revox_lint.api import LintOptions, check_text
from revox_lint.report import Style, formats, reporter

# Secrets that never were: drawn characters in the documented shapes.
SECRETS = {
    "openai": "sk-proj-Qm3vT8xLr2Zp9KdW4nYb7HcJ5sGf",
    "anthropic": "sk-ant-api03-Zk4Rt9WqLm2Xv7NbPc6HdJ8sYg3Fa5",
    "aws": "AKIA4QH7VZ2M9XKLTR3B",
    "jwt": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI4NDIxNyIsIm5hbWUiOiJBbmEifQ.t8Vq2mXz5Kp1Rw7Yb4Nc9Ld",
    "github": "ghp_R7tK2mWq9Xz4Lv8Bn3Pc6Hd1Js5Yg0FaTuEi",
    "gitlab": "glpat-R7tK2mWq9Xz4Lv8Bn3Pc",
    "slack": "xoxb-2837465910-5647382910-Rk3Tq8WmZx2Lv7Nb",
    "stripe": "sk_live_4Rk9Tq2WmZx7Lv3NbPc8Hd1J",
    "google": "AIzaSyR7tK2mWq9Xz4Lv8Bn3Pc6Hd1Js5Yg0FaT",
    "elevenlabs": "sk_4f9c2b7ae81d4c03b5aa90d1e6f27c38b14d5e6f7a8b9c0d",
    "huggingface": "hf_R7tK2mWq9Xz4Lv8Bn3Pc6Hd1Js5Yg0FaT",
}
BEARER = "Kp1Rw7Yb4Nc9Ld3Hg6Js0Fa2"
PEM = (
    "-----BEGIN PRIVATE KEY-----\nMIIBOgIBAAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf9Cnzj4p4WGeKLs1Pt8\n"
    "KUpRKfFLfRYC9AIKjbJTWitCqvjWYzvQwECAwEAAQJAIJLixBy2qpFoS4DSmoEm\n-----END PRIVATE KEY-----"
)


def _full(value: Any) -> dict[str, Any]:
    """A definition in which every field there is has `value`."""
    return {
        "name": value,
        "prompt": value,
        "background_sound": value,
        "calendly": {"connection_id": value, "event_type_id": value},
        "call_retry_config": {
            "calling_windows": [
                {
                    "calling_window_start_time": value,
                    "calling_window_end_time": value,
                    "retry_delay_seconds": value,
                }
            ],
            "max_retry_attempts": value,
            "timezone": value,
        },
        "end_of_call_sentence": value,
        "faq_items": [{"question": value, "answer": value}],
        "first_sentence": value,
        "first_sentence_delay_ms": value,
        "first_sentence_mode": value,
        "ivr_navigation_enabled": value,
        "max_call_duration_secs": value,
        "structured_output_config": [
            {
                "name": value,
                "type": value,
                "required": value,
                "description": value,
                "enum_options": [value, value],
            }
        ],
        "transfer_phone_number": value,
        "voice": {"provider": value, "id": value, "speed": value},
        "voicemail_message": value,
        "webhook_url": value,
        "an_unknown_field": value,
    }


def _definitions(value: str) -> list[dict[str, Any]]:
    """Definitions with `value` everywhere, in lists and mappings where none belong, as a key."""
    modes = {"first_sentence_mode": "static", "llm_model": {"type": value, "name": value}}
    router = {"type": "openrouter", "openrouter_model_id": value, "openrouter_provider": value}
    return [
        _full(value),
        _full([value]),
        _full({value: value}),
        _full({"name": value}),
        {**_full(value), **modes},
        {**_full(value), "llm_model": router},
        {**_full(f"Use the key {value} for it, and {{name}} and [NAME]."), **modes},
        {**_full("A long word in front, so that the message has to be cut " + value), **modes},
        {value: value, "prompt": {value: [value]}, "voice": value, "llm_model": value},
        {**_full(f"https://hooks.fernsolar.com/{value}?token={value}")},
        {**_full(f"http://ana:{value}@localhost/x y?a={value}#{value}")},
    ]


def _shown(text: str, path: str, style: Style) -> dict[str, str]:
    """What each format prints of a definition."""
    result = check_text(text.encode(), path, LintOptions())
    return {name: "".join(reporter(name).render(result, style)) for name in formats()}


def _pieces(secret: str) -> set[str]:
    """What must not be seen of `secret`: its first five characters, and any eight in a row."""
    lines = [line for line in secret.split("\n") if not line.startswith("-----")]
    return {line[at : at + 8] for line in lines for at in range(len(line) - 7)} | (
        {secret[:5]} if "\n" not in secret else set()
    )


def _yaml(value: Any, *, plain: bool) -> str:
    """A definition in block style, its strings plain or as JSON writes them."""

    def scalar(item: Any) -> str:
        bare = plain and isinstance(item, str) and not set(item) & set(":#{}[]\n,'\"\\")
        return item if bare else json.dumps(item)

    def rows(item: Any, pad: str) -> str:
        if isinstance(item, dict):
            return "".join(f"\n{pad}{scalar(k)}:{rows(v, pad + '  ')}" for k, v in item.items())
        if isinstance(item, list):
            return "".join(f"\n{pad}-{rows(one, pad + '  ')}" for one in item)
        return " " + scalar(item)

    return rows(value, "").lstrip("\n") + "\n"


@pytest.mark.parametrize("kind", SECRETS)
def test_a_secret_in_any_field_is_shown_by_four_characters(kind: str) -> None:
    secret = SECRETS[kind]
    for definition in _definitions(secret):
        for path, text in (
            ("a.json", json.dumps(definition, indent=1)),
            ("a.json", json.dumps(definition)),
            ("a.yaml", _yaml(definition, plain=True)),
            ("a.yaml", _yaml(definition, plain=True).replace("prompt:", "prompt: [", 1)),
        ):
            for name, shown in _shown(text, path, Style(width=100)).items():
                seen = sorted(piece for piece in _pieces(secret) if piece in shown)
                assert seen == [], (name, text, shown)


def test_a_token_and_a_private_key_are_shown_by_four_characters() -> None:
    for written, secret in ((f"Bearer {BEARER}", BEARER), (PEM, PEM)):
        for definition in _definitions(written):
            for path, text in (
                ("a.json", json.dumps(definition, indent=1)),
                ("a.yaml", _yaml(definition, plain=False)),
            ):
                for name, shown in _shown(text, path, Style(width=100)).items():
                    seen = sorted(piece for piece in _pieces(secret) if piece in shown)
                    assert seen == [], (name, text, shown)


@pytest.mark.parametrize(
    "written",
    [
        "prompt: |\n  The key is\n  sk-proj-Qm3vT8xLr2Zp9KdW4nYb7HcJ5sGf\n",
        'name: "sk-proj\\u002dQm3vT8xLr2Zp9KdW4nYb7HcJ5sGf"\n',
        "nam: &key sk-proj-Qm3vT8xLr2Zp9KdW4nYb7HcJ5sGf\nvoice: {provider: *key, id: *key}\n",
        "name: A  # sk-proj-Qm3vT8xLr2Zp9KdW4nYb7HcJ5sGf\nnam: B\n",
        "name: A\n---\nvoice: {provider: sk-proj-Qm3vT8xLr2Zp9KdW4nYb7HcJ5sGf}\n",
        "name: 'a\nvoice: sk-proj-Qm3vT8xLr2Zp9KdW4nYb7HcJ5sGf\n",
        "prompt: Use sk-proj-Qm3vT8xLr2Zp9KdW4nYb7HcJ5sGf for order #12 now\n",
    ],
    ids=["literal", "escaped", "alias", "comment", "second document", "broken", "in a fix"],
)
def test_however_it_is_written(written: str) -> None:
    for name, shown in _shown(written, "a.yaml", Style(width=100)).items():
        seen = [p for p in _pieces("sk-proj-Qm3vT8xLr2Zp9KdW4nYb7HcJ5sGf") if p in shown]
        assert seen == [], (name, shown)


def test_a_password_in_the_webhook_is_starred_in_the_frame() -> None:
    text = "name: A\nprompt: B\nwebhook_url: http://hooks.fernsolar.com/x?token=Kp1Rw7Yb4Nc9Ld3H\n"
    shown = _shown(text, "a.yaml", Style(width=100))["text"]
    assert "3 | webhook_url: http://hooks.fernsolar.com/x?token=Kp1R************\n" in shown


def test_a_user_name_before_a_password_is_shown() -> None:
    text = "name: A\nprompt: B\nwebhook_url: https://ana:Kp1Rw7Yb4Nc9@hooks.fernsolar.com/x\n"
    shown = _shown(text, "a.yaml", Style(width=100))["text"]
    assert "3 | webhook_url: https://ana:Kp1R********@hooks.fernsolar.com/x\n" in shown


def test_what_is_no_secret_stays_as_it_is() -> None:
    text = (
        "name: password\nprompt: The password is given by the bearer.\nfirst_sentence_mod: none\n"
    )
    result = check_text(text.encode(), "a.yaml", LintOptions())
    assert [(one.rule, one.message, one.hidden) for one in result.diagnostics] == [
        (
            "unknown-field",
            "unknown field `first_sentence_mod`, did you mean `first_sentence_mode`?",
            (),
        )
    ]


@pytest.mark.parametrize(
    "url", ["https://user:pass@hooks.acme.com/a b", "https://hooks.acme.com/a b?token=abcd"]
)
def test_a_secret_of_four_characters_is_not_shown(url: str) -> None:
    found = lint_text(f"name: A\nprompt: b\nwebhook_url: {url}\n")
    shown = "".join(one.message + (one.help or "") for one in found)
    assert "invalid-webhook-url" in [one.rule for one in found]
    assert "pass@" not in shown
    assert "abcd" not in shown
    assert {one.hidden for one in found} != {()}
