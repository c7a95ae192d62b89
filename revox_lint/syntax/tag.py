"""A tag that YAML does not have: what to say of `!include` or `!important`."""

from __future__ import annotations

import re
from typing import Final

from revox_lint.syntax.quote import excerpt

NO_INCLUDES: Final = "write the value itself: YAML has no includes"
"""The help about a tag with which a tool fetches a value from elsewhere."""

_FETCH: Final = (
    r"(?i)!(?:\w*(?:include|import|env|env_?var|secret|ref|reference|file|vault|var)|sub|load|read"
    r"|getatt|join|concat|code|encrypted)(?![a-z])"
)


def unknown_tag(written: str) -> tuple[str, str]:
    """Return the message and the help about a tag as it is written."""
    message = f"unknown tag `{excerpt(written)}`, which JSON cannot express"
    fetches = re.match(_FETCH, written) is not None
    return message, NO_INCLUDES if fetches else "quote a string that starts with `!`"
