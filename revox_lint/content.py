"""Which documents of a file are assistants by what they hold, where no folder or pattern says so.

A document is one with a mark, which is a field that only an assistant has or a `voice` as only an
assistant has it, with `name` and `prompt` together and no fields of another tool, or with an API
response around one of these; a modeline with the schema of assistants decides for all documents of
its file. Fields are compared by name and by the text of their values, in a tree as in text that
cannot be parsed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Fields
from typing import TYPE_CHECKING, Final

from revox_lint.contract.contract import LATEST, load, marks
from revox_lint.facts import other_tools
from revox_lint.syntax.node import Broken, Mapping, Node, Scalar, Sequence
from revox_lint.syntax.tree import ProblemKind
from revox_lint.text.suggest import suggest, words

if TYPE_CHECKING:
    from revox_lint.syntax.tree import Parsed, Tree

_PAIR: Final = frozenset({"name", "prompt"})
_ENVELOPES: Final = ("assistant", "assistants", "data")

_MODELINE: Final = r"\$schema\b[^\n]{0,300}assistant-\d+\.\d+\.schema\.json"
_YAML_KEY: Final = r"(?m)^([ \t]*(?:-[ \t]+)?)[\"']?([\w-]+)[\"']?[ \t]*:"
_JSON_PART: Final = (
    r"\"((?:[^\"\\\n]|\\.)*+)(?:\"(?=([ \t\r\n]*:)?))?|//[^\n]*|/\*(?:[^*]|\*(?!/))*+|[\[{}\]]"
)
_TYPOGRAPHIC: Final = "“”„‘’"
_QUOTE: Final = rf"[\"'{_TYPOGRAPHIC}]?"
_STRAIGHT: Final = str.maketrans(_TYPOGRAPHIC, '"""\'\'')

_MEANT: Final = {name.replace("_", ""): name for name in load(LATEST).fields(())}
_TYPES: Final = {name: load(LATEST).types((name,)) for name in load(LATEST).fields(())}
_NESTED: Final = frozenset(name for name, types in _TYPES.items() if types & {"object", "array"})
_WORDLESS: Final = frozenset(
    {name for name, types in _TYPES.items() if "string" not in types} - {"voice", "llm_model"}
    | {"webhook_url", "transfer_phone_number"}
)
"""Fields whose value is never made of words."""
_LABEL: Final = r"(?!(?:true|false|null|yes|no|on|off)$)[^\W\d_]+(?:[ -][^\W\d_]+)*"
_CHOICES: Final = {
    path: "|".join(one.replace("-", "[_-]?") for one in load(LATEST).values(path))
    for path in (("voice", "provider"), ("llm_model", "type"))
}
"""The values by which the mappings of an assistant differ from those of other tools."""
_MAPPINGS: Final = {
    field: rf"(?i)\b{key}{_QUOTE}\s*[:=]\s*{_QUOTE}(?:{values})\b"
    for (field, key), values in _CHOICES.items()
}
_WORDS: Final = "|".join(
    (
        *(mark.replace("_", "[_-]?") for mark in marks()),
        *_CHOICES.values(),
        rf"prompt{_QUOTE}[ \t]*:",
        _MODELINE,
    )
)


def may_be_assistant(text: str) -> bool:
    """Return whether a document of `text` may be an assistant; quick, and sure of a no."""
    return re.search(_WORDS, text.lower()) is not None


def assistants(text: str, parsed: Parsed) -> frozenset[int]:
    """Return the indices of the documents that are assistants.

    A document that cannot be read to its end is judged by the keys that its text shows. Beside an
    assistant, one field of an assistant is enough, as what is left of a definition without prompt.
    """
    if not may_be_assistant(text):
        return frozenset()
    if re.search(_MODELINE, text) is not None:
        return frozenset(range(len(parsed.trees)))
    found = set()
    for index, tree in enumerate(parsed.trees):
        whole = text if len(parsed.trees) == 1 else text[tree.span.start : tree.span.end]
        damaged = _is_damaged(tree)
        pair = re.search(other_tools.TAG, whole) is None and not (
            damaged and re.search(other_tools.TEMPLATE, whole)
        )
        if _is_assistant(tree.root, text, pair=pair) or (
            damaged
            and any(_shows_assistant(one, pair=pair) for one in (whole, whole.translate(_STRAIGHT)))
        ):
            found.add(index)
    if found and len(parsed.trees) > 1:
        known = load(LATEST).fields(())
        found |= {
            index
            for index, tree in enumerate(parsed.trees)
            if isinstance(tree.root, Mapping) and any(one.name in known for one in tree.root)
        }
    return frozenset(found)


def _is_damaged(tree: Tree) -> bool:
    """Return whether the keys of a document may be wrong: it has errors, or a JSON comment."""
    return any(problem.kind is not ProblemKind.DUPLICATE_KEY for problem in tree.problems) or (
        isinstance(tree.root, Mapping) and any(entry.name.startswith("/") for entry in tree.root)
    )


# --- fields, by the text of their values ---------------------------------------------------


def _has_mark(fields: Fields[str, str]) -> bool:
    found = _meant(fields)
    if any(
        re.search(pattern, found.get(field, "")) is not None
        and (field != "voice" or re.search(r"(?i)\bid\W*[:=]", found[field]) is not None)
        for field, pattern in _MAPPINGS.items()
    ):
        return True
    if _is_translation(found):
        return False
    own = {
        field
        for field in found.keys() & set(marks())
        if field in _NESTED or not _is_mapping(found[field])
    }
    others = other_tools.CALLERS | (
        frozenset() if fields.keys() >= _PAIR else other_tools.CALLERS_CLOSE
    )
    return bool(own) and (not own <= other_tools.CALLERS_SHARED or others.isdisjoint(fields))


