"""A place in a text: a range of characters."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of a source's text, in characters from its start.

    The byte order mark is not part of the text and is not counted.
    """

    start: int
    end: int
