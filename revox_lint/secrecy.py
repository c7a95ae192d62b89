"""The secrets of a file: where they are, and any text with no more of each than may be shown.

A secret in a definition reaches terminals, logs of CI and editors through every rule that quotes
a value, not only through the rule that reports it. So a text is hidden before it is quoted, and a
diagnostic has the places that a report must not show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from revox_lint.syntax.node import Scalar
from revox_lint.syntax.span import Span
from revox_lint.syntax.subspan import span_within
from revox_lint.text.secret import SHOWN, secrets, shown


class Secrets(NamedTuple):
    """The secrets of a file: the spans that may not be shown, and a pattern.

    `pattern` matches each of them in any spelling: a rule may quote a value with other case or
    separators than the file has. None where there is no secret.
    """

    spans: tuple[Span, ...] = ()
    pattern: re.Pattern[str] | None = None

    def hide(self, text: str) -> str:
        """Return `text` with each secret cut to what may be shown of it."""
        if self.pattern is None:
            return text
        return self.pattern.sub(lambda match: match[0][: shown(len(match[0]))] + "…", text)


def find_secrets(text: str, scalars: Iterable[Scalar], urls: Iterable[Scalar]) -> Secrets:
    """Return the secrets of a file, in values, keys and comments.

    `text` is that of the file, `scalars` are its keys and values as they are written, `urls`
    those in which a password or a parameter may be a secret, in any shape.
    """
    spans: set[Span] = set()
    words: set[str] = set()
    for start, end in _shapes(text):
        spans.add(Span(start, end))
        words.add(text[start:end])
    credentials = {id(url.origin or url): url.origin or url for url in urls}
    for scalar in scalars:
        parts = [*_shapes(scalar.text)]
        if id(scalar) in credentials:
            parts += _credentials(scalar.text)
        for start, end in parts:
            words.add(scalar.text[start:end])
            spans.add(span_within(text, scalar, start, end))
    spelled = sorted({_spelled(word) for word in words if word}, key=len)
    pattern = re.compile("|".join(reversed(spelled)), re.IGNORECASE) if spelled else None
    hidden = (Span(start + shown(end - start), end) for start, end in spans)
    return Secrets(tuple(sorted(hidden)), pattern)


def _spelled(word: str) -> str:
    """A pattern for a secret whose separators may differ.

    A short one is an ordinary word elsewhere: it is one only as a password or a parameter.
    """
    if len(word) <= SHOWN:
        return rf"(?:(?<=:){re.escape(word)}(?=@)|(?<=[=@/]){re.escape(word)}(?=[@&;#`]|\Z))"
    parts = re.findall(r"[^\W_]+", word)
    return r"[\W_]*".join(parts) if sum(map(len, parts)) > SHOWN else re.escape(word)


# What precedes the secret part, and is known to everybody.
_KNOWN = r"(?i:bearer\s+|hooks\.slack\.com/services/)|-----BEGIN [A-Z0-9 ]+-----[\s\\rn]*"


def _shapes(text: str) -> Iterator[tuple[int, int]]:
    for secret in secrets(text):
        known = re.compile(_KNOWN).match(text, secret.start, secret.end)
        yield secret.start if known is None else known.end(), secret.end


def _credentials(text: str) -> Iterator[tuple[int, int]]:
    from revox_lint.text import url
    from revox_lint.text.credential import secret_parameter

    read = url.read(text)
    # An invalid URL has no parts, but its secrets all the same.
    login = re.match(r"\s*[^/?#]*//([^/?#@]*)@", text)
    user = read.user or (login[1] if login is not None else "")
    parameter = secret_parameter(read.query or text.partition("?")[2].partition("#")[0].strip())
    for raw in (user, parameter.raw if parameter is not None else ""):
        start = text.find(raw) if raw else -1
        if start >= 0 and not url.leftover(raw):
            password = raw.find(":") + 1 if raw is user else 0
            yield start + password, start + len(raw)
