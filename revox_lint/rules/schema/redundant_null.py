"""A null that is the same as leaving the field out.

It is not a mistake, but one more line to read. Not reported are fields for which null has a
meaning: `voicemail_message` (hang up), `background_sound` (silence), `transfer_phone_number`
(no transfer) and `timezone` (that of the recipient), and a null that overrides the value of a
merge (`<<`). The contract lists the fields that may be null.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.contract.meant import null_matters
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Mapping, Scalar

SEVERITY = Severity.INFO
FIX = Applicability.SAFE

BAD = """\
name: Reception
prompt: You answer the phone of a dental practice.
calendly: null  # error
"""

GOOD = """\
name: Reception
prompt: You answer the phone of a dental practice.
"""


def check(document: Document) -> Iterator[Finding]:
    if any(document.contract.server_only((entry.name,)) for entry in document.root):
        return  # an API response, which has all fields
    for place in document.places:
        entry = place.entry
        if entry is None or not isinstance(place.node, Scalar) or place.node.value is not None:
            continue
        if null_matters(document.contract, place.path):
            continue
        if "null" not in document.contract.types(place.path):
            continue
        mapping = document.find(*place.path[:-1])
        # Of duplicate keys only the last counts; where something is merged, null may undo it.
        if not isinstance(mapping, Mapping) or mapping.get(entry.name) is not entry:
            continue
        if _merges(document, mapping):
            continue
        yield Finding(
            place.node,
            f"`{entry.name}: null` is the same as leaving `{entry.name}` out",
            help="remove the line",
            fix=edit.remove_entry(document.source, mapping, entry, f"Remove {entry.name}", FIX),
        )


def _merges(document: Document, mapping: Mapping) -> bool:
    """Whether something is merged into the mapping itself, not only into one inside it."""
    text = document.source.text
    whole = mapping.span
    if mapping.origin is not None or "<<" not in text[whole.start : whole.end]:
        return mapping.origin is not None
    at = whole.start
    for entry in mapping.entries:
        if entry.merged is None:
            if "<<" in text[at : entry.key.span.start]:
                return True
            at = max(at, entry.key.span.end, entry.value.span.end)
    return "<<" in text[at : whole.end]
