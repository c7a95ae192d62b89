"""A transfer number that is no phone number in E.164 format, in any reading.

A caller who asks for a human is transferred to it: the transfer fails, in the moment that
matters most. The format is the one that the API's documentation of `transfer_phone_number`
asks for, E.164 of ITU-T: `+`, a country code, the number, 15 digits at most. How many digits
a country's numbers have is in libphonenumber's data. The example in that documentation,
`+1234567890`, has one digit less than the numbers of +1.
"""

from __future__ import annotations

from collections.abc import Iterator

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
    number = document.string("transfer_phone_number")
    if number is None:
        return
    read = phone.read(number.text)
    if read.problem:
        shown = phone.shown(number.text)
        yield Finding(
            number,
            f"the transfer number {shown}{read.problem}; "
            "it must be in E.164 format, such as `+33199001234`",
            help=read.help,
        )
