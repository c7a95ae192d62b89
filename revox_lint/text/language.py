"""Which language a short text is in, as far as its commonest words tell."""

from __future__ import annotations

import re
from functools import lru_cache

_WORDS = {
    "en": "the this is are you your we our with for and to of my i'm i am calling from about can "
    "hello hi please thank thanks have on at",
    "fr": "le la les des du est je vous votre vos nous notre avec pour et de au aux ce une un que "
    "qui bonjour merci suis c'est l'agence chez sur dans ici appelle",
    "de": "der die das ist ich sie ihr ihre ihren wir unser unsere mit für und zu von im am ein "
    "eine guten tag hallo bin spreche bitte danke hier den dem auf",
    "es": "el la los las es soy usted su sus le nosotros nuestro nuestra con para y de del al un "
    "una que hola buenos días gracias por favor llamo en está",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"


@lru_cache(maxsize=16)
def language(text: str) -> str | None:
    """`en`, `fr`, `de` or `es`; None when the text is too short, mixed, or in another language."""
    words = [word.replace("’", "'") for word in re.findall(_WORD, text.casefold())]
    best: str | None = None
    most = second = 0
    for name, known in _SETS.items():
        count = sum(word in known for word in words)
        if count > most:
            best, most, second = name, count, most
        elif count > second:
            second = count
    return best if most > second and most >= 2 else None
