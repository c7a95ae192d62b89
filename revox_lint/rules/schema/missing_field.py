"""A required field that is missing.

The API refuses a definition without it. Nothing is reported in a mapping that could only be
parsed in part, nor where the field is there under a misspelt name or one level off: that is a
single mistake, which `unknown-field` reports.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.contract import Json, Path, Violation
from revox_lint.contract.data import Meant
from revox_lint.contract.meant import (
    element_of_pair,
    glued,
    kind_meant,
    model_meant,
    required_value,
)
from revox_lint.contract.suggest import GUESSES, VOICE_NAMES, field_elsewhere, suggest_field
from revox_lint.contract.wording import listed, types_in_words, within
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Mapping, Sequence

SEVERITY = Severity.ERROR

_FEW = 3

BAD = """\
name: Reception
prompt: You answer the phone of a dental practice.
voice:  # error
  provider: cartesia
"""

GOOD = """\
name: Reception
prompt: You answer the phone of a dental practice.
voice:
  provider: cartesia
  id: a0e99841-438c-4a64-b679-ae501e7d6091
"""


def check(document: Document) -> Iterator[Finding]:
    missing = [one for one in document.violations if one.keyword == "required"]
    if not missing:
        return
    unknown = [one for one in document.violations if one.keyword == "additionalProperties"]
    unknown = unknown[:GUESSES]
    split: dict[Path, bool] = {}
    for violation in missing:
        mapping = document.find(*violation.path)
        if not isinstance(mapping, Mapping) or document.damaged(mapping):
            continue
        if any(_same_mistake(document, violation, mapping, other) for other in unknown):
            continue
        if _flat(document, violation, mapping):
            continue
        outer = violation.path[:-1]
        if len(mapping.entries) == 1 and outer and outer not in split:
            apart = _apart(document, outer)
            split[outer] = apart is not None
            if apart is not None:
                yield apart
        if split.get(outer):
            continue
        if violation.path == document.roles.model and model_meant(document.contract, mapping, str):
            continue
        yield Finding(
            document.owner(mapping),
            f"missing field `{violation.name}`" + within(violation.path),
            help=_help(document, violation, mapping),
        )


def _apart(document: Document, path: Path) -> Finding | None:
    """Return a finding about a list in which each field is an element of its own, or None."""
    items = document.find(*path)
    if not isinstance(items, Sequence) or len(items.items) < 2:
        return None
    entries = [
        item.entries[0]
        for item in items.items
        if isinstance(item, Mapping) and len(item.entries) == 1
    ]
    if len(entries) < len(items.items):
        return None
    first, second = entries[:2]
    known = document.contract.fields((*path, 0))
    if first.name == second.name or not {entry.name for entry in entries} <= set(known):
        return None
    help = f"remove the `- ` in front of `{second.name}`, and indent it like `{first.name}`"
    if items.flow or document.in_json:
        pair = (
            f'"{first.name}": …, "{second.name}": …'
            if document.in_json
            else f"{first.name}: …, {second.name}: …"
        )
        help = f"write `[{{{pair}}}]`"
    return Finding(
        second.key,
        f"`{second.name}` is an element of its own, apart from `{first.name}`",
        help=help,
        covers=tuple(items.items),
    )


def _help(document: Document, violation: Violation, mapping: Mapping) -> str:
    kind = kind_meant(document.contract, violation.path, mapping)
    if violation.name == "type" and kind is not None:
        return f"add {_form(document, ('type',), kind)}"
    path = (*violation.path, violation.name or "")
    usual = required_value(document.contract, path)
    if usual is not None:
        form = _form(document, path, usual.value)
        return f"add a list such as {form}" if isinstance(usual.value, list) else f"add {form}"
    choices: tuple[Json, ...] = document.contract.values(path)
    if violation.expected == ("boolean",):
        choices = (True, False)
    if 0 < len(choices) <= _FEW:
        return f"add {' or '.join(_form(document, path, one) for one in choices)}"
    wanted = listed(map(str, choices)) if choices else types_in_words(violation.expected)
    return f"add `{violation.name}`, {wanted}"


def _form(document: Document, path: Path, value: Json) -> str:
    return f"`{Meant({str(path[-1]): value}).written(as_json=document.in_json)[1:-1]}`"


def _same_mistake(
    document: Document, missing: Violation, mapping: Mapping, unknown: Violation
) -> bool:
    """Whether the missing field is there under the unknown name, or one level off."""
    name = unknown.name or ""
    if unknown.path == missing.path:
        if unknown.variant is not None:
            return True  # `wrong-variant-field` names what is lacking
        entry = mapping.get(name)
        parts = None if entry is None else glued(mapping, entry)
        if parts is not None:
            return parts[0] == missing.name
        inner = unknown.value
        if isinstance(inner, dict) and missing.name in inner:
            return True
        if element_of_pair(document.contract, missing.path, mapping) is not None:
            return True
        if missing.path == document.roles.voice and missing.name == "id" and name in VOICE_NAMES:
            return True
        known = document.contract.fields(missing.path, _plain_type(document, missing.path))
        return suggest_field(document.contract, missing.path, name, known, mapping) == missing.name
    if field_elsewhere(document.contract, unknown.path, name) == (*missing.path, missing.name):
        return True
    return name == missing.name and (
        _leads(unknown.path, missing.path) or _leads(missing.path, unknown.path)
    )


def _plain_type(document: Document, path: Path) -> dict[str, str | None]:
    return {"type": document.value(*path, "type")}


def _leads(upper: Path, lower: Path) -> bool:
    return upper == lower[: len(upper)]


def _flat(document: Document, missing: Violation, mapping: Mapping) -> bool:
    """Whether the list of windows is missing because its fields are in its place."""
    if missing.name != document.roles.field("windows"):
        return False
    inner = document.contract.fields((*document.roles.windows, 0))
    return any(name in mapping for name in inner)
