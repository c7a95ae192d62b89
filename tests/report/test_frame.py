"""Frames of the text report, whole, at three widths of a terminal."""

from __future__ import annotations

import pytest

from revox_lint.api import Result
from revox_lint.diagnostic import Diagnostic, Related, Severity
from revox_lint.report import Style, reporter
from revox_lint.report.wrap import wrap
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span

TEXT = """\
name: Reminder
voice:
  provider: elevenlabs
  id: 21m00Tcm4TlvDq8ikWAM
  speed: 1.5
call_retry_config: {max_retry_attempts: 3, timezone: Europe/Paris}
"""


def _span(part: str) -> Span:
    start = TEXT.index(part)
    return Span(start, start + len(part))


ONE = Diagnostic(
    rule="voice-speed-out-of-range",
    severity=Severity.ERROR,
    message="`speed` of 1.5 is out of range for `elevenlabs`, which accepts numbers from 0.7 to 1.2",
    source=Source("assistants/reminder.yaml", TEXT),
    span=_span("1.5"),
    help="speed: 1.2, the fastest that this provider accepts, or 1.0 for the voice's own speed",
    related=(
        Related("the provider is given here", _span("elevenlabs")),
        Related("and the voice whose speed it is", _span("21m00Tcm4TlvDq8ikWAM")),
    ),
)

FRAMES = {
    120: """\
error[voice-speed-out-of-range]: `speed` of 1.5 is out of range for `elevenlabs`, which accepts numbers from 0.7 to 1.2
  --> assistants/reminder.yaml:5:10
   |
 3 |   provider: elevenlabs
   |             ---------- the provider is given here
 4 |   id: 21m00Tcm4TlvDq8ikWAM
   |       -------------------- and the voice whose speed it is
 5 |   speed: 1.5
   |          ^^^
   = help: speed: 1.2, the fastest that this provider accepts, or 1.0 for the voice's own speed
""",
    80: """\
error[voice-speed-out-of-range]: `speed` of 1.5 is out of range for
    `elevenlabs`, which accepts numbers from 0.7 to 1.2
  --> assistants/reminder.yaml:5:10
   |
 3 |   provider: elevenlabs
   |             ---------- the provider is given here
 4 |   id: 21m00Tcm4TlvDq8ikWAM
   |       -------------------- and the voice whose speed it is
 5 |   speed: 1.5
   |          ^^^
   = help: speed: 1.2, the fastest that this provider accepts, or 1.0 for the
           voice's own speed
""",
    50: """\
error[voice-speed-out-of-range]: `speed` of 1.5 is
    out of range for `elevenlabs`, which accepts
    numbers from 0.7 to 1.2
  --> assistants/reminder.yaml:5:10
   |
 3 |   provider: elevenlabs
   |             ----------
   |             the provider is given here
 4 |   id: 21m00Tcm4TlvDq8ikWAM
   |       --------------------
   |       and the voice whose speed it is
 5 |   speed: 1.5
   |          ^^^
   = help: speed: 1.2, the fastest that this
           provider accepts, or 1.0 for the
           voice's own speed
""",
}


def _frame(one: Diagnostic, style: Style) -> str:
    shown = "".join(reporter("text").render(Result([one], checked=1), style))
    return shown.partition("\nFound")[0]


@pytest.mark.parametrize("width", FRAMES)
def test_a_frame_is_wrapped_at_words(width: int) -> None:
    assert _frame(ONE, Style(width=width)) == FRAMES[width]
    assert all(len(line) <= width for line in FRAMES[width].splitlines())


def test_a_colored_frame_has_the_same_words_in_the_same_lines() -> None:
    import re

    colored = _frame(ONE, Style(color=True, links=True, width=50))
    assert re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;;.*?\x1b\\", "", colored) == FRAMES[50]


def test_lines_that_are_left_out_are_shown_as_dots() -> None:
    distant = ONE._replace(
        span=_span("Europe/Paris"), related=(Related("here", _span("Reminder")),)
    )
    assert _frame(distant, Style(width=60)) == (
        "error[voice-speed-out-of-range]: `speed` of 1.5 is out of\n"
        "    range for `elevenlabs`, which accepts numbers from 0.7\n"
        "    to 1.2\n"
        "  --> assistants/reminder.yaml:6:54\n"
        "   |\n"
        " 1 | name: Reminder\n"
        "   |       -------- here\n"
        "  ...\n"
        " 6 | …nfig: {max_retry_attempts: 3, timezone: Europe/Paris}\n"
        "   |                                          ^^^^^^^^^^^^\n"
        "   = help: speed: 1.2, the fastest that this provider\n"
        "           accepts, or 1.0 for the voice's own speed\n"
    )


@pytest.mark.parametrize(
    ("text", "first", "indent", "columns", "expected"),
    [
        ("a b c", 0, 0, 5, ["a b c"]),
        ("a b c", 0, 0, 4, ["a b", "c"]),
        ("one two three", 4, 2, 9, ["one", "two", "three"]),
        ("a https://example.com/long b", 0, 0, 8, ["a", "https://example.com/long", "b"]),
        ("日本 日本 日本", 0, 0, 9, ["日本 日本", "日本"]),
        ("", 0, 0, 9, [""]),
    ],
)
def test_wrapping(text: str, first: int, indent: int, columns: int, expected: list[str]) -> None:
    assert wrap(text, first, indent, columns) == expected
