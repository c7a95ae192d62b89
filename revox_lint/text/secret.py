"""The shapes of keys and passwords, as those who issue them document them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

SHOWN = 4
"""Characters of a secret that any output shows at most."""


def shown(length: int) -> int:
    """Return how many characters of a secret may be shown: half of it, at most four."""
    return min(SHOWN, length // 2) if length > SHOWN else 0


class FoundSecret(NamedTuple):
    """Something in a text that has the shape of a secret. `kind` says of what, in words."""

    kind: str
    start: int
    end: int


_LOGIN = (
    r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}://[^\s:/@{}<>\[\]\"']{1,100}:"
    r"(?P<secret>[^\s/@{}<>\[\]\"'$]{4,200})@[\w.-]"
)
_OPENAI = (
    r"(?<![\w-])sk-(?:[a-z0-9]{2,10}-){0,3}"
    r"(?:[A-Za-z0-9_]{12}[A-Za-z0-9_-]{4,}|(?=[A-Za-z_]*[0-9])[A-Za-z0-9_]{8,})"
)
# (the words for it, the text that it must contain, its pattern). Whatever comes first in
# this list names what several patterns match. A group called `secret` is the secret alone.
_SHAPES: tuple[tuple[str, str, str], ...] = (
    # RFC 7468, textual encodings of keys
    (
        "private key",
        "PRIVATE KEY",
        (
            r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"
            r"(?:[\s\S]{0,8000}?-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"
            r"|(?:\s*[A-Za-z0-9+/=]{20,})*)"
        ),
    ),
    # RFC 7519: header and payload are base64url of JSON, which begins with `{"`
    (
        "JSON web token",
        "eyJ",
        r"(?<![\w-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*",
    ),
    # OpenAI `sk-`, `sk-proj-`; Anthropic `sk-ant-`; OpenRouter `sk-or-v1-`
    ("API key", "sk-", _OPENAI),
    # AWS, IAM identifiers: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
    ("AWS access key", "AKIA", r"(?<![A-Za-z0-9])AKIA[0-9A-Z]{16}(?![A-Za-z0-9])"),
    ("AWS access key", "ASIA", r"(?<![A-Za-z0-9])ASIA[0-9A-Z]{16}(?![A-Za-z0-9])"),
    # GitHub: https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
    ("GitHub token", "gh", r"(?<!\w)gh[pousr]_[A-Za-z0-9]{30,}"),
    ("GitHub token", "github_pat_", r"(?<!\w)github_pat_\w{22,}"),
    # GitLab, Slack, Stripe, Google, SendGrid, Twilio, npm, Hugging Face: their own documentation
    ("GitLab token", "glpat-", r"(?<!\w)glpat-[\w-]{20,}"),
    ("Slack token", "xox", r"(?<!\w)xox[abeoprs]-[A-Za-z0-9-]{10,}"),
    ("Slack webhook", "hooks.slack", r"hooks\.slack\.com/services/T\w+/B\w+/\w{16,}"),
    ("Stripe key", "k_", r"(?<!\w)[rs]k_(?:live|test)_[A-Za-z0-9]{16,}"),
    ("Stripe secret", "whsec_", r"(?<!\w)whsec_[A-Za-z0-9+/=]{20,}"),
    ("Google key", "AIza", r"(?<![\w-])AIza[\w-]{30,}"),
    ("Google token", "ya29.", r"(?<!\w)ya29\.[\w-]{20,}"),
    ("SendGrid key", "SG.", r"(?<!\w)SG\.[\w-]{16,}\.[\w-]{16,}"),
    ("Twilio key", "SK", r"(?<!\w)SK[0-9a-f]{32}(?!\w)"),
    ("npm token", "npm_", r"(?<!\w)npm_[A-Za-z0-9]{36}"),
    ("Hugging Face token", "hf_", r"(?<!\w)hf_[A-Za-z0-9]{30,}"),
    # ElevenLabs and Cartesia; Groq, xAI, Perplexity, Replicate, DigitalOcean
    ("API key", "sk_", r"(?<!\w)sk_(?:car_[A-Za-z0-9]{16,}|[0-9a-f]{40,})"),
    ("API key", "gsk_", r"(?<!\w)gsk_[A-Za-z0-9]{40,}"),
    ("API key", "xai-", r"(?<!\w)xai-[A-Za-z0-9]{40,}"),
    ("API key", "pplx-", r"(?<!\w)pplx-[A-Za-z0-9]{40,}"),
    ("API key", "dop_v1_", r"(?<!\w)dop_v1_[0-9a-f]{64}"),
    # RFC 6750 and RFC 7617
    (
        "bearer token",
        "earer",
        (
            r"(?<!\w)[Bb]earer[ \t]+(?P<secret>(?=[\w.~+/=-]*[0-9])(?=[\w.~+/=-]*[A-Za-z])"
            r"[A-Za-z0-9][\w.~+/-]{14,}=*)"
        ),
    ),
    (
        "password",
        "Basic",
        r"[Aa]uthorization[\"']?\s*[:=]\s*[\"']?Basic[ \t]+(?P<secret>[A-Za-z0-9+/]{12,}=*)",
    ),
    # A user and password in a URL: RFC 3986, 3.2.1
    (
        "password",
        "://",
        _LOGIN,
    ),
    # `api_key: 4f…`: the name says what it is, the value looks like nothing else
    (
        "key",
        "",
        (
            r"(?i:api[ _-]?key|secret(?:[ _-]?key)?|access[ _-]?key|access[ _-]?token"
            r"|auth[ _-]?token|client[ _-]?secret|password|passwd)[\"'`]?\s*(?:[:=]|is)\s*[\"'`]?"
            r"(?P<secret>(?=[\w+/-]*[0-9])(?=[\w+/-]*[a-z])(?=[\w+/-]*[A-Z])"
            r"[A-Za-z0-9][\w+/-]{19,}|(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{32,})"
        ),
    ),
)
Shape = tuple[str, str, str]

_APART = frozenset({"PRIVATE KEY", "earer", "Basic"})
"""Signs that stand apart from the long word that is secret."""
_SHORTEST = 10
"""Characters of the shortest word that a shape can be."""
_MOST = 100
_NAMES = ("key", "secret", "token", "passw")
_STAND_IN = r"(?i)your|here|replace|insert|(.)\1{7,}|\.\.\.|example[_-]?(?:key|token)"


def shapes_in(text: str) -> tuple[Shape, ...]:
    """The shapes of which `text`, or a part of it, can be one: it has the signs of them."""
    folded = text.casefold()
    found = {""} if any(name in folded for name in _NAMES) else set()
    # All others are, or end in, one long word: there are few of them to search in.
    words = " ".join([word for word in text.split() if len(word) >= _SHORTEST])
    found |= {sign for sign in _APART if sign in text}
    found |= {sign for _, sign, _ in _SHAPES if sign not in _APART and sign and sign in words}
    return tuple(shape for shape in _SHAPES if shape[1] in found)


def secrets(text: str, shapes: tuple[Shape, ...] = _SHAPES) -> Iterator[FoundSecret]:
    """Everything in `text` that has the shape of a secret, in order; none within another.

    `shapes` are those to look for: `shapes_in` a longer text, of which this is a part.
    """
    if len(text) < 12:
        return
    found: list[FoundSecret] = []
    folded = text.casefold()
    for kind, needed, pattern in shapes:
        if needed not in text or not (needed or any(name in folded for name in _NAMES)):
            continue
        for match in _compiled(pattern).finditer(text):
            start, end = match.span()
            if match.re.groups and kind != "bearer token":
                start, end = match.span("secret")
            if re.compile(_STAND_IN).search(text, start, end):
                continue
            if len(found) < _MOST and all(end <= one.start or one.end <= start for one in found):
                found.append(FoundSecret(kind, start, end))
    yield from sorted(found, key=lambda one: one.start)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
