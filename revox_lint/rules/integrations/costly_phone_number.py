"""A transfer number that costs extra for every call: premium-rate or shared-cost.

Every transferred call is charged at the number's own rate, by the minute, and carriers often refuse
to connect such numbers from abroad or from a voice platform. An ordinary number, with an area code
or mobile, reaches the same people. Which ranges cost extra is in libphonenumber's data.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import phone

SEVERITY = Severity.WARNING

BAD = """\
transfer_phone_number: "+33899123456"  # error
"""

GOOD = """\
transfer_phone_number: "+33199001234"
"""


def check(document: Document) -> Iterator[Finding]:
    for number in document.transfer_numbers:
        read = phone.read(number.text)
        if read.cost is not None:
            yield Finding(
                number,
                f"{document.quoted(number.text)} is a {read.cost} number of {read.country}",
                help="write an ordinary number, with an area code or mobile",
            )
