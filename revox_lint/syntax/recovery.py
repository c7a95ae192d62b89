"""Reading on after a syntax error: its place blanked, everything else where it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from revox_lint.syntax.events import events, yaml_error
from revox_lint.syntax.source import line_of
from revox_lint.syntax.span import Span
from revox_lint.syntax.syntax_errors import Trouble
from revox_lint.syntax.tree import ProblemKind

# A private-use character: allowed in YAML, plain everywhere, and never the start of anything.
BLANK = "\ue000"

_KEY = r"""[ \t]*(?:-[ ]+)*(?:[\w$-]+|"[^"\r\n]*"|'[^'\r\n]*')[ ]*:[ \t]+"""
_TOP_KEY = r"""(?:[\w$-]+|"[^"\r\n]*"|'[^'\r\n]*')[ ]*:(?:[ \t]+|(?=[\r\n]))"""
_TABS = r"(?m)^[ \t]*\t[ \t]*"
_CONFLICT = r"(?m)^(?:[<|>]{7} [^\r\n]*|={7}[ \t]*(?=\r?$))"
_TOP = r"(?m)^[^\s#\-.}\]][^\r\n]*"
_FIRST_OF_LINE = r"[^\s#\-.}\]]"
_WRITTEN = r"[^\r\n]+"


def without_conflicts(text: str) -> tuple[str, list[Trouble], list[Span]]:
    """Return the text with merge conflicts resolved for their first side, of the same length.

    Beside it, a trouble for each conflict, and the places that were blanked.
    """
    troubles: list[Trouble] = []
    blanks: list[Span] = []
    if "<<<<<<< " not in text:
        return text, troubles, blanks
    first: Span | None = None
    other: Span | None = None
    for match in re.finditer(_CONFLICT, text):
        line, sign = Span(*match.span()), match.group()[0]
        if first is None:
            first = line if match.group().startswith("<" * 7) else None
        elif other is None:
            other = line if match.group().startswith(("|" * 7, "=" * 7)) else None
        elif sign == ">" and match.group().startswith(">" * 7):
            troubles.append(_conflict(text, first, line))
            blanks += [first, Span(other.start, line.end)]
            first = other = None
    parts = []
    done = 0
    for blank in blanks:
        parts += [text[done : blank.start], _spaces(text[blank.start : blank.end])]
        done = blank.end
    return "".join([*parts, text[done:]]), troubles, blanks


def _conflict(text: str, first: Span, last: Span) -> Trouble:
    return Trouble(
        first,
        f"unresolved merge conflict `{text[first.start : first.end]}`",
        "keep one of the two sides, and remove the lines <<<<<<<, ======= and >>>>>>>",
        (("it ends here", last),),
        first.end,
    )


def _spaces(text: str) -> str:
    return re.sub(_WRITTEN, lambda match: " " * len(match.group()), text)


def recover(
    text: str, trouble: Trouble, restart: Callable[[int], int]
) -> tuple[str, Span, int] | None:
    """Blank the place of the error, as little as lets the parser read beyond it.

    Returns the text, of the same length, the blank, and the offset to read again from, which
    `restart` knows for each change; None if nothing helps.
    """
    at = min(trouble.span.start, max(len(text) - 1, 0))
    if text[at : at + 1] == "\t":
        start = line_of(text, at)[0]
        spaced = re.compile(_TABS).sub(lambda match: " " * len(match.group()), text[start:])
        spaced = text[:start] + spaced
        base = restart(start)
        if _reads(spaced, base, at + 1):
            return spaced, Span(at, at), base
    if trouble.repair is not None:
        place, char = trouble.repair
        repaired = text[:place] + char + text[place + 1 :]
        base = restart(place)
        if _reads(repaired, base, trouble.reached + 1):
            return repaired, Span(place, place), base
    for blank in _candidates(text, at, trouble):
        blanked = _blanked(text, blank)
        base = restart(blank.start)
        if blanked != text and _reads(blanked, base, blank.end):
            return blanked, blank, base
    return None


def _candidates(text: str, at: int, trouble: Trouble) -> Iterator[Span]:
    """What may be blanked, from little to much: value, line, top-level value, top-level entry."""
    if trouble.kind is ProblemKind.SYNTAX:
        start, end = line_of(text, at)
        key = re.compile(_KEY).match(text, start, end)
        if key is not None and key.end() < end and not text[key.end()].isspace():
            yield Span(key.end(), end)
        if text[start:end].strip(BLANK + " \t"):
            yield Span(start, end)
    after = re.compile(_TOP).search(text, line_of(text, max(at, trouble.reached))[1])
    stop = after.start() if after is not None else len(text)
    top = _top_before(text, at)
    if top is not None:
        key = re.compile(_TOP_KEY).match(text, top, min(stop, top + 200))
        if key is not None:
            yield Span(key.end(), stop)
        yield Span(top, stop)
    elif after is not None:
        yield Span(0, stop)


def _top_before(text: str, at: int) -> int | None:
    """Return the start of the last line up to the one of `at` that begins at the left margin."""
    end = at + 1
    while end > 0:
        start = line_of(text, end - 1)[0]
        if re.compile(_FIRST_OF_LINE).match(text, start):
            return start
        end = start
    return None


def _reads(text: str, base: int, end: int) -> bool:
    """Return whether the parser gets from `base` to `end` or further."""
    try:
        for event in events(text[base:]):
            if event.start_mark.index >= end - base:
                return True
    except yaml_error() as error:
        mark = getattr(error, "problem_mark", None)
        return mark is not None and bool(base + mark.index >= end)
    return True


def _blanked(text: str, span: Span) -> str:
    """Return `text` with a plain scalar at the start of `span` and nothing in the rest of it."""
    cut = min(line_of(text, span.start)[1], span.end)
    whole_line = span.start == 0 or text[span.start - 1] in "\r\n"
    filler = (" " if whole_line else BLANK) * (cut - span.start)
    return text[: span.start] + filler + _spaces(text[cut : span.end]) + text[span.end :]
