"""The API key: a value that is never shown, and that is redacted from text."""

from __future__ import annotations

import base64
import json
import re
import urllib.parse
from collections.abc import Iterator
from typing import Final

REDACTED: Final = "[redacted]"

_FRAGMENT: Final = 8
"""Characters of the key in a row that already say too much; a shorter key is no secret."""

_TELLING: Final = 12
"""Characters of the key in a row that are nowhere else by chance."""

_WORD: Final = r"\A(?:[a-z_.-]+|[A-Z_.-]+)\Z"
"""What is a word rather than a part of a key, such as `live` in `rvx_live_4f9K…`."""


class ApiKey:
    """An API key, which is never shown: not by `repr`, not in a traceback's locals.

    `name` is where it came from, and what messages call it.
    """

    __slots__ = ("_forms", "_value", "name")

    def __init__(self, value: str, name: str) -> None:
        """Keep a value, and where it came from."""
        self._value = value
        self.name = name
        self._forms = _forms_of(value) if len(value) >= _FRAGMENT else ()

    def __repr__(self) -> str:
        return f"<{self.name}: {REDACTED}>"

    __str__ = __repr__

    def __reduce__(self) -> str:
        raise TypeError("an API key is not pickled")

    def reveal(self) -> str:
        """Return the value itself."""
        return self._value

    def is_in(self, text: str) -> bool:
        """Return whether text certainly contains the key, or much of it.

        Twelve of its characters in a row are certain. A shorter one, which is a word
        rather than a key, may be anywhere.
        """
        lowered = _lowered(text)
        return any(
            len(form) >= _TELLING and any(_places(lowered, form, _TELLING)) for form in self._forms
        )

    def redact(self, text: str) -> str:
        """Return text without the key, whole or in part, plain or encoded.

        Eight of its characters in a row are part enough, unless they are a word such as
        `reminder`. Case does not matter. A shorter key, such as `test` for a server on the same
        machine, may be anywhere, and nothing of it is hidden.
        """
        lowered = _lowered(text)
        hidden = bytearray(len(text))
        for form in self._forms:
            for width in {min(_FRAGMENT, len(form)), len(form)}:
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
    """Yield where in a text `width` characters of a form of the key begin."""
    parts = {form[at : at + width] for at in range(len(form) - width + 1)}
    fragments = {_lowered(one) for one in parts if one == form or re.search(_WORD, one) is None}
    return (at for at in range(len(lowered) - width + 1) if lowered[at : at + width] in fragments)


def _lowered(text: str) -> str:
    """Return text in lower case, each character where it was."""
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
    return tuple(sorted(forms))
