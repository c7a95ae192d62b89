"""Find what was meant as `{{name}}`: `{name}`, `${name}`, `[NAME]`, `<name>`, `$name`.

Code, JSON, formulas, Markdown links and section tags have the same brackets. Their content
is only taken for a placeholder when nothing else is likely.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from revox_lint.syntax.span import Span
from revox_lint.text import beside
from revox_lint.text.code import code, inside
from revox_lint.text.normalize import fold
from revox_lint.text.placeholder import scan
from revox_lint.text.words import pattern, plain


class Lookalike(NamedTuple):
    """Something like a placeholder. `name` is the content of the brackets, trimmed.

    `start` and `end` are the offsets of the whole, brackets included. `sure` is whether it
    can hardly be anything else: `[NAME]` in a prompt may be for the model to fill in.
    """

    name: str
    start: int
    end: int
    sure: bool = True


MARKS = ("{", "[", "%", "<", "$", "__", ":")
"""One of these is in every lookalike."""

# More in one text than anybody reads.
_MOST = 200
_IDENTIFIER = r"[^\W\d]\w*(?:\.[^\W\d]\w*)*"
_BRACES = (
    rf"(?P<dollar>[$#@]\{{[ ]?(?P<d>{_IDENTIFIER})[ ]?\}})"
    rf"|(?P<single>(?<![\\^_}}{{$%]){{[ ]?(?P<s>{_IDENTIFIER}(?:[ -]\w+){{0,3}})[ ]?}}(?![}}]))"
    rf"|(?P<angles><<[ ]?(?P<a>{_IDENTIFIER}(?:[ -]\w+){{0,3}})[ ]?>>)"
    rf"|(?P<percent>(?<![\w%/])%(?:(?P<p>{_IDENTIFIER})%(?![\w%])|\((?P<q>{_IDENTIFIER})\)s))"
    rf"|(?P<doubled>(?<!\[)\[\[[ ]?(?P<w>{_IDENTIFIER}(?:[ -]\w+){{0,3}})[ ]?\]\](?![\](]))"
)
_SQUARE = r"(?<![\[\w!])\[[ ]?(?P<n>[^\W\d][\w .,/&'’-]{1,60})\](?![(\]])"

# Parts of a pattern for dates and times: `{hh}:{mm}`.
_PATTERN = frozenset(["hh", "HH", "mm", "MM", "ss", "SS", "dd", "DD", "yy", "YY", "yyyy", "YYYY"])
# Who speaks in a transcript: `[AGENT]` and `[CUSTOMER]` may be labels.
_ROLES = frozenset(
    ["agent", "caller", "client", "contact", "customer", "lead", "patient", "prospect"]
)


def lookalikes(text: str, known: frozenset[str], spoken: bool) -> tuple[Lookalike, ...]:
    """Return the lookalikes of `text`, in order.

    `known` are the names of the well-formed placeholders of the definition. `spoken` is
    whether the text is said word for word: then no bracket is for the model to fill in.
    """
    if not any(mark in text for mark in MARKS):
        return ()
    found = (one for one in _lookalikes(text, known, spoken) if not _is_technical(text, one))
    return tuple(
        sorted((_whole(text, one) for one in islice(found, _MOST)), key=lambda one: one[1])
    )


def template(text: str) -> Span | None:
    """Return the first statement or filter of Jinja, Liquid or Handlebars: `{% if vip %}`."""
    for match in islice(re.finditer(_TEMPLATE, text), _MOST):
        if inside(code(text), match.start()) is None:
            return Span(*match.span())
    return None


_TEMPLATE = (
    r"\{%-?\s*(?:if|elif|else|endif|for|endfor|set|unless|case|assign|include)\b[^%\n]{0,80}%\}"
    r"|\{\{[#/]\s*(?:if|each|unless|with)\b[^{}\n]{0,80}\}\}"
    r"|\{\{-?\s*[^\W\d][\w.]{0,60}\s*\|\s*[a-z]\w*[^{}|\n]{0,60}\}\}"
)


# A path, an address or a request in front: "GET /v1/users/", "C:\\Users\\".
_PATH = (
    r"(?:\A|[\s\"'“(`=])(?:(?:~|\.{1,2})?/|[A-Za-z][\w+.-]*://|(?:[\w-]+\.)+[a-z]{2,}/|[A-Za-z]:[\\/]"
    r"|\\\\|%\w+%\\|\{\w+\}/[\w.-]+/|(?:mailto|tel|sms):)\S*\Z"
    r"|\b(?:GET|POST|PUT|PATCH|DELETE|HEAD)\s+\S*\Z|\bf[\"'][^\"']*\Z"
)
_PATH_AFTER = r"/[\w.-]+/"
_CODE_BEFORE = r"[\w)\]}] [*+^] \Z|\A\s*(?:\$ )?(?:echo|curl|export|SELECT|INSERT|UPDATE|if \().*\Z"
_CODE_AFTER = r" [*+^] [\w$({]| / \d|[*+^][\w$(]|\s*[=!<>]?=|->"
_MARKUP = (
    r"(?i)\b(?:the|an?|das|closing|opening|end|start|la|un) tags?\b|\btags\b"
    r"|\b(?:xml|html|elements?|balises?|éléments?|etiquetas?)\b"
)


def _is_technical(text: str, one: Lookalike) -> bool:
    """Whether it is in an address, a path or a piece of code, or is a tag that is spoken of."""
    before = beside.before(text, one.start, _AROUND)
    after = beside.after(text, one.end, _AROUND)
    if re.search(_PATH, before) or (not before[-1:].strip() and re.match(_PATH_AFTER, after)):
        return True
    sign = "$" if before.endswith("$") else text[one.start]
    if sign == "%" and (before.endswith("\\") or after.startswith(("\\", ";"))):
        return True
    if sign == "$":
        return bool(re.search(_CODE_BEFORE, before) or re.match(_CODE_AFTER, after))
    return sign == "<" and re.search(_MARKUP, before[-40:] + "\n" + after[:40]) is not None


_AROUND = 120


def _whole(text: str, one: Lookalike) -> Lookalike:
    """`one` with the single braces around it: `{%name%}` becomes `{{name}}` as a whole."""
    start, end = one.start, one.end
    while start and text[start - 1] == "{" and text[end : end + 1] == "}":
        start, end = start - 1, end + 1
    return one._replace(start=start, end=end)


def folded(name: str) -> str:
    """`name` without case, white space, underscores, hyphens and dots, for comparison."""
    return "".join(char for char in name.casefold() if char.isalnum())


def _lookalikes(text: str, known: frozenset[str], spoken: bool) -> Iterator[Lookalike]:
    pieces = code(text)
    scanned = scan(text)
    taken = sorted(
        [(one.start, one.end) for one in scanned.placeholders]
        + [(one.start, one.end) for one in scanned.expressions]
        + [(one.start, one.end) for one in scanned.malformed]
    )
    objects = _objects(text) if "{" in text else []
    names = {folded(name) for name in known}
    for match in _candidates(text):
        name = next(value for group in "dsapqw" if (value := match[group]) is not None)
        start, end = match.span()
        if inside(pieces, start) or _overlaps(taken, start, end):
            continue
        if folded(name) not in names and (_is_other(name, spoken) or name in _PATTERN):
            continue
        if match["single"] or match["dollar"]:
            if _overlaps(objects, start, end) or _is_formula(text, start, end):
                continue
            if (
                match["dollar"]
                and text[start] == "$"
                and re.search(f"(?i){pattern('money')}", name)
            ):
                # `${price}` is as likely a dollar sign in front of `{price}`.
                start += 1
        yield Lookalike(name, start, end)
    for found in (_square, _bare):
        for one in found(text, names, spoken):
            place = (one.start, one.end)
            if not (
                inside(pieces, one.start) or _overlaps(taken, *place) or _overlaps(objects, *place)
            ):
                yield one


def _candidates(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for beginning in re.finditer(_BEGINNING, text):
        if beginning.start() >= end:
            match = _braces().match(text, beginning.start())
            if match is not None:
                end = match.end()
                yield match


_BEGINNING = r"[$#@]\{|(?<!\{)\{(?!\{)|<<|%|\[\["


@cache
def _braces() -> re.Pattern[str]:
    return re.compile(_BRACES)


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(_SQUARE)


def _is_other(name: str, spoken: bool) -> bool:
    """Whether `name` is rather a letter of a formula, a direction, or some words."""
    words = re.split(r"[ -]", name.casefold())
    if len(name) < 2 or any(word in plain("bracketed") for word in words):
        return True
    if len(words) == 1 or any(word in plain("data") for word in words):
        return False
    return not (spoken and _is_form(name, words))


def _is_formula(text: str, start: int, end: int) -> bool:
    """`\\text{name}`, `x_{max}`, `a{b}`: braces that belong to the word in front of them."""
    before = text[max(0, start - 24) : start]
    return bool(re.search(r"\\[A-Za-z]+(?:\{[^{}]*\})*\Z", before)) or text[end : end + 1] == "{"


def _objects(text: str) -> list[tuple[int, int]]:
    """Where JSON and the like stand: braces with a colon or a quote behind the first word.

    Only the outermost, in order.
    """
    found: list[tuple[int, int]] = []
    stack: list[int] = []
    for match in re.finditer(r"[{}]", text):
        if match.group() == "{":
            stack.append(match.start())
        elif stack:
            start = stack.pop()
            if re.compile(_OBJECT).match(text, start) and start + 1 < match.start():
                while found and found[-1][0] > start:
                    found.pop()
                found.append((start, match.end()))
    return found


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of `spans`, which are in order and apart, overlaps `start` to `end`."""
    index = bisect_left(spans, (end, 0)) - 1
    return index >= 0 and start < spans[index][1]


