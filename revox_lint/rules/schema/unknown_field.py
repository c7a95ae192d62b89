"""A field that the contract does not have.

The API refuses a definition with a field it does not know, or worse, does without what the
field was meant to say: a misspelt `voicemail_mesage` is an agent that hangs up. The names are
those of the contract. Two kinds have a word of their own: `timezone_override`, which the
contract's own prose says for `timezone`, and fields that only the server writes (`id`,
`created_at`), which are left over when an assistant is pasted from an answer of the API.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.contract.contract import Path, Violation
from revox_lint.contract.suggest import GUESSES, mapping_with_field, suggest_field
from revox_lint.contract.wording import listed, mapping_in_words, short
from revox_lint.diagnostic import Applicability, Finding, Fix, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Entry, Mapping

SEVERITY = Severity.ERROR
FIX = Applicability.UNSAFE

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
    for violation in document.violations:
        if violation.keyword != "additionalProperties" or violation.variant is not None:
            continue
        mapping = document.find(*violation.path)
        if not isinstance(mapping, Mapping) or violation.name is None:
            continue
        entry = mapping.get(violation.name)
        if entry is not None:
            if guesses:
                guesses -= 1
                yield _finding(document, violation, mapping, entry, renamed)
            else:
                yield _unguessed(violation, entry)


def _finding(
    document: Document,
    violation: Violation,
    mapping: Mapping,
    entry: Entry,
    renamed: set[tuple[Path, str]],
) -> Finding:
    contract, path, name = document.contract, violation.path, entry.name
    place = mapping_in_words(path)
    written = short(name)
    if contract.server_only((*path, name)):
        return Finding(
            entry.key,
            f"`{written}` is written by the server only: {place} cannot set it",
            help="remove it; it comes from an answer of the API, not from a definition",
            fix=_removal(document, mapping, entry),
        )
    if not path and name == "assistant" and isinstance(entry.value, Mapping):
        return Finding(
            entry.key,
            "`assistant` is the envelope of an answer of the API: "
            "in a definition the fields stand at the top",
            help="write the fields that stand under `assistant` at the top instead",
        )
    versions = contract.lifecycle((*path, name))
    if versions:
        return Finding(
            entry.key,
            f"`{written}` is no field of {place} in contract {contract.version}, "
            f"but in {listed(versions)}",
            help="choose a contract version that has the field, or remove it",
        )
    home = mapping_with_field(contract, path, name)
    field = None if home is not None else _meant(document, violation, mapping, name)
    if home is not None:
        where = "at the top of the file" if not home else f"in {mapping_in_words(home)}"
        return Finding(
            entry.key,
            f"`{written}` is no field of {place}: it belongs {where}",
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
            f"`{written}` is no field of {place}: did you mean `{field}`?",
            help=f"call it `{field}`"
            if field not in mapping
            else f"remove it: `{field}` is given as well",
            fix=fix,
        )
    return _unguessed(violation, entry)


def _unguessed(violation: Violation, entry: Entry) -> Finding:
    return Finding(
        entry.key,
        f"`{short(entry.name)}` is no field of {mapping_in_words(violation.path)}",
        help=f"remove it; the fields are {listed(violation.expected, 'and')}",
    )


def _meant(document: Document, violation: Violation, mapping: Mapping, name: str) -> str | None:
    given = [entry.name for entry in mapping]
    return suggest_field(document.contract, violation.path, name, violation.expected, given)


def _removal(document: Document, mapping: Mapping, entry: Entry) -> Fix | None:
    return edit.remove_entry(
        document.source.text, mapping, entry, f"Remove {short(entry.name)}", FIX
    )
