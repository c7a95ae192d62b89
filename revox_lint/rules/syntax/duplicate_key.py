"""A key that is given twice in one mapping.

Some readers take the first value, some the last, some refuse the file: what is said on the
phone depends on which of them reads it. A key that a merge (`<<`) brings in may be given
again: that is what merges are for.

The YAML 1.2.2 specification requires keys to be unique (chapter 3.2.1.1).
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.tree import ProblemKind

SEVERITY = Severity.ERROR

BAD = """\
name: Sales
end_of_call_sentence: Goodbye
name: Support  # error
"""

GOOD = """\
name: Sales
end_of_call_sentence: Goodbye
"""


def check(document: Document) -> Iterator[Finding]:
    yield from document.problems(ProblemKind.DUPLICATE_KEY)
