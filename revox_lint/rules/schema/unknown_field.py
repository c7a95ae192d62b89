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
from revox_lint.contract.meant import element_of_pair
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
from revox_lint.syntax.node import Entry, Mapping, Scalar

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
    if (element := element_of_pair(contract, path, mapping)) is not None:
        return Finding(
            entry.key,
            f"unknown field {written}{within(path)}",
            help=f"write {listed([document.quoted(part)[1:-1] for part in element], 'and')}",
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
        fix = None
        # Two names for one field: to rename both would only make a duplicate.
        if field not in mapping and (path, field) not in renamed:
            renamed.add((path, field))
            fix = edit.rename(entry, field, f"Rename to {field}", FIX)
        return Finding(
            entry.key,
            f"unknown field {written}{within(path)}, did you mean `{field}`?",
            help=f"rename it to `{field}`"
            if field not in mapping
            else f"remove it: `{field}` is given, too",
            fix=fix,
        )
    elsewhere = field_elsewhere(contract, path, name)
    if elsewhere is not None:
        *outer, meant = elsewhere
        place = _place(tuple(outer))
        return Finding(
            entry.key,
            f"unknown field {written}, did you mean `{meant}` {place}?",
            help=f"write `{meant}` {place}",
        )
    return _unguessed(document, violation, entry)


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