_OBJECT = r"\{+\s*(?:[\"']|[\w$-]+\s*:(?!\w)|[\[{,]|\.\.\.|//|%)|\{\s*[^{}]*[\"|,;=\n]"


def _square(text: str, names: set[str], spoken: bool) -> Iterator[Lookalike]:
    """`[NAME]`, unless the text uses square brackets for something else."""
    possible: list[tuple[Lookalike, bool]] = []
    titles: set[str] = set()
    for match in _brackets().finditer(text):
        name = match["n"].strip()
        start, end = match.span()
        words = _name_words(name)
        if not words or _is_direction(words):
            continue
        if spoken:
            if folded(name) in names or _is_gap(text, start, name, words):
                yield Lookalike(name, start, end)
        elif _alone(text, start, end):
            titles.add(folded(name))
        elif text[start - 1 : start] == "]" or text[end : end + 1] in ("[", ":"):
            continue
        elif folded(name) in names:
            yield Lookalike(name, start, end)
        elif (name.isupper() or (len(words) > 1 and _is_form(name, words))) and not _leads(
            text, start, end
        ):
            certain = _is_data(words) or ("_" in name and not beside.in_quotes(text, start))
            possible.append((Lookalike(name, start, end), certain))
    yield from _unfilled(text, possible, titles)


