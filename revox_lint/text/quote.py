"""The one way in which a part of a file gets into a message: hidden, harmless, short."""

from __future__ import annotations

from typing import Final

MOST: Final = 60
"""Characters of a value that a message shows."""

SHOWN: Final = 4
"""Characters of a secret that any output shows."""


def quote(text: str, most: int = MOST) -> str:
    """Return `text` in backticks as a message shows it, see `excerpt`."""
    return f"`{excerpt(text, most)}`"


def excerpt(text: str, most: int = MOST) -> str:
    """Return `text` on one line, without secrets and control characters, cut to `most` characters.

    Of a secret the first four characters are kept. Secrets are hidden before the text is cut,
    so that a cut never leaves a part of one.
    """
    line = " ".join(_hidden(text).split())
    line = "".join(char if char.isprintable() else "�" for char in line)
    return line if len(line) <= most else line[: most - 1] + "…"


def _hidden(text: str) -> str:
    if len(text) < 2 * SHOWN:
        return text
    from revox_lint.text.secret import secrets

    for secret in reversed(list(secrets(text))):
        text = text[: secret.start + SHOWN] + "…" + text[secret.end :]
    return text
