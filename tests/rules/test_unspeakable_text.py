"""What a voice cannot say is marked in every field, in quotes, in a block and in JSON."""

from __future__ import annotations

import json

import pytest

from revox_lint.engine import Settings, lint
from revox_lint.syntax.source import Source
from tests.rules.cases import rules_of

HEAD = "name: Reception\nprompt: You answer the phone.\n"


def said(text: str, path: str = "assistant.yaml") -> list[tuple[str, str, str]]:
    """Return rule, severity and the marked characters of every diagnostic."""
    found = lint(Source(path, text), Settings(rules=rules_of("unspeakable-text"))).diagnostics
    return [(d.rule, d.severity.value, text[d.span.start : d.span.end]) for d in found]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Book at https://acme.com/book.", "https://acme.com/book"),
        ("Book at https://acme.com/{{id}}, or call.", "https://acme.com/{{id}}"),
        ("Visit www.acme.com!", "www.acme.com"),
        ("Go to acme.com/book now.", "acme.com/book"),
        ("See [our site](https://acme.com).", "[our site](https://acme.com)"),
        ("This is **very important**.", "**very important**"),
        ("Call us __now__.", "__now__"),
        ("Call **555-1234**.", "**555-1234**"),
        ("This is *really* urgent.", "*really*"),
        ("Type `start`.", "`start`"),
        ("<b>Hello</b>", "<b>"),
        ("Hi 👋 there", "👋"),
        ("Great 🎉🎉!", "🎉🎉"),
        ("Thanks ❤️", "❤️"),
        ("Hi :wave: there", ":wave:"),
        ("Press 1️⃣.", "1️⃣"),
        ("• cleaning • repairs", "•"),
        ("We do: - cleaning - repairs", "-"),
        ("[pause] Hello.", "[pause]"),
        ("Hello (pause 2 seconds) there.", "(pause 2 seconds)"),
        ("Hello *smiles* there.", "*smiles*"),
        ("[wait for response] Good.", "[wait for response]"),
        ("[in a cheerful voice] Hello.", "[in a cheerful voice]"),
        ("Bonjour (rires).", "(rires)"),
        ("(d'un ton chaleureux) Bonjour.", "(d'un ton chaleureux)"),
        ("[kurze Pause] Hallo.", "[kurze Pause]"),
        ("Hallo (lacht).", "(lacht)"),
        ("Hola (risas).", "(risas)"),
        ("[sonríe] Hola.", "[sonríe]"),
    ],
)
@pytest.mark.parametrize("field", ["first_sentence", "voicemail_message", "end_of_call_sentence"])
def test_unspeakable(field: str, text: str, marked: str) -> None:
    # In quotes, in a block, and in JSON with escapes: the same word is marked.
    mode = "first_sentence_mode: static\n" if field == "first_sentence" else ""
    for written in (json.dumps(text, ensure_ascii=False), f"|\n  Hello.\n  {text}"):
        assert said(f"{HEAD}{mode}{field}: {written}\n") == [
            ("unspeakable-text", "warning", marked)
        ]
    document = {"name": "A", "prompt": "P", field: text}
    if mode:
        document["first_sentence_mode"] = "static"
    assert said(json.dumps(document), "a.json") == [
        ("unspeakable-text", "warning", json.dumps(marked)[1:-1])
    ]
