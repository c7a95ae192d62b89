"""A note to the author left in a text that the model or the caller gets.

`TODO`, `FIXME`, `lorem ipsum`, `REPLACE_ME`, `<your company>`: whoever wrote it meant to come
back. In a spoken sentence it is read aloud; in a prompt the model makes something up for it.

Comments of the YAML file may hold any note. The Spanish word in `TODO el personal` is no
note; nor is `<your_role>` with a `</your_role>` behind it, nor a telephone number written as
`XXX-XXX-XXXX`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text.code import code, inside
from revox_lint.text.language import language
from revox_lint.text.normalize import present

SEVERITY = Severity.WARNING

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
_MAY_HAVE_ONE = (
    "todo", "fixme", "xxx", "tbd", "lorem", "_me", "me_", "replace", "change", "fill", "insert",
    "your", "hacer", "faire", "here", "compl", "remplir", "remplacer", "eintragen", "einsetzen",
    "einfügen", "ersetzen", "ergänzen", "ausfüllen", "rellenar", "reemplazar", "placeholder",
    "<", "[votre", "[ihr", "[dein", "[tu ", "[su ", "pendiente",
)  # fmt: skip

# A word between brackets that speaks to the author.
_OWNER = r"your|votre|vos|ihre?[nrms]?|deine?[nrms]?|tu|tus|su|sus|ton|ta|tes|nuestr[ao]"
_THING = (
    r"company|business|brand|agency|clinic|firm|organi[sz]ation|website|url|domain|phone|number|"
    r"e-?mail|address|hours?|city|product|service|agent|assistant|bot|name|text|prompt|"
    r"société|entreprise|marque|agence|cabinet|nom|prénom|téléphone|numéro|adresse|horaires?|"
    r"ville|site|firma|unternehmen|name|nummer|telefon\w*|öffnungszeiten|stadt|webseite|"
    r"empresa|negocio|marca|nombre|teléfono|número|dirección|horarios?|ciudad|sitio"
)
_FILL = (
    r"insert|replace|fill[ _-]?in|insérer|remplacer|compléter|remplir|einfügen|einsetzen|"
    r"eintragen|ersetzen|ergänzen|ausfüllen|insertar|reemplazar|completar|rellenar"
)


def check(document: Document) -> Iterator[Finding]:
    # One look at all the texts: most definitions have no such mark anywhere.
    together = "\n".join([text.scalar.text for text in document.written_texts])
    marks = present(_MAY_HAVE_ONE, together)
    if not marks:
        return
    for text in document.written_texts:
        value = text.scalar.text
        folded = value.casefold()
        if not any(mark in folded for mark in marks):
            continue
        for start, end in islice(_leftovers(value, text.spoken), _MOST):
            written = " ".join(value[start:end].split())
            yield Finding(
                document.within(text.scalar, start, end),
                f"`{written}` is a note to the author, left in a text that is "
                + ("read aloud" if text.spoken else "given to the model"),
                help="write what was meant to stand here, or take it out",
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
_BEGINNING = r"(?<!\w)(?:[A-ZÀ][A-ZÀ_ ]|[Ll]orem|ToDo|todo|fixme|replace|change)"


def _notes(text: str) -> Iterator[re.Match[str]]:
    for beginning in re.finditer(_BEGINNING, text):
        match = _words().match(text, beginning.start())
        if match is not None:
            yield match


@cache
def _words() -> re.Pattern[str]:
    return re.compile(
        r"(?P<todo>\b(?:TODOs?|ToDo|todo(?=:)))\b(?!-)"
        r"|\b(?:FIXME|FIX_ME|fixme(?=:))\b|\bXXX(?=:)|\b(?P<tbd>TB[DC])\b"
        r"|(?i:\blorem\s+ipsum\b)"
        r"|\b(?:REPLACE|CHANGE|FILL|EDIT|UPDATE)[_-]?(?:ME|THIS)(?:[_-]?IN)?\b"
        r"|\b(?:replace|change)[_-]me\b"
        r"|\b(?:INSERT|REPLACE|YOUR)_[A-Z][A-Z_]+\b"
        r"|\b[A-Z]+(?:_[A-Z]+)*_HERE\b"
        r"|(?<!\w)[ÀA][ _](?:COMPL[ÉE]TER|REMPLIR|REMPLACER|D[ÉE]FINIR|FAIRE)\b(?=\s*(?:[:\]]|$))"
        r"|\b(?:POR|A)[ _](?:COMPLETAR|RELLENAR|DEFINIR|HACER)\b(?=\s*(?::|$|\]))"
        r"|\b(?:HIER|BITTE)[ _](?:EINF[ÜU]GEN|EINSETZEN|EINTRAGEN|ERSETZEN|ERG[ÄA]NZEN"
        r"|AUSF[ÜU]LLEN)\b"
        r"|\bZU[ _](?:ERG[ÄA]NZEN|ERLEDIGEN)\b(?=\s*(?::|$|\]))",
        re.MULTILINE,
    )


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(
        r"<\s*(?P<angle>[^<>\n{}=/\"]{2,60})>|\[(?P<square>[^\[\]\n{}]{3,60})\](?!\()"
    )


@cache
def _gap(spoken: bool) -> re.Pattern[str]:
    """What speaks to the author between square brackets, where the model may fill in itself."""
    named = rf"(?:{_OWNER})[ _-][\w '’_-]*\b(?:{_THING})\b[\w '’_-]*"
    return re.compile(
        rf"\s*(?:(?:{named})|(?:{_FILL})\b[\w '’_-]*\b(?:{_THING}|here|ici|hier|aquí)\b[\w '’_-]*"
        rf"|\w[\w '’_-]*[ _-](?:here|ici|hier|aquí|einfügen|einsetzen|eintragen|ersetzen)"
        rf"|(?:à|a) (?:compléter|remplir|définir)|(?:por )?(?:completar|rellenar|definir)"
        r"|todo|fixme|tbd|tbc|placeholder|lorem ipsum)\s*",
        re.IGNORECASE,
    )


def _is_gap(match: re.Match[str], spoken: bool) -> bool:
    angle = match["angle"]
    if angle is not None:
        if f"</{angle.split()[0]}" in match.string:
            return False
        return _angle().fullmatch(angle) is not None
    inner = match["square"]
    if _gap(spoken).fullmatch(inner) is None:
        return False
    # "Say: this is [your name]" may be for the model to fill in; "[Your Name]" is a form.
    return spoken or not inner.islower() or re.search(_FORM, inner) is not None


_FORM = (
    r"\b(?:here|ici|hier|aquí|company|business|website|brand|todo|fixme|tb[dc]|placeholder|"
    r"compléter|remplir|définir|completar|rellenar|einsetzen|eintragen|einfügen|lorem)\b"
)


@cache
def _angle() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:(?:{_OWNER})[ _-](?!answer|response|reply|reasoning|réponse|antwort|respuesta)"
        rf"[\w '’_-]+|(?:{_FILL})[ _-][\w '’_-]+"
        rf"|[\w '’-]+[ _-](?:here|ici|hier|aquí|einfügen|einsetzen|eintragen)"
        r"|todo|fixme|tbd|tbc|placeholder|à compléter|por completar)\s*",
        re.IGNORECASE,
    )


def _is_note(match: re.Match[str], spoken: bool) -> bool:
    text, start, end = match.string, *match.span()
    if match["todo"] is not None:
        return _is_todo(text, start, end)
    if match["tbd"] is not None:
        # "If the date is TBD" speaks of it; "Price: TBD" is it.
        line = text[text.rfind("\n", 0, start) + 1 : start]
        after = text[end : end + 1]
        return after == ":" or (
            (not line.strip(" \t-*#>") or line.rstrip(" *(").endswith((":", "=")))
            and (not text[end : end + 80].split("\n", 1)[0].strip(" .)*,"))
        )
    return True


_AFTER_NOTE = (
    r"\s*(?:\(\w+\))?\s*(?::|--?\s|—|–|\]|\))|\s*\.{0,3}[ \t]*(?:\n|\Z)"
    r"|[ \t]+(?:add|write|fill|fix|replace|update|check|confirm|ask|insert|describe|put|change|"
    r"define|complete|finish|remove|translate|review|ajouter|écrire|compléter|remplir|vérifier|"
    r"remplacer|préciser|ergänzen|einfügen|prüfen|ersetzen|schreiben|eintragen|klären|"
    r"añadir|agregar|completar|revisar|escribir|cambiar|poner|rellenar|reemplazar|confirmar)\b"
)
_LEAD = r"(?:\A|[\n.!?;(\[<{|•>]|[-*#/]\s)[\s*_#\"'`~(\[\]<{-]*\Z"
_SPANISH = (
    r"(?i)\b(?:ante|sobre|de|del|con|en|para|por|y|es|a|hace|hacer|que|lo|él|ella|incluye|"
    r"ofrece|explica|sabe|acepta|contra|em|com|tudo)[ \t]+\Z"
)

_NOUN = r"(?i)[ \t]*-?(?:lists?|apps?|items?|tasks?|liste|board|entries|notes?)\b"
_SPANISH_AFTER = (
    r"(?i)[ \t]+(?:el|la|los|las|lo|un|una|su|sus|tu|tus|mi|esto?|está|es|de|del|en|con|para|por|"
    r"y|a|al|que|se|le|nuestr\w+|incluid\w+|list[oa]|bien|correcto|gratis|perfecto)\b"
)


def _is_foreign_todo(text: str, start: int, end: int) -> bool:
    """A note that goes on with any words, in a text that is surely not Spanish."""
    leads = re.compile(_LEAD).search(text, max(0, start - 40), start) or text[:start].rstrip(
        " "
    ).endswith(":")
    if (
        not leads
        or re.compile(_NOUN).match(text, end)
        or re.compile(_SPANISH_AFTER).match(text, end)
    ):
        return False
    tongue, spanish = _tongue(text)
    return tongue is not None and not spanish


_SPANISH_WORD = r"(?i)\b(?:el|la|los|las|de|para|con|es|que|y|lo|esto|eso|está)\b"


@lru_cache(maxsize=4)
def _tongue(text: str) -> tuple[str | None, bool]:
    """The language of `text`, and whether it may be Spanish."""
    tongue = language(text)
    return tongue, tongue == "es" or (tongue is None and re.search(_SPANISH_WORD, text) is not None)


def _is_todo(text: str, start: int, end: int) -> bool:
    word = text[start:end]
    if re.compile(_AFTER_NOTE).match(text, end) is None:
        return word == "TODO" and _is_foreign_todo(text, start, end)
    leads = re.compile(_LEAD).search(text, max(0, start - 40), start) is not None
    if re.compile(_SPANISH).search(text, max(0, start - 20), start) is not None:
        return False
    tongue, spanish = _tongue(text)
    if word == "todo":
        # In Spanish a sentence may begin so; as a note it stands behind a mark of comments.
        return leads and tongue not in ("es", None)
    if word in ("TODOS", "ToDo", "TODOs"):
        return leads and text[end : end + 1] == ":" and not spanish
    return leads and re.compile(_LISTED).match(text, end) is None if spanish else True


# "TODO: revisión, limpieza y empastes" says what everything is.
_LISTED = r"(?i):[ \t]*(?!\w+(?:[aei]r(?:l[aeo]s?)?)\b)[^\n:]{2,60}(?:,|\by\b)"
