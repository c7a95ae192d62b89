"""A note to the author that is left in a string for the model or the caller.

`TODO`, `FIXME`, `lorem ipsum`, `REPLACE_ME`, `<your company>` or a blank `____` in a spoken
sentence is read aloud; in a prompt the model makes something up for it.

Comments of the YAML file may contain notes. Not reported are the Spanish word in `TODO el
personal`, `<your_role>` before `</your_role>`, a phone number written as `XXX-XXX-XXXX`, a card
"ending in XXXX", and `TODO` beside `DONE`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import beside
from revox_lint.text.code import code, inside
from revox_lint.text.language import language
from revox_lint.text.normalize import present
from revox_lint.text.words import languages, pattern, plain

SEVERITY = Severity.WARNING
SUPERSEDES = ("lookalike-placeholder",)

BAD = """\
prompt: |
  You work for <your company>.  # error
  TODO: say when we are open  # error
voicemail_message: Lorem ipsum dolor sit amet.  # error
"""

GOOD = """\
prompt: |
  You work for Northwind.
  We are open from nine to six.
voicemail_message: We will call you back this afternoon.
"""

# More in one text than anybody reads.
_MOST = 200


def check(document: Document) -> Iterator[Finding]:
    # One look at all the texts: most definitions have no such mark anywhere.
    together = "\n".join([text.scalar.text for text in document.written_texts])
    marks = present(plain("leftover_signs"), together)
    if not marks:
        return
    for text in document.written_texts:
        value = text.scalar.text
        folded = value.casefold()
        if not any(mark in folded for mark in marks):
            continue
        for start, end in islice(_leftovers(value, text.spoken), _MOST):
            heard = "read aloud" if text.spoken else "given to the model"
            yield Finding(
                document.within(text.scalar, start, end),
                f"{document.quoted(value[start:end])} looks like a note to the author, but is "
                f"{heard}",
                help="replace it with the text that belongs here, or remove it",
            )


def _leftovers(text: str, spoken: bool) -> Iterator[tuple[int, int]]:
    pieces = code(text)
    found: list[tuple[int, int]] = []
    for matches, holds in ((_brackets().finditer(text), _is_gap), (_notes(text), _is_note)):
        for match in matches:
            start, end = match.span()
            piece = inside(pieces, start)
            if piece is not None and (piece.fenced or piece.end - piece.start <= end - start + 4):
                continue
            if len(found) >= _MOST:
                break
            if holds(match, spoken) and all(end <= a or b <= start for a, b in found):
                found.append((start, end))
    yield from sorted(found)


# How a note can begin: most are in capitals.
_BEGINNING = r"(?<!\w)(?:__|[A-ZÀ-Þ][A-ZÀ-Þ_ ]|[Ll]orem|ToDo|todo|fixme|replace|change)"


def _notes(text: str) -> Iterator[re.Match[str]]:
    for beginning in re.finditer(_BEGINNING, text):
        match = _words().match(text, beginning.start())
        if match is not None:
            yield match


@cache
def _words() -> re.Pattern[str]:
    return re.compile(
        r"(?P<todo>\b(?:TODOs?|ToDo|todo(?=:)))\b(?!-)"
        r"|(?P<blank>(?<![\w#/+*-])(?:_{4,}|X{4,})(?![\w#/+*-]))"
        r"|\b(?:FIXME|FIX_ME|fixme(?=:))\b|\bXXX(?=:)|\b(?P<tbd>TB[DC])\b"
        rf"|(?i:\blorem\s+ipsum\b)|\b{pattern('notes')}\b"
        rf"|\b{pattern('notes_at_end')}\b(?=\s*(?:[:\]]|$))",
        re.MULTILINE,
    )


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(
        r"<\s*(?P<angle>[^<>\n{}=/\"]{2,60})>|\[(?P<square>[^\[\]\n{}]{3,60})\](?!\()"
    )


_PLAIN_GAP = "todo|fixme|tb[dc]|placeholder|lorem ipsum"


@cache
def _square() -> re.Pattern[str]:
    """What speaks to the author between square brackets, where the model may fill in itself."""
    owner, thing, fill, end = map(pattern, ("owner", "thing", "fill", "gap_end"))
    return re.compile(
        rf"\s*(?:{owner}[ _-][\w '’_-]*\b{thing}\b[\w '’_-]*"
        rf"|{fill}\b[\w '’_-]*\b(?:{thing}|{end})\b[\w '’_-]*"
        rf"|\w[\w '’_-]*[ _-]{end}|{pattern('to_fill')}|{_PLAIN_GAP})\s*",
        re.IGNORECASE,
    )


@lru_cache(maxsize=4)
def _closing_tags(text: str) -> tuple[str, ...]:
    """The names of the closing tags in `text`, sorted."""
    return tuple(sorted(set(re.findall(r"</([^\s<>]{1,60})", text))))


def _is_gap(match: re.Match[str], spoken: bool) -> bool:
    angle = match["angle"]
    if _is_unsaid(match.string, match.start()):
        return False
    if angle is not None:
        name, closing = angle.split()[0], _closing_tags(match.string)
        first = bisect_left(closing, name)
        if first < len(closing) and closing[first].startswith(name):
            return False
        return _angle().fullmatch(angle) is not None
    inner = match["square"]
    if _square().fullmatch(inner) is None:
        return False
    # "Say: this is [your name]" may be for the model to fill in; "[Your Name]" is a form.
    return spoken or not inner.islower() or _form().search(inner) is not None


@cache
def _form() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern('form')}|todo|fixme|tb[dc]|placeholder|lorem)\b")


@cache
def _angle() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:{pattern('owner')}[ _-](?!{pattern('answer')})[\w '’_-]+"
        rf"|{pattern('fill')}[ _-][\w '’_-]+|[\w '’-]+[ _-]{pattern('gap_end')}"
        rf"|{pattern('to_fill')}|{_PLAIN_GAP})\s*",
        re.IGNORECASE,
    )


def _is_note(match: re.Match[str], spoken: bool) -> bool:
    text, start, end = match.string, *match.span()
    if match["blank"] is not None:
        return _is_blank(text, start, end, spoken)
    if match["todo"] is not None:
        return not _is_column(text, start, end) and _is_todo(text, start, end)
    if match["tbd"] is not None:
        # "If the date is TBD" speaks of it; "Price: TBD" is it.
        line = beside.before(text, start)
        after = text[end : end + 1]
        return after == ":" or (
            (not line.strip(" \t-*#>") or line.rstrip(" *(").endswith((":", "=")))
            and (not beside.after(text, end, 80).strip(" .)*,"))
        )
    return True


# "Card ending in XXXX", and in a prompt "account XXXX": the form of a number.
_DIGITS = (
    r"(?i)\b(?:end(?:ing|s|et)? (?:in|auf)|endend auf|last (?:four|4)|letzten \w+|derniers \w+"
    r"|últimos \w+|digits|ziffern|chiffres|dígitos|terminant par|termina(?:da|do)? en)"
    r"\W*\w*\W*\Z"
)
_NUMBERED = (
    r"(?i)\b(?:cards?|accounts?|numbers?|codes?|pin|iban|mask|plate|reference|format|karte|konto|\w*nummer|carte|compte|numéro|tarjeta"
    r"|cuenta|número)\W*\Z"
)
_STATES = r"\b(?:DONE|DOING|IN[ _-]PROGRESS|BACKLOG)\b"
_CALLED = (
    r"(?i)\b(?:called|named|namens|genannt|appelée?|llamad[ao]"
    r"|(?:status|state|item|ticket|column)\b[^.:\n]{0,15})[ \"'“]*\Z"
)
_VERB = r"[ \t]+(?:is|was|means|stands|ist|heißt|steht|bedeutet|est|signifie|es|significa)\b"


def _is_column(text: str, start: int, end: int) -> bool:
    """Whether `TODO` is a state beside others, or a name that something is said of."""
    near = beside.before(text, start, 80)
    if re.search(_CALLED, near):
        return True
    near += beside.after(text, end, 80)
    return re.search(_STATES, near) is not None or re.compile(_VERB).match(text, end) is not None


def _is_unsaid(text: str, start: int) -> bool:
    """Whether it is in quotation marks, as what is never to be written."""
    before = beside.before(text, start, 80)
    if not before.rstrip(" ").endswith(("'", '"', "“", "«", "„", "‘")):
        return False
    never = rf"(?i)\b{pattern('negation')}\b[^.!?\n\"“«„]{{0,30}}[\"'“«„‘][ ]?\Z"
    return re.search(never, before) is not None


def _is_blank(text: str, start: int, end: int, spoken: bool) -> bool:
    """Whether `____` or `XXXX` stands for a word, not for a line across or the form of a number."""
    before = beside.before(text, start, 80)
    after = beside.after(text, end, 80)
    if re.search(_DIGITS, before[-40:]) or (not spoken and re.search(_NUMBERED, before[-20:])):
        return False
    words = " ".join([*before.split()[-1:], *after.split()[:1]])
    return bool(re.search(r"\w", before + after)) and not re.search(r"\d|X{3}|_{4}|[`'\"]", words)


_LEAD = r"(?:\A|[\n.!?;(\[<{|•>]|[-*#/]\s)[\s*_#\"'`~(\[\]<{-]*\Z"
_NOUN = r"(?i)[ \t]*-?(?:lists?|apps?|items?|tasks?|liste|board|entries|notes?)\b"


@cache
def _after_note() -> re.Pattern[str]:
    verbs = "|".join(sorted(plain("author_verbs")))
    return re.compile(
        r"\s*(?:\(\w+\))?\s*(?::|--?\s|—|–|\]|\))|\s*\.{0,3}[ \t]*(?:\n|\Z)"
        rf"|\(\w+\)|[ \t]+(?:@\w|(?:{verbs})\b)"
    )


@cache
def _todo_is_a_word() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """What stands before and after `todo` where it is a word, and in which languages it is."""
    return (
        re.compile(rf"(?i)\b{pattern('todo_before')}[ \t]+\Z"),
        re.compile(rf"(?i)[ \t]+{pattern('todo_after')}\b"),
        frozenset(name for name, words in languages().items() if words.todo_before),
    )


def _is_foreign_todo(text: str, start: int, end: int) -> bool:
    """A note that goes on with any words, where `todo` is surely no other word."""
    line = text[max(0, start - 40) : start]
    leads = re.search(_LEAD, line) or line.rstrip(" ").endswith(":")
    if not leads or re.compile(_NOUN).match(text, end) or _todo_is_a_word()[1].match(text, end):
        return False
    after = re.findall(r"[^\W\d_]+", beside.after(text, end, 60).casefold())
    known, is_word = _tongue(text)
    own, foreign, plurals = _vocabulary()
    if known and not is_word:
        return True
    if after and after[0] in plurals:
        # "TODO precios": the word is a singular.
        return True
    if known:
        return False
    if not foreign.isdisjoint(after) and own.isdisjoint(after):
        return True
    # "TODO servicio", "TODO algodón": other languages have few words like these.
    likely = re.search(r"[ñáíóú¿¡ãõ]|\A\w+[aeo]\Z", after[0]) if after else None
    return likely is None and own.isdisjoint(_words_of(text))


@lru_cache(maxsize=4)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", text.casefold()))


@cache
def _vocabulary() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words of languages in which `todo` is one, of the others, and plurals of the former."""
    words: dict[bool, set[str]] = {True: set(), False: set()}
    plurals: set[str] = set()
    for name, table in languages().items():
        is_word = name in _todo_is_a_word()[2]
        data = table.data.split()
        plural = {f"{one}s" for one in data} | {one for one in data if one.endswith("s")}
        words[is_word].update(table.common.split(), data, table.said_first.split(), plural)
        words[is_word].update(table.author_verbs.split())
        plurals |= plural if is_word else set()
    return (
        frozenset(words[True] - words[False]),
        frozenset(words[False] - words[True]),
        frozenset(plurals),
    )


