"""An emergency number to transfer calls to: 112, 911, 999 and the like.

A machine that connects its callers to an emergency line blocks it for people who need it, which is
an offence in many countries; from a voice platform it reaches the wrong place or none. Which
numbers are emergency numbers, and where, is in libphonenumber's data. A caller in danger must call
from their own phone.
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
    for number in document.transfer_numbers:
        emergency = phone.read(number.text).emergency
        if emergency is not None:
            which = "an emergency number"
            if emergency != number.text:
                which = f"the emergency number {emergency}"
            yield Finding(
                number,
                f"{document.quoted(number.text)} is {which}",
                help="write the number of your own staff; callers call it themselves",
            )
