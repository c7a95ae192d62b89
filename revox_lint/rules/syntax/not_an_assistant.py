"""A document that is a list, a scalar or empty.

An assistant is a mapping with at least `name` and `prompt`. A list, a lone string or an empty
document, such as after a last `---`, defines nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Broken, Scalar, Sequence
from revox_lint.syntax.span import Span
from revox_lint.syntax.tree import ProblemKind

SEVERITY = Severity.ERROR

BAD = """\
- name: Sales  # error
- name: Support
"""

GOOD = """\
name: Sales
"""

_WORDS = {Sequence: "a list", Scalar: "a single value"}


def check(document: Document) -> Iterator[Finding]:
    root = document.tree.root
    if document.is_mapping or isinstance(root, Broken):
        return
    if root is None:
        if document.tree.blanks or any(True for _ in document.problems(ProblemKind.SYNTAX)):
            return
        start = document.extent.start
        text = document.source.text
        mark = Span(start, start + 3) if text.startswith("---", start) else Span(start, start)
        yield Finding(
            mark,
            "empty document, expected a mapping with `name` and `prompt`",
            help="write an assistant, or remove the document",
        )
        return
    yield Finding(
        root,
        f"the document is {_WORDS.get(type(root), 'a value')}, expected a mapping with `name` and "
        "`prompt`",
        help="write one assistant per document, separated by lines with `---`",
    )
