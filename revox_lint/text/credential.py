"""Find parameters of a URL that carry a key, a token or a password."""

from __future__ import annotations

import re
from typing import NamedTuple

from revox_lint.text import url
from revox_lint.text.secret import secrets


class Parameter(NamedTuple):
    """A parameter of a query: `raw` is its value as written, `value` decoded."""

    name: str
    value: str
    raw: str


# Words of a parameter's name, in small letters, joined by `_`.
_NAME = (
    r"(?:.*_)?(?:token|secret|password|passwd|pwd|passphrase|passcode|credentials?|bearer|jwt|sig"
    r"|signature|hmac|motdepasse|passwort|contrasena"
    r"|(?:api|access|auth|secret|private|functions?|client|subscription|shared|master|service"
    r"|account|webhook|signing|encryption)_?key|(?:api|auth|access)token|(?:api|user)_?pass)"
    r"(?:_.*)?"
)
# Names that carry a secret only if the value looks like one.
_MAYBE = r"(?:.*_)?(?:key|auth|authorization|code|pass|hash|session|sessionid|sid|s|k|t)"
# What stands behind a secret word and is no secret: `token_type=bearer`.
_ABOUT = r".*_(?:type|name|id|expires|expiry|required|url|uri|reset|method|version)"
_ORDINARY = r"(?i:true|false|yes|no|none|null|basic|bearer|oauth2?|digest|required|optional|on|off)"


def secret_parameter(query: str) -> Parameter | None:
    """Return the first parameter of `query` that carries a secret, by its name or its look."""
    if not query:
        return None
    from urllib.parse import unquote

    for part in re.split("[&;]", query):
        name, _, raw = part.partition("=")
        value = unquote(raw).strip()
        if value.casefold().startswith("bearer "):
            value = value[7:].strip()
        if not value or url.leftover(value) or not value.strip("*x-X."):
            continue
        if any(secrets(value)) or _is_secret_name(unquote(name), value):
            return Parameter(name, value, raw)
    return None


def _is_secret_name(name: str, value: str) -> bool:
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    words = re.sub(r"[^a-z0-9]+", "_", spaced.casefold()).strip("_")
    if re.fullmatch(_ABOUT, words) or re.fullmatch(_ORDINARY, value):
        return False
    if re.fullmatch(_NAME, words):
        return len(value) >= 3
    return re.fullmatch(_MAYBE, words) is not None and _looks_random(value)


def _looks_random(value: str) -> bool:
    """Long, and of letters and digits that no one would choose; not a UUID, which names things."""
    if len(value) < 16 or re.search(r"\s", value):
        return False
    if re.fullmatch(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}", value):
        return False
    digits = sum(char.isdigit() for char in value)
    return 0.1 <= digits / len(value) <= 0.9 and len(set(value)) >= 8
