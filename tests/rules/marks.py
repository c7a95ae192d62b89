"""The one mark of the cases: `⟦rule:severity|text⟧` is where a diagnostic is expected.

Without a rule it is that of the case, without a severity it is that of the rule. While a
definition is put together and written, a mark is two private characters, which no width and
no quoting counts.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from revox_lint.rule import SHIPPED

_FIRST: Final = 0xE000
_LAST: Final = 0xF8FF
_MARK: Final = r"(⟦(?:[a-z-]*(?::[a-z]+)?\|)?|⟧)"


class Place(NamedTuple):
    """A diagnostic that is expected or was given: offsets in the text, rule and severity."""

    start: int
    end: int
    rule: str
    severity: str


class Marks:
    """The marks of one definition, numbered in the order in which they are read."""

    def __init__(self) -> None:
        """Begin without a mark."""
        self._of: list[tuple[str, str]] = []

    def inline(self, text: str, rule: str) -> str:
        """Return a text with each of its marks, by default of `rule`, as private characters."""
        parts = re.split(_MARK, text)
        closing: list[str] = []
        for index in range(1, len(parts), 2):
            if parts[index] == "⟧":
                parts[index] = closing.pop()
                continue
            name, _, severity = parts[index][1:].removesuffix("|").partition(":")
            name = name or rule
            self._of.append((name, severity or SHIPPED[name].severity.value))
            number = _FIRST + 2 * (len(self._of) - 1)
            parts[index] = chr(number)
            closing.append(chr(number + 1))
        assert not closing, text
        return "".join(parts)

    def strip(self, text: str) -> tuple[str, list[Place]]:
        """Return a text without its private characters, and what they mark, in order."""
        out: list[str] = []
        starts: dict[int, int] = {}
        places: list[Place] = []
        for char in text:
            number = ord(char) - _FIRST
            if not 0 <= number < 2 * len(self._of):
                out.append(char)
            elif number % 2 == 0:
                starts[number] = len(out)
            else:
                places.append(Place(starts[number - 1], len(out), *self._of[number // 2]))
        return "".join(out), sorted(places)

    def rules(self) -> list[str]:
        """Return the rule of each mark."""
        return [rule for rule, _ in self._of]


def visible(text: str) -> str:
    """Return a text without private characters."""
    return "".join(char for char in text if not _FIRST <= ord(char) <= _LAST)


def whole(text: str) -> bool:
    """Return whether one mark encloses all of a text."""
    return (
        len(text) > 1
        and _FIRST <= ord(text[0]) <= _LAST
        and ord(text[0]) % 2 == 0
        and ord(text[-1]) == ord(text[0]) + 1
    )
