"""A value of the wrong type.

`"0.9"` in quotes is a string instead of a number, `yes` is a string instead of a boolean, one
window is a mapping instead of a list: the API refuses each. The types are those of the contract;
a plain value has the type that it has in YAML 1.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint import edit
from revox_lint.contract.contract import Violation
from revox_lint.contract.wording import TYPES, field_in_words, listed, types_in_words
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
    for violation in document.violations:
        if violation.keyword != "type":
            continue
        node = document.find(*violation.path)
        if node is None:
            continue
        wanted = types_in_words(violation.expected)
        yield Finding(
            node,
            f"{field_in_words(violation.path)} must be {wanted}, not {_found(document, node)}",
            help=_help(document, violation, node, wanted),
            fix=_fix(document, violation, node),
        )


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
