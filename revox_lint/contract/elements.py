"""The strings that the elements of a list were meant to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from revox_lint.syntax.node import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from revox_lint.contract.contract import Json

_MOST: Final = 20
_KEY: Final = r"(?i)value|name|label|option|id|key|text|title|enum|const"


def parts(text: str) -> list[Json]:
    """Return `text` divided at its commas, semicolons, bars or lines."""
    found = [part.strip(" \t\r\"'[]-") for part in re.split(r"[,;|/\n]", text)]
    return [part for part in found if part]


def element_text(node: Node) -> str | None:
    """Return the string that an element of a list of strings was meant to be, or None.

    Of `{Yes: they agree}` it is the key, of `{value: yes, label: They agree}` the first value.
    """
    if isinstance(node, Mapping) and node.entries:
        first = node.entries[0]
        if len(node.entries) == 1 and re.fullmatch(_KEY, first.name) is None:
            return first.name
        node = first.value
    return node.text if isinstance(node, Scalar) and node.value is not None else None


def scalars(node: Sequence) -> list[str]:
    """Return the texts of a list of scalars, or of mappings with one each.

    Nothing where it is longer than what one writes between brackets, or something else.
    """
    texts = [element_text(one) for one in node.items] if len(node.items) <= _MOST else []
    found = [text for text in texts if text is not None]
    return found if len(found) == len(texts) else []
