"""The API key, and text from elsewhere made fit to be shown without it."""

from __future__ import annotations

import base64
import json
import unicodedata
import urllib.parse
from collections.abc import Iterator
from typing import Final

REDACTED: Final = "[redacted]"

_FRAGMENT: Final = 8
"""Characters of the key in a row that already say too much."""

_TELLING: Final = 12
"""Characters of the key in a row that stand nowhere else by chance."""


class Secret:
    """A value that is never shown: not by `repr`, not in a traceback's locals.

    `name` is where it came from, and what messages call it.
    """

    __slots__ = ("_forms", "_value", "name")

    def __init__(self, value: str, name: str) -> None:
        """Keeps a value, and where it came from."""
        self._value = value
        self.name = name
        self._forms = _forms_of(value)

    def __repr__(self) -> str:
        return f"<{self.name}: {REDACTED}>"

    __str__ = __repr__

    def __reduce__(self) -> str:
        raise TypeError("a secret is not pickled")

    def reveal(self) -> str:
        """Returns the value itself."""
        return self._value

    def is_in(self, text: str) -> bool:
        """Returns whether text certainly holds the secret, or much of it.

        Twelve of its characters in a row are certain. A shorter secret, which is a word
        rather than a key, may stand anywhere.
        """
        lowered = _lowered(text)
        return any(
            len(form) >= _TELLING and any(_places(lowered, form, _TELLING)) for form in self._forms
        )

    def redact(self, text: str) -> str:
        """Returns text without the secret, whole or in part, plain or encoded.

        Eight of its characters in a row are part enough. Case does not matter.
        """
        lowered = _lowered(text)
        hidden = bytearray(len(text))
        for form in self._forms:
            width = min(_FRAGMENT, len(form))
            for at in _places(lowered, form, width):
                hidden[at : at + width] = b"\x01" * width
        if not any(hidden):
            return text
        pieces: list[str] = []
        for at, character in enumerate(text):
            if not hidden[at]:
                pieces.append(character)
            elif at == 0 or not hidden[at - 1]:
                pieces.append(REDACTED)
        return "".join(pieces)


def _places(lowered: str, form: str, width: int) -> Iterator[int]:
    """Yields where in a text `width` characters of a form of the secret begin."""
    fragments = {form[at : at + width] for at in range(len(form) - width + 1)}
    return (at for at in range(len(lowered) - width + 1) if lowered[at : at + width] in fragments)


def _lowered(text: str) -> str:
    """Returns text in lower case, each character where it was."""
    return "".join(_lower(character) for character in text)


def _lower(character: str) -> str:
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character


def _forms_of(value: str) -> tuple[str, ...]:
    encoded = value.encode("utf-8", "surrogatepass")
    forms = {
        value,
        urllib.parse.quote(value, safe="", errors="surrogatepass"),
        json.dumps(value)[1:-1],
        base64.b64encode(encoded).decode().rstrip("="),
        base64.urlsafe_b64encode(encoded).decode().rstrip("="),
        encoded.hex(),
    }
    return tuple(sorted({_lowered(form) for form in forms if form}))


def visible(text: str) -> str:
    """Returns text with a space for every control and formatting character.

    These are escape sequences' first characters, line breaks, bidirectional marks, ….
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if unicodedata.category(character) in _UNSHOWN else character for character in text
    )


def inert(text: str, limit: int = 300) -> str:
    """Returns text as one line that a terminal or a log shows as it is.

    As `visible`, and runs of white space become one space; longer than `limit` characters
    is cut with an ellipsis.
    """
    line = " ".join(visible(text[: limit * 16]).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


_UNSHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
