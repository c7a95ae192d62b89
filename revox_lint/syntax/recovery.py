"""Reading on after a syntax error: its place made harmless, everything else where it was."""

from __future__ import annotations

import re

from revox_lint.syntax.events import events, yaml_error
from revox_lint.syntax.span import Span
from revox_lint.syntax.syntax_errors import Trouble

# A private-use character: allowed in YAML, plain everywhere, and never the start of anything.
BLANK = "\ue000"

_LINE = r"[^\r\n]*"
_KEY = r"""[ \t]*(?:-[ ]+)*(?:[\w$-]+|"[^"\r\n]*"|'[^'\r\n]*')[ ]*:[ \t]+"""
_TABS = r"(?m)^[ \t]*\t[ \t]*"
_MAX_CONFLICTS = 100
"""More are not looked for: each that has no end is looked for through the whole text."""
_CONFLICT = (
    r"(?ms)^(?P<first><{7} [^\r\n]*).*?"
    r"^(?P<other>(?:\|{7} [^\r\n]*|={7}[ \t]*)\r?$.*?^(?P<last>>{7} [^\r\n]*))"
)
_TOP = r"(?m)^[^\s#\-.}\]][^\r\n]*"


def without_conflicts(text: str) -> tuple[str, list[Trouble], list[Span]]:
    """The text with merge conflicts resolved for the side that stands first, same length.

    Also answers what there is to say of each, and the places that were blanked.
    """
    troubles: list[Trouble] = []
    blanks: list[Span] = []
    if not 0 < text.count("<<<<<<< ") <= _MAX_CONFLICTS:
        return text, troubles, blanks
    for match in re.finditer(_CONFLICT, text):
        first, other = Span(*match.span("first")), Span(*match.span("other"))
        troubles.append(
            Trouble(
                first,
                f"`{match['first']}` begins a merge conflict that is not resolved",
                "keep one of the two sides, and remove the lines <<<<<<<, ======= and >>>>>>>",
                (("it ends here", Span(*match.span("last"))),),
                first.end,
            )
        )
        blanks += [first, other]
    for blank in blanks:
        text = _spaces(text, blank)
    return text, troubles, blanks


def _spaces(text: str, span: Span) -> str:
    inside = re.sub(r"[^\r\n]", " ", text[span.start : span.end])
    return text[: span.start] + inside + text[span.end :]


def mend(text: str, trouble: Trouble) -> tuple[str, Span] | None:
    """The text with the place of the error made harmless, same length; None if nothing helps."""
    at = min(trouble.span.start, max(len(text) - 1, 0))
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    line = re.compile(_LINE).match(text, start)
    end = line.end() if line is not None else start
    if text[at : at + 1] == "\t":
        spaced = re.sub(_TABS, lambda match: " " * len(match.group()), text)
        further = _first_error(spaced)
        if further is None or further > at:
            return spaced, Span(at, at)
    candidates: list[Span] = []
    key = re.compile(_KEY).match(text, start, end)
    if key is not None and key.end() < end and not text[key.end()].isspace():
        candidates.append(Span(key.end(), end))
    if text[start:end].strip(BLANK + " \t"):
        candidates.append(Span(start, end))
    tops = [match.start() for match in re.finditer(_TOP, text)]
    before = [top for top in tops if top <= at]
    after = [top for top in tops if top > max(at, trouble.reached)]
    if before:
        block = Span(before[-1], after[0] if after else len(text))
        key = re.compile(_KEY).match(text, block.start, min(block.end, block.start + 200))
        if key is not None:
            candidates.append(Span(key.end(), block.end))
        candidates.append(block)
    elif after:
        candidates.append(Span(0, after[0]))
    for blank in candidates:
        mended = _blanked(text, blank)
        if mended == text:
            continue
        further = _first_error(mended)
        if further is None or further >= blank.end:
            return mended, blank
    return None


def _blanked(text: str, span: Span) -> str:
    """`text` with a plain scalar at the start of `span` and nothing in the rest of it."""
    inside = text[span.start : span.end]
    first = re.match(_LINE, inside)
    cut = first.end() if first is not None else 0
    whole_line = span.start == 0 or text[span.start - 1] in "\r\n"
    head = inside[:cut]
    filler = " " * len(head) if whole_line else BLANK * len(head)
    rest = re.sub(r"[^\r\n]", " ", inside[cut:])
    return text[: span.start] + filler + rest + text[span.end :]


def _first_error(text: str) -> int | None:
    """Where `text` stops being YAML, None when it does not."""
    try:
        for _ in events(text):
            pass
    except yaml_error() as error:
        mark = getattr(error, "problem_mark", None)
        return mark.index if mark is not None else 0
    return None
