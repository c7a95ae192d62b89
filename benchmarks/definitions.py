"""Definitions to measure with: valid, about 6 KB and 110 lines each, no two of them equal."""

from __future__ import annotations

from pathlib import Path

_TEMPLATE = """\
# yaml-language-server: $schema=assistant-0.1.schema.json
name: Appointment reminder {number}
prompt: |
  You call the customers of workshop {number} to remind them of an appointment.
  You say that you are a virtual assistant, you are friendly, and you keep it short.

{paragraphs}
first_sentence_mode: static
first_sentence: "Hello, here is the assistant of workshop {number}. Is this {{{{customer}}}}?"
first_sentence_delay_ms: 400
end_of_call_sentence: Thank you, and goodbye.
voicemail_message: >-
  Hello, this is workshop {number}. Your car has an appointment tomorrow.
  Please call us back if you cannot come.
voice:
  provider: cartesia
  id: 694f9389-aac1-45b6-b726-9d9369183238
  speed: 1.0
llm_model:
  type: dedicated-instance
  name: gpt-4.1
max_call_duration_secs: 600
call_retry_config:
  max_retry_attempts: 2
  calling_windows:
    - calling_window_start_time: "10:00"
      calling_window_end_time: "12:30"
      retry_delay_seconds: 3600
    - calling_window_start_time: "14:00"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 3600
structured_output_config:
{outputs}
faq_items:
{questions}
webhook_url: https://calls.workshop-{number}.com/revox
"""
_PARAGRAPH = """\
  Step {step} of the conversation: ask the customer about subject {step}, listen to the answer
  without interrupting, and repeat what you understood in one sentence. If the customer is in
  doubt about subject {step}, say that a colleague of workshop {number} will know, and go on.
"""
_OUTPUT = """\
  - name: answer_{index}
    required: true
    type: {type}
    description: What the customer said about subject {index}, in one word.
"""
_QUESTION = """\
  - question: What about subject {index}?
    answer: Workshop {number} looks after subject {index} while the customer has a coffee.
"""


def definition(number: int) -> str:
    """The text of definition `number`."""
    return _TEMPLATE.format(
        number=number,
        paragraphs="\n".join(_PARAGRAPH.format(step=step, number=number) for step in range(8)),
        outputs="".join(
            _OUTPUT.format(index=index, type=("string", "boolean", "number")[index % 3])
            for index in range(6)
        ).rstrip("\n"),
        questions="".join(
            _QUESTION.format(index=index, number=number) for index in range(12)
        ).rstrip("\n"),
    )


def write(folder: Path, count: int) -> Path:
    """Write `count` definitions into `folder`/assistants; answers that folder."""
    target = folder / "assistants"
    target.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (target / f"{number:05}.yaml").write_text(definition(number), encoding="utf-8")
    return target


def grown(part: str, count: int) -> str:
    """A valid definition with `count` lines of prompt, calling windows or FAQ items."""
    text = "name: Large\nprompt: |\n"
    lines = count if part == "lines" else 1
    text += "".join(f"  Ask about subject {n}, and go on when you know it.\n" for n in range(lines))
    if part == "windows":
        text += "call_retry_config:\n  max_retry_attempts: 3\n  calling_windows:\n"
        text += "".join(_WINDOW.format(*divmod(n % 1380, 60)) for n in range(count))
    if part == "FAQ items":
        text += "faq_items:\n"
        text += "".join(_QUESTION.format(index=n, number=n) for n in range(count))
    return text


_WINDOW = """\
    - calling_window_start_time: "{0:02}:{1:02}"
      calling_window_end_time: "23:30"
      retry_delay_seconds: 60
"""