def _has_pair(fields: Fields[str, str], beside: frozenset[str] = frozenset()) -> bool:
    """Return whether the fields are `name`, `prompt` and what may stand beside them."""
    others = fields.keys() - _PAIR - beside
    if not fields.keys() >= _PAIR or others & (other_tools.PROMPT_TOOLS | other_tools.CALLERS):
        return False
    contract = [name for name in load(LATEST).fields(()) if name not in _PAIR]
    if len(others) > 2 * len(contract):
        return False
    meant = {name: suggest(name, contract) for name in others}
    known = sum(
        one is not None and (one not in _MAPPINGS or _is_mapping(fields[name]))
        for name, one in meant.items()
    )
    return len(others) <= 2 * known and not _is_translation(_meant(fields))


def _meant(fields: Fields[str, str]) -> dict[str, str]:
    """Return the fields whose names are known in any convention, but no environment variables."""
    found = {}
    for name, value in fields.items():
        field = _MEANT.get(re.sub("[_-]", "", name).lower())
        if field and name != other_tools.VAPI_SHARED and not (name.isupper() and "_" in name):
            found[field] = value
    return found


def _is_translation(found: Fields[str, str]) -> bool:
    """Return whether a value is its field's name in words, or two are words that cannot be one."""
    short = {name: value.strip(" \t\r\n:,\"'") for name, value in found.items() if len(value) < 100}
    wrong = [name for name in short if name in _WORDLESS and re.fullmatch(_LABEL, short[name])]
    return len(wrong) > 1 or any(words(value) == words(name) for name, value in short.items())


def _is_mapping(value: str) -> bool:
    """Return whether the text of a value is in braces, or starts with a key or on the next line."""
    return re.match(r"\s*\{(?!\{)|(?:[ \t]*\n\s*)?[\w-]+:\s", value) is not None


def _envelopes(fields: Fields[str, str]) -> list[str]:
    names = fields.keys()
    return [name for name in _ENVELOPES if name in names and not names & other_tools.KUBERNETES]


def _is_response(fields: Fields[str, str]) -> bool:
    return fields.keys() - set(_ENVELOPES) <= other_tools.RESPONSE


# --- of a tree -----------------------------------------------------------------------------


def _is_assistant(node: Node | None, text: str, *, pair: bool, enveloped: bool = False) -> bool:
    """Return whether a node is an assistant; by `name` and `prompt` only where `pair`."""
    if isinstance(node, Sequence):
        items = (one for one in node.items if isinstance(one, Mapping))
        return any(_has_mark(_texts(_values(one), text)) for one in items)
    if not isinstance(node, Mapping):
        return False
    values = _values(node)
    fields = _texts(values, text)
    beside = frozenset(one for one in fields if enveloped and load(LATEST).server_only((one,)))
    return (
        _has_mark(fields)
        or (
            pair
            and _has_pair(fields, beside)
            and all(isinstance(values[name], (Scalar, Broken)) for name in _PAIR)
        )
        or any(
            _is_assistant(values[name], text, pair=pair and _is_response(fields), enveloped=True)
            for name in _envelopes(fields)
        )
    )


def _values(mapping: Mapping) -> dict[str, Node]:
    values = {entry.name.strip(_TYPOGRAPHIC): entry.value for entry in mapping}
    return {name: value.origin or value for name, value in values.items()}


def _texts(values: Fields[str, Node], text: str) -> dict[str, str]:
    return {name: text[one.span.start : one.span.end] for name, one in values.items()}


# --- of text that is not valid YAML or JSON ------------------------------------------------


def _shows_assistant(text: str, *, pair: bool) -> bool:
    """Return whether the keys that a text shows are those of an assistant."""
    is_json = re.match(r"\s*(?:\{(?!\{)|\[)", text) is not None
    keys = (is_json and _json_keys(text)) or _yaml_keys(text)
    level = min((depth for depth, *_ in keys), default=0)
    outer = [key for key in keys if key[0] == level]
    ends = [*(start for _, _, start, _ in outer[1:]), len(text)]
    fields = {name: text[at:end] for (_, name, _, at), end in zip(outer, ends, strict=False)}
    is_list = re.match(r"\s*(?:\[|-\s)", text) is not None
    return (
        _has_mark(fields)
        or (pair and not is_list and _has_pair(fields))
        or any(
            _shows_assistant(fields[name], pair=pair and _is_response(fields))
            for name in _envelopes(fields)
        )
    )


def _yaml_keys(text: str) -> list[tuple[int, str, int, int]]:
    """Return the keys that start a line: indentation, name, and where key and value start."""
    found = re.finditer(_YAML_KEY, text)
    return [(len(one[1]), one[2], one.start(), one.end()) for one in found]


def _json_keys(text: str) -> list[tuple[int, str, int, int]]:
    """Return the keys of JSON that may have comments, with the brackets around as the depth."""
    depth, keys = 0, []
    for match in re.finditer(_JSON_PART, text, re.DOTALL):
        if match[2] is not None:
            keys.append((depth, match[1], match.start(), match.end(2)))
        depth += (match[0] in "[{") - (match[0] in "]}")
    return keys
