"""The times of a calling window: how they are written, and the minute of the day they mean.

The contract documents two forms: `HH:mm` on the 24-hour clock (`09:00`, `17:30`) and
`H:mma` on the 12-hour clock, of which its own examples leave out whole minutes (`6pm`,
`10am`). Other spellings of the same times are readable, and known not to be the
documented ones.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class WindowTime(NamedTuple):
    """A time of the day as a window gives it.

    `minute` counts from midnight, 0 to 1439. `canonical` is true when the text is exactly
    as documented: `HH:mm` with two digits each, or `H:mma` or `Ha` in lower case, without
    a space or a leading zero. `twelve` is true for the 12-hour form.
    """

    minute: int
    canonical: bool
    twelve: bool


_TWENTY_FOUR = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_TWELVE = re.compile(r"([0-9]{1,2})(?::([0-9]{2}))?[ \t\u00a0\u202f]*([AaPp][Mm])")


@lru_cache(maxsize=1024)
def parse_window_time(text: str) -> WindowTime | None:
    """Read a window's start or end time; None when it is not a time of day in either form.

    `24:00`, `0am` and `13pm` are None: the 24-hour clock ends at `23:59`, and the 12-hour
    clock runs from 1 to 12. So are seconds, words and other separators.
    """
    bare = text.strip()
    if match := _TWENTY_FOUR.fullmatch(bare):
        hour, minute = int(match[1]), int(match[2])
        if hour > 23 or minute > 59:
            return None
        return WindowTime(hour * 60 + minute, text == f"{hour:02}:{minute:02}", twelve=False)
    if match := _TWELVE.fullmatch(bare):
        hour, minute = int(match[1]), int(match[2] or 0)
        if not 1 <= hour <= 12 or minute > 59:
            return None
        half = match[3].lower()
        of_day = (hour % 12 + (12 if half == "pm" else 0)) * 60 + minute
        documented = {f"{hour}:{minute:02}{half}"}
        if minute == 0:
            documented.add(f"{hour}{half}")
        return WindowTime(of_day, text in documented, twelve=True)
    return None


def twenty_four_hours(minute: int) -> str:
    """The documented 24-hour spelling of a minute of the day: 1080 is `18:00`, 1440 `24:00`."""
    return f"{minute // 60:02}:{minute % 60:02}"


def opening(start: str | None, end: str | None) -> range | None:
    """Return the minutes of the day from a window's start up to its end, which is not among them.

    None when one of them is missing or no time of the day, or when the end is not after the
    start: such a window never opens.
    """
    first = None if start is None else parse_window_time(start)
    last = None if end is None else parse_window_time(end)
    if first is None or last is None or last.minute <= first.minute:
        return None
    return range(first.minute, last.minute)


# Hours, minutes, seconds, a word for hours, the half of the day, a zone.
_READABLE = (
    r"t?(\d{1,2})(?:[ ]?[:h.,][ ]?(\d{2})|(?<=\d\d)(\d{2}))?(?::\d{2}(?:\.\d+)?)?"
    r"[ ]?(?:h|hrs?|hours?|uhr|heures?|horas?|o'clock)?[ ]?(?:([ap])\.?[ ]?(?:m\.?)?)?"
    r"[ ]?(?:z|[a-z]{3,4}|[+-]\d{2}:?\d{2}|[a-z]+/[a-z_/]+)?"
)
_NOON = frozenset({"noon", "midday", "midi", "mittag", "mittags", "mediodía", "mediodia"})
_MIDNIGHT = frozenset({"midnight", "minuit", "mitternacht", "medianoche"})


def suggest_time(text: str, *, is_end: bool) -> str | None:
    """Return the documented spelling of the time that `text` plainly means, or None.

    Midnight as the end of a window is `23:59`.
    """
    bare = " ".join(text.lower().split())
    if bare in _NOON:
        return "12:00"
    if bare in _MIDNIGHT:
        return "23:59" if is_end else "00:00"
    found = re.fullmatch(_READABLE, bare)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if found[4] == "p" and hour < 12:
        hour += 12
    if (hour, minute) == (24, 0):
        return "23:59" if is_end else "00:00"
    return twenty_four_hours(hour * 60 + minute) if hour < 24 and minute < 60 else None
