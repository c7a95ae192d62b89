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

from revox_lint.text import beside
from revox_lint.text.doer import ITEM, Doer, Line, has_device, is_step, is_unreal, lines
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
    for mention in _mentions(text, "key_presses", "key_signs", quoted=False):
        if not has_device(text, *_sentence(text, mention.start)):
            yield mention


def bookings(text: str) -> Iterator[Mention]:
    """Yield where the agent is to book an appointment in a calendar, in order."""
    for mention in _mentions(text, "bookings", "booking_signs", quoted=True):
        start, end = _sentence(text, mention.start)
        before = text[start : mention.start]
        if (
            beside.in_quotes(text, mention.start, _NEAR)
            and _words("speaker").search(before) is None
        ):
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
# And a text with more lines that tell of it, too.
_MOST_LINES = 10_000


def _mentions(text: str, table: str, signs: str, *, quoted: bool) -> Iterator[Mention]:
    """Yield the mentions of one kind; `quoted` is whether those in quotation marks count."""
    groups = []
    for language, words in languages().items():
        found = present(entries(getattr(words, signs)), text)
        if found:
            groups.append((found, language))
    if not groups:
        return
    text = _words("reminder").sub(lambda match: " " * len(match.group()), _unwrapped(text))
    above = lines(text)
    text = text.replace("*", " ")
    judged = 0
    for line in above:
        folded = text[line.start : line.end].casefold()
        tongues = [language for stems, language in groups if any(stem in folded for stem in stems)]
        judged += bool(tongues)
        if judged > _MOST_LINES:
            return
        if not tongues or line.doer("", alone=False) is Doer.NOBODY:
            continue
        mentions: dict[int, int] = {}
        for language in tongues:
            for sentence in _sentences(table, language):
                for match in islice(sentence.finditer(text, line.start, line.end), _MOST):
                    start, end = match.span("found")
                    if not quoted and beside.in_quotes(text, start, _NEAR):
                        continue
                    if _is_excluded(text, start, match.end(), language):
                        continue
                    if _is_agents(text, line, match, language):
                        mentions[start] = max(end, mentions.get(start, 0))
        yield from (Mention(*mention) for mention in sorted(mentions.items()))


@cache
def _sentences(table: str, language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?i)(?<!\w)(?:{one})(?!\w)") for one in phrases(table, language))


@cache
def _words(table: str, language: str | None = None) -> re.Pattern[str]:
    """Any phrase of `table`, in one language or any, as whole words."""
    return re.compile(rf"(?i)\b{pattern(table, language)}\b")


_WRAP = r"(?<=\S)[ \t]*\r?\n[ \t]*(?=[^\W\d_])"


def _unwrapped(text: str) -> str:
    """`text`, as long as it was, with spaces for line breaks in a sentence."""

    def spaces(match: re.Match[str]) -> str:
        before = beside.before(text, match.start())
        continued = text[match.end()].islower() and not before.lstrip().startswith(("#", "["))
        full = len(before) >= 50 and before[-1] not in '.:;!?"”»|]' and "#" not in before[:3]
        return " " * len(match.group()) if continued or full else match.group()

    return re.sub(_WRAP, spaces, text)


# No sentence is longer than this on either side of a mention.
_NEAR = 600


def _sentence(text: str, place: int) -> tuple[int, int]:
    """The sentence around `place`; a line break ends one."""
    near, far = max(0, place - _NEAR), min(len(text), place + _NEAR)
    start = max(text.rfind(mark, near, place) for mark in ("\n", ". ", "! ", "? ", "; ")) + 1
    end = re.compile(r"[.!?;](?=\s|\Z)|\n").search(text, place, far)
    return max(start, near), far if end is None else end.start()


def _is_excluded(text: str, start: int, end: int, language: str) -> bool:
    """Whether the sentence around a mention says that the agent is not to do it."""
    first, last = _sentence(text, start)
    if text[last : last + 1] == "?":
        return True
    quote = max(text.rfind(mark, first, start) for mark in '"“„«')
    if quote >= 0 and beside.in_quotes(text, start, _NEAR) and _denied().search(text, first, quote):
        return True
    if _words("in_writing").search(text, start, last) or is_unreal(text, start, last):
        return True
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
    wants = _words("wants", language)
    if wants.search(before) or wants.search(behind):
        return True
    nevers = list(_words("never").finditer(text, first, start))
    if not nevers:
        return False
    # "If you cannot help, transfer the call" forbids nothing.
    return not _words("but").search(
        text[first : nevers[-1].start()] + text[nevers[-1].end() : start]
    )


# The names of tools and of a calendar are no verbs.
_NAMED = r"(?i)calendly|\w*_\w*|transferCall"
_VALUE = r"(?i)\b(?:set|tag|mark|label|setze?|mets|pon)\b.*\W\Z"
_NUMBERED = r"\b\d{1,2}\.\s*\Z"
_MODAL = r"(?i)\b(?:can|could|may|must|should|will|have to|need to)\s*:\W*\Z"
# "The switchboard, in the evening, transfers": a subject, and words between commas.
_APART = r"\A\W*[^\W\d]+(?: [^\W\d]+){1,3},[^,;:]{1,40},\Z"
# "Software that can transfer calls and book": not the agent.
_RELATIVE = (
    r"(?i)\b(?:that|which|who|qui|que)\s+(?:can|will|may|lets?|helps?|peu\w+|pued\w+)\b"
    r"|\bis an? (?:\w+ ){1,4}(?:to|for)\b"
)
_INFINITIVE = r"(?i)\w+zu\w+en"


