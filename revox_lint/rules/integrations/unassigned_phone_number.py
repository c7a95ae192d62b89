"""A transfer number that has the right length, but is in no range that its country uses.

Most often a digit is wrong, or a made-up number such as `+15555555555` was never replaced: the
transfer fails, or reaches a stranger once the range is assigned. The ranges are libphonenumber's,
which are updated several times a year; a number of a brand-new range may be right all the same, so
this is not an error. Numbers that regulators reserve for films and books can be reported too, as
nobody answers them.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text import phone

SEVERITY = Severity.WARNING

BAD = """\
transfer_phone_number: "+15555555555"  # error
"""

GOOD = """\
transfer_phone_number: "+12025550123"
"""


def check(document: Document) -> Iterator[Finding]:
    for number in document.transfer_numbers:
        read = phone.read(number.text)
        if read.e164 is not None and not read.valid:
            yield Finding(
                number,
                f"{document.quoted(number.text)} is in no number range of {read.country}",
                help="check the digits: somebody must answer there",
            )
