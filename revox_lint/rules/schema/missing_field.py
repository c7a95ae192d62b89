"""A required field that is missing.

The API refuses a definition without it. Nothing is reported in a mapping that could only be
parsed in part, nor where the field is there under a misspelt name or one level off: that is a
single mistake, which `unknown-field` reports.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.chosen import booking_meant, model_meant
from revox_lint.contract.contract import Json, Path, Violation
from revox_lint.contract.data import Meant
from revox_lint.contract.meant import (
    element_of_pair,
    glued,
    kind_meant,
    required_value,
)
from revox_lint.contract.suggest import GUESSES, VOICE_NAMES, field_elsewhere, suggest_field
from revox_lint.contract.wording import listed, types_in_words, within
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Entry, Mapping, Sequence
from revox_lint.text.file_path import names_file

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
    split: set[Path] = set()
    for violation in missing:
        mapping = document.find(*violation.path)
        if not isinstance(mapping, Mapping) or document.damaged(mapping):
            continue
        if any(_same_mistake(document, violation, mapping, other) for other in unknown):
            continue
        if _flat(document, violation, mapping):
            continue
        outer = violation.path[:-1]
        if violation.path and isinstance(violation.path[-1], int) and outer not in split:
            split.add(outer)
            for finding, elements in _apart(document, outer, missing):
                split.update(elements)
                yield finding
        if violation.path in split:
            continue
        if violation.path == document.roles.model and model_meant(document.contract, mapping, str):
            continue
        if violation.path and names_file(mapping, url=False):
            continue
        booking = violation.path == document.roles.booking
        if booking and booking_meant(document.contract, mapping, str):
            continue
        yield Finding(
            document.owner(mapping),
            f"missing field `{violation.name}`" + within(violation.path),
            help=_help(document, violation, mapping),
        )


def _apart(
    document: Document, path: Path, missing: list[Violation]
) -> Iterator[tuple[Finding, list[Path]]]:
    """Yield findings about fields that are elements of their own, with the elements of each."""
    items = document.find(*path)
    if not isinstance(items, Sequence):
        return
    lacks: dict[int, set[str]] = {}
    for one in missing:
        if one.path[:-1] == path and isinstance(one.path[-1], int):
            lacks.setdefault(one.path[-1], set()).add(one.name or "")
    known = {*document.contract.fields((*path, 0))}
    every = [
        [*item] if isinstance(item, Mapping) and item.origin is None else [] for item in items.items
    ]
    if not {entry.name for entries in every for entry in entries} <= known:
        return
    single = all(len(entries) == 1 for entries in every) and len(every) > 1
    if single and every[0][0].name != every[1][0].name:
        # Where that is so throughout the list, the first two show it.
        runs = [(0, 2)]
        covered = range(len(every))
    else:
        runs, covered = list(_runs(every, lacks)), None
    for start, end in runs:
        first, *others = (entries[0] for entries in every[start:end])
        names = listed([one.name for one in others], "and")
        several = len(others) > 1
        if items.flow or document.in_json:
            mark = '"' if document.in_json else ""
            fields = (one.name for entries in every[start:end] for one in entries)
            form = ", ".join(f"{mark}{name}{mark}: …" for name in fields)
            help = f"write `[{{{form}}}]`" if covered else f"write `{{{form}}}`"
        else:
            help = f"remove the `- ` in front of {names}, and indent "
            help += f"{'them' if several else 'it'} like `{first.name}`"
        are = "are elements of their own" if several else "is an element of its own"
        finding = Finding(
            others[0].key,
            f"{names} {are}, apart from `{first.name}`",
            help=help,
        )
        yield finding, [(*path, index) for index in covered or range(start, end)]


def _runs(every: list[list[Entry]], lacks: dict[int, set[str]]) -> Iterator[tuple[int, int]]:
    """Yield where in a list a whole element begins and ends that is split into several."""
    end = 0
    for start in range(len(every)):
        if start < end or start not in lacks or not every[start]:
            continue
        names, wanted, end = {one.name for one in every[start]}, lacks[start], start + 1
        while end in lacks and lacks[end] & names and every[end]:
            more = {one.name for one in every[end]}
            if more & names:
                break
            names, wanted, end = names | more, wanted | lacks[end], end + 1
        if end - start > 1 and wanted <= names:
            yield start, end


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
