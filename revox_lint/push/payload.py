"""The payload: its canonical form, its hash, and what two of them differ in."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

Payload = Mapping[str, Any]


class Change(NamedTuple):
    """One place in which two payloads differ, by JSON pointer; absent is `ABSENT`."""

    pointer: str
    before: object
    after: object


class _Absent:
    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()
"""Stands for a value that is not there, as null is one that is."""


def canonical(payload: Payload) -> bytes:
    """Return the one spelling of a payload: sorted keys, no white space, `1.0` as `1`.

    Two definitions with the same canonical form are the same to the API, however they are
    laid out, quoted or commented.
    """
    return json.dumps(
        _numbers_alike(payload),
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=True,
        allow_nan=False,
    ).encode()


def digest(payload: Payload) -> str:
    """Return the hash of a payload's canonical form, as `sha256:` and 64 hex digits."""
    return "sha256:" + hashlib.sha256(canonical(payload)).hexdigest()


def _numbers_alike(value: object) -> object:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Mapping):
        return {key: _numbers_alike(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_numbers_alike(item) for item in value]
    return value


def merged(payload: Payload, overrides: Payload) -> dict[str, Any]:
    """Return a payload with overrides: mappings field by field, everything else whole."""
    result = dict(payload)
    for key, value in overrides.items():
        mine = result.get(key)
        if isinstance(value, Mapping) and isinstance(mine, Mapping):
            result[key] = merged(mine, value)
        else:
            result[key] = value
    return result


def changes(before: object, after: object, pointer: str = "") -> Iterator[Change]:
    """Yield what differs between two JSON values, in the order of `after`, then `before`."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in (*after, *(key for key in before if key not in after)):
            yield from changes(
                before.get(key, ABSENT), after.get(key, ABSENT), f"{pointer}/{_escaped(key)}"
            )
    elif isinstance(before, list) and isinstance(after, list):
        for at in range(max(len(before), len(after))):
            yield from changes(
                before[at] if at < len(before) else ABSENT,
                after[at] if at < len(after) else ABSENT,
                f"{pointer}/{at}",
            )
    elif not same(before, after):
        yield Change(pointer, before, after)


def same(one: object, other: object) -> bool:
    """Return whether two scalars are one JSON value: `1` is `1.0` and is not `true`."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one == other


def came_back_different(sent: object, received: object, pointer: str = "") -> Iterator[Change]:
    """Yield what a response has otherwise than it was sent.

    What the response leaves out, or adds, is not a difference: the server fills in defaults,
    and gives the items of a list ids of their own.
    """
    if isinstance(sent, Mapping) and isinstance(received, Mapping):
        for key, value in sent.items():
            if key in received:
                yield from came_back_different(value, received[key], f"{pointer}/{_escaped(key)}")
    elif isinstance(sent, list) and isinstance(received, list) and len(sent) == len(received):
        for at, (value, back) in enumerate(zip(sent, received, strict=True)):
            yield from came_back_different(value, back, f"{pointer}/{at}")
    elif isinstance(sent, (Mapping, list)) or not same(sent, received):
        yield Change(pointer, sent, received)


def shown(value: object, limit: int = 80) -> str:
    """Return a JSON value as one short line."""
    if value is ABSENT:
        return "nothing"
    text = json.dumps(value, ensure_ascii=False, default=str)
    # Accents that are characters of their own, and white space that is not a plain space.
    text = re.sub(r"[\u0300-\u036f\u00a0\u2000-\u200f\u2028-\u202f\ufeff]", _as_escape, text)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _as_escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def without_credentials(value: Any) -> Any:
    """Return a JSON value in which URLs have no user-info and no query values.

    A hash in their place tells two of them apart and cannot be read back.
    """
    if isinstance(value, str):
        return _CREDENTIALS.sub(_hashed, value) if _URL.match(value) else value
    if isinstance(value, Mapping):
        return {key: without_credentials(item) for key, item in value.items()}
    if isinstance(value, list):
        return [without_credentials(item) for item in value]
    return value


_URL: Final = re.compile(r"[a-z][a-z0-9+.-]*://\S+\Z", re.IGNORECASE)
_CREDENTIALS: Final = re.compile(r"(?<=://)[^/?#@\s]*(?=@)|(?<==)[^&#\s]+")


def _hashed(match: re.Match[str]) -> str:
    return "sha256-" + hashlib.sha256(match[0].encode("utf-8", "surrogatepass")).hexdigest()[:8]
