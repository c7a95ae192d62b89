"""Variables in texts: which ones a definition uses, and their values put in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from revox_lint.text.placeholder import names, placeholders

if TYPE_CHECKING:
    from revox_lint.document import Document


def variables_of(document: Document) -> frozenset[str]:
    """Return the variables in every text that the model or the caller gets."""
    return frozenset(name for text in document.texts for name in names(text.scalar.text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with the values put in, in one pass: a value is never looked at for variables.

    A variable without a value stays as it is written.
    """
    pieces, done = [], 0
    for placeholder in placeholders(text):
        if placeholder.name in values:
            pieces += [text[done : placeholder.start], values[placeholder.name]]
            done = placeholder.end
    return "".join([*pieces, text[done:]])
