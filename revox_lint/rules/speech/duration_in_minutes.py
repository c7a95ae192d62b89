"""A longest duration of a call that is in minutes or milliseconds instead of seconds.

`max_call_duration_secs` is in seconds. A call that ends after `10` seconds is cut off in the
greeting: ten minutes are 600. A call of more than two hours is more than anyone wants to pay
for: the number is most likely in milliseconds, or has a digit too many.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.rule import RuleOptions, option

SEVERITY = Severity.WARNING

BAD = """\
name: Reception
max_call_duration_secs: 10  # error
"""

GOOD = """\
name: Reception
max_call_duration_secs: 600
"""


class Options(RuleOptions):
    """The durations that are believed."""

    min_seconds: int = option(30, "The shortest duration, in seconds.")
    max_seconds: int = option(7200, "The longest duration, in seconds.")


def check(document: Document, options: Options) -> Iterator[Finding]:
    duration = document.number("max_call_duration_secs")
    if duration is None or not isinstance(duration.value, (int, float)):
        return
    # What is no duration at all is an error of its own.
    if duration.value <= 0 or (isinstance(duration.value, float) and not isfinite(duration.value)):
        return
    value = float(min(duration.value, 10**15))
    written = document.written(duration)
    if value < options.min_seconds:
        yield Finding(
            duration,
            f"`{written}` ends every call after {value:g} seconds: the field is in seconds, and "
            f"{value:g} minutes are {value * 60:g}",
            help="give the duration in seconds",
        )
    elif value > options.max_seconds:
        milliseconds = options.min_seconds <= value / 1000 <= options.max_seconds
        yield Finding(
            duration,
            f"`{written}` allows calls of {_long(value)}: the field is in seconds"
            + (
                f", and {written} milliseconds are {value / 1000:g} seconds" if milliseconds else ""
            ),
            help="give the duration in seconds",
        )


def _long(seconds: float) -> str:
    if seconds >= 1e11:
        return "more than a lifetime"
    return f"{seconds / 3600:.3g} hours"
