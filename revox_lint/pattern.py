"""File patterns of the configuration, in the syntax of `.gitignore`: those that match nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

SUFFIXES: Final = (".yaml", ".yml", ".json")
"""The endings of definitions."""

_NEVER: Final = (".test.yaml", ".test.yml", ".snapshot.json", ".schema.json")
_BRACES: Final = r"\{([^{}/]*,[^{}/]*)\}"


def unmatchable(
    patterns: Sequence[str], root: PurePath, *, include: bool
) -> tuple[int, str] | None:
    """Return the index of a pattern that can match no file below `root`, and why; None if all can.

    With `include`, they have to match definitions.
    """
    for index, pattern in enumerate(patterns):
        why = _why(pattern, root.as_posix())
        if why is None and index == 0 and pattern.startswith("!"):
            why = "takes back what an earlier pattern matched, but is the first"
        if why is None and include:
            why = _why_of_ending(pattern)
        if why is not None:
            return index, f"`{pattern}` matches no file: it {why}"
    return None


def _why(pattern: str, root: str) -> str | None:
    bare = pattern.removeprefix("!")
    fixed = re.sub(r"\\(?=[^\[\]!# ])", "/", bare)
    parts = fixed.strip("/").split("/")
    if not bare.strip():
        return "is empty"
    if bare != bare.lstrip():
        return f"begins with a space, write `{pattern.strip()}`"
    if pattern.startswith("#"):
        return f"is a comment, write `\\{pattern}`"
    if bare[0] == bare[-1] and bare[0] in "'\"`":
        return f"is in quotes twice, write `{bare[1:-1]}`"
    if fixed != bare and not re.match(r"[A-Za-z]:", bare):
        return f"has a backslash, write `{fixed}`"
    if fixed.startswith(f"{root}/"):
        return f"is absolute, write `{fixed.removeprefix(root + '/')}`"
    if re.match(r"~|[A-Za-z]:/", fixed):
        return "is absolute, but patterns are relative to the folder of the configuration"
    if ".." in parts:
        return "leaves the folder of the configuration"
    if "." in parts or "" in parts:
        kept = "/".join(part for part in parts if part not in ("", "."))
        return f"has an empty step, write `{kept}`"
    if (braces := re.search(_BRACES, fixed)) is not None:
        each = [fixed.replace(braces[0], one.strip(), 1) for one in braces[1].split(",")]
        return "has braces, write " + " and ".join(f'`"{one}"`' for one in each)
    if re.search(r"\[[^\]]*$", fixed):
        return f"has an unclosed bracket, write `{fixed.replace('[', chr(92) + '[')}`"
    return None


def _why_of_ending(pattern: str) -> str | None:
    ending = re.search(r"\*(\.[\w.-]+)/?$", pattern)
    if ending is None:
        return None
    if pattern.endswith("/"):
        return f"means folders only, write `{pattern.rstrip('/')}`"
    if ending[1].endswith(_NEVER):
        return f"ends in `{ending[1]}`, as no definition does"
    if not ending[1].endswith(SUFFIXES):
        return "does not end in `.yaml`, `.yml` or `.json`"
    return None
