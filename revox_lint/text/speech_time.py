"""Estimate how long it takes to say a text aloud.

The estimate is syllables by the rate of the language, plus a breath at the punctuation. It is
good to about a quarter: enough to tell a sentence from a speech, not to time a call.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from revox_lint.text.language import language
from revox_lint.text.placeholder import scan
from revox_lint.text.words import languages

# Syllables per second in a language without tables.
_OTHER_RATE = 6.6
# A voice on the phone is not a reader: English comes to 170 to 190 words a minute.
_PHONE = 0.75
_SENTENCE = 0.35
_COMMA = 0.15
# A name or a date, most often.
_PLACEHOLDER = 3
_DIGIT = 1.3

_BREAK = r"(?i)<break\s+time\s*=\s*[\"']?([0-9]*\.?[0-9]+)(ms|s)[\"']?\s*/?>"
_TAG = r"</?[A-Za-z][^<>]*>"
# Letters of scripts that write a syllable with one letter; those that write no vowels need
# about two letters for one.
_SYLLABIC = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
_CONSONANTAL = r"[\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f]"
_VOWELS = r"(?i)[aeiouyäöüàâáæéèêëîïíìôóòœûúùåøãõýÿαεηιουωάέήίόύώаеёиоуыэюяіїє]+"
_SILENT = r"(?i)[^\W\d_]{2,}[bcdfghjkmnpqrstvwxz]e(?:s|d)?\b"
_STOP = r"[.!?…;:]+(?=\s|\Z)|[。！？]|\n\s*\n"
_PAUSE = r",(?=\s)|[、，]|\s[-–—]\s"


def seconds(text: str, speed: float = 1.0) -> float:
    """Return the seconds that a voice takes to say `text` at `speed`, 1.0 being its own.

    A placeholder counts as a name; a pause that is written as a tag counts as long as it says.
    """
    return _pauses(text) + _spoken(text) / (speed if speed > 0 else 1.0)


def longer(time: float, most: float) -> str:
    """Return `time`, which is more than `most`, rounded so that the two differ: `6.2`."""
    return f"{time:.0f}" if round(time) > most else f"{math.ceil(time * 10) / 10:g}"


def _pauses(text: str) -> float:
    if "<" not in text:
        return 0.0
    total = 0.0
    for amount, unit in re.findall(_BREAK, text):
        total += float(amount) / (1000 if unit.lower() == "ms" else 1)
    return total


@lru_cache(maxsize=16)
def _spoken(text: str) -> float:
    scanned = scan(text)
    named = [(one.start, one.end) for one in scanned.placeholders]
    named += [(one.start, one.end) for one in scanned.expressions]
    for start, end in sorted(named, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    if "<" in text:
        text = re.sub(_TAG, " ", text)
    found = language(text)
    syllables = (
        len(re.findall(_VOWELS, text))
        + _DIGIT * len(re.findall(r"\d", text))
        + _PLACEHOLDER * len(named)
    )
    words = languages().get(found or "")
    if words is not None and words.silent_e:
        syllables -= len(re.findall(_SILENT, text))
    if not text.isascii():
        syllables += len(re.findall(_SYLLABIC, text)) + len(re.findall(_CONSONANTAL, text)) / 2
    pauses = _SENTENCE * max(0, len(re.findall(_STOP, text)) - 1) + _COMMA * len(
        re.findall(_PAUSE, text)
    )
    rate = _OTHER_RATE if words is None else words.syllables_per_second
    return max(0.0, syllables) / (_PHONE * rate) + pauses
