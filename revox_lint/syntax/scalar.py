"""What a plain scalar means: in YAML 1.2 (the core schema) and to a reader of YAML 1.1.

The 1.2 patterns are those of chapter 10.3.2 of the YAML 1.2.2 specification. The 1.1
patterns are those that the readers of 1.1 in use implement (PyYAML, libyaml, Ruby's Psych):
they know `yes` and `off` as booleans, but not the specification's `y` and `n`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Value = None | bool | int | float | str

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_START = frozenset("0123456789+-.~nNtTfF")
_INT = r"[-+]?[0-9]+\Z"
_OCTAL = r"0o[0-7]+\Z"
_HEX = r"0x[0-9a-fA-F]+\Z"
_FLOAT = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"
_INF = r"[-+]?\.(?:inf|Inf|INF)\Z"
_NAN = r"\.(?:nan|NaN|NAN)\Z"
# More digits than any number of a definition has: CPython itself refuses to print more.
_DIGITS = 4000

TAGGED: Mapping[str, tuple[type, ...]] = {
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
    "null": (type(None),),
}
"""A core tag beside `!!str` → the types of the values that may follow it."""


def _is_decimal(text: str) -> bool:
    """Whether every reader takes it for the same number: quicker than a pattern."""
    return text.isdecimal() and text.isascii() and not text.startswith("0") and len(text) <= _DIGITS


def resolve(text: str) -> Value:
    """The value of the plain scalar `text` in the core schema of YAML 1.2."""
    if not text:
        return None
    if text[0] not in _START:
        return text
    if _is_decimal(text):
        return int(text)
    if text in _NULL:
        return None
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    if text[0] in "nNtTfF":
        return text  # no number begins like this
    if re.match(_INT, text) and len(text) <= _DIGITS:
        return int(text)
    if re.match(_FLOAT, text) and len(text) <= _DIGITS:
        return float(text)
    if re.match(_HEX, text):
        return int(text, 16)
    if re.match(_OCTAL, text):
        return int(text, 8)
    if re.match(_INF, text):
        return float("-inf") if text[0] == "-" else float("inf")
    if re.match(_NAN, text):
        return float("nan")
    return text


def whole(value: Value) -> int | None:
    """The whole number that `value` is to JSON Schema, as which 60.0 is 60; None for others."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


_BOOL_11 = {
    spelling: value
    for word, value in (("yes", True), ("no", False), ("on", True), ("off", False))
    for spelling in (word, word.capitalize(), word.upper())
}
_INT_11 = r"[-+]?(?:0|[1-9][0-9_]*)\Z"
_BINARY_11 = r"[-+]?0b[0-1_]+\Z"
_OCTAL_11 = r"[-+]?0[0-7_]+\Z"
_HEX_11 = r"[-+]?0x[0-9a-fA-F_]+\Z"
_SEXAGESIMAL_11 = r"[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+\Z"
_SEXAGESIMAL_FLOAT_11 = r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*\Z"
# A sign before a leading dot makes it a string to PyYAML.
_FLOAT_11 = r"(?:[-+]?[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?\Z"
_TIMESTAMP_11 = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}"
    r"(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?\Z"
)


class Timestamp(str):
    """A plain scalar that a reader of YAML 1.1 turns into a date or a time."""

    __slots__ = ()


def resolve_1_1(text: str) -> Value:
    """The value of the plain scalar `text` to a reader of YAML 1.1; a date is a `Timestamp`."""
    if text in _BOOL_11:
        return _BOOL_11[text]
    if not text or text[0] not in _START:
        return text
    if _is_decimal(text):
        return int(text)
    if text in _NULL or text in _TRUE or text in _FALSE:
        return resolve(text)
    digits = text.replace("_", "")
    if len(text) > _DIGITS:
        return text
    if re.match(_OCTAL_11, text):
        return int(digits, 8)
    if re.match(_INT_11, text):
        return int(digits)
    if re.match(_BINARY_11, text) and digits[-1] not in "b":
        return int(digits.replace("0b", "", 1), 2)
    if re.match(_HEX_11, text) and digits[-1] != "x":
        return int(digits, 16)
    if re.match(_SEXAGESIMAL_11, text):
        total = 0
        for part in digits.lstrip("+-").split(":"):
            total = total * 60 + int(part)
        return -total if digits[0] == "-" else total
    if re.match(_SEXAGESIMAL_FLOAT_11, text):
        seconds = 0.0
        for part in digits.lstrip("+-").split(":"):
            seconds = seconds * 60 + float(part)
        return -seconds if digits[0] == "-" else seconds
    if re.match(_FLOAT_11, text) and digits not in {".", "+.", "-."}:
        return float(digits)
    if re.match(_INF, text) or re.match(_NAN, text):
        return resolve(text)
    if re.match(_TIMESTAMP_11, text):
        return Timestamp(text)
    return text


# Of Psych's `scalar_scanner.rb`, what the readers above take for something else.
_TIME_PSYCH = r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(\.[0-9_]*)?\Z"
_FLOAT_PSYCH = r"[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?\Z"
_INT_PSYCH = r"[-+]?[1-9](?:[0-9]|[,_][0-9])*\Z"
_DATE_PSYCH = r"[0-9]{4}-(?:1[012]|0?[1-9])-(?:3[01]|[12][0-9]|0?[1-9])\Z"
_WORDS_PSYCH = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


class Symbol(str):
    """A plain scalar that Ruby turns into a symbol, without its colon."""

    __slots__ = ()


def resolve_psych(text: str) -> Value:
    """The value of the plain scalar `text` to Psych, the reader of Ruby.

    It reads `09:30` as hours and minutes in seconds, `1,000` as a number, `:a` as a symbol.
    """
    if text[:1] == ":" and len(text) > 1 and "\n" not in text:
        return Symbol(text)
    if len(text) > 64 or (text[:1] not in _START and len(text) > 5) or _is_decimal(text):
        return resolve_1_1(text)
    if text.casefold() in _WORDS_PSYCH:
        return _WORDS_PSYCH[text.casefold()]
    if text.casefold() == "null":
        return None
    digits = re.sub("[_,]", "", text)
    time = re.match(_TIME_PSYCH, text)
    if time is not None:
        hour, minute, *second = digits.split(":")  # only the hour has the sign
        seconds = 3600 * float(hour) + 60 * float(minute) + float(*second)
        return seconds if time[1] else int(seconds)
    if re.match(_FLOAT_PSYCH, text) and digits not in {".", "+.", "-."}:
        return float(digits) if re.search("[0-9]", digits.split("e")[0]) else text
    if re.match(_INT_PSYCH, text):
        return int(digits)
    if re.match(_DATE_PSYCH, text):
        return Timestamp(text)
    older = resolve_1_1(digits if text[0] == "0" and "," in text else text)
    # PyYAML's other times and numbers with underscores are strings to Psych.
    other = ":" in text or ("_" in text and text.lstrip("+-")[0] != "0")
    return text if other and isinstance(older, (int, float)) else older
