"""Slips of people who write prompts, each with its place, what is said, and the help."""

from __future__ import annotations

TOP = "name: Emma\n"
PROMPT = "name: Emma\nprompt: You call.\n"
LIST = "faq_items:\n  - question: Why?\n"
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
        f"{TOP}prompt: |2-\n You call: people.\n - Be kind.\n{VOICE}",
        "3:2",
        "text of `prompt` is indented by 1 space, but `|2-` asks for 2: `You call: people.`",
        "write `prompt: |-`",
    ),
    (
        f"{PROMPT}{LIST}    answer: >4\n      So: that.\n{VOICE}",
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
        "code fence ```yaml is not YAML",
        "remove the lines with ```",
    ),
    (
        f"Here it is:\n\n```yaml\n{PROMPT}{VOICE}```\n\nSay when you need more!\n",
        "3:1",
        "code fence ```yaml is not YAML, nor is the text around it",
        "keep only what is between the lines with ```",
    ),
    (
        f"```\n{PROMPT}{VOICE}```\nSay when you need more!\n",
        "1:1",
        "code fence ``` is not YAML, nor is the text around it",
        "keep only what is between the lines with ```",
    ),
    (
        f"{PROMPT}voice:\n  id 3f5c\n  provider: cartesia\n  speed: 9\n",
        "4:3",
        "no colon in `id 3f5c`",
        "write `id: 3f5c`",
    ),
    (
        f"name Emma\nprompt: You call.\n{VOICE}",
        "1:1",
        "no colon in `name Emma`",
        "write `name: Emma`",
    ),
    (
        f"{PROMPT}faq_items:\n  - question Why?\n    answer: A.\n{VOICE}",
        "4:5",
        "no colon in `question Why?`",
        "write `question: Why?`",
    ),
    (
        f"{PROMPT}faq_items:\n  - question:Why?\n    answer: A.\n{VOICE}",
        "4:5",
        "no space after the colon in `question:Why?`",
        "write `question: Why?`",
    ),
    (
        f'name = "Emma"\nprompt="You call."\n{VOICE}',
        "1:1",
        '`=` in place of a colon in `name = "Emma"`, also on another line',
        'write `name: "Emma"`',
    ),
    (
        f"// a desk\n{PROMPT}{VOICE}",
        "1:1",
        "`// a desk` is not a comment in YAML",
        "start a comment with `#`",
    ),
    (
        f"/* a desk\n of ours */\n{PROMPT}{VOICE}",
        "1:1",
        "`/* a desk` is not a comment in YAML",
        "start a comment with `#`",
    ),
    (
        f"{PROMPT}voice:\n  // female\n{VOICE[7:]}",
        "4:3",
        "`// female` is not a comment in YAML",
        "start a comment with `#`",
    ),
    (
        f'name: "Emma",\nprompt: "You call.",\nwebhook_url: "https://hooks.fernsolar.com/x",\n{VOICE}',
        "1:13",
        "`,` behind the value of `name`, also on 2 more lines",
        "remove it: in YAML, the end of the line ends a value",
    ),
    (
        f"{PROMPT}llm_model: {{type: dedicated-instance, name: gpt-4.1}};\n{VOICE}",
        "3:53",
        "`;` behind the value of `llm_model`",
        "remove it: in YAML, the end of the line ends a value",
    ),
    (
        f'{PROMPT}faq_items:\n  - question: "Why?" answer: "A."\n{VOICE}',
        "4:22",
        "`answer` is on the line of `question`",
        "write `answer` on a line of its own, indented like `question`",
    ),
    (
        f"\u00a0{PROMPT}{VOICE}",
        "1:1",
        "no-break space (U+00A0) in front of a key",
        "remove it",
    ),
    *(
        (
            f"{TOP}prompt: |\n{first}\nYou call people.\n{VOICE}",
            "3:1",
            f"text of `prompt` is not indented: `{first}`",
            INDENT,
        )
        for first in (
            "**Role**",
            "> You call.",
            "| You call.",
            "`You` call.",
            "@you",
            "% of calls",
            "[Identity]",
            '"You" call.',
            "---",
            "# Role",
        )
    ),
    (
        f"{TOP}prompt: |\n\u00a0\u00a0You call.\n\u00a0\u00a0Be kind: always.\n{VOICE}",
        "3:1",
        "no-break space (U+00A0) in place of a space, also on another line",
        "write an ordinary space",
    ),
    (
        f"{TOP}prompt:\n  # Role\n  You call.\n  Be kind: always.\n{VOICE}",
        "2:1",
        "text below `prompt:` has `: ` or `- `, which are YAML syntax",
        "write `prompt: |` above the text",
    ),
    (
        f'{TOP}prompt:\n  """\n  You call.\n  """\n{VOICE}',
        "3:3",
        "`prompt` begins with three quotes, which YAML does not have",
        "write `prompt: |`, and the text below it without quotes",
    ),
    (
        f'{TOP}prompt: """You call.\nBe kind: always.\n{VOICE}',
        "2:9",
        "`prompt` begins with three quotes, which YAML does not have",
        "write `prompt: |`, and the text below it without quotes",
    ),
    (f"{PROMPT}{VOICE}~~~\n", "7:1", "code fence ~~~ is not YAML", "remove the line"),
    (
        f"{PROMPT}faq_items:\n  - {{question: Why?, answer: A.\n{VOICE}",
        "4:5",
        "unclosed `{`, expected `}`",
        "close it with `}`, or quote a value that starts with `{`",
    ),
    (
        f"{PROMPT}call_retry_config\n  timezone: Europe/Paris\n  max_retry_attempts: 1\n{VOICE}",
        "3:1",
        "no colon after `call_retry_config`",
        "write `call_retry_config:`",
    ),
    (
        f'{PROMPT}webhook_url "https://hooks.fernsolar.com/x"\n{VOICE}',
        "3:1",
        'no colon in `webhook_url "https://hooks.fernsolar.com/x"`',
        'write `webhook_url: "https://hooks.fernsolar.com/x"`',
    ),
    (
        f"{TOP}prompt: |\n  You call.\nwebhook_url; https://hooks.fernsolar.com/x\n{VOICE}",
        "4:1",
        "`;` in place of a colon in `webhook_url; https://hooks.fernsolar.com/x`",
        "write `webhook_url: https://hooks.fernsolar.com/x`",
    ),
    (
        f"{TOP}prompt: |\n  You call.\nwebhook_url => https://hooks.fernsolar.com/x\n{VOICE}",
        "4:1",
        "`=>` in place of a colon in `webhook_url => https://hooks.fernsolar.com/x`",
        "write `webhook_url: https://hooks.fernsolar.com/x`",
    ),
    (
        f"{TOP}prompt: |\n  You call.\ncalendly\n  url: x\n{VOICE}",
        "4:1",
        "no colon after `calendly`",
        "write `calendly:`",
    ),
    (
        f"--- {PROMPT}{VOICE}",
        "1:1",
        "`---` on the line of `name: Emma`",
        "write `---` on a line of its own",
    ),
    (
        f"{TOP}prompt: |>\n  You call.\n{VOICE}",
        "2:10",
        "`>` behind `|`",
        "remove it",
    ),
    (
        f"{PROMPT}llm_model: {{type: dedicated-instance, name: gpt-4.1}}}}\n{VOICE}",
        "3:53",
        "`}` closes nothing",
        "remove it",
    ),
    (
        f"{PROMPT}faq_items:\n  - {{question: a, answer: b}},\n{VOICE}",
        "4:29",
        "`,` behind the value of an element",
        "remove it: in YAML, the end of the line ends a value",
    ),
    (
        f"**name**: Emma\n**prompt:** You call.\n{VOICE}",
        "1:1",
        "`**` around `name`, also on another line",
        "write `name: Emma`",
    ),
    (
        f"{PROMPT}{{% if x %}}\n{VOICE}{{% endif %}}\n",
        "3:1",
        "`{% if x %}` is a statement of a template, not YAML, also on another line",
        "fill in the template before, or remove the line",
    ),
    (
        f"<!-- a desk\n of ours -->\n{PROMPT}{VOICE}",
        "1:1",
        "`<!-- a desk` is not a comment in YAML",
        "start a comment with `#`",
    ),
    (
        f'{PROMPT}"webhook_url: https://hooks.fernsolar.com/x"\n{VOICE}',
        "3:1",
        'quotes around a key and its value: `"webhook_url: https://hooks.fernsolar.com/x"`',
        "write the quotes around the value alone",
    ),
    (
        f"{PROMPT}voicemail_message: |\n  Hi.\n\n// done\n{VOICE}",
        "6:1",
        "`// done` is not a comment in YAML",
        "start a comment with `#`",
    ),
    (
        f"{PROMPT}webhook_url := https://hooks.fernsolar.com/x\n{VOICE}",
        "3:1",
        "`:=` in place of a colon in `webhook_url := https://hooks.fernsolar.com/x`",
        "write `webhook_url: https://hooks.fernsolar.com/x`",
    ),
    (
        f"{PROMPT}transfer_phone_number=+33142685300\n{VOICE}",
        "3:1",
        "`=` in place of a colon in `transfer_phone_number=+33142685300`",
        'write `transfer_phone_number: "+33142685300"`',
    ),
]

# What is not read at all.
OTHER_LANGUAGES = [
    (
        "[assistant]\nname = 'Emma'\nprompt = 'You call.'\n",
        "1:1",
        "`[assistant]` is not YAML, but TOML",
        "write the fields alone, each as `key: value`",
    ),
    (
        "const assistant = {\n  name: 'Emma',\n  prompt: `You call.`\n};\n",
        "1:1",
        "`const assistant = {` is not YAML, but a program",
        "write the fields alone, each as `key: value`",
    ),
]
