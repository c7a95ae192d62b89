"""A field that the contract does not have.

The API refuses a definition with an unknown field or, worse, ignores it: with a misspelt
`voicemail_mesage` the agent hangs up on voicemail. The names are those of the contract. Two kinds
have messages of their own: `timezone_override`, as the contract's prose calls `timezone`, and
fields that only the server sets (`id`, `created_at`), left over from an API response.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.contract.contract import Path, Violation
from revox_lint.contract.meant import (
    UNKNOWN,
    Meant,
    Shown,
    element_of_pair,
    example,
    fits,
    value_meant,
)
from revox_lint.contract.quantity import unit, unit_named
from revox_lint.contract.suggest import (
    GUESSES,
    VOICE_NAMES,
    field_elsewhere,
    mapping_with_field,
    suggest_field,
)
from revox_lint.contract.wording import listed, within
from revox_lint.diagnostic import DOCS_URL, Applicability, Finding, Fix, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Entry, Mapping, Scalar, Sequence

SEVERITY = Severity.ERROR
FIX = Applicability.UNSAFE
SUPERSEDES = ("undescribed-output",)

_FEW = 6

BAD = """\
name: Reception
prompt: You answer the phone of a dental practice.
voicemail_mesage: Please call us back.  # error
"""

GOOD = """\
name: Reception
prompt: You answer the phone of a dental practice.
voicemail_message: Please call us back.
"""


def check(document: Document) -> Iterator[Finding]:
    renamed: set[tuple[Path, str]] = set()
    guesses = GUESSES
    response = _left_over(document)
    if response:
        yield _of_response(document, response)
    of_server = [entry for _, entry in response]
    for violation in document.violations:
        if violation.keyword != "additionalProperties" or violation.variant is not None:
            continue
        mapping = document.find(*violation.path)
        if not isinstance(mapping, Mapping) or violation.name is None:
            continue
        entry = mapping.get(violation.name)
        if entry is not None and entry not in of_server:
            if guesses:
                guesses -= 1
                yield _finding(document, violation, mapping, entry, renamed)
            else:
                yield _unguessed(document, violation, entry)


def _left_over(document: Document) -> list[tuple[Mapping, Entry]]:
    """Return the fields that only the server sets, with their mappings, if there are several."""
    found = []
    for one in document.violations:
        mapping = document.find(*one.path) if one.keyword == "additionalProperties" else None
        if not isinstance(mapping, Mapping) or one.name is None:
            continue
        entry = mapping.get(one.name)
        if entry is None or not document.contract.server_only((*one.path, one.name)):
            continue
        if not any(_is_home(document, one.path, other, one.name) for other in mapping):
            found.append((mapping, entry))
    return sorted(found, key=lambda one: one[1].key.span) if len(found) > 1 else []


def _of_response(document: Document, given: list[tuple[Mapping, Entry]]) -> Finding:
    """Return the one finding about a definition that was an API response."""
    names = list(dict.fromkeys(document.quoted(entry.name) for _, entry in given))
    listed_names = " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
    return Finding(
        given[0][1].key,
        f"{listed_names} are set by the server, not by a definition",
        help="remove them: they are left over from an API response",
        fix=edit.remove_entries(document.source, given, "Remove the fields of the server", FIX),
        covers=tuple(entry.key for _, entry in given[1:]),
    )


def _finding(
    document: Document,
    violation: Violation,
    mapping: Mapping,
    entry: Entry,
    renamed: set[tuple[Path, str]],
) -> Finding:
    contract, path, name = document.contract, violation.path, entry.name
    written = document.quoted(name)
    above = next((one for one in mapping if _is_home(document, path, one, name)), None)
    if above is not None:
        return Finding(
            entry.key,
            f"{written} belongs in `{above.name}`, which is empty",
            help=f"indent it below `{above.name}:`",
        )
    if contract.server_only((*path, name)):
        return Finding(
            entry.key,
            f"{written} is set by the server, not by a definition",
            help="remove it: it is left over from an API response",
            fix=_removal(document, mapping, entry),
        )
    versions = contract.lifecycle((*path, name))
    if versions:
        return Finding(
            entry.key,
            f"field {written} is unknown in contract {contract.version}, but is in "
            f"{listed(versions, 'and')}",
            help=f'set `contract = "{versions[-1]}"` in the configuration, or remove the field',
        )
    if path == document.roles.voice and name in VOICE_NAMES and "id" not in mapping:
        return Finding(
            entry.key,
            f"unknown field {written} in `voice`: a voice is chosen by its `id`",
            help="write `id: …` with an id that the API lists under /voices",
        )
    element = element_of_pair(contract, path, mapping, lambda text: document.quoted(text)[1:-1])
    if element is not None:
        form = Meant(element).written(as_json=document.in_json)
        return Finding(
            entry.key,
            f"unknown field {written}{within(path)}",
            help=f"write `{form}`",
        )
    home = mapping_with_field(contract, path, name)
    field = None if home is not None else _meant(document, violation, mapping, name)
    if home is not None:
        return Finding(
            entry.key,
            f"{written} belongs {_place(home)}, not {_place(path)}",
            help="move it there",
        )
    if field is not None:
        help, fix = _renaming(document, (*path, field), entry)
        # Two names for one field: to rename both would only make a duplicate.
        if field in mapping or (path, field) in renamed:
            help, fix = f"remove it: `{field}` is given, too" if field in mapping else help, None
        renamed.add((path, field))
        return Finding(
            entry.key,
            f"unknown field {written}{within(path)}, did you mean `{field}`?",
            help=help,
            fix=fix,
        )
    elsewhere = field_elsewhere(contract, path, name)
    if elsewhere is not None:
        place = _place(elsewhere[:-1])
        line = _line(document, elsewhere, entry, lambda text: document.quoted(text)[1:-1])
        return Finding(
            entry.key,
            f"unknown field {written}, did you mean `{elsewhere[-1]}` {place}?",
            help=f"write `{elsewhere[-1] if line is None else line[0]}` {place}",
        )
    return _unguessed(document, violation, entry)


def _renaming(document: Document, path: Path, entry: Entry) -> tuple[str, Fix | None]:
    """Return how to give an entry the name of the field at `path`, and the value it then needs."""
    field, counted = str(path[-1]), unit(str(path[-1]))
    fix = edit.rename(entry, field, f"Rename to {field}", FIX)
    line = _line(document, path, entry, lambda text: document.quoted(text)[1:-1])
    if line is None:
        if counted and unit_named(entry.name) is None:
            return f"rename it to `{field}`: a number of {counted}", None
        return f"rename it to `{field}`", fix
    text, meant = line
    if meant is None:
        if (shape := example(document.contract, path)) is None:
            return f"write `{text}`", None
        written = Meant(shape[1]).written(as_json=document.in_json)
        return f"write `{text}`, {shape[0]}, such as `{written}`", None
    if meant.value is None:
        return f"remove it, or write `{text}`", None
    exact = _line(document, path, entry, str)
    if fix is None or exact is None or exact[1] is None or not exact[1].sure:
        return f"write `{text}`", None
    value = exact[1].written(as_json=document.in_json)
    node = entry.value
    change = edit.replace(node, value, "", FIX) if isinstance(node, Scalar) else None
    return f"write `{text}`", edit.together((fix, change), fix.title, FIX)


def _line(
    document: Document, path: Path, entry: Entry, shown: Shown
) -> tuple[str, Meant | None] | None:
    """Return the field at `path` with the value that an entry has, where its own does not fit.

    With it what the value was meant to be; None where it fits as it is.
    """
    contract, field, node = document.contract, str(path[-1]), entry.value
    named = unit_named(entry.name) if unit(field) is not None else None
    own = unit_named(field)
    same = named is None or (own is not None and own[1] == named[1])
    empty = isinstance(node, Scalar) and node.value is None
    if (same or empty) and fits(contract, path, node):
        return None
    meant = value_meant(contract, path, node, shown, None if named is None else named[1])
    if meant is None and isinstance(node, (Mapping, Sequence)):
        return None
    key = f'"{field}"' if document.in_json else field
    value = UNKNOWN if meant is None else meant.written(as_json=document.in_json)
    return f"{key}: {value}", meant


def _is_home(document: Document, path: Path, entry: Entry, name: str) -> bool:
    """Whether `name` is a field of the mapping that an empty entry should have."""
    empty = isinstance(entry.value, Scalar) and entry.value.value is None
    return empty and name in document.contract.fields((*path, entry.name))


def _unguessed(document: Document, violation: Violation, entry: Entry) -> Finding:
    known = violation.expected
    fields = listed(known, "and") if len(known) <= _FEW else f"listed at {DOCS_URL}/fields/"
    return Finding(
        entry.key,
        f"unknown field {document.quoted(entry.name)}{within(violation.path)}",
        help=f"remove it; the fields are {fields}",
    )


def _place(path: Path) -> str:
    return within(path).strip() or "at the top level"


def _meant(document: Document, violation: Violation, mapping: Mapping, name: str) -> str | None:
    return suggest_field(document.contract, violation.path, name, violation.expected, mapping)


def _removal(document: Document, mapping: Mapping, entry: Entry) -> Fix | None:
    return edit.remove_entry(
        document.source, mapping, entry, f"Remove {document.quoted(entry.name)}", FIX
    )
