"""A key that is given twice in one mapping.

Some parsers take the first value, some the last, some refuse the file: the parser decides what
is said on the phone. A key that comes from a merge (`<<`) may be given again, to override it.

The YAML 1.2.2 specification requires keys to be unique (chapter 3.2.1.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from revox_lint.contract.contract import Path
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.alias import MERGE_ONCE, merged
from revox_lint.syntax.node import Entry, Mapping, Node
from revox_lint.syntax.span import Span
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
    found = _merges_once(document, list(document.problems(ProblemKind.DUPLICATE_KEY)))
    lost = _left_mapping(document) if found else {}
    for finding in found:
        spans = [finding.where, *(place for _, place in finding.related)]
        pairs = [lost[span] for one in spans if (span := document.span(one)) in lost]
        if not pairs:
            yield finding
            continue
        above, entry = pairs[0]
        yield finding._replace(
            where=entry.key,
            message=f"{document.quoted(entry.name)} belongs in `{above.name}`",
            help=f"indent it below `{above.name}:`",
            related=(),
            covers=(above.key,),
        )


def _merges_once(document: Document, found: list[Finding]) -> list[Finding]:
    """Return findings, those about several `<<` of one mapping as one with what to write."""
    kept: list[Finding] = []
    groups: dict[Span, list[Finding]] = {}
    for one in found:
        if one.help == MERGE_ONCE:
            groups.setdefault(document.span(one.related[0][1]), []).append(one)
        else:
            kept.append(one)
    for span, group in groups.items():
        ends = [span.end, *(document.span(one.where).end for one in group)]
        line = merged(document.source.text, ends)
        help = None if line is None else f"write one: {document.quoted(line)}"
        kept.append(group[0]._replace(help=help or group[0].help))
    return kept


def _left_mapping(document: Document) -> dict[Span, tuple[Entry, Entry]]:
    """Return the keys that lost their indentation, with the field above that lacks only them."""
    lacking: dict[Path, list[str | None]] = {}
    for one in document.violations:
        if one.keyword == "required" and len(one.path) == 1:
            lacking.setdefault(one.path, []).append(one.name)
    return {
        entry.key.span: (above, entry)
        for above, entry in pairwise(document.root.entries if lacking else ())
        if lacking.get((above.name,)) == [entry.name] and _is_block(above.value)
    }


def _is_block(node: Node) -> bool:
    return isinstance(node, Mapping) and not node.flow and node.origin is None
