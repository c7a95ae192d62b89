"""An alias without an anchor, and where a text merges one: what to say of `<<: *base`."""

from __future__ import annotations

import re
from typing import Final

NO_ANCHOR: Final = "quote a string that starts with `*`"
"""The help about an alias without an anchor where a string may be meant."""

MERGE_ONCE: Final = "write one `<<` with a list of all"
"""The help about a `<<` that is there twice."""

_BEFORE: Final = r"<<[\"']?[ \t]*:\s*(?:\[[^\]\[]*)?\Z"
_MERGED: Final = r"[\"']?\s*:\s*(?:(\*[^\s,\[\]{}]+)|\[([^\]\[{}]*)\])"


def is_merged(text: str, at: int) -> bool:
    """Return whether the value at `at` is the one, or one of those, of a `<<`."""
    return re.search(_BEFORE, text[max(0, at - 200) : at]) is not None


def merged(text: str, keys: list[int]) -> str | None:
    """Return the one line for several `<<` that end at `keys`; None where not all have aliases."""
    found: list[str] = []
    for end in keys:
        match = re.compile(_MERGED).match(text, end)
        if match is None:
            return None
        found += [match[1]] if match[1] else [one.strip() for one in match[2].split(",")]
    names = list(dict.fromkeys(name for name in found if name))
    return f"<<: {names[0]}" if len(names) == 1 else f"<<: [{', '.join(names)}]"
