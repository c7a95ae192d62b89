"""Slips of people who write prompts: one finding each, and the rest is still checked."""

from __future__ import annotations

import pytest

from revox_lint.api import lint_text
from revox_lint.syntax.parse import parse
from revox_lint.syntax.slips import without_slips
from revox_lint.syntax.source import Source
from tests.syntax.depth_slips import DEPTH_SLIPS, ITEM
from tests.syntax.slips import OTHER_LANGUAGES, PROMPT, SLIPS, TOP, VOICE

# Valid, also where a slip elsewhere makes the file suspect.
VALID = [
    f"{TOP}prompt:\n  You call\n  - kindly\n  - always\n{VOICE}",
    f"{TOP}x:\n  Dear Sir: hello to you\n  A b: c\n{VOICE}",
    f"{TOP}x:\n  Key one: a b c d\n    and more\n  Key two: b\n{VOICE}",
    f"{PROMPT}x:\n- a: 1\n  b: 2\ny: 3\n{VOICE}",
    f"{PROMPT}x:\n  - a:\n      - b: 1\n    c: 2\n  - d: 3\n{VOICE}",
    f"{PROMPT}faq_items:\n  - # why\n    question: a\n    answer: b\n{ITEM}{VOICE}",
    f"{PROMPT}faq_items:\n- # why\n  question: a\n  answer: b\n- question: c\n  answer: d\n{VOICE}",
    f"{PROMPT}faq_items:\n  -\n    question: a\n    answer: b\n{ITEM}{VOICE}",
    f"{PROMPT}faq_items:\n-\n  question: a\n  answer: b\n- question: c\n  answer: d\n{VOICE}",
    f"{PROMPT}faq_items:\n  -\n# why\n    question: a\n    answer: b\n{ITEM}{VOICE}",
    f"{PROMPT}faq_items:\n{ITEM}end_of_call_sentence: We do\n  - cleaning\n  - repairs\n{VOICE}",
    f"{PROMPT}{VOICE}my items:\n- question: a\n  answer: b\n- question: c\n  answer: d\n",
    f"  a: 1\n---\n{PROMPT}{VOICE}",
    f"a: 1\n---\n- b: 2\n---\n{PROMPT}{VOICE}",
    f"{PROMPT}x: [a // b, c]\ny: a = b\n{VOICE}",
    f"{TOP}prompt: |\n  // not a comment\n  x = 1\n  - a\n   - b\n{VOICE}",
]


@pytest.mark.parametrize("text", VALID)
def test_what_is_valid_stays_so_beside_a_slip(text: str) -> None:
    slip = "first_sentence_delay_ms:100\n"
    assert [one.message for one in lint_text(text) if one.rule == "invalid-yaml"] == []
    found = [one for one in lint_text(text + slip) if one.rule == "invalid-yaml"]
    assert [one.message for one in found] == [f"no space after the colon in `{slip.strip()}`"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("text", "place", "message", "help"), SLIPS + DEPTH_SLIPS)
def test_a_slip_is_one_finding_and_the_rest_is_checked(
    text: str, place: str, message: str, help: str, line_end: str
) -> None:
    found = lint_text(text.replace("\n", line_end))
    too_fast = [one for one in found if one.rule == "voice-speed-out-of-range"]
    [slip] = [one for one in found if one.rule == "invalid-yaml"]
    position = slip.source.position(slip.span.start)
    assert (f"{position.line}:{position.column}", slip.message, slip.help) == (place, message, help)
    assert [one.rule for one in found if one.severity == "error"].count("invalid-yaml") == 1
    assert sorted({one.rule for one in found if one.severity != "info"}) == sorted(
        {"invalid-yaml", *(one.rule for one in too_fast)}
    )
    assert len(too_fast) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{TOP}prompt: |\n  - Be kind: always\n  -no dash\n  # Rules\n  provider:cartesia\n  ```\n",
        f"{TOP}prompt: |\n  You call.\n\n# The voice\n{VOICE}",
        f"{TOP}prompt: |\n{VOICE}",
        f'{TOP}prompt: "You call: \nprovider:cartesia\n  -no dash\n  • x: y"\n',
        f"{TOP}prompt: You call\n  provider:cartesia\n  -no dash\n",
        f"{TOP}prompt:\n  You call\n  your patients.\n",
        f"{PROMPT}faq_items:\n  - question: Q?\n    answer: |\n      Text.\n  - question: R?\n",
        f"{PROMPT}end_of_call_sentence: À bientôt !\u00a0Merci\n",
        f"{PROMPT}x:\n  - mailto:a@b.c\n  - a:b\n  - -5\n",
        f"{PROMPT}x: {{a: 'b', c: [1,\n  2]}}\n",
        f"{PROMPT}voice: &v\n  speed: 1\nb: !!map\n  c: d\ne: *v\n",
        f"{PROMPT}a: |2\n   deep: er\nb: >+1\n c: d\ne: |2\n\n",
        f"{PROMPT}faq_items:\n  - question: |2\n      Why: this?\n    answer: b\n",
        f"{PROMPT}a: ''\nb: '''quoted'''\nc: 'x'\n# d\ne: f # g: h\n  # i: j\n",
        f"{PROMPT}a: |2\n    deep\n  er\n\n  x: y\nb: c\n",
        f"{PROMPT}a: b\n  c https://d.e\n  10:30 # f: g\n",
        f'{PROMPT}a:\n  "b\n  c: d\n    e: f"\ng: [h,\n i: j,\n"]\n  k: l"]\n',
        f"{PROMPT}a:\n  [b: c,\n  d: e]\nf:\n  |\n  g\n    h: i\n  -j\n",
        f"{PROMPT}a: {{b: don't,\n c: d}}\ne: f\n",
        "just text\nwith a:colon\n",
        "--- |\n  text\n  a:b\n",
        "a: &x |\n  t:u\n...\n",
        "",
    ],
)
def test_what_is_right_stays_as_it_is(text: str) -> None:
    assert without_slips(text) == (text, [], [])


def test_a_text_of_pairs_alone_is_a_mapping() -> None:
    parsed = parse(Source("a.yaml", f"{TOP}x:\n  Role: You call.\n  Some more: words\n"))
    assert parsed.trees[0].problems == ()


@pytest.mark.parametrize(
    ("escape", "message", "help"),
    [
        (
            r"\ud83d\ude00",
            r"`\ud83d\ude00` is one character in JSON, but two invalid ones in YAML",
            r"write `😀` or `\U0001F600`",
        ),
        (r"\uDE00\uD83D", r"escape sequence `\uDE00` is half of a character", None),
        (r"\ud83d", r"escape sequence `\ud83d` is half of a character", None),
    ],
)
def test_the_escape_of_half_a_character(escape: str, message: str, help: str | None) -> None:
    [found] = lint_text(f'{TOP}prompt: "Never read {escape} aloud."\n', select=["invalid-yaml"])
    assert (found.message, found.span.start) == (message, 31)
    assert found.help == (help or "write the whole character")


@pytest.mark.parametrize(("text", "place", "message", "help"), OTHER_LANGUAGES)
def test_another_language_is_one_finding(text: str, place: str, message: str, help: str) -> None:
    [one] = lint_text(text)
    position = one.source.position(one.span.start)
    assert (f"{position.line}:{position.column}", one.message, one.help) == (place, message, help)