def _unfilled(
    text: str, possible: list[tuple[Lookalike, bool]], titles: set[str]
) -> Iterator[Lookalike]:
    """Those brackets of a prompt that are left to be filled in by its author.

    Where one is, those of unknown words that are written like it are as well; else only
    those where a name belongs: "You work for [RESTAURANT]".
    """
    if not possible:
        return
    directions = (_name_words(one.group()[1:-1]) for one in re.finditer(_FILLS_IN, text))
    fills_in = any(plain("bracketed").isdisjoint(words) for words in directions)
    names = []
    for one, certain in possible:
        before = beside.before(text, one.start, 80)
        data, key = _is_data(_name_words(one.name)), folded(one.name)
        if _article().match(one.name):
            continue
        if not data and _token().search(before):
            titles.add(key)
        names.append((one, key, certain, data, certain or _belongs(before, one.name)))
    names = [one for one in names if one[3] or one[1] not in titles]
    forms = [one.name.isupper() for one, _, certain, _, _ in names if certain]
    placed = {key for _, key, _, _, belongs in names if belongs}
    for one, key, *_ in names:
        alike = forms.count(one.name.isupper())
        if (key in placed or alike) and ("_" in one.name or not fills_in):
            doubts = key in _ROLES or fills_in or beside.in_quotes(text, one.start)
            yield one._replace(sure=not doubts and alike >= (1 if key in placed else 2))


@cache
def _article() -> re.Pattern[str]:
    """What brackets begin with that speak of something: `[A NUMBER]`."""
    return re.compile(rf"(?i){pattern('some')} ")


@cache
def _token() -> re.Pattern[str]:
    """What brackets follow that are written or found as they are, in a list of them too."""
    return re.compile(rf"(?i)(?<!\w){pattern('before_mark')}[\s\"'“„«]*(?:\[[^\]]*\][^.!?]*)?\Z")


@cache
def _before(table: str) -> re.Pattern[str]:
    """Any phrase of `table`, in any language, at the end of a string."""
    return re.compile(rf"(?i)(?<!\w){pattern(table)}[\s\"'“„«]*\Z")


def _belongs(before: str, name: str) -> bool:
    """Whether a name belongs after `before`: "You work for", "Parking:" for `[PARKING]`."""
    label = before.rstrip(" *_")
    if label.endswith(":"):
        stems, above = (
            {word[:5] for word in _name_words(re.sub("([aou])e", r"\1", fold(one)))}
            for one in (name, label[:-1])
        )
        return any(len(stem) > 3 for stem in stems & above)
    return _before("before_gap").search(before) is not None


def _is_direction(words: list[str]) -> bool:
    """Whether brackets speak to the model or the voice, and do not hold a `[START DATE]`."""
    if plain("bracketed").isdisjoint(words):
        return False
    return len(words) != 2 or words[1] in _ROLES or words[1] not in plain("data")


