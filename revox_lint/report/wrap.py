"""Long lines of a report, wrapped at words with a hanging indent."""

from __future__ import annotations

from revox_lint.report.sanitize import width


def wrap(text: str, first: int, indent: int, columns: int) -> list[str]:
    """Return `text` in lines of at most `columns` columns, broken at spaces.

    `first` is how many columns are taken in front of the first line, `indent` how many in
    front of each further one; neither is part of the lines. A word longer than a line is
    left whole: a terminal wraps it, and it can still be copied.
    """
    lines: list[str] = []
    line = ""
    room = columns - first
    for word in text.split(" "):
        if line and width(line) + 1 + width(word) > room:
            lines.append(line)
            line, room = word, columns - indent
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]
