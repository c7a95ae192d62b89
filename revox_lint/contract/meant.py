"""What a string was meant to be where the contract takes a number or a list."""

from __future__ import annotations

import json
import re
from typing import Final

_NUMBERS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SECONDS: Final = {"ms": 0.001, "s": 1, "m": 60, "h": 3600}
_AMOUNT: Final = (
    r"(?i)(?P<amount>\d+(?:[.,]\d+)?)\s*"
    r"(?:(?P<unit>ms|s|m|h)(?:ec|ecs|econds?|in|ins|inutes?|rs?|ours?|illis|illiseconds?)?)?"
)


def unit(field: str) -> str | None:
    """Return the unit of a number, "seconds" or "milliseconds", which its name ends in, or None."""
    if field.endswith("_ms"):
        return "milliseconds"
    return "seconds" if field.endswith(("_secs", "_seconds")) else None


def number_meant(text: str, field: str) -> str | None:
    """Return the number that `text` spells for `field`, as YAML writes it; None if unclear.

    The unit of a duration is that of the field: milliseconds if its name ends in `_ms`, else
    seconds. A percentage is a part of 1.
    """
    text = text.strip()
    if text.lower() in _NUMBERS:
        return str(_NUMBERS.index(text.lower()) + 1)
    if (percent := re.fullmatch(r"(\d+)\s*%", text)) is not None:
        return f"{int(percent[1]) / 100:g}" if not field.endswith(("_ms", "_secs")) else None
    match = re.fullmatch(_AMOUNT, text)
    if match is None:
        return None
    amount = float(match["amount"].replace(",", "."))
    if match["unit"] is None:
        return f"{amount:g}"
    if not field.endswith(("_ms", "_secs", "_seconds")):
        return None
    seconds = amount * _SECONDS["ms" if match["unit"].lower() == "ms" else match["unit"][0].lower()]
    return f"{seconds * 1000 if field.endswith('_ms') else seconds:.10g}"


def list_meant(text: str) -> str:
    """Return `text` as a list in brackets, divided at its commas, semicolons, bars or lines."""
    parts = [part.strip(" \t\r\"'[]-") for part in re.split(r"[,;|/\n]", text)]
    return flow_list([part for part in parts if part])


def flow_list(items: list[str]) -> str:
    """Return strings as a YAML list in brackets, quoted where they have to be."""
    return f"[{', '.join(_flow_item(item) for item in items)}]"


def _flow_item(item: str) -> str:
    plain = re.fullmatch(r"[^\W\d_][\w ./+-]*[\w]|[^\W\d_]", item) is not None
    if plain and item.lower() not in ("true", "false", "yes", "no", "on", "off", "null", "y", "n"):
        return item
    return json.dumps(item, ensure_ascii=False)
