"""A transfer number that costs extra for every call: premium-rate or shared-cost.

Each transferred call is charged at the number's own rate, by the minute, and carriers often
refuse to connect such numbers from abroad or from a voice platform. A number with an area
code, or a mobile one, reaches the same people. Which ranges cost extra is in libphonenumber's
data.
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
    number = document.string("transfer_phone_number")
    if number is None:
        return
    read = phone.read(number.text)
    if read.cost is None:
        return
    country = f"+{read.code} ({read.region})" if read.region else f"+{read.code}"
    yield Finding(
        number,
        f"the transfer number {phone.shown(number.text)}is a {read.cost} number of {country}: "
        "every transferred call costs extra, if it is connected at all",
        help="give an ordinary number, with an area code or mobile",
    )
