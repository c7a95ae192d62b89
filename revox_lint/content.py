"""Which documents of a file are assistants by what they hold, where no folder or pattern says so.

A document is one with `name` and `prompt` together, with a field that only an assistant has, or
with an API response around one of these; a modeline with the schema of assistants decides for all
documents of its file.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from revox_lint.contract.contract import LATEST, load, marks
from revox_lint.syntax.node import Broken, Mapping, Node, Scalar, Sequence
from revox_lint.syntax.tree import ProblemKind

if TYPE_CHECKING:
    from revox_lint.syntax.tree import Parsed, Tree

_PAIR: Final = ("name", "prompt")
_OTHER_TOOLS: Final = frozenset(
    {"max_tokens", "messages", "model", "system", "temperature", "template"}
)
"""Fields beside `name` and `prompt` in the files of other tools that send prompts to models."""
_ENVELOPES: Final = ("assistant", "assistants", "data")
_MARKS: Final = "|".join(marks())
_MODELINE: Final = r"\$schema\b.*assistant-\d+\.\d+\.schema\.json"
_WORDS: Final = rf"\b(?:{_MARKS}|prompt)[\"']?[ \t]*:|{_MODELINE}"
_MARK_STARTS_A_LINE: Final = rf"(?m)^[ \t]*[\"']?(?:{_MARKS})[\"']?[ \t]*:"
_TOP_KEY: Final = r"(?m)^[\"']?(\w+)[\"']?[ \t]*:"
_JSON_KEY: Final = r"\"(\w+)\"[ \t\r\n]*:"


def may_be_assistant(text: str) -> bool:
    """Return whether a document of `text` may be an assistant; quick, and sure of a no."""
    return re.search(_WORDS, _without_nul(text)) is not None


def assistants(text: str, parsed: Parsed) -> frozenset[int]:
    """Return the indices of the documents that are assistants.

    A document that cannot be read to its end is judged by the keys that its text shows. Beside an
    assistant, one field of an assistant is enough, as what is left of a definition without prompt.
    """
    if re.search(_MODELINE, text) is not None:
        return frozenset(range(len(parsed.trees)))
    found = set()
    for index, tree in enumerate(parsed.trees):
        if _is_assistant(tree.root):
            found.add(index)
        elif _is_damaged(tree):
            whole = text if len(parsed.trees) == 1 else text[tree.span.start : tree.span.end]
            if _shows_assistant(_without_nul(whole)):
                found.add(index)
    if found and len(parsed.trees) > 1:
        known = load(LATEST).fields(())
        found |= {
            index
            for index, tree in enumerate(parsed.trees)
            if isinstance(tree.root, Mapping) and not _names(tree.root).isdisjoint(known)
        }
    return frozenset(found)


def _is_damaged(tree: Tree) -> bool:
    """Return whether the keys of a document may be wrong: it has errors, or a JSON comment."""
    return any(problem.kind is not ProblemKind.DUPLICATE_KEY for problem in tree.problems) or (
        isinstance(tree.root, Mapping) and any(entry.name.startswith("/") for entry in tree.root)
    )


def _is_assistant(root: Node | None) -> bool:
    if isinstance(root, Sequence):
        return any(_has_mark(item) for item in root.items)
    if not isinstance(root, Mapping):
        return False
    wrapped = (entry.value for name in _ENVELOPES if (entry := root.get(name)) is not None)
    return (
        _has_mark(root)
        or (_has_pair(_names(root)) and all(_is_text(root, name) for name in _PAIR))
        or any(_is_assistant(value) for value in wrapped)
    )


def _has_mark(node: Node) -> bool:
    return isinstance(node, Mapping) and any(name in node for name in marks())


def _has_pair(names: Collection[str]) -> bool:
    return all(name in names for name in _PAIR) and _OTHER_TOOLS.isdisjoint(names)


def _names(mapping: Mapping) -> frozenset[str]:
    return frozenset(entry.name for entry in mapping)


def _is_text(mapping: Mapping, name: str) -> bool:
    entry = mapping.get(name)
    return entry is not None and isinstance(entry.value, (Scalar, Broken))


def _shows_assistant(text: str) -> bool:
    """Return whether text that is not valid YAML or JSON shows the fields of an assistant."""
    is_json = text.lstrip().startswith("{")
    keys = re.findall(_JSON_KEY if is_json else _TOP_KEY, text)
    if is_json and not set(marks()).isdisjoint(keys):
        return True
    return _has_pair(keys) or re.search(_MARK_STARTS_A_LINE, text) is not None


def _without_nul(text: str) -> str:
    """Return `text` as it reads if it is UTF-16 without a byte order mark."""
    return text.replace("\0", "") if "\0" in text[:200] else text
