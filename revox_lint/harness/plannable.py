"""Which errors of a definition make its calendar another than the one that is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from revox_lint.rule import ALWAYS
from revox_lint.syntax.node import Mapping, Node, Sequence

if TYPE_CHECKING:
    from revox_lint.contract.roles import Path
    from revox_lint.diagnostic import Diagnostic
    from revox_lint.document import Document
    from revox_lint.harness.expectations.expectation import Subject


def about_calls(subject: Subject) -> Iterator[Diagnostic]:
    """Yield the errors with which no plan can be trusted.

    Those of a file that cannot be read as a definition, those inside the field that says when
    calls are made, and those about a field that was meant as one of its fields: left out, the
    defaults would be drawn in its place.
    """
    document = subject.document
    retry = document.roles.retry
    names = {*retry, *_below(document, retry)}
    named = re.compile(rf"\b(?:{'|'.join(re.escape(str(one)) for one in names)})\b")
    strange = document.root if isinstance(document.root, Mapping) else ()
    for one in subject.errors:
        inside = f"{one.pointer}/".startswith(f"/{'/'.join(map(str, retry))}/")
        meant = named.search(f"{one.message} {one.help}") is not None
        holds = any(
            not names.isdisjoint(_names(entry.value))
            for entry in strange
            if entry.key.span == one.span and entry.name not in document.contract.fields(())
        )
        if one.rule in ALWAYS or inside or meant or holds:
            yield one


def _below(document: Document, path: Path) -> Iterator[str]:
    for name in document.contract.fields(path):
        yield name
        yield from _below(document, (*path, name, 0))


def _names(node: Node) -> Iterator[str]:
    """Yield the names of all fields in a value."""
    if isinstance(node, Mapping):
        for entry in node:
            yield entry.name
            yield from _names(entry.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _names(item)
