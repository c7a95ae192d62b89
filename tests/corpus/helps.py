"""What a reader does who follows a help to the letter: the texts that the advice may lead to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from revox_lint import edit
from revox_lint.contract import contract
from revox_lint.diagnostic import Diagnostic
from revox_lint.document import Document, documents
from revox_lint.syntax.node import Mapping, Scalar, Sequence
from revox_lint.syntax.parse import parse

_VALUE: Final = r"`[^`]+`|\"[^\"]*\"|\d[\d.]*(?= for |$)"
_SAMPLES: Final = {
    "a string": "some text",
    "a list": "[]",
    "a whole number": "600",
    "a number": "1",
}


def followed(one: Diagnostic) -> Iterator[str]:
    """Yield the text of the file after each piece of advice in the help, and after the fix."""
    if one.fix is not None:
        spans = sorted(change.span for change in one.fix.edits)
        assert all(span.end <= after.start for span, after in pairwise(spans))
        yield edit.apply(one.source.text, [one.fix])
    help = one.help or ""
    written = re.match(
        rf"write ((?:{_VALUE})(?:(?:,| or) (?:{_VALUE}))*)(?=$|[,:;(]| (?:or|for|if|to) )", help
    )
    if written is not None:
        for value in re.findall(_VALUE, written[1]):
            # Not `+`, `https://`, `<id>`, nor what has to be filled in.
            if re.search(r"\w\W?$", value.strip("`")) is not None and "…" not in value:
                yield from _written(one, value.strip("`"))
    if one.rule == "invalid-yaml" and _is_line(one) and written is not None:
        yield _replaced(one, help.removeprefix("write `").removesuffix("`"))
    if (quoted := re.match(r"quote (?:it|the whole value): (\".*\"|'.*')", help)) is not None:
        yield _replaced(one, quoted[1])
    if help.startswith("leave the field out"):
        yield from _removed(one)
        if help.endswith("or write `null`"):
            yield from _written(one, "null")
    if (line := re.match(r"remove it, or write `([^`]+)`$", help)) is not None:
        yield from _removed(one)
        yield from _written(one, line[1])
    if help == "quote the value":
        yield _replaced(one, json.dumps(_marked(one), ensure_ascii=False))
    added = re.match(r"add `(\w+)`, a string$", help)
    if (
        added is not None
        and one.document == 0
        and " in " not in one.message
        and re.match(r"\w+:", one.source.text)
    ):
        yield f"{added[1]}: Hello and welcome\n{one.source.text}"
    for line in (
        re.findall(r"`([^`]+)`", help) if re.match(r"add (?:a list such as )?`\S+: ", help) else ()
    ):
        mapping = _document(one).find(*_path(one))
        start = mapping.span.start if isinstance(mapping, Mapping) and mapping.flow else None
        if start is not None and isinstance(mapping, Mapping):
            comma = ", " if mapping.entries else ""
            yield f"{one.source.text[: start + 1]}{line}{comma}{one.source.text[start + 1 :]}"
    if (renamed := re.match(r"rename it to `([^`]+)`", help)) is not None:
        quote = _marked(one)[0] if _marked(one)[0] in "'\"" else ""
        yield _replaced(one, f"{quote}{renamed[1]}{quote}")
    if re.match(r"remove (?:it|the line|the field)\b", help) is not None:
        yield from _removed(one)


def _marked(one: Diagnostic) -> str:
    return one.source.text[one.span.start : one.span.end]


def _is_line(one: Diagnostic) -> bool:
    """Return whether what is marked is all that its line has."""
    text, (start, end) = one.source.text, one.span
    before = text[one.source.line_start(start) : start]
    return before.strip(" -") == "" and text[end : end + 1] in ("", "\r", "\n")


def _replaced(one: Diagnostic, text: str) -> str:
    return one.source.text[: one.span.start] + text + one.source.text[one.span.end :]


def _written(one: Diagnostic, value: str) -> Iterator[str]:
    """Yield the text with a value in place of what is marked, as its key and style ask."""
    document = _document(one)
    if (entry := re.match(r"\"?(\w+)\"?: (.+)", value)) is not None and not one.pointer.endswith(
        entry[1]
    ):
        yield from _with_entry(one, document, *entry.groups())
        return
    node = document.find(*_path(one))
    if entry is not None:
        value = entry[2]
    if isinstance(node, Scalar) and node.span == one.span and node.origin is None:
        is_json = one.path.endswith(".json")
        bare = re.fullmatch(r"[\d.]+|true|false|null|\[.*\]|\{.*\}|\".*\"|'.*'", value)
        if (node.style in ("'", '"') or is_json) and not bare:
            value = json.dumps(value, ensure_ascii=False)
        yield _replaced(one, value)


def _with_entry(one: Diagnostic, document: Document, key: str, value: str) -> Iterator[str]:
    mapping = document.find(*_path(one)[:-1])
    entry = mapping.get(key) if isinstance(mapping, Mapping) else None
    old = mapping.get(str(_path(one)[-1])) if isinstance(mapping, Mapping) else None
    if entry is None and old is not None and old.key.span == one.span and old.merged is None:
        text = one.source.text
        key = json.dumps(key) if text[one.span.start] == '"' else key
        yield f"{text[: one.span.start]}{key}: {value}{text[old.value.span.end :]}"
    elif entry is not None and isinstance(entry.value, Scalar):
        start, end = entry.value.span
        yield one.source.text[:start] + value + one.source.text[end:]


def _removed(one: Diagnostic) -> Iterator[str]:
    document = _document(one)
    path = _path(one)
    node = document.find(*path)
    outer = document.find(*path[:-1]) if path else None
    entry = outer.get(str(path[-1])) if isinstance(outer, Mapping) else None
    fix = None
    if entry is not None and one.span in (entry.key.span, entry.value.span):
        fix = (
            edit.remove_entry(one.source, outer, entry, "") if isinstance(outer, Mapping) else None
        )
    elif isinstance(outer, Sequence) and node is not None and node.span == one.span:
        fix = edit.remove_item(one.source, outer, int(path[-1]), "")
    elif node is not None and node.origin is None:
        yield _replaced(one, "")
    if fix is not None:
        yield edit.apply(one.source.text, [fix])


def _document(one: Diagnostic) -> Document:
    found = documents(one.source, parse(one.source), contract.load(contract.LATEST))
    return found[one.document]


def _path(one: Diagnostic) -> tuple[str | int, ...]:
    steps = [step.replace("~1", "/").replace("~0", "~") for step in one.pointer.split("/")[1:]]
    return tuple(int(step) if step.isdecimal() else step for step in steps)