# What may be an infinitive, which names a task, and tells nobody to do it.
_AMBIGUOUS = {"de": r"n\Z", "en": "", "es": r"[aei]r(l[aeo]s?)?\Z", "fr": r"(er|[dt]re|ir)\Z"}


def _is_agents(text: str, line: Line, match: re.Match[str], language: str) -> bool:
    """Whether the agent is told to do it, by the sentence and by what stands above it."""
    start = match.start("found")
    first, last = _sentence(text, start)
    first = max(first, line.start)
    if re.search(_NUMBERED, text[max(line.start, first - 4) : first]):
        # "Callers want to: 1. book, 2. …": in one line.
        first = max(line.start, start - _NEAR)
    label = text[first : max(first, *(text.rfind(sign, first, start) for sign in (":", " = ")))]
    dash = max(text.rfind(sign, first, start) for sign in (" – ", " — "))
    if not label and dash > 0 and len(text[first:dash].split()) < 5:
        label = text[first:dash]
    item = re.compile(ITEM).match(label)
    alone = not re.search("[,;/]", text[start:last])
    doer = line.doer(label[item.end() :] if item is not None else label, alone=alone)
    if re.fullmatch(_NAMED, match["found"]):
        value = re.search(_VALUE, text[first:start]) is not None
        return doer is not Doer.NOBODY and not (value or (label and doer is Doer.OTHERS))
    if doer is Doer.NOBODY or not _is_told(text, line, match, language):
        return False
    named = line.named and not is_step(text[first:last])
    if not named and doer in (Doer.AGENT, Doer.CASE):
        return True
    if _words("agent", language).search(text, first, start) is not None:
        return True
    if named or doer is Doer.PRODUCT:
        return False
    arrow = max(text.rfind(sign, line.start, start) for sign in ("→", "->", "=>"))
    imperative = re.search(_AMBIGUOUS[language], match["found"]) is None
    if arrow >= 0 or imperative or _words("clause").search(text, first, last) is not None:
        return True
    if doer is Doer.OTHERS:
        return False
    sentence = text[last : last + 1] in (".", "!") or first > line.start
    return sentence or not (line.above and line.listed)


def _is_told(text: str, line: Line, match: re.Match[str], language: str) -> bool:
    """Whether the agent is who does it: in an imperative, or as the subject of the clause."""
    found = match["found"]
    first, _ = _sentence(text, match.start())
    first = max(first, line.start)
    clause, opening = first, ""
    for boundary in _clause().finditer(text, first, match.start()):
        clause, opening = boundary.end(), boundary.group()
    before = text[clause : match.start()]
    item = re.compile(ITEM).match(text, line.start)
    if clause == line.start and item is not None:
        before = text[min(item.end(), match.start()) : match.start()]
        if line.above and re.search(_MODAL, line.above[0]):
            before = f"{line.above[0]} {before}"
    told = _told(language)
    if re.search(_APART, text[first:clause]) and _leads("subject", language).match(text, first):
        return False
    if _leads("third", language).fullmatch(found):
        agent = _words("agent", language).search(before) or _leads("agent", language).match(
            text, match.end("found")
        )
        return agent is not None and told.fullmatch(before) is not None
    zu = re.fullmatch(_INFINITIVE, found) or text.endswith(" zu ", 0, match.start("found"))
    if language == "de" and zu and not (clause == first and _leads("purpose").match(before)):
        verb = _words("governs", language).search(text, first, match.start())
        return verb is not None and not _words("negation").search(text, verb.end(), match.start())
    if told.fullmatch(before):
        return True
    joints = list(_words("joint", language).finditer(before))
    if not joints or told.fullmatch(before, joints[-1].end()) is None:
        return False
    if re.search(_RELATIVE, before):
        return False
    # "If it is urgent then transfer": whatever the condition is about.
    consequence = opening.isalpha() and not _leads("and_", language).fullmatch(joints[-1].group())
    setting = _leads("setting", language).match(before)
    places = (0, setting.end() if setting is not None else 0)
    return consequence or not any(_leads("subject", language).match(before, at) for at in places)


@cache
def _leads(table: str, language: str | None = None) -> re.Pattern[str]:
    """Any phrase of `table`, in one language or any, as the first words of a string."""
    return re.compile(rf"(?i)\W*{pattern(table, language)}(?!\w)")


@cache
def _told(language: str) -> re.Pattern[str]:
    """The beginning of a clause, up to an imperative or to what the agent does."""
    agent, lead, setting, subject = (
        pattern(table, language) for table in ("agent", "lead", "setting", "subject")
    )
    return re.compile(
        rf"(?i)(?:\W*(?=\w)(?:(?={agent}(?!\w))|(?!{subject}(?!\w))).*?(?<!\w){agent}(?!\w))?\W*+"
        rf"(?:{setting}(?!\w)\W*+)?(?:{lead}(?!\w)\W*+)*+"
    )


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(rf"(?i)[,;:()\[\]—–\n.!?\"“”„«»→]|[-=]>|\b{pattern('clause')}\b")


@cache
def _denied() -> re.Pattern[str]:
    """The end of what says that a quotation is not to be said: `instead of "…"`."""
    return re.compile(rf"(?i)\b{pattern('negation')}(?: d[eu])?\s*\Z")
