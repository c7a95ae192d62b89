"""What breaks the published schema of test files: its place in the file, and its message."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from revox_lint.contract.published import load_schema
from revox_lint.contract.wording import types_in_words
from revox_lint.harness.reading import closest
from revox_lint.json_schema import Violation, violations
from revox_lint.syntax.node import Broken, Mapping, Node, Scalar, Sequence, plain
from revox_lint.syntax.quote import quote

if TYPE_CHECKING:
    from revox_lint.harness.reading import Reader
    from revox_lint.json_schema import Path

SCHEMA_NAME = "test.schema.json"


def report_shape(reader: Reader, root: Mapping) -> None:
    """Report what breaks the schema, except where `reader` has an error already.

    Repeated elements of a list are left to the reader, which has the place of each.
    """
    reported = {error.span for error in reader.errors}
    found = list(violations(load_schema(SCHEMA_NAME), plain(root)))
    meant = {
        (one.path, closest(one.name or "", one.expected))
        for one in found
        if one.keyword == "additionalProperties"
    }
    for one in found:
        node = _node(root, one)
        misspelt = one.keyword == "required" and (one.path, one.name) in meant
        if not (misspelt or _is_unread(node, one) or node.span in reported):
            _report(reader, node, one)


def _is_unread(node: Node, violation: Violation) -> bool:
    """Return whether a violation is of what could not be parsed, or is left to the reader."""
    if isinstance(node, Mapping) and violation.keyword == "minProperties":
        return bool(node.entries)
    return isinstance(node, Broken) or violation.keyword == "uniqueItems"


def _node(root: Mapping, violation: Violation) -> Node:
    node: Node = root
    for step in violation.path:
        if isinstance(node, Mapping) and isinstance(step, str):
            entry = node.get(step)
            node = node if entry is None else entry.value
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
    if violation.name is None or not isinstance(node, Mapping) or not node.entries:
        return node
    unread = node.get(violation.name)
    if violation.keyword == "required" and unread is not None:
        return unread.value
    if violation.keyword != "required":
        return next(one.key for one in node.entries if one.name == violation.name)
    if violation.path[:1] not in {(), ("tests",)}:
        return node
    name = node.get("name")
    return node.entries[0].key if name is None else name.value


def _report(reader: Reader, node: Node, violation: Violation) -> None:
    name, where = _name(violation.path), _where(violation.path)
    expected = violation.expected
    match violation.keyword:
        case "additionalProperties":
            reader.unknown(node, "key", expected, where)
        case "required":
            reader.error(node, f"missing key `{violation.name}` {where}".rstrip())
        case "type":
            help = _quoted(reader, node, violation) or _example(violation.path)
            reader.wrong_kind(node, name, types_in_words(expected), help)
        case "enum":
            if len(expected) == 1 and not isinstance(expected[0], str):
                form = f"`{json.dumps(expected[0])}`"
                reader.wrong_kind(node, name, form, f"write {form}")
                return
            words = [one if isinstance(one, str) else json.dumps(one) for one in expected]
            example = _example(violation.path)
            if len(words) == 1 and example is not None:
                shown = quote(reader.written(node))
                message = f"unknown value {shown} of `{_last(violation.path)}`"
                help = f"write `{words[0]}`, or {example.removeprefix('write ')}"
                reader.error(node, message, help)
                return
            reader.unknown(node, "value", words, f"of `{_last(violation.path)}`")
        case "minimum":
            reader.error(node, f"{name} of `{reader.written(node)}` is less than {expected[0]}")
        case "minItems" | "maxItems" if expected[0] > 1:
            count = len(node.items) if isinstance(node, Sequence) else 0
            reader.error(node, f"{name} should have {expected[0]} elements, not {count}")
        case "minItems" | "minProperties" | "minLength":
            reader.error(node, f"{name} is empty", _example(violation.path))
        case "pattern" if expected == (r"\S",):
            reader.error(node, f"{name} is blank")
        case _:
            message = f"{name} of `{reader.written(node)}` does not match `{expected[0]}`"
            reader.error(node, message, _example(violation.path))


def _last(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _name(path: Path) -> str:
    if path and isinstance(path[-1], str):
        return f"`{path[-1]}`"
    return f"an element of `{_last(path)}`" if path else "the file"


def _quoted(reader: Reader, node: Node, violation: Violation) -> str | None:
    """Return the help with the value that is there, in the quotes or brackets that it lacks."""
    wanted, written = violation.expected, reader.written(node)
    if not isinstance(node, Scalar) or not node.text:
        return None
    if "array" in wanted and not {"object", "null"} & set(wanted):
        return f"write `[{written}]`"
    pattern = _schema_at(violation.path).get("pattern")
    if "string" in wanted and pattern and re.search(pattern, node.text):
        return f'write `"{node.text}"`'
    return None


def _example(path: Path) -> str | None:
    """Return what to write at a path, by the example that the schema has there."""
    examples = _schema_at(path).get("examples")
    return f"write a value such as `{json.dumps(examples[0])}`" if examples else None


def _schema_at(path: Path) -> dict[str, Any]:
    schema = dict(load_schema(SCHEMA_NAME))
    for step in path:
        choices = [schema, *schema.get("anyOf", ())]
        part = "items" if isinstance(step, int) else "additionalProperties"
        steps = [one.get("properties", {}).get(step) or one.get(part) for one in choices]
        schema = next((one for one in steps if isinstance(one, dict)), {})
    return schema


def _where(path: Path) -> str:
    if path[:1] == ("tests",) and len(path) == 2:
        return "of a test"
    return f"in {_name(path)}" if path else ""
