"""What a parse gives: the trees of a file's documents, and what was noticed on the way."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from revox_lint.syntax.node import Node
from revox_lint.syntax.span import Span

MAX_EXPANSION = 100_000
"""Nodes that all aliases and merges of a document may bring in together."""
MAX_EVENTS = 125_000
"""Values, starts and ends of collections that are read of one file."""
MAX_DOCUMENTS = 1000
"""Documents that are read of one file; a file of assistants has a few."""
MAX_DEPTH = 100
"""Levels of nesting; an assistant has five."""
TOO_DEEP = f"nesting deeper than {MAX_DEPTH} levels is not read"


class ProblemKind(Enum):
    """What sort of problem it is; each has a rule of its own."""

    SYNTAX = "syntax"
    DUPLICATE_KEY = "duplicate key"
    UNSUPPORTED = "unsupported"


class Problem(NamedTuple):
    """Something that keeps the text from being read as it stands."""

    kind: ProblemKind
    span: Span
    message: str
    help: str | None = None
    related: tuple[tuple[str, Span], ...] = ()


class Anchor(NamedTuple):
    """An anchor's name, the place of `&name`, and whether an alias uses it."""

    name: str
    span: Span
    used: bool


class Tree(NamedTuple):
    """One YAML document: its root (None when it is empty), and what was noticed on the way.

    `blanks` are the places that were passed over after a syntax error.
    """

    root: Node | None
    span: Span
    problems: tuple[Problem, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    blanks: tuple[Span, ...] = ()


class Parsed(NamedTuple):
    """A file's documents and the `scalars`' spans, in which no comment can stand."""

    trees: tuple[Tree, ...]
    scalars: tuple[tuple[Span, str], ...]
