"""A phone number without quotes, which YAML reads as a whole number.

`+33612345678` loses its plus sign and `0612345678` its zero before anybody sees them: calls
are transferred to another number, or to none.

That such a scalar is an integer is the core schema of YAML 1.2.2 (chapter 10.3.2).
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document

SEVERITY = Severity.ERROR
FIX = Applicability.SAFE
SUPERSEDES = ("wrong-type", "parser-disagreement")

BAD = """\
transfer_phone_number: +33612345678  # error
"""

GOOD = """\
transfer_phone_number: "+33612345678"
"""


def check(document: Document) -> Iterator[Finding]:
    number = document.number("transfer_phone_number")
    if number is None or not number.plain or number.text[0] not in "+0":
        return
    if not number.text.lstrip("+").isdigit() or len(number.text) < 5:
        return
    lost = "plus sign" if number.text[0] == "+" else "leading zero"
    yield Finding(
        number,
        f"the phone number `{number.text}` without quotes is the number {number.value}: "
        f"its {lost} is lost",
        help=f'put it in quotes: "{number.text}"',
        fix=edit.quote(document.source.text, number, "Quote the phone number"),
    )
