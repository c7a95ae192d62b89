"""Regular expressions that are compiled when they are first used.

Compiling one takes longer than reading a definition, and most files need few of them: a
module that has many would otherwise cost every start of the program.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a pattern; the first use of a method puts the pattern's own in its place."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern for `source`; what `re.compile` raises is raised at its first use.

    It has every method and attribute of a pattern, but is not one to `re` itself: call
    `pattern.sub(…)`, not `re.sub(pattern, …)`.
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
