"""Stage directions within a text (`[pause]`, `(rires)`, `*smiles*`), in en, fr, de and es."""

from __future__ import annotations

import re
from typing import NamedTuple

from revox_lint.text.normalize import fold


class Remark(NamedTuple):
    """A stage direction within a text, by its offsets, brackets included."""

    start: int
    end: int


# All in the form that `fold` gives.
_LENGTH = (
    r"(?: (?:for|of|de|von|pendant|durante|fur))?"
    r" (?:\d+(?:[.,]\d+)?|an?|one|two|three|un|une|deux|zwei|dos|a few|quelques|ein paar)"
    r"(?: ?(?:s|ms|secs?|seconds?|secondes?|sekunden?|segundos?|moments?|beats?|instants?))?"
)
_ADVERB = (
    r"soft(?:ly)?|warmly|cheerfully|cheerily|quietly|slowly|politely|excitedly|enthusiastically"
    r"|happily|sadly|gently|calmly|seriously|sarcastically|nervously|brightly|lightly|briefly"
    r"|doucement|lentement|chaleureusement|calmement|joyeusement|poliment|gentiment|gaiement"
    r"|freundlich|langsam|leise|herzlich|ruhig|frohlich|sanft"
    r"|despacio|lentamente|amablemente|suavemente|alegremente|calurosamente"
)
_NOISE = (
    # en
    r"pauses?|pausing|beat|silence|breath|breathes(?: in| out| deeply)?|breathing|sighs?|sighing"
    r"|laughs?|laughing|laughter|chuckles?|chuckling|giggles?|giggling|smiles?|smiling|coughs?"
    r"|coughing|(?:clears?|clearing) (?:(?:his|her|their|your|its) )?throat|inhales?|exhales?"
    r"|gasps?|whispers?|whispering|yawns?|waits?|waiting|listens?|nods?|nodding"
    r"|takes? a (?:deep )?breath|deep breath|typing(?: sounds?)?|hangs? up|with a smile"
    r"|beep|tone|music|ring(?:s|ing)?"
    # fr
    r"|respiration|soupirs?|soupire|rires?|rit|riant|sourires?|sourit|souriante?|en souriant"
    r"|en riant|chuchote|murmure|tousse|inspire|expire|se racle la gorge|raclement de gorge"
    r"|(?:avec )?(?:un |le )?sourire|avec (?:enthousiasme|chaleur|douceur|bienveillance)"
    # de
    r"|seufzt|seufzer|seufzend|lacht|lachen|lachend|lachelt|lacheln|lachelnd|mit einem lacheln"
    r"|rauspert sich|hustet|flustert|flusternd|atmet(?: tief)?(?: ein| aus| durch)?|wartet|stille"
    # es
    r"|pausas?|silencio|risas?|rie|riendo|sonrie|sonriendo|con una sonrisa|suspiros?|suspira"
    r"|suspirando|tose|susurra|susurrando|carraspea|respira(?: hondo)?|esperando"
)
_SIZE = (
    r"(?:(?:short|long|brief|slight|small|dramatic|quick|soft|light|deep|nervous|courte|petite"
    r"|longue|breve|legere?|petit|court|kurze[rs]?|lange|kleine|corta|pequena|larga|leve) )?"
)
_TONE = (
    r"(?:in|with) an? [a-z ,-]{2,40} (?:tone|voice)|[a-z-]+ (?:tone|voice)"
    r"|(?:d'un|d'une|sur un|avec une?) (?:ton|voix)\b.{0,40}|(?:ton|voix) [a-z]+"
    r"|(?:mit|in) [a-z]+ (?:stimme|ton|tonfall)|(?:con|en) (?:un )?(?:voz|tono)\b.{0,40}"
    r"|tono [a-z]+"
)
_WAIT = (
    r"(?:waits?|pauses?|waiting|pausing|stops?|listens?) (?:here )?(?:for|until|to) .{0,40}"
    r"\b(?:response|answer|reply|caller|customer|client|user|person|them|they)\b.{0,20}"
    r"|(?:attend(?:s|re|ez)?|attendant) .{0,40}\b(?:reponse|client|interlocuteur|personne)\b.{0,20}"
    r"|marque(?:r|z)? une? .{0,20}(?:pause|silence).{0,40}"
    r"|laisse(?:r|z)? .{0,30}(?:parler|repondre).{0,30}"
    r"|(?:warte[nt]?|pausieren?) (?:auf|bis) .{0,40}\b(?:antwort|anrufer|kunde)\b.{0,20}"
    r"|auf (?:die )?antwort warten"
    r"|(?:esperar?|esperando) .{0,30}\b(?:respuesta|cliente|conteste|responda)\b.{0,20}"
    r"|haz una (?:breve )?pausa.{0,40}"
)
_REMARK = (
    rf"(?:{_SIZE}(?:{_NOISE})(?: (?:{_ADVERB}|courte|breve|longue|corta|larga))?(?:{_LENGTH})?"
    r"|\d+ ?(?:s|seconds?|secondes?|sekunden?|segundos?)(?: de| of)? (?:pausa|pause|silence)"
    rf"|(?:{_ADVERB})|{_TONE}|{_WAIT})"
)
# Between square brackets or stars nothing else is written that begins like this.
_BEGINNING = (
    r"(?:sounds? of|pauses?|sighs?|laughs?|chuckles?|smiles?|smiling|whispers?|speaks?|speaking"
    r"|says?|waits?|waiting|listens?|clears?|hangs? up|end (?:the )?call"
    r"|transfer(?:s|ring)? (?:the )?call"
    r"|play(?:s|ing)? |nods?|inhales?|exhales?|takes? a|excited|cheerful|friendly|happy|warm|calm"
    r"|rit|sourit|soupire|attend(?:re|s|ez)?|parle[rz]?|chuchote|raccroche[rz]?|ton |voix |d'un ton"
    r"|lacht|lachelt|seufzt|flustert|warte[nt]?|sprich|auflegen|kurze pause|freundlich"
    r"|rie|sonrie|suspira|susurra|espera[r]?|habla[r]?|cuelga|colgar|pausa)\b"
)
_BRACKETED = r"\[([^\[\]\n]{2,80})\](?!\()|\(([^()\n]{2,80})\)|<([A-Za-z][^<>\n]{1,60})>"


def remarks(text: str, understood: frozenset[str] = frozenset()) -> list[Remark]:
    """The stage directions in brackets within `text`, in order.

    `understood` are those, in small letters and without brackets, that the voice carries out.
    """
    if not any(char in text for char in "[(<"):
        return []
    return [
        Remark(*match.span())
        for match in re.finditer(_BRACKETED, text)
        if not (match[1] and match[1].strip().lower() in understood)
        and _is_remark(match[1] or match[2] or match[3], loose=bool(match[1]))
    ]


def is_remark(words: str) -> bool:
    """Whether what stands between two stars is a stage direction and not a stressed word."""
    return _is_remark(words, loose=True)


def _is_remark(words: str, loose: bool) -> bool:
    words = fold(words).strip(" .!…")
    if re.fullmatch(_REMARK, words):
        return True
    return loose and re.match(_BEGINNING, words) is not None and not words.isupper()
