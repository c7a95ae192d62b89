"""A comment for editors that names a contract version that does not exist.

`# yaml-language-server: $schema=…/assistant-0.1.schema.json` says which version of the Revox API a
definition is for, to editors and to revox-lint. With another version there the definition would
be judged by a contract that it is not for: that of the configuration, or the newest.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.contract import LATEST, VERSIONS, UnknownContract, version_meant
from revox_lint.diagnostic import Applicability, Edit, Finding, Fix, Severity
from revox_lint.document import Document
from revox_lint.suppression import Comments

SEVERITY = Severity.ERROR
FIX = Applicability.UNSAFE
COMMENTS = True

BAD = """\
# yaml-language-server: $schema=../schemas/assistant-v0.1.schema.json  # error
name: Reception
prompt: You answer the phone of a dental practice.
"""

GOOD = """\
# yaml-language-server: $schema=../schemas/assistant-0.1.schema.json
name: Reception
prompt: You answer the phone of a dental practice.
"""


def check(document: Document, comments: Comments) -> Iterator[Finding]:
    if comments.modeline is None or comments.modeline[0] in VERSIONS:
        return
    version, place = comments.modeline
    meant = version_meant(version)
    yield Finding(
        place,
        str(UnknownContract(document.quoted(version)[1:-1])),
        help=f"write `{meant or LATEST}`",
        fix=None if meant is None else Fix(f"Write {meant}", FIX, (Edit(place, meant),)),
    )
