"""A transfer number that has the right length, but lies in no range that its country uses.

Most often a digit is wrong, or a made-up number such as `+15555555555` was never replaced:
the transfer would fail, or reach a stranger once the range is given out. The ranges are
libphonenumber's, which are brought up to date several times a year: a number of a brand-new
range may be right all the same, so this is no error. Numbers that regulators keep for films
and books can be reported too, for nobody answers them.
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
    number = document.string("transfer_phone_number")
    if number is None:
        return
    read = phone.read(number.text)
    if read.e164 is None or read.valid:
        return
    country = f"+{read.code} ({read.region})" if read.region else f"+{read.code}"
    yield Finding(
        number,
        f"the transfer number {phone.shown(number.text)}is in no range of numbers "
        f"that {country} uses",
        help="check its digits: somebody must answer there",
    )
