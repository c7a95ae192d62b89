"""An emergency number to transfer calls to: 112, 911, 999 and the like.

A machine that puts its callers through to an emergency line ties up the people whom somebody
else needs that minute, and is an offence in many countries; from a voice platform, it reaches
the wrong place or none. Which numbers are emergency numbers, and where, is in libphonenumber's
data. A caller in danger must call from their own phone.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import phone

SEVERITY = Severity.ERROR

BAD = """\
transfer_phone_number: "112"  # error
"""

GOOD = """\
transfer_phone_number: "+33199001234"
"""


def check(document: Document) -> Iterator[Finding]:
    number = document.string("transfer_phone_number")
    if number is None:
        return
    read = phone.read(number.text)
    if read.emergency is None:
        return
    yield Finding(
        number,
        f"the transfer number {phone.shown(number.text)}is the emergency number "
        f"{read.emergency}: calls must not be transferred there",
        help="give the number of your own staff; tell callers in danger to call it themselves",
    )
