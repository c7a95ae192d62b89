"""A transfer number that the prompt never mentions.

The agent transfers a call when the caller asks for a human. Only the prompt can tell when else,
and how to announce it. A number that it never mentions is often left over from another assistant.

The prompt, the other texts and the FAQ are searched for words about transfers, in English, French,
German and Spanish.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text.capability import mentions_transfer

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
    prompt = document.prompt
    numbers = [number for number in document.transfer_numbers if number.text.strip()]
    if not numbers or prompt is None or not prompt.text.strip():
        return
    if any(number.text in prompt.text for number in numbers) or any(
        mentions_transfer(text.scalar.text) for text in document.texts
    ):
        return
    field = document.roles.field("transfer_numbers")
    yield Finding(
        numbers[0],
        f"`{field}` is given, but the prompt never mentions a transfer",
        help="tell the agent in the prompt when to transfer, or remove the number",
        related=(("the prompt is here", prompt),),
    )
