"""A time of a calling window that is in neither of the documented forms.

The contract has two forms: `HH:mm` on the 24-hour clock, 00:00 to 23:59, and `H:mma` on the
12-hour clock, of which whole hours may leave out the minutes (`6pm`). `24:00`, `17h00`, `noon`,
`13pm`, `0am` and times with seconds are neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint.contract.wording import short
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.schedule.clock import parse_window_time, twenty_four_hours

SEVERITY = Severity.ERROR
SUPERSEDES = ("blank-text", "parser-disagreement")

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: 9h30  # error
      calling_window_end_time: "24:00"  # error
      retry_delay_seconds: 7200
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:30"
      calling_window_end_time: "23:59"
      retry_delay_seconds: 7200
"""

# Hours, minutes, seconds, a word for hours, the half of the day, a zone.
_READABLE = (
    r"t?(\d{1,2})(?:[ ]?[:h.,][ ]?(\d{2})|(?<=\d\d)(\d{2}))?(?::\d{2}(?:\.\d+)?)?"
    r"[ ]?(?:h|hrs?|hours?|uhr|heures?|horas?|o'clock)?[ ]?(?:([ap])\.?[ ]?(?:m\.?)?)?"
    r"[ ]?(?:z|[a-z]{3,4}|[+-]\d{2}:?\d{2}|[a-z]+/[a-z_/]+)?"
)
_NOON = frozenset({"noon", "midday", "midi", "mittag", "mittags", "mediodía", "mediodia"})
_MIDNIGHT = frozenset({"midnight", "minuit", "mitternacht", "medianoche"})


def check(document: Document) -> Iterator[Finding]:
    for window in document.windows:
        for scalar, is_end in ((window.opening, False), (window.closing, True)):
            if scalar is None or parse_window_time(scalar.text) is not None:
                continue
            text = short(scalar.text)
            meant = _meant(scalar.text, is_end)
            yield Finding(
                scalar,
                f"`{text}` is no time that a calling window can have: the forms are "
                "`HH:mm` (`17:30`) and `H:mma` (`5:30pm`)"
                if text
                else "the time of the calling window is empty",
                help=f'write "{meant}"' if meant else 'write a time such as "09:00" or "6pm"',
            )


def _meant(text: str, is_end: bool) -> str | None:
    """The documented spelling of what `text` plainly says, or None."""
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
