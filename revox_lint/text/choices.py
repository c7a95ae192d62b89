"""Descriptions that list the only values a text may have, in English, French, German, Spanish."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class Choices(NamedTuple):
    """The values that a text lists, and where the list stands in it (characters)."""

    values: tuple[str, ...]
    start: int
    end: int


_OR = r"(?:or|ou|oder|o|u|bzw\.)"
_QUOTED = (
    r"(?<!\w)(?:\"[^\"\n]{1,40}\"|'[^'\n]{1,40}'|`[^`\n]{1,40}`|“[^”\n]{1,40}”"
    r"|«[^»\n]{1,40}»|„[^“”\n]{1,40}[“”]|‘[^’\n]{1,40}’)(?!\w)"
)
_YES = (
    r"(?:yes|no|maybe|unknown|oui|non|peut-être|ja|nein|vielleicht|sí|si|quizás|true|false|"
    r"y|n|unsure|not sure|unclear)"
)
_STRONG = (
    r"one of|(?:possible|allowed|valid|accepted|permitted) (?:values|options|choices|answers)|"
    r"l['’]une? (?:des|de)|une? (?:des|parmi)|parmi|au choix|choix possibles|"
    r"(?:valeurs|options|réponses) (?:possibles|autorisées|acceptées|permises)|"
    r"eine?[srm]? (?:von|der|aus)|"
    r"(?:mögliche|erlaubte|zulässige|gültige)n? (?:werte|optionen|antworten)|"
    r"un[ao] de|(?:valores|opciones|respuestas) (?:posibles|permitid[oa]s|válid[oa]s)|"
    r"(?:options|choices|values|enum|choix|valeurs|werte|optionen|auswahl|valores|opciones)"
    r"(?=\s*:)"
)
_FILLER = (
    r"(?:\s+(?:the following|these|this list|values?|options?|choices?|are|is|valeurs?|suivante?s?|"
    r"sont|est|folgenden?|werte[n]?|optionen|sind|ist|los siguientes|las siguientes|valores|"
    r"opciones|son|es))*\s*(?:[:=]|-(?=\s)|[–—])?[ \t]*"
)
_WEAK = (
    r"(?:can|must|should|may|will|to)(?: only)? be|either|is either|"
    r"(?:peut|doit) être|soit|entweder|(?:puede|debe) ser|ya sea|answer with|rate as|classify as"
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _announced() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?P<strong>{_STRONG})|{_WEAK})\b{_FILLER}", re.IGNORECASE)


@cache
def _quoted_run() -> re.Pattern[str]:
    joint = rf"\s*(?:[,;/|]\s*)?(?:{_OR}\s+|and\s+|et\s+|und\s+|y\s+)?"
    return re.compile(rf"{_QUOTED}(?:{joint}{_QUOTED})+", re.IGNORECASE)


@cache
def _yes_or_no() -> re.Pattern[str]:
    joint = rf"(?:\s*[/|]\s*|,?\s+{_OR}\s+|,\s+(?=(?:maybe|unknown|unsure|unclear|not sure)\b))"
    return re.compile(rf"(?<![\w/-]){_YES}(?:{joint}{_YES})+(?![\w/-])", re.IGNORECASE)


_EXAMPLE = (
    r"(?<!\w)(?:e\.\s?g|for example|for instance|such as|like|including|examples?|"
    r"par exemple|p\.\s?ex|par ex|comme|tel(?:le)?s? que|exemples?|"
    r"z\.\s?B|zum Beispiel|beispielsweise|wie|etwa|Beispiele?|"
    r"por ejemplo|p\.\s?ej|como|ejemplos?)(?!\w)[^;!?\n]{0,80}\Z"
)
_OPEN_END = (
    r"(?<!\w)(?:etc|usw|and so on|et cetera|u\.\s?[äa]\.|and more|among others)(?!\w)|\.\.\.|…"
    r"|(?<!\w)(?:or|ou|oder|o|u)\s+(?:similar|other|another|anything|something|autre|similaire|"
    r"ähnlich\w*|ander\w*|sonst\w*|otr[oa]s?)(?:\s|\Z)"
)
_OPEN_WORDS = frozenset(
    {"null", "none", "empty", "blank", "nothing", "n/a", "leer", "vide", "vacío", "omitted"}
)
_KINDS = frozenset(
    {
        *("email", "e-mail", "phone", "telephone", "mobile", "name", "surname", "address", "date"),
        *("time", "number", "city", "country", "company", "url", "sms", "id", "zip", "postcode"),
        *("nom", "prénom", "adresse", "téléphone", "telefon", "vorname", "nachname", "straße"),
        *("nombre", "apellido", "teléfono", "correo", "dirección", "ville", "stadt", "ciudad"),
        *("she", "he", "they", "him", "her", "his", "their", "one", "more", "less", "it"),
    }
)
"""Words that name a kind of information or a person: a list of them is no list of values."""
_ARTICLE = (
    r"\A(?:the|a|an|his|her|their|its|your|my|our|le|la|les|un|une|son|sa|leur|der|die|das|den|dem|"
    r"ein|eine|einen|sein|ihre?|el|los|las|una|su|sus|which|what|how|if|when|whether)\s|\Al['’]"
)
_SEPARATOR = rf"\s*[,;|/]\s*(?:(?:{_OR}|soit|and|et|und|y)\s+)?|\s+(?:{_OR}|soit)\s+"
_BULLET = r"\s*\n\s*(?:[-*•]|[0-9]+[.)])\s*"
_STOP = r"[.!?](?=\s|\Z)|[()\[\]]|\n(?!\s*(?:[-*•]|[0-9]+[.)]))|[ \t][-–—]\s"
_SIGNS = (
    ",",
    "/",
    "|",
    ";",
    "\n",
    " or ",
    " ou ",
    " oder ",
    " o ",
    " u ",
    " Oder ",
    " OR ",
    "soit ",
)
"""What every list has one of: nothing is looked for in a text without them."""
_QUOTES = "\"'`“”«»„‘’ \t"


def choices(text: str) -> Choices | None:
    """The list of the only values that a text says it may have; None if it has no such list.

    A list of examples, or one that is open ("etc.", "or other"), is none.
    """
    if len(text) > 1000 or len(text) < 5 or not any(sign in text for sign in _SIGNS):
        return None
    for match in _announced().finditer(text):
        end = _stop(text, match.end())
        strong = match.group("strong") is not None
        found = _listed(text, match.end(), end, most=4 if strong else 1)
        if found is not None:
            return found
    for match in _quoted_run().finditer(text):
        found = _listed(text, match.start(), match.end(), most=5)
        joined = re.search(rf"\s{_OR}\s", match.group(), re.IGNORECASE)
        if found is not None and (joined or len(found.values) > 2 or "|" in match.group()):
            return found
    for match in _yes_or_no().finditer(text):
        found = _listed(text, match.start(), match.end(), most=2)
        if found is not None:
            return found
    return _standing_alone(text)


def _stop(text: str, at: int) -> int:
    match = _compiled(_STOP).search(text, at)
    return match.start() if match is not None else len(text)


def _standing_alone(text: str) -> Choices | None:
    """A list in brackets, after a colon, or that is the whole text: "hot, warm or cold"."""
    starts = [0, *(match.end() for match in re.finditer(r"[(\[]|:\s", text))]
    for start in starts:
        end = _stop(text, start)
        part = text[start:end]
        if not 3 < len(part) <= 120:
            continue
        joined = re.search(rf"\s{_OR}\s", part, re.IGNORECASE) is not None
        row = part.count("/") > 1 or (start > 0 and part.count(",") > 1)
        if not joined and not row and "|" not in part:
            continue
        found = _listed(text, start, end, most=3 if "|" in part else 1)
        if found is not None:
            return found
    return None


def _listed(text: str, start: int, end: int, most: int) -> Choices | None:
    """The values between `start` and `end`, each of at most `most` words; None if it is no list."""
    while start < end and text[start].isspace():
        start += 1
    listed = text[start:end].rstrip()
    end = start + len(listed)
    if _compiled(_EXAMPLE).search(text[max(0, start - 100) : start]) or _compiled(_OPEN_END).search(
        text[start:]
    ):
        return None
    if _compiled(_EXAMPLE).search(listed[:15]):
        return None
    parts = _compiled(_BULLET).split("\n" + listed if listed[:1] in "-*•" else listed)
    if len([part for part in parts if part.strip()]) < 2:
        parts = _compiled(_SEPARATOR).split(listed)
    values = tuple(dict.fromkeys(part.strip(_QUOTES) for part in parts if part.strip(_QUOTES)))
    told = [value for value in values if value.lower() not in _OPEN_WORDS]
    if len(told) < 2:
        return None
    for value in values:
        if len(value.split()) > most or len(value) > 40 or ":" in value:
            return None
        if _compiled(_ARTICLE).match(value) or value.lower() in _KINDS:
            return None
    return Choices(values, start, end)
