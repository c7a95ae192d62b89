"""A key that is given twice in one mapping.

Some parsers take the first value, some the last, some refuse the file: the parser decides what
is said on the phone. A key that comes from a merge (`<<`) may be given again, to override it.

The YAML 1.2.2 specification requires keys to be unique (chapter 3.2.1.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Mapping, Node
from revox_lint.syntax.tree import ProblemKind

SEVERITY = Severity.ERROR
SUPERSEDES = ("missing-field",)

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
    for finding in document.problems(ProblemKind.DUPLICATE_KEY):
        yield _left_mapping(document, finding) or finding


def _left_mapping(document: Document, finding: Finding) -> Finding | None:
    """Return the finding about a key that lost its indentation below a mapping that lacks it."""
    spans = {document.span(finding.where), *(document.span(one) for _, one in finding.related)}
    for above, entry in pairwise(document.root.entries):
        lacking = [
            one.name
            for one in document.violations
            if one.keyword == "required" and one.path == (above.name,)
        ]
        if entry.key.span in spans and lacking == [entry.name] and _is_block(above.value):
            return finding._replace(
                where=entry.key,
                message=f"{document.quoted(entry.name)} belongs in `{above.name}`",
                help=f"indent it below `{above.name}:`",
                related=(),
                covers=(above.key,),
            )
    return None


def _is_block(node: Node) -> bool:
    return isinstance(node, Mapping) and not node.flow and node.origin is None
