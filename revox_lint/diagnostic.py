"""What is said about a definition: severities, spans, fixes, findings and diagnostics.

A rule yields a `Finding`: it points at a node or a span and says what is wrong.
The engine completes it to a `Diagnostic`: with the rule's name, the severity that
the configuration gives it, the file and the place in the document.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, Protocol, TypeAlias

from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span


class Severity(StrEnum):
    """How bad it is, worst first.

    `error`: the API would refuse the definition, or the call would certainly not do
    what the file says. `warning`: very probably a mistake. `info`: worth knowing.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error: greater is worse."""
        return _RANK[self.value]


_RANK = {"info": 0, "warning": 1, "error": 2}


class Located(Protocol):
    """Anything with a place in the text: every node of the tree is one."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


Where: TypeAlias = "Located | Span"


class Applicability(StrEnum):
    """Whether a fix keeps the meaning that the author plainly had (`safe`) or may change it."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(NamedTuple):
    """Replace the characters of `span` by `text`; an empty span inserts."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A change that can be applied to the text: edits that do not overlap.

    `title` is an imperative sentence without a full stop: "Quote the phone number".
    """

    title: str
    applicability: Applicability
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """What a rule yields: a node or a span, and what is wrong there.

    `related` are further places with a word on each. `severity` overrides the rule's own
    for this one finding (an error that is only a warning in its milder form); a severity
    from the configuration overrides both. `covers` are further places of the same mistake:
    a rule named in this rule's `SUPERSEDES` does not report that place either, unless its
    finding is more severe, or is about further places.
    """

    where: Where
    message: str
    help: str | None = None
    related: tuple[tuple[str, Where], ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    covers: tuple[Where, ...] = ()


class Related(NamedTuple):
    """A second place that explains the first: where a duplicate was first given, say.

    `source` is None when the place is in the same file as the diagnostic.
    """

    message: str
    span: Span
    source: Source | None = None


class Diagnostic(NamedTuple):
    """One mistake: what is wrong, where it is to the character, and what to do about it.

    `message` is one line that needs no context. `help` is what to write, if that is known.
    `pointer` is the JSON pointer of the node in its document ("" for the whole document),
    `document` the index of the YAML document in the file, from 0. `hidden` are the places of
    secrets in the file that no report shows: at most four characters of each are seen.
    """

    rule: str
    severity: Severity
    message: str
    source: Source
    span: Span
    document: int = 0
    pointer: str = ""
    help: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    hidden: tuple[Span, ...] = ()

    @property
    def path(self) -> str:
        """The path of the file as it was given, with `/` between its parts."""
        return self.source.path

    @property
    def url(self) -> str:
        """The page that explains the rule."""
        return f"{DOCS_URL}/rules/{self.rule}/"


DOCS_URL = "https://revox-lint.readthedocs.io/en/stable"
