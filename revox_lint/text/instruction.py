"""Tell texts that say what to say from texts that are said.

`Greet the caller and ask …`, `Présente-toi`, `Begrüße den Anrufer`, `Saluda al cliente`. Two
signs are enough: the text begins with an imperative that nobody would say to a caller, or it
speaks of the caller as a third person.

The phrases in `facts/words/` are matched against folded text: small letters, no accents,
`ß` as `ss`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from revox_lint.text.normalize import fold
from revox_lint.text.words import pattern, phrases, plain


@lru_cache(maxsize=16)
def is_instruction(text: str) -> bool:
    """Return whether `text` tells somebody what to say instead of saying it."""
    folded = " ".join(fold(text).split())
    words = re.findall(r"[a-z'-]+", folded)
    if not words:
        return False
    # Most texts begin like something that is said, which spares the patterns.
    said = words[0] in plain("said_first") or folded.startswith(("thank you ", "welcome to "))
    verbs = tuple(plain("telling_verbs"))
    told = (not said and _begins_as_instruction(folded)) or (
        any(word.startswith(verbs) for word in words) and _telling().search(folded) is not None
    )
    return told and not _is_addressed(folded)


def _begins_as_instruction(folded: str) -> bool:
    lead = _lead().match(folded)
    start = lead.end() if lead is not None else 0
    return any(
        folded.startswith(prefixes, start) and re.compile(one).match(folded, start)
        for prefixes, one in _beginnings()
    )


def _is_addressed(folded: str) -> bool:
    """Whether a text speaks to a person, "Begin by telling me your name", and not of one."""
    return _addressed().search(folded) is not None and _caller().search(folded) is None


@cache
def _addressed() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern('addressed')}(?!\w)")


@cache
def _caller() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){pattern('sure_caller')}")


@cache
def _lead() -> re.Pattern[str]:
    mark = r"[\s\"'“”«»*_\[(<#>-]*"
    return re.compile(rf"{mark}(?:{pattern('lead_in')}[,:]? +){{0,2}}")


@cache
def _beginnings() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Each phrase of the imperatives, after what it begins with: few of them need compiling."""
    found = []
    for one in (*phrases("telling"), *phrases("imperatives")):
        literal = re.match(r"([a-z]+)[a-z\\]|\(\?:([a-z|]+)\)(?!\?)", one)
        prefixes = (literal[1] or literal[2]).split("|") if literal is not None else ("",)
        found.append((tuple(prefixes), one))
    return tuple(found)


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"(?:[.;:!?,] |\b{pattern('joint')} ){pattern('telling')}")
