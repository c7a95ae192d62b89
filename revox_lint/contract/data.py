"""Plain data as a help shows it: on one line, as YAML or JSON writes it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from revox_lint.contract.contract import Json

UNKNOWN: Final = "…"
"""What keeps the place of a value that only the author knows."""


class Meant(NamedTuple):
    """A value as plain data; `UNKNOWN` in it is for the author to fill in."""

    value: Json

    def written(self, *, as_json: bool) -> str:
        """Return the value on one line, as JSON or as YAML writes it."""
        return json.dumps(self.value, ensure_ascii=False) if as_json else flow(self.value)

    @property
    def sure(self) -> bool:
        """Whether nothing is left to be filled in."""
        return UNKNOWN not in flow(self.value)


def flow(value: Json) -> str:
    """Return a value on one line of YAML: strings quoted where they have to be."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {flow(one)}' for name, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return _string(value) if isinstance(value, str) else json.dumps(value)


def _string(item: str) -> str:
    plain = re.fullmatch(r"[^\W\d_][\w ./+?!’'-]*[\w?!.]|[^\W\d_]|…", item) is not None
    if plain and item.lower() not in ("true", "false", "yes", "no", "on", "off", "null", "y", "n"):
        return item
    return json.dumps(item, ensure_ascii=False)
