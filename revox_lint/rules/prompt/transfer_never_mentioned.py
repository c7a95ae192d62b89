"""A transfer number that the prompt never uses.

The agent transfers a call when the caller asks for a human. When else, and how to announce
it, only the prompt can say; where it says nothing, the number is often left over from
another assistant.

The prompt, the other texts and the FAQ are searched for words of transferring, in English,
French, German and Spanish.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text.capability import speaks_of_transfer

SEVERITY = Severity.INFO

BAD = """\
prompt: Ask whether the delivery arrived, and thank the customer.
transfer_phone_number: "+33142685300"  # error
"""

GOOD = """\
prompt: |
  Ask whether the delivery arrived, and thank the customer.
  If something is missing, transfer the call to a human.
transfer_phone_number: "+33142685300"
"""


def check(document: Document) -> Iterator[Finding]:
    number = document.string("transfer_phone_number")
    prompt = document.string("prompt")
    if number is None or prompt is None or not prompt.text.strip() or not number.text.strip():
        return
    if number.text in prompt.text or any(
        speaks_of_transfer(text.scalar.text) for text in document.texts
    ):
        return
    yield Finding(
        number,
        "there is a transfer number, but the prompt never speaks of transferring a call",
        help="say in the prompt when to transfer, or remove the number",
        related=(("the prompt is here", prompt),),
    )
