"""A document that is no mapping of fields to values.

An assistant is a mapping that has at least a name and a prompt. A list, a lone text or an
empty document, as after a last `---`, defines nothing.
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
            "the document is empty: an assistant has at least `name` and `prompt`",
            help="write the definition, or remove the document",
        )
        return
    yield Finding(
        root,
        f"the document is {_WORDS.get(type(root), 'something else')}, not an assistant: "
        "an assistant is a mapping with `name` and `prompt`",
        help="separate several assistants of one file by lines with ---",
    )
