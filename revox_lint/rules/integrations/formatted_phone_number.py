"""A transfer number with spaces, dashes, brackets or `00`, which E.164 does not have.

It is plain which number is meant, but the API's documentation of `transfer_phone_number` asks
for E.164 format: `+`, the country code and the digits, nothing between them, and no trunk
prefix such as the `(0)` in `+44 (0)20`. libphonenumber's data tell which digits are one.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.text import phone

SEVERITY = Severity.ERROR
FIX = Applicability.SAFE

BAD = """\
transfer_phone_number: "+33 1 99 00 12 34"  # error
"""

GOOD = """\
transfer_phone_number: "+33199001234"
"""


def check(document: Document) -> Iterator[Finding]:
    number = document.string("transfer_phone_number")
    if number is None:
        return
    e164 = phone.read(number.text).e164
    if e164 is None or e164 == number.text:
        return
    shown = phone.shown(number.text)
    yield Finding(
        number,
        f"the transfer number {shown}is not in E.164 format, which is `{e164}`",
        help=f"write `{e164}`: a `+` and digits, nothing else",
        fix=edit.rewrite(number, e164, f"Write the number as {e164}", FIX),
    )
