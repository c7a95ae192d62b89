"""An unquoted phone number, which YAML reads as a whole number.

`+33612345678` loses its plus sign and `0612345678` its zero: calls are transferred to another
number, or to none.

Such a scalar is an integer in the core schema of YAML 1.2.2 (chapter 10.3.2).
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.text import phone

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
    for number in document.numbers(document.roles.transfer_numbers):
        if not number.plain or number.text[0] not in "+0":
            continue
        if not number.text.lstrip("+").isdigit() or len(number.text) < 5:
            continue
        read = phone.read(number.text)
        lost = "plus sign" if number.text[0] == "+" else "leading zero"
        yield Finding(
            number,
            f"unquoted phone number {document.quoted(number.text)} is the number {number.value}, "
            f"without its {lost}",
            help=read.help if read.e164 is None else f'write "{read.e164}"',
            fix=None
            if read.e164 is None
            else edit.replace(number, f'"{read.e164}"', "Quote the phone number"),
        )
