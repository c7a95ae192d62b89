"""A maximum duration of a call that looks like minutes or milliseconds instead of seconds.

`max_call_duration_secs` is in seconds. With `10` every call ends during the greeting: ten minutes
are 600. A call of more than two hours costs more than anyone wants to pay: the number is most
likely in milliseconds, or has a digit too many.
"""

from __future__ import annotations

import re
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
    duration = document.number(*document.roles.max_duration)
    if duration is None or not isinstance(duration.value, (int, float)):
        return
    # What is not a duration at all is an error of its own.
    if duration.value <= 0 or (isinstance(duration.value, float) and not isfinite(duration.value)):
        return
    value = float(min(duration.value, 10**15))
    if options.min_seconds <= value <= options.max_seconds:
        return
    field = f"`max_call_duration_secs` of {document.quoted(duration)}"
    if value < options.min_seconds:
        message = f"{field} ends every call after {value:g} seconds"
        help = f"write {value * 60:g} for {value:g} minutes"
        # In `1.800` the point is meant to group digits.
        if re.fullmatch(r"\d{1,3}\.\d{3}", duration.text) and value * 1000 <= options.max_seconds:
            help = f"write {value * 1000:g}: a point does not group digits"
    else:
        message = f"{field} allows calls of {_long(value)}"
        help = f"write seconds, {options.max_seconds} at most"
        if value >= 100_000 and options.min_seconds <= value / 1000 <= options.max_seconds:
            help = f"write {value / 1000:g} for {value:.15g} milliseconds"
    yield Finding(duration, message, help=help)


def _long(seconds: float) -> str:
    hours = seconds / 3600
    if seconds >= 1e11:
        return "more than a lifetime"
    return f"{hours:.3g} hours" if hours < 1000 else f"{hours:,.0f} hours"