@lru_cache(maxsize=4)
def _tongue(text: str) -> tuple[bool, bool]:
    """Whether the language of `text` is known, and whether `todo` may be a word of it."""
    tongue, candidates = language(text), _todo_is_a_word()[2]
    if tongue is not None:
        return True, tongue in candidates
    words = set(text.casefold().split())
    return False, any(not words.isdisjoint(languages()[one].common.split()) for one in candidates)


def _is_todo(text: str, start: int, end: int) -> bool:
    word = text[start:end]
    if _after_note().match(text, end) is None:
        return word in ("TODO", "ToDo") and _is_foreign_todo(text, start, end)
    leads = re.compile(_LEAD).search(text, max(0, start - 40), start) is not None
    if _todo_is_a_word()[0].search(text, max(0, start - 20), start) is not None:
        return False
    known, is_word = _tongue(text)
    if word == "todo":
        # A sentence may begin with the word; as a note it stands behind a mark of comments.
        return leads and known and not is_word
    if word in ("TODOS", "ToDo", "TODOs"):
        return leads and text[end : end + 1] == ":" and not is_word
    if not is_word:
        return True
    # "TODO: revisión, limpieza y empastes" says what everything is.
    return leads and re.compile(rf"(?i):{pattern('todo_list')}").match(text, end) is None
