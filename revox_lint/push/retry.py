"""How long to wait before the next try, and when to give up.

Only a try that cannot have created anything is followed by another: no connection, or 429.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC
from typing import Final

CONNECTS: Final = 3
"""Tries to connect, in all."""

REQUESTS: Final = 5
"""Tries that were answered 429, in all."""

LONGEST_WAIT: Final = 30.0
"""Seconds: a server that asks for more is asked again after these."""

_FIRST_WAIT: Final = 0.5
_JITTER: Final = 0.25


@dataclass(slots=True)
class Retries:
    """The tries of one create, and the seconds it may still spend on waiting."""

    seconds_left: float
    unconnected: int = 0
    limited: int = 0

    def after_no_connection(self, chance: float) -> float | None:
        """Return the seconds to wait, or None to give up. `chance` is from 0 to 1."""
        self.unconnected += 1
        if self.unconnected >= CONNECTS:
            return None
        return self._spend(_backoff(self.unconnected), chance)

    def after_limit(self, retry_after: str | None, now: float, chance: float) -> float | None:
        """Return the seconds to wait after a 429, or None to give up.

        `retry_after` is the header as it came, `now` the time in seconds since 1970,
        `chance` from 0 to 1: it only ever lengthens what the server asked for.
        """
        self.limited += 1
        if self.limited >= REQUESTS:
            return None
        asked = seconds_asked(retry_after, now)
        return self._spend(_backoff(self.limited) if asked is None else asked, chance)

    def _spend(self, wanted: float, chance: float) -> float | None:
        if self.seconds_left <= 0:
            return None
        capped = min(wanted, LONGEST_WAIT)
        wait = min(capped + max(capped, _FIRST_WAIT) * _JITTER * chance, self.seconds_left)
        self.seconds_left -= wait
        return wait


def _backoff(tries: int) -> float:
    return float(_FIRST_WAIT * 2 ** (tries - 1))


def seconds_asked(retry_after: str | None, now: float) -> float | None:
    """Return what a `Retry-After` header asks for, in seconds from now.

    It is a number of seconds or a date (RFC 9110, 10.2.3). None without one, if it is
    neither, or if its date has passed.
    """
    if retry_after is None:
        return None
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text) if len(text) <= 12 else math.inf
    from email.utils import parsedate_to_datetime

    try:
        date = parsedate_to_datetime(text)
        at = (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return at - now if at > now else None
