"""A Calendly event type that is not given by its address in Calendly's API.

The assistant books through Calendly's API, which knows event types by addresses such as
`https://api.calendly.com/event_types/b2330295-2a91-4a1d-bb73-99e7707663d5`, the example of
the API's documentation of `calendly.event_type_id`. The link that people book with
(`https://calendly.com/acme/intro`) is another address: no meeting would ever be booked.
Calendly's documentation has IDs of two shapes, UUIDs and 16 letters and digits.

No fix can know the ID behind a public link. Where the ID itself is there, only without its
address, the fix puts it into one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document

SEVERITY = Severity.ERROR
FIX = Applicability.UNSAFE

BAD = """\
calendly:
  connection_id: conn_8f2b1c
  event_type_id: "b2330295-2a91-4a1d-bb73-99e7707663d5"  # error
"""

GOOD = """\
calendly:
  connection_id: conn_8f2b1c
  event_type_id: "https://api.calendly.com/event_types/b2330295-2a91-4a1d-bb73-99e7707663d5"
"""


def check(document: Document) -> Iterator[Finding]:
    event_type = document.string("calendly", "event_type_id")
    if event_type is None or not event_type.text.strip():
        return
    text = event_type.text
    if re.fullmatch(_BASE + _ID, text):
        return
    line = " ".join(text.split())
    shown = f"`{line if len(line) <= 60 else line[:59] + '…'}`"
    inside = re.fullmatch(_NEARLY, text.strip())
    right = f"{_BASE}{inside[1]}" if inside is not None else None
    yield Finding(
        event_type,
        f"the Calendly event type {shown} {_problem(text.strip())}; "
        f"it must be `{right or _BASE + '<id>'}`",
        help=f"write `{right}`" if right else _HELP,
        fix=edit.rewrite(event_type, right, "Write the address of the event type", FIX)
        if right
        else None,
    )


_BASE = "https://api.calendly.com/event_types/"
_ID = r"(?:[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9A-Za-z]{16})"
# An address with the ID in it, or the ID alone; a word of 16 small letters is a link's name.
_NEARLY = (
    r"(?:(?i:(?:https?://)?(?:(?:www\.|api\.)?calendly\.com(?:/v2|/app)?/)?event[_-]types?/)"
    r"|(?![a-z]{16}\Z))"
    rf"({_ID})/?(?:[?#].*)?"
)
_HELP = "ask Calendly's API for it: GET https://api.calendly.com/event_types answers each `uri`"


def _problem(text: str) -> str:
    if "{{" in text or "}}" in text:
        return "has a placeholder in it"
    if re.fullmatch(_NEARLY, text) and "/" not in text:
        return "is the ID without its address"
    if re.match(r"(?:https?://)?api\.calendly\.com/(?!event_types)", text, re.IGNORECASE):
        return "is the address of something else in Calendly's API"
    if re.match(r"(?:https?://)?(?:www\.)?calendly\.com/", text, re.IGNORECASE):
        return "is the link that people book with"
    if re.match(r"(?:https?://)?api\.calendly\.com/", text, re.IGNORECASE):
        return "is no address of an event type"
    return "is no address in Calendly's API"
