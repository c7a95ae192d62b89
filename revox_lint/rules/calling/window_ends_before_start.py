"""A calling window that does not end after its start.

Such a window never opens, and nobody is called in it. A window lies within one day: the contract
gives a start and an end on the recipient's clock and has no next day. An overnight window is two
windows, one to `23:59` and one from `00:00`.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.schedule.clock import WindowTime, parse_window_time, twenty_four_hours

SEVERITY = Severity.ERROR
SUPERSEDES = ("confusing-twelve",)

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "22:00"
      calling_window_end_time: "06:00"  # error
      retry_delay_seconds: 7200
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "00:00"
      calling_window_end_time: "06:00"
      retry_delay_seconds: 7200
    - calling_window_start_time: "22:00"
      calling_window_end_time: "23:59"
      retry_delay_seconds: 7200
"""


def check(document: Document) -> Iterator[Finding]:
    for window in document.windows:
        if window.opening is None or window.closing is None:
            continue
        start, end = parse_window_time(window.opening.text), parse_window_time(window.closing.text)
        if start is None or end is None or end.minute > start.minute:
            continue
        closing, opening = (
            document.quoted(window.closing.text),
            document.quoted(window.opening.text),
        )
        yield Finding(
            window.closing,
            f"{closing} is also the start, the window never opens"
            if end.minute == start.minute
            else f"{closing} is before the start {opening}, the window never opens",
            help=_help(start, end),
            related=(("the window starts here", window.opening),),
            covers=(window.opening,),
        )


def _help(start: WindowTime, end: WindowTime) -> str:
    first, last = twenty_four_hours(start.minute), twenty_four_hours(end.minute)
    if end.minute == 0:
        noon = ' ("12am" is midnight, noon is "12:00")' if end.twelve else ""
        return f'write "23:59" to end at midnight{noon}'
    if start.minute == end.minute:
        return "write an end that is after the start"
    overnight = f"two windows, 00:00 to {last} and {first} to 23:59"
    afternoon = end.minute + 720
    if start.minute < afternoon < 1440:
        return f'write "{twenty_four_hours(afternoon)}" for the afternoon, or {overnight}'
    return f"write {overnight}"
