"""What of a file must never be shown, and words with it taken out.

A secret in a definition reaches terminals, logs of CI and editors through every rule that
quotes a value, not only through the rule that reports it. So the words of all rules pass here
before they become diagnostics, and the diagnostics say which characters of the file a report
may not show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from revox_lint.document import Document
from revox_lint.syntax.node import Scalar
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span
from revox_lint.text.secret import secrets

SHOWN = 4
"""How many characters of a secret may be seen."""
_RUN = 8  # so many letters and digits in a row that a secret has, too, are taken for it


class Hidden(NamedTuple):
    """The secrets of one file: their places in its text, and what they are.

    The words of a message are compared by letters and digits without case, because a rule may
    quote a value in another spelling than the file's. `runs` are all runs of eight in a secret,
    with whether it begins so; `beginnings` are shorter, for secrets that are cut off;
    `short` are secrets too short for a run.
    """

    spans: tuple[Span, ...] = ()
    runs: Mapping[str, bool] = {}
    beginnings: frozenset[str] = frozenset()
    short: tuple[str, ...] = ()

    def out_of(self, text: str) -> str:
        """`text` with no more than four characters of any secret, or of a part of one."""
        if not self.spans:
            return text
        for word in self.short:
            text = text.replace(word, word[:SHOWN] + "…")
        for start, end in reversed(self._found(text)):
            text = text[:start] + "…" + text[end:].removeprefix("…")
        return text

    def _found(self, text: str) -> list[tuple[int, int]]:
        """What is to be taken out of `text`: places that do not touch, in order."""
        places = [index for index, char in enumerate(text) if char.isalnum()]
        folded = "".join(text[index].lower()[0] for index in places)
        found: list[tuple[int, int]] = []
        for at in range(len(folded) - _RUN + 1):
            begins = self.runs.get(folded[at : at + _RUN])
            if begins is None:
                continue
            start, end = places[at], places[at + _RUN - 1] + 1
            if found and start < found[-1][1]:
                found[-1] = (found[-1][0], end)
            elif not text[start:end].islower() or begins or self._goes_on(folded, at):
                found.append((start + SHOWN if begins else start, end))
        for at, index in enumerate(places):
            if text[index + 1 : index + 2] not in ("…", "`"):
                continue
            for length in range(_RUN - 1, SHOWN, -1):
                if folded[max(at + 1 - length, 0) : at + 1] in self.beginnings:
                    found.append((places[at + 1 - length] + SHOWN, index + 1))
                    break
        return sorted(found)

    def _goes_on(self, folded: str, at: int) -> bool:
        """Whether the run at `at` goes on so long that it is no ordinary word."""
        return all(folded[at + step : at + step + _RUN] in self.runs for step in range(1, 4))


def hidden(source: Source, documents: Iterable[Document]) -> Hidden:
    """The secrets of `source`, in values, keys and comments, however they are written."""
    spans: set[Span] = set()
    words: set[str] = set()
    for secret in secrets(source.text):
        start = secret.start + _prefix(source.text[secret.start : secret.end])
        spans.add(Span(start, secret.end))
    for document in documents:
        for scalar in _scalars(document):
            for start, end in _secret_parts(document, scalar):
                words.add(scalar.text[start:end])
                spans.add(document.within(scalar, start, end))
    words.update(source.text[span.start : span.end] for span in spans)
    runs: dict[str, bool] = {}
    beginnings: set[str] = set()
    for word in words:
        folded = "".join(char.lower()[0] for char in word if char.isalnum())
        for at in range(len(folded) - _RUN + 1):
            runs[folded[at : at + _RUN]] = at == 0 or runs.get(folded[at : at + _RUN], False)
        beginnings.update(folded[:length] for length in range(SHOWN + 1, min(_RUN, len(folded))))
    short = (word for word in words if SHOWN < len(word) < _RUN)
    return Hidden(tuple(sorted(spans)), runs, frozenset(beginnings), tuple(sorted(short)))


def _scalars(document: Document) -> Iterator[Scalar]:
    for place in document.places:
        if place.entry is not None and place.entry.merged is None:
            yield place.entry.key
        if isinstance(place.node, Scalar) and place.node.origin is None:
            yield place.node


def _secret_parts(document: Document, scalar: Scalar) -> Iterator[tuple[int, int]]:
    for secret in secrets(scalar.text):
        yield secret.start + _prefix(scalar.text[secret.start : secret.end]), secret.end
    webhook = document.string("webhook_url")
    if webhook is None or scalar not in (webhook, webhook.origin):
        return
    from revox_lint.text import url
    from revox_lint.text.credential import secret_parameter

    read = url.read(scalar.text)
    parameter = secret_parameter(read.query)
    for raw in (read.user, parameter.raw if parameter is not None else ""):
        start = scalar.text.find(raw) if raw else -1
        if start >= 0 and not url.leftover(raw):
            password = raw.find(":") + 1 if raw is read.user else 0
            yield start + password, start + len(raw)


# What stands in front of the secret part, and is known to everybody.
_KNOWN = r"(?i:bearer\s+|hooks\.slack\.com/services/)|-----BEGIN [A-Z0-9 ]+-----[\s\\rn]*"


def _prefix(secret: str) -> int:
    match = re.match(_KNOWN, secret)
    return match.end() if match is not None else 0
