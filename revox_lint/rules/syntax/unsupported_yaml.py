"""YAML that has no equivalent in JSON: keys that are not strings, tags, recursive aliases.

The API takes JSON. Keys that are not strings, tags other than the core ones (`!!str`, `!!int`, …),
aliases that contain themselves, and excessive nesting or aliases cannot be sent.

The core tags are those of chapter 10.3 of the YAML 1.2.2 specification.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity, Where
from revox_lint.document import Document
from revox_lint.syntax.tag import NO_INCLUDES
from revox_lint.syntax.tree import ProblemKind
from revox_lint.text.file_path import text_itself

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
    for one in document.problems(ProblemKind.UNSUPPORTED):
        field = _text_field(document, one.where) if one.help == NO_INCLUDES else None
        if field is not None:
            one = one._replace(help=text_itself(field, as_json=document.in_json))
        yield one


def _text_field(document: Document, tag: Where) -> str | None:
    """Return the field of a text that has the tag in front of its value, or None."""
    at = document.span(tag).start
    for text in document.roles.texts:
        for place in document.each(text.path):
            key = None if place.entry is None else place.entry.key.span.end
            if key is not None and key < at and not document.source.text[key:at].strip(" :\t\r\n"):
                return str(text.path[-1])
    return None
