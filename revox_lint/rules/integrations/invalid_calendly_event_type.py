"""A Calendly event type that is not a URL of Calendly's API.

The assistant books through Calendly's API, which identifies event types by URLs such as
`https://api.calendly.com/event_types/b2330295-2a91-4a1d-bb73-99e7707663d5`, the example in
the API's documentation of `calendly.event_type_id`. The link that people book with
(`https://calendly.com/acme/intro`) is another URL: no meeting would ever be booked. Calendly's
documentation has IDs of two shapes, UUIDs and 16 letters and digits.

The ID behind a public link cannot be known. Where the ID itself is given, only without its URL, the
fix adds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.text.normalize import visible

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


_BASE = "https://api.calendly.com/event_types/"
_ID = r"(?:[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9A-Za-z]{16})"
# A URL with the ID in it, or the ID alone; a word of 16 small letters is the name of a link.
_NEARLY = (
    r"(?:(?i:(?:https?://)?(?:(?:www\.|api\.)?calendly\.com(?:/v2|/app)?/)?event[_-]types?/)"
    r"|(?![a-z]{16}\Z))"
    rf"({_ID})/?(?:[?#].*)?"
)


def check(document: Document) -> Iterator[Finding]:
    event_type = document.string(*document.roles.booking_event)
    if event_type is None or not event_type.text.strip():
        return
    text = event_type.text
    if re.fullmatch(_BASE + _ID, text):
        return
    inside = re.fullmatch(_NEARLY, visible(text).strip())
    right = f"{_BASE}{inside[1]}" if inside is not None else None
    if right is not None and visible(text).strip() == right:
        white = text.strip() == right
        what = "white space around" if white else "invisible character in"
        yield Finding(
            event_type,
            f"{what} the Calendly event type {document.quoted(right)}",
            help="remove the white space" if white else "type it again",
            fix=edit.rewrite(event_type, right, "Write the URL without it", FIX),
        )
        return
    yield Finding(
        event_type,
        f"{document.quoted(text)} {_problem(text.strip())}",
        help=f"write `{right}`"
        if right
        else f"write `{_BASE}<id>`: a `uri` from GET https://api.calendly.com/event_types",
        fix=edit.rewrite(event_type, right, "Write the URL of the event type", FIX)
        if right
        else None,
    )


def _problem(text: str) -> str:
    if "{{" in text or "}}" in text:
        return "has a placeholder instead of a Calendly event type"
    if re.fullmatch(_NEARLY, text) and "/" not in text:
        return "is the ID of a Calendly event type without its URL"
    if re.match(r"(?:https?://)?api\.calendly\.com/(?!event_types)", text, re.IGNORECASE):
        return "is not an event type in Calendly's API"
    if re.match(r"(?:https?://)?(?:www\.)?calendly\.com/", text, re.IGNORECASE):
        return "is a public Calendly link, not an event type in its API"
    return "is not the URL of an event type in Calendly's API"
