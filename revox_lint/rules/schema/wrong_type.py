"""A value of the wrong type.

`"0.9"` in quotes is a string instead of a number, `yes` is a string instead of a boolean, one
window is a mapping instead of a list: the API refuses each. The types are those of the contract;
a plain value has the type that it has in YAML 1.2.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from revox_lint import edit
from revox_lint.contract.contract import Path, Violation
from revox_lint.contract.meant import element_meant, flow_list, list_meant, number_meant, scalars
from revox_lint.contract.wording import PLURALS, TYPES, field_in_words, listed, types_in_words
from revox_lint.diagnostic import Applicability, Finding, Fix, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Mapping, Node, Scalar, Sequence

SEVERITY = Severity.ERROR
FIX = Applicability.UNSAFE

BAD = """\
name: Reception
prompt: You answer the phone of a dental practice.
voice:
  provider: cartesia
  id: a0e99841-438c-4a64-b679-ae501e7d6091
  speed: "0.9"  # error
"""

GOOD = """\
name: Reception
prompt: You answer the phone of a dental practice.
voice:
  provider: cartesia
  id: a0e99841-438c-4a64-b679-ae501e7d6091
  speed: 0.9
"""


def check(document: Document) -> Iterator[Finding]:
    wrong = [one for one in document.violations if one.keyword == "type"]
    lists = Counter((one.path[:-1], one.expected) for one in wrong if _is_element(one))
    told: set[Path] = set()
    for violation in wrong:
        node = document.find(*violation.path)
        outer = violation.path[:-1]
        if node is None or outer in told:
            continue
        if _is_element(violation) and lists[outer, violation.expected] > 1:
            told.add(outer)
            yield _elements(document, violation, [one for one in wrong if one.path[:-1] == outer])
            continue
        wanted = types_in_words(violation.expected)
        yield Finding(
            node,
            f"{field_in_words(violation.path)} must be {wanted}, not {_found(document, node)}",
            help=_help(document, violation, node, wanted),
            fix=_fix(document, violation, node),
        )


def _is_element(violation: Violation) -> bool:
    return isinstance(violation.path[-1], int)


def _elements(document: Document, first: Violation, wrong: list[Violation]) -> Finding:
    """Return the one finding about several elements of a list that have the wrong type."""
    outer = first.path[:-1]
    within = document.find(*outer)
    nodes = [node for one in wrong if (node := document.find(*one.path)) is not None]
    whole = isinstance(nodes[0], Scalar) and nodes[0].value is not None
    strings = "string" in first.expected
    flow = isinstance(within, Sequence) and within.flow
    fixes = (_fix(document, first, one) for one in nodes)
    help = "quote each of them" if strings and whole and not flow else None
    texts = scalars(within) if strings and isinstance(within, Sequence) else []
    items = [document.quoted(text)[1:-1] for text in texts]
    if help is None and items:
        help = f"write `{flow_list(items)}`"
    whole_list = flow or (strings and not whole and bool(items))
    return Finding(
        within if whole_list and within is not None else nodes[0],
        f"{len(wrong)} elements of {field_in_words(outer)} must be {PLURALS[first.expected[0]]}, "
        f"such as {document.quoted(nodes[0])}"
        if whole
        else f"{len(wrong)} elements of {field_in_words(outer)} must be "
        f"{PLURALS[first.expected[0]]}, not {_plural(nodes[0])}",
        help=help or _help(document, first, nodes[0], types_in_words(first.expected)),
        fix=edit.together(fixes, "Quote the values", FIX) if strings else None,
        covers=tuple(nodes),
    )


def _plural(node: Node) -> str:
    if isinstance(node, Scalar):
        return "empty"
    return PLURALS["object" if isinstance(node, Mapping) else "array"]


def _found(document: Document, node: Node) -> str:
    if isinstance(node, Mapping):
        return TYPES["object"]
    if isinstance(node, Sequence):
        return TYPES["array"]
    if not isinstance(node, Scalar) or node.value is None:
        written = document.source.text[node.span.start : node.span.end].strip()
        return f"null ({document.quoted(node)})" if written else "empty"
    value = document.quoted(node)
    if isinstance(node.value, bool):
        return f"the boolean {value}"
    if isinstance(node.value, str):
        return f"the string {value}"
    return f"the number {value}"


def _help(document: Document, violation: Violation, node: Node, wanted: str) -> str | None:
    if violation.path == document.roles.model and isinstance(node, Scalar):
        return "write `type: dedicated-instance` with `name`, or `type: openrouter`, below it"
    if (form := _form(document, violation, node)) is not None:
        return form
    if "array" in violation.expected and isinstance(node, Mapping):
        if any(isinstance(entry.value, (Mapping, Sequence)) for entry in node):
            return "write a list: `- ` before each of its elements"
        return "write a list: `- ` before the first field, and indent the others"
    if isinstance(node, Scalar) and node.value is None:
        return f"write {wanted}"
    values = document.contract.values(violation.path)
    if values:
        return f"write {listed(values)}"
    if isinstance(node, Scalar) and node.tagged:
        return "remove the tag, or change the value to fit it"
    if "string" in violation.expected and isinstance(node, Scalar):
        return "quote the value"
    if isinstance(node, Scalar) and node.style in ("'", '"') and _unquoted(violation, node):
        return "write the value without quotes"
    return f"write {wanted}"


def _form(document: Document, violation: Violation, node: Node) -> str | None:
    """Return what to write, made from what is there, or None where that is not clear."""
    path, expected, roles = violation.path, violation.expected, document.roles
    text = node.text if isinstance(node, Scalar) and isinstance(node.value, str) else None
    fields = _required(document, path) or _required(document, (*path, 0))
    if "array" in expected and fields and not isinstance(node, Sequence):
        return _list_form(document, path, node)
    if "object" in expected and not isinstance(node, Mapping) and fields:
        if isinstance(path[-1], int):
            if isinstance(node, Sequence) and node.items and not node.flow:
                return "write one dash, not two"
            form = _element_form(document, path[:-1], node)
            return None if form is None else f"write {form}"
        given = [
            f"`{name}: {text if text in document.contract.values((*path, name)) else '…'}`"
            for name in fields
        ]
        return f"write {' and '.join(given)} below it"
    if "array" in expected and text is not None:
        return f"write `{list_meant(document.quoted(text)[1:-1])}`"
    if "array" in expected and isinstance(node, Mapping):
        return f"write `{flow_list([document.quoted(one.name)[1:-1] for one in node])}`"
    if "string" in expected and not document.contract.values(path):
        is_text = any(path == role.path for role in roles.texts)
        block = isinstance(node, (Mapping, Sequence)) and not node.flow
        if block and is_text:
            return f"write `{path[-1]}: |` above the text"
    if text is not None and not {"number", "integer"}.isdisjoint(expected):
        meant = number_meant(text, str(path[-1]), whole="number" not in expected)
        return f"write `{meant}`" if meant is not None and meant != text.strip() else None
    if "string" in expected and isinstance(node, Scalar) and node.value is not None:
        return _string_form(document, violation.path, node)
    return None


def _list_form(document: Document, path: Path, node: Node) -> str | None:
    """Return the form of the first element of a list, made from what is there instead."""
    if isinstance(node, Mapping):
        known = document.contract.fields((*path, 0))
        if not node.entries or any(one.name in known for one in node):
            return None
        if isinstance(node.entries[0].value, (Mapping, Sequence)):
            name = _required(document, (*path, 0))[-1]
            return f"write a list: `- {name}: {document.quoted(node.entries[0].name)[1:-1]}` …"
    form = _element_form(document, path, node)
    return None if form is None else f"write a list: {form}"


def _element_form(document: Document, path: Path, node: Node) -> str | None:
    """Return the form of an element of the list of mappings at `path`, made from a value."""
    if isinstance(node, Mapping):
        key, value = node.entries[0].name, node.entries[0].value
        given = value.text if isinstance(value, Scalar) else ""
    elif isinstance(node, Scalar):
        key, _, given = node.text.partition(": ")
    else:
        return None
    shown = [document.quoted(one)[1:-1] for one in (key, given)]
    fields = element_meant(document.contract, path, shown[0], shown[1])
    return None if fields is None else listed(fields, "and")


def _required(document: Document, path: Path) -> list[str]:
    """Return the required fields of the mapping at a place: a question before its answer."""
    return sorted(document.contract.required(path), reverse=True)


def _string_form(document: Document, path: Path, node: Scalar) -> str | None:
    """Return the form of a string for a field in which the number alone would be wrong, too."""
    roles, here = document.roles, tuple(0 if isinstance(one, int) else one for one in path)
    if here in (roles.window_opening, roles.window_closing):
        match = re.fullmatch(r"(\d{1,2})(\d\d)?", node.text)
        hour, minute = (int(match[1]), int(match[2] or 0)) if match is not None else (9, 0)
        right = match is not None and hour < 24 and minute < 60
        return f'write "{hour:02}:{minute:02}"' if right else 'write a time such as "09:00"'
    if here == roles.timezone:
        return "write the zone of a place, such as `Europe/Paris`"
    if here == roles.webhook:
        return "write the whole URL, such as `https://hooks.example.com/calls`"
    if here == roles.transfer_numbers:
        return 'write the number in quotes with `+` and its country code, such as "+33199001234"'
    return None


def _fix(document: Document, violation: Violation, node: Node) -> Fix | None:
    if not isinstance(node, Scalar):
        return None
    if isinstance(node.value, str):
        plain = _unquoted(violation, node)
        if plain is None or node.style in ("|", ">") or node.tagged:
            return None
        return edit.replace(node, plain, f"Write {plain}", FIX)
    if document.contract.values(violation.path):
        return None
    if node.value is not None and _string_form(document, violation.path, node) is not None:
        return None
    if node.value is not None and "string" in violation.expected:
        fix = edit.quote(document.source, node)
        return None if fix is None else fix._replace(applicability=FIX)
    return None


_INTEGER = r"-?(?:0|[1-9][0-9]{0,17})"
_NUMBER = r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?"
_BOOLEANS = {
    "true": "true",
    "yes": "true",
    "on": "true",
    "false": "false",
    "no": "false",
    "off": "false",
}


def _unquoted(violation: Violation, node: Scalar) -> str | None:
    """Return the number or boolean that the string spells, as YAML and JSON write it."""
    text = node.text.strip()
    if "boolean" in violation.expected:
        return _BOOLEANS.get(text.lower())
    pattern = {"number": _NUMBER, "integer": _INTEGER}
    for name in violation.expected:
        if name in pattern and re.fullmatch(pattern[name], text):
            return text
    return None
