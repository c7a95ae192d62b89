"""Mistakes in time zones, calling windows and retries."""

from __future__ import annotations

from typing import Final

from tests.corpus.seeds import DROP, Seed, bad, seeds
from tests.corpus.written import Raw, Value

_RETRY = "call_retry_config"
_ZONE = f"{_RETRY}/timezone"
_ATTEMPTS = f"{_RETRY}/max_retry_attempts"
_WINDOWS = f"{_RETRY}/calling_windows"


def _start(window: int) -> str:
    return f"{_WINDOWS}/{window}/calling_window_start_time"


def _end(window: int) -> str:
    return f"{_WINDOWS}/{window}/calling_window_end_time"


def _delay(window: int) -> str:
    return f"{_WINDOWS}/{window}/retry_delay_seconds"


def _window(start: Value, end: Value, delay: Value = 3600) -> Value:
    return {
        "calling_window_start_time": start,
        "calling_window_end_time": end,
        "retry_delay_seconds": delay,
    }


def _zones(*names: str) -> list[dict[str, Value]]:
    return [{_ZONE: bad(name)} for name in names]


CALLING: Final[list[Seed]] = [
    *seeds(
        "unknown-timezone",
        *_zones(
            "Europe/Pariss",
            "UTC+2",
            "PST",
            "CEST",
            "Paris",
            "europe/paris",
            "America/New York",
            "Amerika/New_York",
            "Europe\\Berlin",
            "New_York",
            "GMT+1",
            "Eastern Time",
            "Europe/Munich",
            "Europe/Paris ",
            "(UTC+01:00) Paris",
            "America/Los Angeles",
            "Madrid",
            "+02:00",
            "Romance Standard Time",
            "local",
            "Europe/London (BST)",
            "EDT",
        ),
    ),
    *seeds(
        "deprecated-timezone",
        *_zones(
            "US/Eastern",
            "Europe/Kiev",
            "US/Pacific",
            "Asia/Calcutta",
            "Asia/Saigon",
            "GB",
            "Japan",
            "Canada/Eastern",
            "Brazil/East",
            "America/Buenos_Aires",
        ),
    ),
    *seeds(
        "fixed-offset-timezone",
        *_zones("EST", "MST", "HST", "Etc/GMT+2", "UTC", "Etc/UTC", "GMT", "Etc/GMT-1", "Zulu"),
    ),
    *seeds(
        "invalid-window-time",
        {_end(1): bad("24:00")},
        {_start(0): bad("17h00")},
        {_end(0): bad("noon")},
        {_end(1): bad("13pm")},
        {_start(0): bad("0am")},
        {_start(0): bad("09:00:00")},
        {_end(1): bad("18h")},
        {_start(0): bad("9.30")},
        {_end(0): bad("12:60")},
        {_end(1): bad("25:00")},
        {_start(0): bad("morning")},
        {_end(1): bad("18 Uhr")},
        {_end(1): bad("18:00 Uhr")},
        {_start(0): bad("0900")},
        {_start(0): bad("9 heures")},
        {_end(1): bad("17:00-18:00")},
        {_end(1): bad("6:00pmm")},
        {_start(0): bad("10:00:00")},
        {_end(1): bad("mediodía")},
        {_end(1): bad("6 p.m.")},
    ),
    *seeds(
        "noncanonical-window-time",
        {_start(0): bad("9:00")},
        {_end(1): bad("6 PM")},
        {_end(1): bad("06:30pm")},
        {_start(0): bad("9AM")},
        {_start(0): bad("8:30")},
        {_start(0): bad("9:30 am")},
        {_start(0): bad("08:30AM")},
        {_end(1): bad(" 18:00"), "base": "de"},
        {_end(1): bad("8:30PM")},
        {_start(0): bad("09am")},
    ),
    *seeds(
        "confusing-twelve",
        {_start(0): bad("12am")},
        {_end(0): bad("12pm")},
        {_end(0): bad("12:00pm"), "base": "fr"},
        {_end(0): bad("12pm"), "base": "en"},
        {_start(1): bad("12pm"), _end(0): "11am", "base": "en"},
        {_start(0): bad("12am"), _end(0): "9am", "base": "en"},
        {_end(0): bad("12pm"), "base": "es"},
        {_start(0): bad("12:00am")},
        {_end(0): bad("12PM"), "base": "de"},
    ),
    *seeds(
        "window-ends-before-start",
        {_WINDOWS: [_window("18:00", bad("09:00"))]},
        {_WINDOWS: [_window("22:00", bad("06:00"))]},
        {_WINDOWS: [_window("9am", bad("6am"))]},
        {_WINDOWS: [_window("12:00", bad("12:00"))]},
        {_end(1): bad("08:00")},
        {_WINDOWS: [_window("6pm", bad("17:30"))]},
        {_start(0): "13:00", _end(0): bad("09:00"), _start(1): "14:00"},
        {_WINDOWS: [_window("17:00", bad("05:00"))]},
        {_WINDOWS: [_window("2pm", bad("1:30pm"))]},
    ),
    *seeds(
        "overlapping-windows",
        {_WINDOWS: [_window("09:00", "13:00"), _window("12:00", bad("18:00"))]},
        {_WINDOWS: [_window("09:00", "17:00"), _window("10:00", bad("12:00"))]},
        {_WINDOWS: [_window("9am", "2pm"), _window("1pm", bad("6pm"))]},
        {_WINDOWS: [_window("09:00", "12:00"), _window("09:00", bad("12:00"))]},
        {_end(0): "15:00", _end(1): bad("17:30"), "base": "de"},
        {
            _WINDOWS: [
                _window("08:00", "10:00"),
                _window("11:00", "15:00"),
                _window("14:30", bad("18:00")),
            ]
        },
        {_WINDOWS: [_window("09:00", "13:00"), _window("12:45", bad("18:00"))]},
        {_WINDOWS: [_window("09:00", "1pm"), _window("12:00", bad("18:00"))]},
    ),
    *seeds(
        "unsorted-windows",
        {_WINDOWS: [_window("14:00", "18:00"), _window("09:00", bad("12:00"))]},
        {_WINDOWS: [_window("2pm", "6pm"), _window("9am", bad("11am"))]},
        {_WINDOWS: [_window("12:00", "18:00"), _window("09:00", bad("12:00"))]},
    ),
    *seeds(
        "no-calling-window",
        *[{_WINDOWS: bad([]), "base": base} for base in ("en", "fr", "de", "es")],
        {_RETRY: {"calling_windows": bad([]), "max_retry_attempts": 1}},
    ),
    *seeds(
        "narrow-window",
        {_WINDOWS: [_window("09:00", bad("09:10"), 400)]},
        {_WINDOWS: [_window("9am", bad("9:05am"), 300)]},
        {_WINDOWS: [_window("09:00", "12:00"), _window("14:00", bad("14:14"), 600)]},
        {_WINDOWS: [_window("17:50", bad("18:00"), 300)]},
        {_end(0): bad("09:01"), _delay(0): 300, "base": "de"},
        {_WINDOWS: [_window("12:00", bad("12:12"), 600)]},
        {_WINDOWS: [_window("11:55am", bad("12:05"), 300)]},
        {_start(1): "19:50", _delay(1): 500, _end(1): bad("20:00"), "base": "fr"},
    ),
    *seeds(
        "window-in-dst-gap",
        {_WINDOWS: [_window(bad("02:30"), "12:00")], "base": "fr"},
        {_WINDOWS: [_window(bad("01:30"), "12:00")], "base": "en"},
        {_WINDOWS: [_window(bad("02:15"), "09:00")], "base": "de"},
        {_WINDOWS: [_window("00:15", bad("02:30"), 1800)], "base": "es"},
        {_WINDOWS: [_window(bad("2:30am"), "11am")], _ZONE: "America/New_York", "base": "es"},
        {_WINDOWS: [_window(bad("1:30am"), "11am")], _ZONE: "America/New_York", "base": "es"},
        {_WINDOWS: [_window(bad("00:30"), "11:00")], _ZONE: "America/Santiago", "base": "es"},
        {_WINDOWS: [_window(bad("01:45"), "11:00")], _ZONE: "Australia/Lord_Howe", "base": "es"},
    ),
    *seeds(
        "retry-delay-exceeds-window",
        {_delay(0): bad(10800), "base": "fr"},
        {_delay(0): bad(86400)},
        {_delay(1): bad(14400), "base": "en"},
        {_WINDOWS: [_window("09:00", "10:00", bad(3600))]},
        {_WINDOWS: [_window("9am", "11am", bad(7200))]},
        {_WINDOWS: [_window("09:00", "18:00", bad(43200))]},
        {_delay(1): bad(21600), "base": "es"},
        {_WINDOWS: [_window("09:00", "09:30", bad(1800))]},
    ),
    *seeds(
        "aggressive-retry",
        {_delay(0): bad(299)},
        {_delay(0): bad(200)},
        {_delay(1): bad(240)},
        {_delay(1): bad(121)},
        {_delay(0): bad(100)},
        {_delay(0): bad(61)},
        {_delay(1): bad(150)},
        {_delay(0): bad(Raw("+250"))},
    ),
    *seeds(
        "delay-in-minutes",
        *[{_delay(i % 2): bad(n)} for i, n in enumerate((1, 2, 5, 30, 60, 90, 120, 180, 15, 45))],
    ),
    *seeds(
        "too-many-attempts",
        *[{_ATTEMPTS: bad(n), "voicemail_message": DROP} for n in (11, 12, 20, 50, 99, 100, 1000)],
        {_ATTEMPTS: bad(Raw("+25")), "voicemail_message": None},
    ),
    *seeds(
        "one-timezone-for-all",
        {_ZONE: bad("America/New_York"), "transfer_phone_number": "+12125550123", "base": "en"},
        {_ZONE: bad("America/Los_Angeles"), "transfer_phone_number": "+14155550123", "base": "fr"},
        {_ZONE: bad("America/Sao_Paulo"), "transfer_phone_number": "+551130601234", "base": "fr"},
        {_ZONE: bad("Australia/Sydney"), "transfer_phone_number": "+61293744000", "base": "en"},
        {_ZONE: bad("America/Toronto"), "transfer_phone_number": "+14163922489", "base": "en"},
        {_ZONE: bad("America/Mexico_City"), "transfer_phone_number": "+525553456789", "base": "en"},
    ),
]
