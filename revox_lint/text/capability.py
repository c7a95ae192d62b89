"""Find where a prompt tells the agent to transfer calls, press keys or book appointments.

The sentences are in `facts/words/`. What the prompt forbids, what the caller wants, what
somebody else does and what is said to the caller do not count. Where it is unsure, nothing is
found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from revox_lint.text.normalize import present
from revox_lint.text.words import entries, languages, pattern, phrases


class Mention(NamedTuple):
    """The verb or noun that tells the agent to do it; offsets in the text."""

    start: int
    end: int


def transfers(text: str) -> Iterator[Mention]:
    """Yield where the agent is to transfer a call to somebody, in order."""
    return _mentions(text, "transfers", "transfer_signs", quoted=True)


def key_presses(text: str) -> Iterator[Mention]:
    """Yield where the agent is to press keys or navigate a telephone menu, in order."""
    return _mentions(text, "key_presses", "key_signs", quoted=False)


def bookings(text: str) -> Iterator[Mention]:
    """Yield where the agent is to book an appointment in a calendar, in order."""
    for mention in _mentions(text, "bookings", "booking_signs", quoted=True):
        start, end = _sentence(text, mention.start)
        before = text[start : mention.start]
        if _in_quotes(text, mention.start) and _words("speaker").search(before) is None:
            continue
        if "," in text[mention.end : end] and _leads("purpose").match(before) is not None:
            continue
        if _words("elsewhere").search(text, mention.end, end) is not None:
            continue
        if _words("taken_down").search(text, start, min(len(text), end + 160)) is None:
            yield mention


def mentions_transfer(text: str) -> bool:
    """Return whether `text` mentions handing a call over at all, forbidden or not."""
    return re.search(f"(?i){pattern('mentions_transfer')}", text) is not None


# A line that tells it more often is made by a machine.
_MOST = 20


def _mentions(text: str, table: str, signs: str, *, quoted: bool) -> Iterator[Mention]:
    """Yield the mentions of one kind; `quoted` is whether those in quotation marks count."""
    groups = []
    for language, words in languages().items():
        found = present(entries(getattr(words, signs)), text)
        if found:
            groups.append((found, language))
    if not groups:
        return
    text = _unwrapped(text)
    for line in _lines(text):
        folded = text[line.start : line.end].casefold()
        mentions: dict[int, int] = {}
        for stems, language in groups:
            if not any(stem in folded for stem in stems):
                continue
            for sentence in _sentences(table, language):
                for match in islice(sentence.finditer(text, line.start, line.end), _MOST):
                    start, end = match.span("found")
                    if not quoted and _in_quotes(text, start):
                        continue
                    if not line.forbidden and not _is_excluded(text, start, match.end()):
                        mentions[start] = max(end, mentions.get(start, 0))
        yield from (Mention(*mention) for mention in sorted(mentions.items()))


@cache
def _sentences(table: str, language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?i)(?<!\w)(?:{one})(?!\w)") for one in phrases(table, language))


@cache
def _words(table: str) -> re.Pattern[str]:
    """Any phrase of `table`, in any language, as whole words."""
    return re.compile(rf"(?i)\b{pattern(table)}\b")


_WRAP = r"(?<=\S)[ \t]*\r?\n[ \t]*(?=[^\W\d_])"


def _unwrapped(text: str) -> str:
    """`text`, as long as it was, with spaces for asterisks and for line breaks in a sentence."""

    def spaces(match: re.Match[str]) -> str:
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        continued = text[match.end()].islower() and not before.lstrip().startswith(("#", "["))
        full = len(before) >= 50 and before[-1] not in '.:;!?"”»|]' and "#" not in before[:3]
        return " " * len(match.group()) if continued or full else match.group()

    return re.sub(_WRAP, spaces, text).replace("*", " ")


class _Line(NamedTuple):
    """A line; `above` is the heading or the introduction of the list that it belongs to."""

    start: int
    end: int
    mark: bool
    above: str

    @property
    def forbidden(self) -> bool:
        """Return whether its mark, the heading or the introduction forbids what it tells."""
        return self.mark or (self.above != "" and _words("forbids").search(self.above) is not None)


_ITEM = r"[ \t]*(?:[-*•+–❌✗🚫]|\d{1,2}[.)]|[a-z][.)])[ \t]*"


def _lines(text: str) -> Iterator[_Line]:
    heading = introduction = ""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        own = text[start:end]
        is_item = re.match(_ITEM, own) is not None
        mark = own.lstrip(" -*•").startswith(("❌", "✗", "🚫"))
        yield _Line(start, end, mark, introduction if is_item else heading)
        own = own.strip()
        if own.startswith("#") or (own.startswith("[") and own.endswith("]")):
            heading = introduction = own
        elif own.rstrip("*_ ").endswith(":"):
            heading, introduction = "", own
        elif own and not is_item:
            introduction = ""
        start = end + 1


# No sentence is longer than this on either side of a mention.
_NEAR = 600


def _sentence(text: str, place: int) -> tuple[int, int]:
    """The sentence around `place`; a line break ends one."""
    near, far = max(0, place - _NEAR), min(len(text), place + _NEAR)
    start = max(text.rfind(mark, near, place) for mark in ("\n", ". ", "! ", "? ", "; ")) + 1
    end = re.compile(r"[.!?;](?=\s|\Z)|\n").search(text, place, far)
    return max(start, near), far if end is None else end.start()


def _is_excluded(text: str, start: int, end: int) -> bool:
    """Whether the sentence around a mention says that the agent is not to do it."""
    first, last = _sentence(text, start)
    advice = _words("advice").search(text, first, last)
    if advice is not None and advice.start() < start:
        return True
    clause = first
    for match in _clause().finditer(text, first, start):
        clause = match.end()
    after = _clause().search(text, end, last)
    stop = after.start() if after is not None else last
    before, behind = text[clause:start], text[end:stop]
    if _words("negation").search(before) or _words("negation").search(text, start + 1, stop):
        return True
    if re.match(rf"(?i)\s+{pattern('to_agent')}\b", behind):
        return True
    if _before("others").search(before) and _before("helps").search(before) is None:
        return True
    if _words("wants").search(before) or _words("wants").search(behind):
        return True
    nevers = list(_words("never").finditer(text, first, start))
    if not nevers:
        return False
    # "If you cannot help, transfer the call" forbids nothing.
    return not _words("but").search(
        text[first : nevers[-1].start()] + text[nevers[-1].end() : start]
    )


@cache
def _before(table: str) -> re.Pattern[str]:
    """Any phrase of `table`, in any language, at the end of a string."""
    return re.compile(rf"(?i)\b{pattern(table)}\s*\Z")


@cache
def _leads(table: str) -> re.Pattern[str]:
    """Any phrase of `table`, in any language, as the first word of a string."""
    return re.compile(rf"(?i)\W*{pattern(table)}\b")


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(rf"(?i)[,;:()\[\]—–\n.!?\"“”„«»]|\b{pattern('clause')}\b")


def _in_quotes(text: str, place: int) -> bool:
    near = max(0, place - _NEAR)
    line = text[max(near, text.rfind("\n", near, place) + 1) : place]
    if line.count('"') % 2:
        return True
    return any(
        line.rfind(opening) > line.rfind(closing)
        for opening, closing in (("“", "”"), ("«", "»"), ("„", "“"))
        if opening in line
    )
