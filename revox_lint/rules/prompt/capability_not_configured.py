"""The prompt tells the agent to transfer, press keys or book, but no field enables it.

Without `transfer_phone_number` there is nobody to transfer a call to; without
`ivr_navigation_enabled` the agent cannot press keys; without `calendly` it cannot book an
appointment. The agent says that it does, and nothing happens.

Only what the agent is told to do counts, in English, French, German or Spanish: an imperative, or
a sentence about the agent ("you", "the assistant", "your task is to"). Not reported is what the
prompt forbids, what the caller wants or is told to do, what the switchboard or a colleague does,
and an e-mail that is forwarded. A bare item, `- Book an appointment`, counts below a heading such
as `## Your tasks` or `## Steps`, and not below `## Reasons for calling` or `## Product features`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.fields import Path
from revox_lint.syntax.node import Scalar
from revox_lint.text.capability import Mention, bookings, key_presses, transfers

SEVERITY = Severity.WARNING
SUPERSEDES = ("redundant-null",)

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


def check(document: Document) -> Iterator[Finding]:
    prompt = document.prompt
    if prompt is None:
        return
    roles = document.roles
    needs: tuple[tuple[Path, str, str, Callable[[str], Iterator[Mention]]], ...] = (
        (roles.transfer_numbers[:1], "transfer calls", "the number to transfer to", transfers),
        (roles.keypad, "press keys", "`true`", key_presses),
        (roles.booking, "book appointments", "the calendar to book in", bookings),
    )
    for path, task, value, mentions in needs:
        if not document.contract.has(path) or _is_configured(document, path):
            continue
        field = path[-1]
        mention = next(mentions(prompt.text), None)
        if mention is None:
            continue
        written = prompt.text[mention.start : mention.end]
        given = document.entry(*path)
        state = f"is {document.quoted(given.value)}" if given else "is missing"
        yield Finding(
            document.within(prompt, mention.start, mention.end),
            f"{document.quoted(written)} tells the agent to {task}, but `{field}` {state}",
            help=f"set `{field}` to {value}, or remove this from the prompt",
            related=((f"`{field}` is given here", given.key),) if given else (),
            covers=(given.value,) if given else (),
        )


def _is_configured(document: Document, path: Path) -> bool:
    if not document.given(*path):
        return path[-1] not in document.root and document.obscured(document.root, path)
    node = document.find(*path)
    return not (isinstance(node, Scalar) and node.value is False)
