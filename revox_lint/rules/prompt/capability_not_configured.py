"""The prompt tells the agent to do what no field enables: transfer, press keys, book.

Without `transfer_phone_number` there is nobody to transfer a call to; without
`ivr_navigation_enabled` the agent cannot press keys; without `calendly` it cannot book an
appointment. The model says that it does, and nothing happens.

Only what the prompt tells the agent to do counts, in English, French, German or Spanish: not
what it forbids, not what the caller wants or is told to do, not appointments that somebody
else confirms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Scalar
from revox_lint.text.capability import Mention, bookings, key_presses, transfers

SEVERITY = Severity.WARNING

BAD = """\
prompt: |
  If the caller asks for a human, transfer the call.  # error
  If you reach a menu, press 1 for sales.  # error
  At the end, book an appointment.  # error
"""

GOOD = """\
prompt: |
  If the caller asks for a human, transfer the call.
  If you reach a menu, press 1 for sales.
  At the end, book an appointment.
transfer_phone_number: "+33142685300"
ivr_navigation_enabled: true
calendly:
  connection_id: northwind
  event_type_id: https://api.calendly.com/event_types/b2330295-2a91-4a1d-bb73-99e7707663d5
"""

_NEEDS: tuple[tuple[str, str, str, Callable[[str], Iterator[Mention]]], ...] = (
    ("transfer_phone_number", "transfers calls", "the number to transfer to", transfers),
    ("ivr_navigation_enabled", "presses keys", "`true`", key_presses),
    ("calendly", "books appointments", "the calendar to book in", bookings),
)


def check(document: Document) -> Iterator[Finding]:
    prompt = document.string("prompt")
    if prompt is None:
        return
    for field, does, value, mentions in _NEEDS:
        if not document.contract.has((field,)) or _is_configured(document, field):
            continue
        mention = next(mentions(prompt.text), None)
        if mention is None:
            continue
        written = prompt.text[mention.start : mention.end]
        given = document.entry(field)
        state = (
            f"`{field}` is {document.written(given.value)}" if given else f"no `{field}` is given"
        )
        yield Finding(
            document.within(prompt, mention.start, mention.end),
            f"the prompt says that the agent {does} (`{written}`), but {state}",
            help=f"set `{field}` to {value}, or take it out of the prompt",
            related=((f"`{field}` is given here", given.key),) if given else (),
        )


def _is_configured(document: Document, field: str) -> bool:
    if not document.given(field):
        return False
    node = document.find(field)
    return not (isinstance(node, Scalar) and node.value is False)
