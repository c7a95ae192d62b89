"""Suppressions silence what they cover, and nothing else."""

from __future__ import annotations

import pytest

from revox_lint import lint_text

HEAD = "name: Sales\nprompt: Be kind.\n"
RULES = (
    "insecure-webhook",
    "voice-speed-out-of-range",
    "leftover-todo",
    "unused-suppression",
    "unknown-suppression",
    "malformed-suppression",
)

# why, the text behind HEAD, and what is still reported: (rule, marked text)
CASES: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "at the end of the line",
        "webhook_url: http://calls.acme.com # revox-lint: ignore[insecure-webhook] -- tunnel\n",
        [],
    ),
    (
        "alone above the key",
        "# revox-lint: ignore[insecure-webhook]\n# why\n\nwebhook_url: http://calls.acme.com\n",
        [],
    ),
    (
        "above a key it covers the whole value, of a mapping too",
        "# revox-lint: ignore[voice-speed-out-of-range]\n"
        "voice:\n  provider: cartesia\n  id: x\n  speed: 9\n",
        [],
    ),
    (
        "above a key it covers a block scalar",
        "# revox-lint: ignore[leftover-todo]\nvoicemail_message: |\n  Hello,\n  TODO: say more.\n",
        [],
    ),
    (
        "on the line of a block scalar's key it covers the block scalar",
        "voicemail_message: | # revox-lint: ignore[leftover-todo]\n  Hello,\n  TODO: say more.\n",
        [],
    ),
    (
        "text inside a block scalar is no comment",
        "voicemail_message: |\n  # revox-lint: ignore[leftover-todo]\n  TODO: say more.\n",
        [("leftover-todo", "TODO")],
    ),
    (
        "on the key's own line a mapping is not covered",
        "voice: # revox-lint: ignore[voice-speed-out-of-range]\n"
        "  provider: cartesia\n  id: x\n  speed: 9\n",
        [("unused-suppression", "voice-speed-out-of-range"), ("voice-speed-out-of-range", "9")],
    ),
    (
        "above an item of a list",
        "faq_items:\n  # revox-lint: ignore[leftover-todo]\n"
        "  - question: Why?\n    answer: TODO\n  - question: How?\n    answer: FIXME\n",
        [("leftover-todo", "FIXME")],
    ),
    (
        "only the rules that are named",
        "webhook_url: http://calls.acme.com # revox-lint: ignore[leftover-todo]\n",
        [("insecure-webhook", "http://calls.acme.com"), ("unused-suppression", "leftover-todo")],
    ),
    (
        "several rules, one of them for nothing",
        "webhook_url: http://acme.com # revox-lint: ignore[insecure-webhook, leftover-todo]\n",
        [("unused-suppression", "leftover-todo")],
    ),
    (
        "behind another comment",
        "webhook_url: http://calls.acme.com # tunnel # revox-lint: ignore[insecure-webhook]\n",
        [],
    ),
    (
        "a misspelt rule",
        "webhook_url: http://calls.acme.com # revox-lint: ignore[insecure-webhooks]\n",
        [
            ("insecure-webhook", "http://calls.acme.com"),
            ("unknown-suppression", "insecure-webhooks"),
        ],
    ),
    (
        "a form that is not known",
        "webhook_url: http://calls.acme.com # revox-lint: disable\n",
        [
            ("insecure-webhook", "http://calls.acme.com"),
            ("malformed-suppression", "# revox-lint: disable"),
        ],
    ),
    (
        "ignore-file too late",
        "# revox-lint: ignore-file[insecure-webhook]\nwebhook_url: http://calls.acme.com\n",
        [
            ("malformed-suppression", "# revox-lint: ignore-file[insecure-webhook]"),
            ("insecure-webhook", "http://calls.acme.com"),
        ],
    ),
    (
        "a rule that is off is not judged unused",
        "end_of_call_sentence: Bye # revox-lint: ignore[unknown-timezone]\n",
        [],
    ),
]


def _found(text: str) -> list[tuple[str, str]]:
    return [
        (one.rule, text[one.span.start : one.span.end]) for one in lint_text(text, select=RULES)
    ]


@pytest.mark.parametrize(("why", "text", "found"), CASES, ids=[one[0] for one in CASES])
def test_suppressions(why: str, text: str, found: list[tuple[str, str]]) -> None:
    assert _found(HEAD + text) == found


def test_for_the_whole_file_above_its_first_line() -> None:
    text = (
        "# revox-lint: ignore-file[insecure-webhook, leftover-todo] -- drafts\n"
        + HEAD
        + "webhook_url: http://calls.acme.com\n---\n"
        + HEAD
        + "webhook_url: http://calls.acme.com\nend_of_call_sentence: TODO\n"
    )
    assert _found(text) == []


def test_the_reason_and_the_silenced_are_kept() -> None:
    from revox_lint.engine import Settings, lint
    from revox_lint.rule import SHIPPED
    from revox_lint.suppression import suppressions
    from revox_lint.syntax.parse import parse
    from revox_lint.syntax.source import Source

    text = (
        HEAD + "webhook_url: http://a.acme.com # revox-lint: ignore[insecure-webhook] -- tunnel\n"
    )
    source = Source("a.yaml", text)
    outcome = lint(source, Settings((SHIPPED["insecure-webhook"],)))
    assert [one.rule for one in outcome.suppressed] == ["insecure-webhook"]
    assert [one.reason for one in suppressions(source, parse(source))] == ["tunnel"]
