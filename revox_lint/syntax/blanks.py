"""The parts of a text that were blanked after an error: what stands there is not known."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from revox_lint.syntax.span import Span


class Blanks:
    """Spans of blanked text, which may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Start with `spans`."""
        self._set(spans)

    def _set(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        # The furthest end of the spans up to each one.
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._spans)

    def add(self, span: Span) -> None:
        """Add a span."""
        self._set([*self._spans, span])

    def between(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the spans that begin from `start` to `end`, in order."""
        return tuple(
            self._spans[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
        )

    def hide(self, text: str, span: Span) -> bool:
        """Whether a scalar of `text` at `span` is in blanked text, or empty because of it."""
        index = bisect_right(self._starts, span.start) - 1
        if index >= 0 and span.start < self._reach[index]:
            return True
        return span.start == span.end and self.follow(text, span.end)

    def follow(self, text: str, end: int) -> bool:
        """Whether nothing but space is between `end` and blanked text."""
        index = bisect_left(self._starts, end)
        if index == len(self._starts):
            return False
        space = re.compile(r"\s*").match(text, end)
        return space is not None and self._starts[index] <= space.end()
