"""Slips of indentation: texts, keys and items at another depth than those beside them."""

from __future__ import annotations

from tests.syntax.slips import INDENT, LIST, PROMPT, TOP, VOICE

NO_DASH = "faq_items:\n  question: Why?"
ITEM = "  - question: B?\n    answer: C\n"

# The definition, the place, what is said.
DEPTH_SLIPS = [
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
        f"{PROMPT}faq_items:\n  • question: Q?\n    answer: a\n  • question: R?\n"
        f"    answer: b\n{VOICE}",
        "4:3",
        "`•` does not begin an item of a list in YAML",
        "write `- question: Q?`",
    ),
    (
        f"{PROMPT}{LIST}  answer: A.\n  - question: B?\n    answer: C\n{VOICE}",
        "5:3",
        "`answer` is not indented like the first field of the element",
        "indent it by 4 spaces, or not at all where it is not a field of the element",
    ),
    (
        f"{PROMPT}structured_output_config:\n  - name: a\n  type: string\n  required: true\n"
        f"  description: A.\n{VOICE}",
        "5:3",
        "`type`, `required` and `description` are not indented like the first field of the element",
        "indent them by 4 spaces, or not at all where they are not fields of the element",
    ),
    (
        f"{PROMPT}{LIST}answer: A.\n  - question: B?\n    answer: C\n{VOICE}",
        "5:1",
        "`answer` is not indented like the fields of the list element above it",
        "indent it by 4 spaces",
    ),
    (
        f"{PROMPT}{LIST}    answer: A.\n   - question: B?\n     answer: C\n"
        f"   - question: D?\n     answer: E\n{VOICE}",
        "6:4",
        "`- question: B?` is not indented like the items above it",
        "indent it by 2 spaces",
    ),
    (
        f"{PROMPT}{LIST}    answer: A.\n - question: B?\n   answer: C\n{VOICE}",
        "6:2",
        "`- question: B?` is not indented like the items above it",
        "indent it by 2 spaces",
    ),
    (
        f"{TOP}prompt: |\n  You call.\n\tBe kind.\n  End.\n{VOICE}",
        "4:1",
        "YAML does not allow tabs for indentation",
        INDENT,
    ),
    (
        f"{TOP}prompt: |\n  You call.\n llm_model: {{type: existing}}\n{VOICE}",
        "4:2",
        "`llm_model` is not indented like `prompt`",
        "indent it like `prompt`, or by 2 spaces where it is text of `prompt`",
    ),
    (
        f"{PROMPT}{LIST}    answer: A.\n   question: B?\n   answer: C.\n{VOICE}",
        "6:4",
        "`question` does not line up with the lines before it",
        "give all keys of a mapping the same indentation, and all items of a list the same `-`",
    ),
    (
        "* name: Emma\n* prompt: You call.\n* voice:\n    provider: cartesia\n"
        "    id: a0e99841-438c-4a64-b679-ae501e7d6091\n    speed: 9\n",
        "1:1",
        "`*` does not begin a field in YAML",
        "remove it from the start of each field",
    ),
    (
        f"{TOP}prompt: |\n    You call.\n- Be kind.\n{VOICE}",
        "4:1",
        "text of `prompt` is not indented like the rest: `- Be kind.`",
        "indent every line of the text below `prompt:` by 4 spaces",
    ),
    (
        f"{PROMPT}llm_model:\ntype: dedicated-instance\n  name: gpt-4.1\n{VOICE}",
        "4:1",
        "`type` is not indented below `llm_model:`",
        "indent it by 2 spaces",
    ),
    (
        f"{PROMPT}llm_model:\n type: dedicated-instance\n  name: gpt-4.1\n{VOICE}",
        "4:2",
        "`type` is not indented like `name` below it",
        "indent it by 2 spaces",
    ),
    (
        f"{PROMPT}llm_model:\n\ttype: dedicated-instance\n  name: gpt-4.1\n{VOICE}",
        "4:1",
        "YAML does not allow tabs for indentation",
        "write 2 spaces",
    ),
    (
        f"{PROMPT}max_call_duration_secs: 300\n  - question: Why?\n    answer: A.\n{VOICE}",
        "4:5",
        "`question` is indented deeper than `max_call_duration_secs`, which has the value `300`",
        "write the key of the list above it, or remove `300`",
    ),
    (
        f"{PROMPT}faq_items:\n  -\n  question: Why?\n  answer: A.\n{VOICE}",
        "5:3",
        "`question: Why?` is not indented below its `-`",
        "indent the fields of the element by 4 spaces",
    ),
    (
        f"{PROMPT}- llm_model: {{type: dedicated-instance, name: gpt-4.1}}\n{VOICE}",
        "3:1",
        "`- ` in front of `llm_model`, which is not an element of a list",
        "remove the `- `",
    ),
    (
        f"{PROMPT}{NO_DASH}\n    answer: A.\n  - question: B?\n    answer: C\n{VOICE}",
        "4:3",
        "no `- ` in front of `question: Why?`, the first element of the list",
        "write `- question: Why?`",
    ),
    (
        f"{PROMPT}{NO_DASH}\n  answer: A.\n  - question: B?\n    answer: C\n{VOICE}",
        "4:3",
        "no `- ` in front of `question: Why?`, the first element of the list",
        "write `- question: Why?`",
    ),
    (
        f"{PROMPT}faq_items:\n- question: Why?\nanswer: A.\n- question: B?\n  answer: C\n{VOICE}",
        "5:1",
        "`answer` is not indented like the fields of the list element above it",
        "indent it by 2 spaces",
    ),
    (
        f"{PROMPT}faq_items:\n- question: Why?\n  answer: A.\nquestion: B?\n  answer: C\n{VOICE}",
        "6:1",
        "no `- ` in front of `question: B?`",
        "write `- question: B?`",
    ),
    (
        f"  {PROMPT}{VOICE}",
        "1:3",
        "`name` is indented deeper than the keys below it",
        "remove the spaces in front of it",
    ),
    (
        f"{TOP}prompt: |\n      \n  # Role\n  You: call.\n{VOICE}",
        "3:1",
        "blank line with more spaces than the text below it, which sets its indentation",
        "remove the spaces",
    ),
    (
        f"{TOP}prompt: |\n  You call.\n---\n  1. Ask: why?\n{VOICE}",
        "4:1",
        "text of `prompt` is not indented like the rest: `---`",
        "indent every line of the text below `prompt:` by 2 spaces",
    ),
    (
        f"{TOP}prompt: |\n  Vous appelez.\nExemple :\n  Oui: non\n{VOICE}",
        "4:1",
        "text of `prompt` is not indented like the rest: `Exemple :`",
        "indent every line of the text below `prompt:` by 2 spaces",
    ),
    (
        f"{PROMPT}faq_items:\n    question: Why?\n    answer: A.\n{ITEM}{VOICE}",
        "4:5",
        "no `- ` in front of `question: Why?`, the first element of the list",
        "write `- question: Why?`",
    ),
    (
        f"- {PROMPT}{VOICE}",
        "1:1",
        "`- ` in front of `name`, which is not an element of a list",
        "remove the `- `",
    ),
    (
        f"{PROMPT}structured_output_config:\n  - name: a\n    type: enum\n"
        f"    enum_options:\n    - y\n   - z\n    required: true\n    description: A.\n{VOICE}",
        "8:4",
        "`- z` is not indented like the items above it",
        "indent it by 4 spaces",
    ),
    (
        f"{PROMPT}* llm_model: {{type: dedicated-instance, name: gpt-4.1}}\n{VOICE}",
        "3:1",
        "`*` does not begin a field in YAML",
        "remove it from the start of each field",
    ),
    (
        PROMPT + VOICE.replace("  speed", "  - speed"),
        "6:3",
        "`- ` in front of `speed`, which is not an element of a list",
        "remove the `- `",
    ),
    (
        f"{PROMPT}{LIST}    answer: A.\n- max_call_duration_secs: 600\n{VOICE}",
        "6:1",
        "`- ` in front of `max_call_duration_secs`, which is not an element of a list",
        "remove the `- `",
    ),
]
