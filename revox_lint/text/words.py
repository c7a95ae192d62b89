"""Read the word tables of `facts/words/`: one language, or all of them together."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Mapping
from functools import cache

from revox_lint.facts import words as folder
from revox_lint.facts.words import Words
from revox_lint.listing import module_names


@cache
def languages() -> Mapping[str, Words]:
    """Return the tables of every language, by its code: `en`."""
    names = module_names(folder.__path__)
    return {name: importlib.import_module(f"{folder.__name__}.{name}").WORDS for name in names}


@cache
def plain(table: str) -> frozenset[str]:
    """Return the words of a `Plain` table, in all languages."""
    return frozenset(word for one in languages().values() for word in getattr(one, table).split())


def phrases(table: str, language: str | None = None) -> Iterator[str]:
    """Yield a regular expression for each phrase of `table`, in one language or in all."""
    for code, words in languages().items():
        if language in (None, code):
            for phrase in entries(getattr(words, table)):
                yield _expression(phrase, words)


@cache
def pattern(table: str, language: str | None = None) -> str:
    """Return one group that matches any phrase of `table`; an empty table matches nothing."""
    return f"(?:{'|'.join(phrases(table, language)) or '(?!)'})"


def any_of(table: str) -> str:
    """Return one group that matches any phrase of `table`, the text of one without others."""
    return f"(?:{'|'.join(_expression(phrase, None) for phrase in entries(table))})"


def entries(table: str) -> list[str]:
    """Return the phrases of `table` as they are written."""
    return [entry for part in re.split(r",\s|\n", table) if (entry := part.strip(" ,"))]


_NOTATION = (
    r"\[[^\]]*\]|<(?P<table>\w+)>|\((?!\?)|(?<![)\]}.])(?<!\\[a-zA-Z])\*|\.\.\.|\{(?!\d)"
    r"|(?<=[^\d,])\}| "
)


def _expression(phrase: str, words: Words | None) -> str:
    """The regular expression that a phrase stands for."""

    def replacement(match: re.Match[str]) -> str:
        table = match["table"]
        if table is not None:
            inner = "|".join(_expression(one, words) for one in entries(getattr(words, table)))
            return f"(?:{inner or '(?!)'})"
        return _MEANINGS.get(match.group(), match.group())

    return re.sub(_NOTATION, replacement, phrase)


_MEANINGS = {
    "(": "(?:",
    "*": r"\w*",
    "...": r"[^.!?\n]{0,70}?",
    "{": "(?P<found>",
    "}": ")",
    " ": r"\s+",
}
