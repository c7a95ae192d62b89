"""Slips of people who write prompts: one finding each, and the rest is still checked."""

from __future__ import annotations

import pytest

from revox_lint.api import lint_text
from revox_lint.syntax.parse import parse
from revox_lint.syntax.slips import without_slips
from revox_lint.syntax.source import Source

TOP = "name: Emma\n"
PROMPT = "name: Emma\nprompt: You call.\n"
VOICE = "voice:\n  provider: cartesia\n  id: a0e99841-438c-4a64-b679-ae501e7d6091\n  speed: 9\n"
INDENT = "indent every line of the text below `prompt:` by 2 spaces"

# The definition, the place, what is said.
SLIPS = [
    (
        f"{TOP}prompt: |\nYou call patients. Be kind: always.\n- Ask one question.\n{VOICE}",
        "3:1",
        "text of `prompt` is not indented: `You call patients. Be kind: always.`",
        INDENT,
    ),
    (
        f"{TOP}prompt: >-\n\n  You call.\n- Be kind.\n- Be brief: always.\n  Then end.\n{VOICE}",
        "5:1",
        "text of `prompt` is not indented like the rest: `- Be kind.`",
        INDENT,
    ),
    (
        f"{TOP}prompt: |\n  You call.\n\n# Rules\n  - Be kind.\n{VOICE}",
        "5:1",
        "text of `prompt` is not indented like the rest: `# Rules`",
        INDENT,
    ),
    (
        f"{TOP}prompt: |\n  You call.\nNote: always be kind to people.\n  End.\n{VOICE}",
        "4:1",
        "text of `prompt` is not indented like the rest: `Note: always be kind to people.`",
        INDENT,
    ),
    (
        f"{TOP}prompt: |\n   You call.\n\n  Be kind.\n  Be brief.\n{VOICE}",
        "5:3",
        "text of `prompt` is indented less than its first line: `Be kind.`",
        "indent every line of the text below `prompt:` by 3 spaces",
    ),
    (
        f"{TOP}prompt: You call\n  people. # not this\n  And that.\n{VOICE}",
        "3:11",
        "`# not this` is a comment, but the text of `prompt` goes on after it",
        "write `prompt: |` above the text",
    ),
    (
        f"{TOP}prompt: You call #1 people\n  every day.\n{VOICE}",
        "2:18",
        "`#1 people` is a comment, but the text of `prompt` goes on after it",
        "write `prompt: |` above the text",
    ),
    (
        f"{TOP}prompt: You call\n  people.\n  Rules of the call: be kind.\n  End.\n{VOICE}",
        "4:20",
        "text of `prompt` has `: `, which is YAML syntax",
        "write `prompt: |` above the text",
    ),
    (
        f"{TOP}prompt: Your rule: be kind\n  to people.\n{VOICE}",
        "2:18",
        "text of `prompt` has `: `, which is YAML syntax",
        "write `prompt: |` above the text",
    ),
    (
        f"{PROMPT}llm_model: gpt-4.1 # the best\n  # by name\n  type: existing\n{VOICE}",
        "5:3",
        "`type` is indented deeper than `llm_model`, which has the value `gpt-4.1`",
        "indent `type` like `llm_model`, or remove `gpt-4.1`",
    ),
    (
        f"{PROMPT}llm_model: 'existing'\n  name: gpt-4.1\n{VOICE}",
        "4:3",
        "`name` is indented deeper than `llm_model`, which has the value `'existing'`",
        "indent `name` like `llm_model`, or remove `'existing'`",
    ),
    (
        f"{PROMPT}faq_items: none\n  - question: Why?\n    answer: So.\n{VOICE}",
        "4:5",
        "`question` is indented deeper than `faq_items`, which has the value `none`",
        "remove `none`",
    ),
    (
        f"{PROMPT}faq_items:\n  - question: Why do you call me?\n     answer: So.\n{VOICE}",
        "5:6",
        "`answer` is indented deeper than `question`, which has the value `Why do you call me?`",
        "indent `answer` like `question`, or write `question: |` above a text",
    ),
    (
        f"{PROMPT}max_call_duration_secs: 60\n  end_of_call_sentence: Bye.\n{VOICE}",
        "4:3",
        "`end_of_call_sentence` is indented deeper than `max_call_duration_secs`, which has the "
        "value `60`",
        "indent `end_of_call_sentence` like `max_call_duration_secs`, or remove `60`",
    ),
    (
        f"{TOP}prompt: |2-\n You call: people.\n - Be kind.\n{VOICE}",
        "3:2",
        "text of `prompt` is indented by 1 space, but `|2-` asks for 2: `You call: people.`",
        "write `prompt: |-`",
    ),
    (
        f"{PROMPT}faq_items:\n  - question: Why?\n    answer: >4\n      So: that.\n{VOICE}",
        "6:7",
        "text of `answer` is indented by 2 spaces, but `>4` asks for 4: `So: that.`",
        "write `answer: >`",
    ),
    (
        f'{TOP}prompt: """\n  You call: people.\n  - Be kind.\n  """\n{VOICE}',
        "2:9",
        "`prompt` begins with three quotes, which YAML does not have",
        "write `prompt: |`, and the text below it without quotes",
    ),
    (
        f"{PROMPT}end_of_call_sentence: |2\n    Thank you:\n Bye.\n{VOICE}",
        "5:2",
        "text of `end_of_call_sentence` is indented by 1 space, but `|2` asks for 2: `Bye.`",
        "indent every line of the text below `end_of_call_sentence:` by 2 spaces",
    ),
    (
        f"{TOP}prompt: |\n  You call.\n\u00a0\n  Be kind.\n{VOICE}",
        "4:1",
        "no-break space (U+00A0) in place of a space",
        "write an ordinary space",
    ),
    (
        f"{PROMPT}\u00a0\n{VOICE}",
        "3:1",
        "no-break space (U+00A0) in place of a space",
        "write an ordinary space",
    ),
    (
        f"{PROMPT}faq_items:\n\u200b\n\u00a0\n  - question: Q?\n    answer: A.\n{VOICE}",
        "4:1",
        "invisible zero width space (U+200B) beside a key, also on another line",
        "remove it",
    ),
    (
        f'{TOP}prompt: """You call: people."""\n{VOICE}',
        "2:9",
        "`prompt` begins with three quotes, which YAML does not have",
        "write one quote at each end",
    ),
    (f"yaml\n{PROMPT}{VOICE}", "1:1", "`yaml` is not a part of the definition", "remove the line"),
    (
        f"{TOP}prompt: [Role] You call.\n{VOICE}",
        "2:16",
        "unexpected `You call.` after `]`",
        "quote the whole value, if it is a text",
    ),
    (
        f"{PROMPT}// a comment\n{VOICE}",
        "3:1",
        "`// a comment` is not a comment in YAML",
        "start a comment with `#`",
    ),
    (
        f"{TOP}prompt:\n  You call patients: be kind.\n  - Ask one question.\n{VOICE}",
        "2:1",
        "text below `prompt:` has `: ` or `- `, which are YAML syntax",
        "write `prompt: |` above the text",
    ),
    (
        f"{PROMPT}voicemail_message:\n  Hello: it is me.\n  Call back\n{VOICE}",
        "3:1",
        "text below `voicemail_message:` has `: ` or `- `, which are YAML syntax",
        "write `voicemail_message: |` above the text",
    ),
    (
        f"{PROMPT}faq_items:\n  - question: Q?\n    answer: |\n    It costs: nothing.\n{VOICE}",
        "6:5",
        "text of `answer` is not indented: `It costs: nothing.`",
        "indent every line of the text below `answer:` by 6 spaces",
    ),
    (
        f"{PROMPT}webhook_url:https://hooks.northwind.io/calls\n{VOICE}",
        "3:1",
        "no space after the colon in `webhook_url:https://hooks.northwind.io/calls`",
        "write `webhook_url: https://hooks.northwind.io/calls`",
    ),
    (
        f"{PROMPT}llm_model:\n  type:dedicated-instance\n{VOICE}",
        "4:3",
        "no space after the colon in `type:dedicated-instance`",
        "write `type: dedicated-instance`",
    ),
    (
        f"{TOP}prompt：You call.\n{VOICE}",
        "2:1",
        "full-width colon U+FF1A in `prompt：You call.`",
        "write `prompt: You call.`",
    ),
    (
        f"{PROMPT}faq_items:\n  -question: How?\n   answer: So.\n  -question: Why?\n{VOICE}",
        "4:3",
        "no space after the dash in `-question: How?`",
        "write `- question: How?`",
    ),
    (
        f"{PROMPT}faq_items:\n  • question: Q?\n    answer: a\n  • question: R?\n"
        f"    answer: b\n{VOICE}",
        "4:3",
        "`•` does not begin an item of a list in YAML",
        "write `- question: Q?`",
    ),
    (
        PROMPT + VOICE.replace("\n  ", "\n\u00a0\u00a0"),
        "4:1",
        "no-break space (U+00A0) in place of a space, also on 2 more lines",
        "write an ordinary space",
    ),
    (
        f"{PROMPT}{VOICE}".replace("  provider: ", "  provider:\u00a0").replace(
            " id: ", " id:\u3000"
        ),
        "4:12",
        "no-break space (U+00A0) in place of a space, also on another line",
        "write an ordinary space",
    ),
    (
        f"{PROMPT}faq_items:\n  -\u00a0question: Q?\n    answer: a\n{VOICE}",
        "4:4",
        "no-break space (U+00A0) in place of a space",
        "write an ordinary space",
    ),
    (
        f"\u200b{PROMPT}{VOICE}",
        "1:1",
        "invisible zero width space (U+200B) beside a key",
        "remove it",
    ),
    (
        f"```yaml\n{PROMPT}{VOICE}```\n",
        "1:1",
        "code fence ````yaml` is not YAML",
        "remove the lines with ```",
    ),
    (f"{PROMPT}{VOICE}~~~\n", "7:1", "code fence `~~~` is not YAML", "remove the line"),
]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("text", "place", "message", "help"), SLIPS)
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
