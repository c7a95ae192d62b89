"""Window times: every documented spelling, its variants, and what is no time at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from revox_lint.schedule.clock import WindowTime, opening, parse_window_time, twenty_four_hours


@pytest.mark.parametrize(
    ("text", "minute", "twelve"),
    [
        ("00:00", 0, False),
        ("09:00", 540, False),
        ("12:00", 720, False),
        ("17:30", 1050, False),
        ("23:59", 1439, False),
        ("12am", 0, True),
        ("12:30am", 30, True),
        ("1am", 60, True),
        ("10am", 600, True),
        ("12pm", 720, True),
        ("6pm", 1080, True),
        ("6:00pm", 1080, True),
        ("6:30pm", 1110, True),
        ("11:59pm", 1439, True),
    ],
)
def test_a_documented_spelling_is_canonical(text: str, minute: int, twelve: bool) -> None:
    assert parse_window_time(text) == WindowTime(minute, True, twelve)


@pytest.mark.parametrize(
    ("text", "minute", "twelve"),
    [
        ("9:00", 540, False),
        ("0:00", 0, False),
        (" 09:00", 540, False),
        ("09:00\n", 540, False),
        ("6 PM", 1080, True),
        ("6\u202fpm", 1080, True),
        ("6PM", 1080, True),
        ("6Pm", 1080, True),
        ("06pm", 1080, True),
        ("06:30pm", 1110, True),
        ("6:30 pm", 1110, True),
    ],
)
def test_another_spelling_is_readable_and_not_canonical(
    text: str, minute: int, twelve: bool
) -> None:
    assert parse_window_time(text) == WindowTime(minute, False, twelve)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "noon",
        "17h00",
        "17",
        "1700",
        "17.00",
        "24:00",
        "25:00",
        "12:60",
        "12:5",
        "012:00",
        "-1:00",
        "09:00:00",
        "0am",
        "0:30pm",
        "13pm",
        "6:60pm",
        "6:5pm",
        "6:30:00pm",
        "18:00pm",
        "pm",
        "6p",
        "6 o'clock",
        "6pm-8pm",
        "09:00 10:00",
        "٠٩:٠٠",
        "9\n:00",
    ],
)
def test_what_is_no_time_of_the_day(text: str) -> None:
    assert parse_window_time(text) is None


@given(st.integers(0, 1439))
def test_every_minute_is_read_back_from_both_forms(minute: int) -> None:
    assert parse_window_time(twenty_four_hours(minute)) == WindowTime(minute, True, False)
    hour, rest = divmod(minute, 60)
    twelve = f"{hour % 12 or 12}:{rest:02}{'am' if hour < 12 else 'pm'}"
    assert parse_window_time(twelve) == WindowTime(minute, True, True)


@given(st.text())
def test_no_text_raises(text: str) -> None:
    read = parse_window_time(text)
    assert read is None or 0 <= read.minute <= 1439


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("09:00", "5pm", range(540, 1020)),
        ("00:00", "23:59", range(1439)),
        ("23:58", "23:59", range(1438, 1439)),
        ("09:00", "9am", None),
        ("22:00", "06:00", None),
        ("09:00", "24:00", None),
        ("noon", "17:00", None),
        (None, "17:00", None),
        ("09:00", None, None),
    ],
)
def test_an_opening(start: str | None, end: str | None, expected: range | None) -> None:
    assert opening(start, end) == expected
