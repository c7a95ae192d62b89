"""Which documents of a file are assistants by what they hold, where no folder or pattern says so.

A document is one with `name` and `prompt` together and no fields of another tool, with a field that
only an assistant has, or with an API response around one of these; a modeline with the schema of
assistants decides for all documents of its file.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import TYPE_CHECKING, Final

from revox_lint.contract.contract import LATEST, load, marks
from revox_lint.syntax.node import Broken, Mapping, Node, Scalar, Sequence
from revox_lint.syntax.tree import ProblemKind
from revox_lint.text.suggest import suggest

if TYPE_CHECKING:
    from revox_lint.syntax.tree import Parsed, Tree

_PAIR: Final = frozenset({"name", "prompt"})
_OTHER_TOOLS: Final = frozenset(
    {
        "max_tokens",
        "messages",
        "model",
        "negative_prompt",
        "system",
        "temperature",
        "template",
        "tools",
    }
)
"""Fields beside `name` and `prompt` in the files of other tools that send prompts to models."""
_ANY_TOOLS: Final = frozenset(
    {"description", "expected", "input", "labels", "private", "tags", "title", "type", "version"}
)
"""Fields that are another tool's when no field of the contract is beside them."""
_OTHER_CALLERS: Final = frozenset({"pathway_id", "response_engine", "task", "wait_for_greeting"})
"""Fields of the agents of Bland and Retell, whose other fields have names of the contract, such as
`first_sentence` and `voicemail_message` (docs.bland.ai, docs.retellai.com)."""
_OTHER_TAGS: Final = r"(?m)^[\w \t-]+:[ \t]+!(?:env_var|include|input|secret)\b"
"""The tags of Home Assistant and ESPHome, whose files have `name` and `prompt`, too."""
_ENVELOPES: Final = ("assistant", "assistants", "data")
_KUBERNETES: Final = frozenset({"apiVersion", "kind"})
"""Fields beside `data` in the manifests of Kubernetes, whose data is not an API response."""
_MARKS: Final = "|".join(marks())
_MODELINE: Final = r"\$schema\b.*assistant-\d+\.\d+\.schema\.json"
_WORDS: Final = rf"\b(?:{_MARKS}|prompt)[\"']?[ \t]*:|{_MODELINE}"
_YAML_KEY: Final = r"(?m)^([ \t]*(?:-[ \t]+)?)[\"']?(\w+)[\"']?[ \t]*:"
_JSON_PART: Final = r"\"((?:[^\"\\\n]|\\.)*+)\"(?=([ \t\r\n]*:)?)|//[^\n]*|/\*.*?\*/|[\[{}\]]"


def may_be_assistant(text: str) -> bool:
    """Return whether a document of `text` may be an assistant; quick, and sure of a no."""
    return re.search(_WORDS, text) is not None


def assistants(text: str, parsed: Parsed) -> frozenset[int]:
    """Return the indices of the documents that are assistants.

    A document that cannot be read to its end is judged by the keys that its text shows. Beside an
    assistant, one field of an assistant is enough, as what is left of a definition without prompt.
    """
    if re.search(_MODELINE, text) is not None:
        return frozenset(range(len(parsed.trees)))
    found = set()
    for index, tree in enumerate(parsed.trees):
        whole = text if len(parsed.trees) == 1 else text[tree.span.start : tree.span.end]
        if (_is_assistant(tree.root) or (_is_damaged(tree) and _shows_assistant(whole))) and (
            re.search(_OTHER_TAGS, whole) is None or re.search(_MARKS, whole) is not None
        ):
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
    return (
        _has_mark(root)
        or (_has_pair(_names(root)) and all(_is_text(root, name) for name in _PAIR))
        or any(
            _is_assistant(entry.value)
            for name in _envelopes(_names(root))
            if (entry := root.get(name)) is not None
        )
    )


def _has_mark(node: Node) -> bool:
    return isinstance(node, Mapping) and _shows_mark(_names(node))


def _shows_mark(names: Set[str]) -> bool:
    return not names.isdisjoint(marks()) and names.isdisjoint(_OTHER_CALLERS)


def _has_pair(names: Set[str]) -> bool:
    """Return whether the fields are `name`, `prompt` and what may stand beside them."""
    others = names - _PAIR
    if not names >= _PAIR or others & (_OTHER_TOOLS | _OTHER_CALLERS):
        return False
    contract = load(LATEST).fields(())
    known = sum(suggest(name, contract) is not None for name in others)
    return len(others) - known <= max(1, known) and (known > 0 or not others & _ANY_TOOLS)


def _envelopes(names: Set[str]) -> list[str]:
    return [name for name in _ENVELOPES if name in names and not names & _KUBERNETES]


def _names(mapping: Mapping) -> frozenset[str]:
    return frozenset(entry.name for entry in mapping)


def _is_text(mapping: Mapping, name: str) -> bool:
    entry = mapping.get(name)
    return entry is not None and isinstance(entry.value, (Scalar, Broken))


def _shows_assistant(text: str) -> bool:
    """Return whether text that is not valid YAML or JSON shows the fields of an assistant."""
    is_json = re.match(r"\s*(?:\{(?!\{)|\[)", text) is not None
    keys = (is_json and _json_keys(text)) or _yaml_keys(text)
    levels = sorted({depth for depth, _ in keys})[:2]
    outer = {name for depth, name in keys if depth == levels[0]}
    inner = {name for depth, name in keys if depth == levels[-1]}
    return _shows_fields(outer) or (bool(_envelopes(outer)) and _shows_fields(inner))


def _shows_fields(names: Set[str]) -> bool:
    return _shows_mark(names) or _has_pair(names)


def _yaml_keys(text: str) -> list[tuple[int, str]]:
    """Return the keys that start a line, each with its indentation."""
    return [(len(match[1]), match[2]) for match in re.finditer(_YAML_KEY, text)]


def _json_keys(text: str) -> list[tuple[int, str]]:
    """Return the keys of JSON that may have comments, each with the brackets around it."""
    depth, keys = 0, []
    for match in re.finditer(_JSON_PART, text, re.DOTALL):
        if match[2] is not None:
            keys.append((depth, match[1]))
        depth += (match[0] in "[{") - (match[0] in "]}")
    return keys
