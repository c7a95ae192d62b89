"""A field that the contract does not have.

The API refuses a definition with an unknown field or, worse, ignores it: with a misspelt
`voicemail_mesage` the agent hangs up on voicemail. The names are those of the contract. Two kinds
have messages of their own: `timezone_override`, as the contract's prose calls `timezone`, and
fields that only the server sets (`id`, `created_at`), left over from an API response.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from revox_lint import edit
from revox_lint.contract.chosen import booking_meant, model_meant
from revox_lint.contract.contract import Json, Path, Violation
from revox_lint.contract.data import UNKNOWN, Meant
from revox_lint.contract.meant import (
    Shown,
    element_of_pair,
    example,
    fits,
    glued,
    kind_meant,
    null_matters,
    placed,
    shown_plain,
    value_meant,
)
from revox_lint.contract.path import any_element
from revox_lint.contract.quantity import unit, unit_named
from revox_lint.contract.suggest import (
    GUESSES,
    MODEL_NAMES,
    VOICE_NAMES,
    field_elsewhere,
    is_misspelt,
    mapping_with_field,
    suggest_field,
)
from revox_lint.contract.wording import in_elements, listed, types_in_words, within
from revox_lint.diagnostic import DOCS_URL, Applicability, Finding, Fix, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Entry, Mapping, Node, Scalar, plain
from revox_lint.syntax.quote import joined
from revox_lint.text.file_path import instead, names_file, text_itself
from revox_lint.text.suggest import words

SEVERITY = Severity.ERROR
FIX = Applicability.UNSAFE
SUPERSEDES = ("redundant-null", "undescribed-output")

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
    response = _left_over(document)
    if response:
        yield _of_response(document, response)
    of_server = [entry for _, entry in response]
    unknown: list[_Unknown] = []
    for violation in document.violations:
        if violation.keyword != "additionalProperties" or violation.variant is not None:
            continue
        mapping = document.find(*violation.path)
        if not isinstance(mapping, Mapping) or violation.name is None:
            continue
        entry = mapping.get(violation.name)
        if entry is not None and entry not in of_server:
            unknown.append(_Unknown(violation, mapping, entry))
    told: set[Entry] = set()
    renamed: dict[tuple[Path, str], str] = {}
    found = [
        (one, _finding(document, one, unknown, told, renamed))
        for one in unknown[:GUESSES]
        if one.entry not in told
    ]
    rest = unknown[GUESSES:]
    found += [(one, _unguessed(document, one)) for one in rest if one.in_list]
    yield from _alike(found)
    # Of thousands, only the first are asked for.
    yield from (_unguessed(document, one) for one in rest if not one.in_list)


class _Unknown(NamedTuple):
    """An unknown field: its violation, the mapping that it is in, and its entry."""

    violation: Violation
    mapping: Mapping
    entry: Entry

    @property
    def path(self) -> Path:
        return self.violation.path

    @property
    def in_list(self) -> bool:
        return any(isinstance(step, int) for step in self.path)


def _alike(found: list[tuple[_Unknown, Finding]]) -> Iterator[Finding]:
    """Yield findings, those that say the same of several elements of one list as one."""
    groups: dict[object, list[Finding]] = {}
    for one, finding in found:
        where = any_element(one.path)
        same = (
            (where, finding.message, finding.help) if where != one.path or 0 in where else one.entry
        )
        groups.setdefault(same, []).append(finding)
    for first, *others in groups.values():
        if not others:
            yield first
            continue
        fixes = (one.fix for one in (first, *others))
        yield first._replace(
            message=in_elements(first.message, len(others) + 1),
            fix=None if first.fix is None else edit.together(fixes, first.fix.title, FIX),
            covers=(
                *first.covers,
                *(place for one in others for place in (one.where, *one.covers)),
            ),
        )


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
        home = _home(document, one.path, mapping, one.name)
        if home is None and _lacking(document, one.path, mapping, one.name) is None:
            found.append((mapping, entry))
    return sorted(found, key=lambda one: one[1].key.span) if len(found) > 1 else []


def _of_response(document: Document, given: list[tuple[Mapping, Entry]]) -> Finding:
    """Return the one finding about a definition that was an API response."""
    names = list(dict.fromkeys(document.quoted(entry.name) for _, entry in given))
    are, them, they = ("are", "them", "they are") if given[1:] else ("is", "it", "it is")
    title = "Remove the fields of the server" if given[1:] else f"Remove {names[0]}"
    return Finding(
        given[0][1].key,
        f"{joined(names)} {are} set by the server, not by a definition",
        help=f"remove {them}: {they} left over from an API response",
        fix=edit.remove_entries(document.source, given, title, FIX),
        covers=tuple(entry.key for _, entry in given[1:]),
    )


def _finding(
    document: Document,
    one: _Unknown,
    unknown: list[_Unknown],
    told: set[Entry],
    renamed: dict[tuple[Path, str], str],
) -> Finding:
    contract, path, mapping, entry = document.contract, one.path, one.mapping, one.entry
    name, written = entry.name, _written(document, entry)
    above = _home(document, path, mapping, name)
    if above is not None:
        lines = (other.entry for other in unknown if other.mapping is mapping)
        below = [each for each in lines if _home(document, path, mapping, each.name) is above]
        below.sort(key=lambda each: each.key.span)
        told |= {*below}
        return _unindented(document, above, below)
    if (above := _lacking(document, path, mapping, name)) is not None:
        fields = {other.entry: other for other in unknown if other.mapping is mapping}
        behind = mapping.entries[mapping.entries.index(above) + 1 :]
        inner = contract.fields((*path, above.name), plain(above.value))
        below = [*takewhile(lambda other: other in fields and other.name in inner, behind)]
        if entry in below and isinstance(above.value, Mapping) and not above.value.flow:
            told |= {*below}
            return _unindented(document, above, below)
        return _misplaced(document, one, (*path, above.name, name), unknown, told)
    if contract.server_only((*path, name)):
        return _of_response(document, [(mapping, entry)])
    versions = contract.lifecycle((*path, name))
    if versions:
        return Finding(
            entry.key,
            f"field {written} is unknown in contract {contract.version}, but is in "
            f"{listed(versions, 'and')}",
            help=f'set `contract = "{versions[-1]}"` in the configuration, or remove the field',
        )
    if glued(mapping, entry) is not None:
        return _unglued(document, mapping, told)
    if path == document.roles.voice and name in VOICE_NAMES:
        if "id" in mapping:
            return _unguessed(document, one)
        return Finding(
            entry.key,
            f"unknown field {written} in `voice`: a voice is chosen by its `id`",
            help="write `id: …` with an id that the API lists under /voices",
        )
    chosen, by = None, "a model is chosen by its `type`"
    if path == document.roles.model and name in MODEL_NAMES and "type" not in mapping:
        chosen = model_meant(contract, mapping, document.shown)
    elif path == document.roles.booking:
        by = f"an event is chosen by its `{document.roles.field('booking_event')}`"
        chosen = booking_meant(contract, mapping, document.shown)
    if chosen is not None:
        others = [other.entry for other in unknown if other.path == path]
        told |= set(others)
        return Finding(
            entry.key,
            f"unknown field {written} in `{path[-1]}`: {by}",
            help=f"write `{chosen.written(as_json=document.in_json)}`",
            covers=tuple(other.key for other in others),
        )
    element = element_of_pair(contract, path, mapping, document.shown)
    if element is not None:
        form = Meant(element).written(as_json=document.in_json)
        return Finding(entry.key, f"unknown field {written}{within(path)}", help=f"write `{form}`")
    home = mapping_with_field(contract, path, name)
    if home is not None and _credible(document, path, home, name):
        return _misplaced(document, one, (*home, name), unknown, told)
    compound = None if home is not None else field_elsewhere(contract, path, name)
    if compound is not None and "_".join(words(name)) == "_".join(map(str, compound[-2:])):
        return _misplaced(document, one, compound, unknown, told)
    field = suggest_field(contract, path, name, one.violation.expected, mapping)
    if field is not None:
        help, fix = _renaming(document, (*path, field), entry)
        if field in mapping:
            help, fix = _anchored(document, entry) or f"remove it: `{field}` is given, too", None
        elif (path, field) in renamed:
            # Two names for one field: to rename both would only make a duplicate.
            other = document.quoted(renamed[path, field])
            help, fix = f"remove it: {other} is meant to be `{field}`, too", None
        renamed.setdefault((path, field), name)
        return Finding(
            entry.key,
            f"unknown field {written}{within(path)}, did you mean `{field}`?",
            help=help,
            fix=fix,
        )
    if compound is not None:
        return _misplaced(document, one, compound, unknown, told)
    return _unguessed(document, one)


def _unindented(document: Document, above: Entry, below: list[Entry]) -> Finding:
    """Return the finding about fields that are to be indented below the field `above`."""
    names = [_written(document, one) for one in below]
    empty = isinstance(above.value, Scalar)
    return Finding(
        below[0].key,
        f"{joined(names)} {'belong' if names[1:] else 'belongs'} in `{above.name}`"
        + (", which is empty" if empty else ""),
        help=f"indent {'them' if names[1:] else 'it'} below `{above.name}:`",
        covers=(*((above.key, above.value) if empty else ()), *(one.key for one in below[1:])),
    )


def _unglued(document: Document, mapping: Mapping, told: set[Entry]) -> Finding:
    """Return the finding about `{provider:cartesia}`, of all such pairs in one mapping."""
    pairs = [(one, parts) for one in mapping if (parts := glued(mapping, one)) is not None]
    told |= {one for one, _ in pairs}
    path = document.path(mapping)
    known = document.contract.fields(path)
    names = [
        suggest_field(document.contract, path, name, known, mapping) or name
        if name not in known
        else name
        for _, (name, _) in pairs
    ]
    forms = [
        document.quoted(f"{name}: {parts[1]}")
        for name, (_, parts) in zip(names, pairs, strict=True)
    ]
    edits = [
        edit.part_key(one, len(parts[0]), name)
        for name, (one, parts) in zip(names, pairs, strict=True)
    ]
    return Finding(
        pairs[0][0].key,
        f"no space after the colon in {document.quoted(pairs[0][0].name)}",
        help=f"write {joined(forms)}",
        fix=edit.together(edits, "Write a space after the colon", FIX),
        covers=tuple(one.key for one, _ in pairs[1:]),
    )


_ANYWHERE = frozenset({"name", "prompt", "description", "type", "required", "id"})
_ONE_LEVEL_OFF = frozenset({"provider", "question", "answer"})


def _credible(document: Document, path: Path, home: Path, name: str) -> bool:
    """Whether a field was meant for its mapping: many others have a `name` or a `description`."""
    if name in _ANYWHERE:
        return not home and name not in document.root
    return name not in _ONE_LEVEL_OFF or not path


def _misplaced(
    document: Document, one: _Unknown, target: Path, unknown: list[_Unknown], told: set[Entry]
) -> Finding:
    """Return the finding about a field that is to be written in another mapping, at `target`."""
    home, entry = target[:-1], one.entry
    place = _place(home)
    given: list[Node] = [document.root]
    if home:
        given = [other.node for other in document.each(home)]
    same, targets = [one], {one.entry: target}
    if any(isinstance(node, Mapping) for node in given):
        help = _moved(document, entry, target, given)
    elif document.given(*(step for step in home if isinstance(step, str))):
        help = "move it there"
    else:
        beside = [other for other in unknown[:GUESSES] if other.path == one.path]
        targets = {other.entry: _target(document, other) for other in beside} | targets
        alike = 1 if not document.given(*home[:1]) else len(home)
        same = [
            other for other in beside if targets[other.entry][:-1][:alike] == home[:alike]
        ] or same
        place = _place(min((targets[other.entry][:-1] for other in same), key=len))
        same.sort(key=lambda other: other.entry.key.span)
        told |= {other.entry for other in same}
        help = _with_home(document, one, target, {each.entry: targets[each.entry] for each in same})
    names = joined([document.quoted(other.entry.name) for other in same])
    if any(other.entry.name == targets[other.entry][-1] for other in same):
        belong = "belongs" if len(same) == 1 else "belong"
        said = f"{names} {belong} {place}, not {_place(one.path)}"
    else:
        meant = joined([f"`{targets[other.entry][-1]}`" for other in same])
        fields = "field" if len(same) == 1 else "fields"
        said = f"unknown {fields} {names}, did you mean {meant} {place}?"
    covers = tuple(other.entry.key for other in same[1:])
    return Finding(same[0].entry.key, said, help=help, covers=covers)


def _with_home(document: Document, one: _Unknown, target: Path, targets: dict[Entry, Path]) -> str:
    """Return how to write entries in a mapping that is not there yet."""
    contract, home, shown = document.contract, target[:-1], document.shown
    known: dict[Path, dict[str, Json]] = {}
    for entry, at in targets.items():
        line = _line(document, at, entry, shown)
        meant = None if line is None else line[1]
        kind = contract.variant(at)
        own = known.setdefault(at[:-1], {} if kind is None else {"type": kind})
        own[str(at[-1])] = shown_plain(entry.value, shown) if meant is None else meant.value
    outer, value = placed(contract, known, lambda path: document.given(*path))
    names = {entry.name for entry in targets}
    around = document.find(*outer[:-1])
    others = [] if not isinstance(around, Mapping) else [each.name for each in around]
    others = [name for name in others if name not in names]
    if is_misspelt(contract, outer[:-1], others, str(outer[-1])):
        line = _line(document, target, one.entry, shown)
        return f"write `{target[-1] if line is None else line[0]}` {_place(home)}"
    data = Meant({str(outer[-1]): value}).written(as_json=document.in_json)
    return f"write `{data[1:-1]}`{within(outer[:-1])}"


def _target(document: Document, one: _Unknown) -> Path:
    """Return the field of another mapping that an unknown one was meant to be; () if unclear."""
    home = mapping_with_field(document.contract, one.path, one.entry.name)
    if home is not None and _credible(document, one.path, home, one.entry.name):
        return (*home, one.entry.name)
    return field_elsewhere(document.contract, one.path, one.entry.name) or ()


def _moved(document: Document, entry: Entry, target: Path, given: list[Node]) -> str:
    """Return how to write an entry in mappings that are there."""
    field, place = str(target[-1]), _place(target[:-1])
    if all(isinstance(node, Mapping) and field in node for node in given):
        listing = str(target[-3]) if isinstance(target[-2:][0], int) else ""
        if listing and "string" in document.contract.types(target):
            return f"move it to an element of its own in `{listing}`"
        return f"remove it: `{field}` is given {place}"
    kind = document.contract.variant(target)
    if kind is not None and document.value(*target[:-1], "type") not in (kind, None):
        return f"remove it: it is for `type: {kind}`"
    line = _line(document, target, entry, document.shown)
    if line is not None:
        return f"write `{line[0]}` {place}"
    return "move it there" if entry.name == field else f"write `{field}` {place}"


def _written(document: Document, entry: Entry) -> str:
    return document.quoted(entry.name if entry.name.strip() else entry.key)


def _renaming(document: Document, path: Path, entry: Entry) -> tuple[str, Fix | None]:
    """Return how to give an entry the name of the field at `path`, and the value it then needs."""
    field, counted = str(path[-1]), unit(str(path[-1]))
    if names_file(entry.value) and any(path == text.path for text in document.roles.texts):
        return text_itself(field, as_json=document.in_json), None
    fix = edit.rename(entry, field, f"Rename to {field}", FIX)
    line = _line(document, path, entry, document.shown)
    if line is None:
        if counted and unit_named(entry.name) is None:
            return f"rename it to `{field}`: a number of {counted}", None
        return f"rename it to `{field}`", fix
    text, meant = line
    if meant is None:
        if values := document.contract.values(path):
            kind = kind_meant(document.contract, path[:-1], document.find(*path[:-1]))
            values = values if kind is None else (kind,)
            lines = [Meant({field: one}).written(as_json=document.in_json) for one in values]
            return f"write {listed([line[1:-1] for line in lines])}", None
        if (shape := example(document.contract, path)) is None:
            return f"write `{text}`, {types_in_words(sorted(document.contract.types(path)))}", None
        written = Meant(shape[1]).written(as_json=document.in_json)
        return f"write `{text}`, {shape[0]}, such as `{written}`", None
    if meant.value is None:
        return "remove it" + f", or write `{text}`" * null_matters(document.contract, path), None
    exact = _line(document, path, entry, str)
    if fix is None or exact is None or exact[1] is None or not exact[1].sure:
        return f"write `{text}`", None
    value = exact[1].written(as_json=document.in_json)
    node = entry.value
    simple = isinstance(node, Scalar) and node.style not in ("|", ">") and not node.tagged
    change = edit.replace(node, value, "", FIX) if isinstance(node, Scalar) and simple else None
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
    key = f'"{field}"' if document.in_json else field
    value = UNKNOWN if meant is None else meant.written(as_json=document.in_json)
    return f"{key}: {value}", meant


def _home(document: Document, path: Path, mapping: Mapping, name: str) -> Entry | None:
    """Return the empty field of the mapping that should have a field `name`, if there is one."""
    fields = document.contract.fields
    for field in fields(path):
        above = mapping.get(field) if name in fields((*path, field)) else None
        if above is not None and isinstance(above.value, Scalar) and above.value.value is None:
            return above
    return None


def _lacking(document: Document, path: Path, mapping: Mapping, name: str) -> Entry | None:
    """Return the one field of the mapping whose own mapping lacks the required field `name`."""
    contract = document.contract
    above = [
        entry
        for field in contract.fields(path)
        if (entry := mapping.get(field)) is not None
        and isinstance(entry.value, Mapping)
        and entry.value.origin is None
        and name not in entry.value
        and name in contract.required((*path, field), plain(entry.value))
    ]
    return above[0] if len(above) == 1 else None


def _unguessed(document: Document, one: _Unknown) -> Finding:
    known = one.violation.expected
    fields = listed(known, "and") if len(known) <= _FEW else f"listed at {DOCS_URL}/fields/"
    help = _anchored(document, one.entry) or f"remove it; the fields are {fields}"
    if names_file(one.entry.value, url=False) and one.entry.name != "$schema":
        help = instead("the fields themselves")
    said = f"unknown field {_written(document, one.entry)}{within(one.path)}"
    return Finding(one.entry.key, said, help=help)


def _anchored(document: Document, entry: Entry) -> str | None:
    """Return how to remove an entry with an anchor that is used, or None."""
    name = document.used_anchor(entry)
    return name and f"write its value with `&{name}` for the first `*{name}`, then remove it"


def _place(path: Path) -> str:
    return within(path).strip() or "at the top level"
