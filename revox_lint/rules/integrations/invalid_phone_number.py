"""A transfer number that is not a phone number in E.164 format, in any reading.

A caller who asks for a human is transferred to it, and the transfer fails. The API's documentation
of `transfer_phone_number` asks for E.164 of ITU-T: `+`, a country code and the number, 15 digits at
most. How many digits the numbers of a country have is in libphonenumber's data. The example in that
documentation, `+1234567890`, has one digit less than the numbers of +1.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.meant import is_off, leave_out
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import phone

SEVERITY = Severity.ERROR

BAD = """\
transfer_phone_number: "01 99 00 12 34"  # error
"""

GOOD = """\
transfer_phone_number: "+33199001234"
"""


def check(document: Document) -> Iterator[Finding]:
    field = document.roles.field("transfer_numbers")
    for number in document.transfer_numbers:
        read = phone.read(number.text)
        if read.problem:
            subject = number.text if number.text.strip() else field
            help = (
                leave_out(document.contract, document.roles.transfer_numbers)
                if is_off(number) and number.text.strip()
                else read.help
            )
            yield Finding(number, f"{document.quoted(subject)} {read.problem}", help=help)
