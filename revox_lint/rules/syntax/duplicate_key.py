"""A key that is given twice in one mapping.

Some parsers take the first value, some the last, some refuse the file: the parser decides what
is said on the phone. A key that comes from a merge (`<<`) may be given again, to override it.

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
