"""YAML that has no equivalent in JSON: keys that are not strings, tags, recursive aliases.

The API takes JSON. Keys that are not strings, tags other than the core ones (`!!str`, `!!int`, …),
aliases that contain themselves, and excessive nesting or aliases cannot be sent.

The core tags are those of chapter 10.3 of the YAML 1.2.2 specification.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.tree import ProblemKind

SEVERITY = Severity.ERROR

BAD = """\
name: !secret sales_name  # error
12: twelve  # error
"""

GOOD = """\
name: Sales
"12": twelve
"""


def check(document: Document) -> Iterator[Finding]:
    yield from document.problems(ProblemKind.UNSUPPORTED)
