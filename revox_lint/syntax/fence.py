"""What is copied around a definition with a code block: its fences, or the name of its language."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from revox_lint.syntax.span import Span
from revox_lint.syntax.syntax_errors import Trouble

FENCE: Final = r"(?:```+|~~~+)[ \t]*\w*[ \t]*"
LINE: Final = re.compile(r"([ \t]*)([^\r\n]*?)[ \t]*(?:\r\n|\n|\r|\Z)")
"""A line: its indentation, and its body without space around it."""


class Fence(NamedTuple):
    """What is wrong, and the places of the lines that are not a part of the definition."""

    trouble: Trouble
    lines: tuple[Span, ...]


def fence_of(text: str) -> Fence | None:
    """Return the fence around a whole file, of which one end can be missing."""
    lines = [match for match in LINE.finditer(text) if match[2]]
    if len(lines) > 1 and re.fullmatch(r"(?i)ya?ml|json", lines[0][0].strip()):
        word = Span(*lines[0].span(2))
        message = f"`{lines[0][2]}` is not a part of the definition"
        return _fence(message, "remove the line", word)
    around = _talk_around(lines)
    if around:
        return around
    ends = [one for one in (lines[:1] + lines[-1:]) if not one[1] and re.fullmatch(FENCE, one[2])]
    opened = bool(ends) and ends[0] is lines[0]
    if not ends or not (opened or len(ends) == 1):
        return None
    if not opened and any(one[2].startswith(ends[0][2][:3]) for one in lines[:-1]):
        return None
    places = [Span(*one.span(2)) for one in ends]
    return _fence(
        f"code fence {ends[0][2]} is not YAML",
        f"remove the lines with {ends[0][2][:3]}" if len(ends) > 1 else "remove the line",
        *places,
    )


def _talk_around(lines: list[re.Match[str]]) -> Fence | None:
    """Return the fences and all that is outside of them, where that has no key of a definition."""
    fences = [
        index for index, one in enumerate(lines) if not one[1] and re.fullmatch(FENCE, one[2])
    ]
    if not fences or len(fences) > 2 or (not fences[0] and fences[-1] in (0, len(lines) - 1)):
        return None
    first, last = fences[0], fences[-1] if len(fences) > 1 else len(lines)
    outside = [*lines[:first], *lines[last + 1 :]]
    if any(re.match(r"[\w$-]+:(?:[ \t]|$)|[-#{]", one[2]) for one in outside):
        return None
    ends = [lines[first], *lines[last : last + 1]]
    opened = ends[0][2]
    return _fence(
        f"code fence {opened} is not YAML, nor is the text around it",
        f"keep only what is between the lines with {opened[:3]}",
        *(Span(*one.span(2)) for one in [ends[0], *outside, *ends[1:]]),
    )


def _fence(message: str, help: str, *lines: Span) -> Fence:
    return Fence(Trouble(lines[0], message, help, (), lines[0].end), lines)
