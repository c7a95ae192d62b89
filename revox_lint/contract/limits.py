"""The form of what a contract specifies in prose, beyond its types."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Limit(NamedTuple):
    """The bounds of a number.

    `low` and `high` are the smallest and the greatest number allowed, None for no
    bound. With `low_open`, `low` itself is not allowed; with `high_open`, neither is
    `high`. `source` is the sentence of the contract that the bounds come from.
    """

    source: str
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False

    def allows(self, number: float) -> bool:
        """Return whether a number lies within the bounds; NaN never does."""
        if number != number:
            return False
        if self.low is not None and (number < self.low or (self.low_open and number == self.low)):
            return False
        return self.high is None or not (
            number > self.high or (self.high_open and number == self.high)
        )

    @property
    def words(self) -> str:
        """The bounds as a message has them: "greater than 0", "1 or more", "0.6 to 1.5"."""
        if self.low is not None and self.high is not None:
            return f"{self.low:g} to {self.high:g}"
        if self.low is not None:
            return f"greater than {self.low:g}" if self.low_open else f"{self.low:g} or more"
        if self.high is not None:
            return f"less than {self.high:g}" if self.high_open else f"{self.high:g} or less"
        return "any number"


class Limits(NamedTuple):
    """What one contract version specifies in prose.

    Places are field names joined by dots, without the indexes of lists. `limits` has a
    place and a qualifier (the voice's provider, else None) as its key. `server_only`
    are the places that only an API response has. `prose_words` maps a place whose last
    name only the prose uses to the name of the field.
    """

    limits: Mapping[tuple[str, str | None], Limit]
    server_only: frozenset[str]
    prose_words: Mapping[str, str]
