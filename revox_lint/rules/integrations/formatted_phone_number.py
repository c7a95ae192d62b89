"""A transfer number with spaces, dashes, brackets or `00`, which E.164 does not have.

It is clear which number is meant, but the API's documentation of `transfer_phone_number` asks for
E.164 format: `+`, the country code and the digits, nothing between them, and no trunk prefix such
as the `(0)` in `+44 (0)20`. Which digits are a trunk prefix is in libphonenumber's data.
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
    for number in document.transfer_numbers:
        e164 = phone.read(number.text).e164
        if e164 is not None and e164 != number.text:
            yield Finding(
                number,
                f"{document.quoted(number.text)} is not in E.164 format",
                help=f"write `{edit.quoted(e164)}`",
                fix=edit.rewrite(number, e164, f"Write the number as {e164}", FIX),
            )
