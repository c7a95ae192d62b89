"""What a definition sets about calling, and what is assumed where it sets nothing.

The contract gives the windows, the delay, the number of attempts and the time zone, with
their defaults. It leaves open what happens outside a window, what counts as an attempt,
or which days are open. Each such gap is one field of `Assumptions`, with a name, the
choices it has, and the choice that is made unless a test overrides it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from typing import Literal, NamedTuple

from revox_lint.schedule.clock import parse_window_time, twenty_four_hours

DEFAULT_START, DEFAULT_END, DEFAULT_DELAY, DEFAULT_ATTEMPTS = 600, 1080, 7200, 3
"""The contract's defaults: 10:00, 18:00, 7200 seconds and 3 attempts."""

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OUTCOMES = ("voicemail", "no_answer", "busy", "ivr", "human")


class DailyWindow(NamedTuple):
    """A calling window: start and end in minutes from midnight, the retry delay in seconds.

    A window whose end is not after its start never opens.
    """

    start: int
    end: int
    delay: int

    def __str__(self) -> str:
        return f"{twenty_four_hours(self.start)}–{twenty_four_hours(self.end)}"


@dataclass(frozen=True, slots=True)
class Schedule:
    """The part of a definition that decides when calls are made.

    `attempts` is `max_retry_attempts`; `timezone` the override, or None where the recipient's
    number decides; `call_seconds` the longest a call can last, None where nothing limits it.
    """

    windows: tuple[DailyWindow, ...] = (DailyWindow(DEFAULT_START, DEFAULT_END, DEFAULT_DELAY),)
    attempts: int = DEFAULT_ATTEMPTS
    timezone: str | None = None
    call_seconds: Decimal | None = None


def schedule_of(values: Mapping[str, object]) -> Schedule:
    """Read a definition's values, as JSON would give them, with the contract's defaults.

    Raises ValueError, with a message for people, where a value cannot be read at all: a
    string that is not a time, a zone that does not exist, a number in quotes.
    """
    config = values.get("call_retry_config")
    seconds = values.get("max_call_duration_secs")
    longest = None if seconds is None else _decimal(seconds, "max_call_duration_secs")
    if config is None:
        return Schedule(call_seconds=longest)
    if not isinstance(config, Mapping):
        raise ValueError("`call_retry_config` is not a mapping")
    given = config.get("calling_windows")
    if given is None:
        windows = Schedule().windows
    elif isinstance(given, Sequence) and not isinstance(given, str):
        windows = tuple(_window(window) for window in given)
    else:
        raise ValueError("`calling_windows` is not a list")
    zone = config.get("timezone")
    if zone is not None:
        from revox_lint.schedule.zones import is_zone

        if not isinstance(zone, str) or not is_zone(zone):
            raise ValueError(f"`timezone` is `{zone}`, which is not in the IANA time zone data")
    attempts = _whole(config.get("max_retry_attempts"), DEFAULT_ATTEMPTS, "max_retry_attempts")
    return Schedule(windows, attempts, zone, longest)


def _window(value: object) -> DailyWindow:
    if not isinstance(value, Mapping):
        raise ValueError("an element of `calling_windows` is not a mapping")
    return DailyWindow(
        _minute(value.get("calling_window_start_time"), DEFAULT_START, "calling_window_start_time"),
        _minute(value.get("calling_window_end_time"), DEFAULT_END, "calling_window_end_time"),
        _whole(value.get("retry_delay_seconds"), DEFAULT_DELAY, "retry_delay_seconds"),
    )


def _minute(value: object, default: int, key: str) -> int:
    if value is None:
        return default
    read = parse_window_time(value) if isinstance(value, str) else None
    if read is None:
        raise ValueError(f"`{key}` is `{value}`, which is not a time of day")
    return read.minute


def _whole(value: object, default: int, key: str) -> int:
    if value is None:
        return default
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"`{key}` is `{value}`, which is not a whole number from 1")
    return value


def _decimal(value: object, key: str) -> Decimal:
    if not isinstance(value, bool) and isinstance(value, int | float | Decimal):
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            number = Decimal(0)
        if number.is_finite() and number > 0:
            return number
    raise ValueError(f"`{key}` is `{value}`, which is not a number above 0")


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What the contract leaves open, decided. The defaults are the project's reading of it."""

    days: frozenset[int] = frozenset(range(7))
    outside_window: Literal["next_opening", "next_day"] = "next_opening"
    max_retry_attempts: Literal["all_attempts", "retries_only"] = "all_attempts"
    window_end: Literal["excluded", "included"] = "excluded"
    repeated_hour: Literal["open_twice", "open_once"] = "open_twice"
    retry_delay_of: Literal["failed_window", "first_window"] = "failed_window"
    failed_call_seconds: int = 0
    final_outcomes: frozenset[str] = frozenset({"human"})

    def explain(self) -> tuple[tuple[str, str, str, bool], ...]:
        """Each assumption: its name, its value as written, what that means, whether it was set."""
        lines = []
        standard = Assumptions()
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name == "days":
                shown = ", ".join(DAYS[day] for day in sorted(value))
                meaning = MEANING["days"]["all" if len(value) == 7 else "some"]
            elif field.name == "failed_call_seconds":
                shown = str(value)
                meaning = MEANING[field.name]["zero" if value == 0 else "more"]
            elif field.name == "final_outcomes":
                shown = ", ".join(outcome for outcome in OUTCOMES if outcome in value)
                meaning = MEANING[field.name]["any"]
            else:
                shown, meaning = value, MEANING[field.name][value]
            lines.append((field.name, shown, meaning, value != getattr(standard, field.name)))
        return tuple(lines)


MEANING: dict[str, dict[str, str]] = {
    "days": {
        "all": "every day is open: the contract names no days",
        "some": "only these days are open, on the clock of the windows",
    },
    "outside_window": {
        "next_opening": "an attempt outside a window moves to the next opening",
        "next_day": "an attempt outside a window moves to the first opening of a later day",
    },
    "max_retry_attempts": {
        "all_attempts": "max_retry_attempts counts every attempt, the first one too",
        "retries_only": "max_retry_attempts counts the attempts after the first",
    },
    "window_end": {
        "excluded": "a window ends before its end time: at 18:00 a window to 18:00 is closed",
        "included": "the minute of the end time still belongs to the window",
    },
    "repeated_hour": {
        "open_twice": "an hour that comes twice when the clocks go back can be open twice",
        "open_once": "of an hour that comes twice when the clocks go back, the second is closed",
    },
    "retry_delay_of": {
        "failed_window": "the delay is that of the window of the attempt that failed",
        "first_window": "the delay is that of the first window, whichever window the attempt had",
    },
    "failed_call_seconds": {
        "zero": "the delay runs from the start of the attempt that failed, in real seconds",
        "more": "the delay runs from the end of a failed call that lasts this long",
    },
    "final_outcomes": {"any": "these outcomes end the attempts; without outcomes nobody answers"},
}
