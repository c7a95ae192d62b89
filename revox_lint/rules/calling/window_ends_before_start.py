"""A calling window whose end is not after its start.

Such a window never opens, and nobody is called in it. A window lies within one day: the
contract gives a start and an end on the recipient's clock and says nothing of a next day. An
overnight window is two windows, one to `23:59` and one from `00:00`.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.wording import short
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
        if end.minute == start.minute:
            what = f"`{short(window.closing.text)}` is also the start: the window never opens"
        else:
            opening, closing = short(window.opening.text), short(window.closing.text)
            what = (
                f"`{closing}` is before the start `{opening}`: "
                "the window never opens, an overnight window is two windows"
            )
        yield Finding(
            window.closing,
            what,
            help=_remedy(start, end),
            related=(("the window starts here", window.opening),),
            covers=(window.opening,),
        )


def _remedy(start: WindowTime, end: WindowTime) -> str:
    first, last = twenty_four_hours(start.minute), twenty_four_hours(end.minute)
    if end.minute == 0:
        noon = ' ("12am" is midnight, noon is "12:00")' if end.twelve else ""
        return f'write "23:59" for an end at midnight{noon}'
    if start.minute == end.minute:
        return "write an end that is after the start"
    afternoon = end.minute + 720
    if afternoon < 1440 and afternoon > start.minute:
        meant = twenty_four_hours(afternoon)
        return (
            f'write "{meant}" if the afternoon was meant; for a window overnight write two, '
            f"{first} to 23:59 and 00:00 to {last}"
        )
    return f"write two windows, {first} to 23:59 and 00:00 to {last}"