def _is_form(name: str, words: list[str]) -> bool:
    """Whether it is in capitals, or each word begins with one: `[Name der Firma]`."""
    if name.isupper():
        return True
    if not name[0].isupper():
        return False
    rest = [word for word in re.split(r"[\s_./&'’-]+", name) if word]
    linked = any(word in _LINKING for word in rest)
    return all(not word[0].islower() or word in _LINKING for word in rest) or (
        linked and len(words) < 4
    )


_MANNER = r"(?i)\w+(?:ly|ing|ment|mente|ando|iendo|end)"


def _is_gap(text: str, start: int, name: str, words: list[str]) -> bool:
    """Whether brackets in a text that is said word for word hold the name of what is missing."""
    if len(words) <= 4 and ("_" in name or any(word in plain("data") for word in words)):
        return True
    if name.isupper() or (len(words) > 1 and len(words) < 6):
        if _is_form(name, words):
            return len(folded(name)) > 2
    elif name[0].isupper():
        return not re.fullmatch(_MANNER, name)
    before = text[max(0, start - 80) : start]
    return len(words) <= 4 and _before("before_gap").search(before) is not None


# Names without brackets on both sides, or in those of HTML.
_BARE = (
    r"(?<![\w<])<(?P<tag>[^\W\d_][\w '’-]{1,40})>(?!>)"
    r"|(?<![\w$\\{])\$(?P<var>[^\W\d]\w+)(?!\w|\.\w|[({$])"
    r"|(?<!\w)__(?P<under>[^\W\d_]\w*?[^\W_])__(?!\w)"
    r"|(?<!\S):(?P<colon>[^\W\d_]\w+)(?![\w:])"
)
_TAGS = frozenset(
    ["address", "time", "data", "title", "label", "summary", "details", "code", "role", "rol"]
)
_SPOKEN_TAGS = frozenset(["br", "break", "speak", "strong", "prosody", "emphasis", "voice", "lang"])


def _bare(text: str, names: set[str], spoken: bool) -> Iterator[Lookalike]:
    """`<NAME>`, `$name`, `__NAME__` and `:name`, of which most words are something else."""
    for match in re.finditer(_BARE, text):
        kind = str(match.lastgroup)
        name = match[kind]
        start, end = match.span()
        words = _name_words(name)
        if any(word in plain("bracketed") for word in words):
            continue
        known, even = folded(name) in names, name.isupper() or name.islower()
        known = known or (
            spoken
            and kind != "colon"
            and len(name) > 3
            and (name.isupper() or (" " in name and _is_form(name, words)))
            and name.casefold() not in _SPOKEN_TAGS
        )
        if kind == "tag":
            # `<customer_data>` may be a section of the prompt, and `<time>` is HTML.
            section = not spoken and (_alone(text, start, end) or f"</{name}" in text)
            section = section or (name.islower() and beside.in_quotes(text, start))
            meant = known or (name.isupper() and "_" in name) or _is_data(words)
            meant = meant and not section and name not in _TAGS
        elif kind == "var":
            meant = known or (name.isupper() and "_" in name) or (even and _is_data(words))
        else:
            meant = even and (known or _is_data(words)) and text[end : end + 1] != ":"
        if meant:
            yield Lookalike(
                name, start, end, sure=kind != "colon" and not beside.in_quotes(text, start)
            )


# Articles and prepositions in a name: `[NOM DU CLIENT]`.
_LINKING = frozenset(
    re.findall(
        r"\w+",
        "the of a and de du des d la le les l s el del los las y et der die das von bis or ou oder",
    )
)


def _name_words(name: str) -> list[str]:
    words = re.split(r"[\s_.,/&'’-]+", name.casefold())
    return [word for word in words if word and word not in _LINKING]


def _is_data(words: list[str]) -> bool:
    """Whether the words of a name are of data that a call knows, `COMPANY NAME`."""
    data, naming = plain("data"), plain("naming")
    return 0 < len(words) <= 4 and (
        all(word in data for word in words) or words[-1] in naming or words[0] in naming
    )


def _leads(text: str, start: int, end: int) -> bool:
    """Whether it is the first on its line, and a sentence follows: the title of a section."""
    before = beside.before(text, start)
    return not before.strip(" \t#*->.0123456789") and text[end : end + 2][1:].isupper()


# "[specific benefit]", "[date]", "[wait for the answer]": brackets that speak to the model.
_FILLS_IN = r"(?<!\w)\[(?!x\])[^\W\d_A-Z][^\[\]\n]{0,60}\](?!\()"


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing but white space stands beside it on its line: the tag of a section."""
    before = beside.before(text, start)
    after = beside.after(text, end, 100)
    return not before.strip(" \t#*-") and not after.strip(" \t:*")
