"""The lock: which definition became which assistant, per environment, and on which server.

An entry is *pending* from before its request leaves until the response has come, so that
being killed at any moment leaves a trace. A lock contains no secrets and is to be committed.
Its shape is that of the published schema.

    {"version": 1, "tool": "revox-lint 0.1.0", "environments": {"default": {
      "base_url": "https://www.getrevox.com/api",
      "definitions": {"assistants/sales.yaml":
       {"state": "created", "id": "…", "hash": "sha256:…", "name": "Sales", "contract": "0.1",
        "time": "2025-01-31T09:30:00Z", "sent": {…}, "former_ids": ["…"]}}}}}
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final, Literal, TypeAlias

from revox_lint.contract.published import load_schema
from revox_lint.contract.wording import TYPES, listed
from revox_lint.json_schema import Violation, violations
from revox_lint.push.address import assistants_url, normalized
from revox_lint.push.errors import ConfigurationError, LockUnreadableError, OtherServerError
from revox_lint.push.printable import one_line

FORMAT: Final = 1

State: TypeAlias = Literal["created", "pending"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LockEntry:
    """What became of one definition in one environment.

    A pending one was, or may have been, sent, and has no `id`. `sent` is the payload as it
    went out, without credentials in URLs. `former_ids` are assistants that this one
    replaced and that still exist, oldest first; `former` is the entry that a pending one
    replaces, to return to when it turns out that nothing was created.
    """

    state: State
    hash: str
    name: str
    contract: str
    time: str
    sent: Mapping[str, Any]
    id: str | None = None
    former_ids: tuple[str, ...] = ()
    former: LockEntry | None = None

    def created(self, id: str, time: str) -> LockEntry:  # noqa: A002 (the contract's word)
        """Return the entry completed by the id of its assistant."""
        return replace(self, state="created", id=id, time=time, former=None)


@dataclass(slots=True)
class LockEnvironment:
    """What is known of one environment: its server, by base URL, and entries by definition."""

    base_url: str
    definitions: dict[str, LockEntry] = field(default_factory=dict)


@dataclass(slots=True)
class Lock:
    """The content of a lock file, by environment."""

    environments: dict[str, LockEnvironment] = field(default_factory=dict)

    def entries(self, environment: str, base_url: str) -> dict[str, LockEntry]:
        """Return the entries of an environment, to read and to change.

        Raises OtherServerError if they are of another server than that of `base_url`: an
        assistant that is there is not one that is here.
        """
        known = self.environments.get(environment)
        if known is None or not known.definitions:
            known = self.environments[environment] = LockEnvironment(base_url)
        elif known.base_url != base_url:
            raise OtherServerError(
                f"environment `{environment}` of the lock is `{known.base_url}`, but the base URL"
                f" is `{base_url}`; give one of the two a table `[env.NAME]` with its `base-url`,"
                " and use `--env NAME`"
            )
        return known.definitions


# --- reading ---------------------------------------------------------------------------

_AGAIN: Final = "restore it from version control"
_MARKER: Final = re.compile(rb"^(?:<{7}|={7}|>{7}|\|{7})(?:[ \r\n]|$)", re.MULTILINE)


def parse_lock(data: bytes, name: str) -> Lock:
    """Return what the bytes of a lock file say; `name` is what messages call the file.

    Raises LockUnreadableError: empty, merge-conflict markers, not JSON, a key twice,
    another format, or not the shape of a lock.
    """
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise LockUnreadableError(
            f"`{name}` is empty; {_AGAIN}: without it assistants would be created twice"
        )
    if (marker := _MARKER.search(data)) is not None:
        line = data.count(b"\n", 0, marker.start()) + 1
        raise LockUnreadableError(
            f"`{name}` has merge-conflict markers (line {line}); keep the entries of both sides"
        )
    content = _json_of(data, name)
    return _read(content, name)


def _json_of(data: bytes, name: str) -> object:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise LockUnreadableError(
                    f"`{name}` has the key `{one_line(key)}` twice; keep the one that is right"
                )
            found[key] = value
        return found

    def no_constant(constant: str) -> object:
        raise ValueError(f"{constant} is no JSON")

    try:
        return json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=once, parse_constant=no_constant
        )
    except UnicodeDecodeError:
        reason = "it is not UTF-8"
    except json.JSONDecodeError as error:
        reason = f"{error.msg} (line {error.lineno}, column {error.colno})"
    except ValueError as error:
        reason = one_line(str(error))
    except RecursionError:
        reason = "it is nested too deeply"
    raise LockUnreadableError(f"`{name}` is not JSON: {reason}; {_AGAIN}")


def _read(content: Any, name: str) -> Lock:
    version = content.get("version") if isinstance(content, dict) else None
    if isinstance(version, int) and not isinstance(version, bool) and version != FORMAT:
        tool = content.get("tool")
        writer = f"`{one_line(tool, 60)}`" if isinstance(tool, str) else "another version"
        raise LockUnreadableError(
            f"`{name}` was written by {writer} in format {version}; {tool_name()} reads"
            f" format {FORMAT}: use the version that wrote it, or a newer one"
        )
    wrong = next(_mistakes(content), None)
    if wrong is not None:
        raise LockUnreadableError(f"`{name}` is not a lock file: {wrong}; {_AGAIN}")
    return Lock(
        {
            environment: LockEnvironment(
                normalized(known["base_url"]),
                {key: _entry(entry) for key, entry in known["definitions"].items()},
            )
            for environment, known in content["environments"].items()
        }
    )


def _mistakes(content: Any) -> Iterator[str]:
    """Yield what keeps a JSON value from being a lock, the shape first."""
    for violation in violations(load_schema("lock.schema.json"), content):
        yield _in_words(violation)
    for environment, known in content["environments"].items():
        place = ("environments", environment)
        try:
            assistants_url(known["base_url"], _place((*place, "base_url")))
        except ConfigurationError as error:
            yield str(error)
        key_of: dict[str, str] = {}
        for key, entry in known["definitions"].items():
            id_ = entry.get("id")
            if id_ is not None and key_of.setdefault(id_, key) != key:
                yield (
                    f"the id `{one_line(id_)}` of {_place((*place, 'definitions', key))} is also"
                    f" that of `{one_line(key_of[id_])}`"
                )


def _in_words(wrong: Violation) -> str:
    place = _place(wrong.path if wrong.name is None else (*wrong.path, wrong.name))
    match wrong.keyword:
        case "required":
            return f"{place} is missing"
        case "additionalProperties" if wrong.variant is not None:
            return f"{place} is a field of `{wrong.variant}` entries only"
        case "additionalProperties":
            return f"unknown field {place}"
        case "type":
            return f"{place} must be {' or '.join(TYPES[one] for one in wrong.expected)}"
        case "enum":
            return f"{place} must be {listed(str(one) for one in wrong.expected)}"
        case "pattern":
            return f"{place} must match `{wrong.expected[0]}`"
        case _:
            return f"{place} must not be empty"


def _place(path: tuple[str | int, ...]) -> str:
    """Return a place as its path, with the keys as they are in the file."""
    return f"`/{one_line('/'.join(str(step) for step in path))}`" if path else "the whole"


def _entry(content: Mapping[str, Any]) -> LockEntry:
    values = {**content, "former_ids": tuple(content.get("former_ids", ()))}
    if "former" in content:
        values["former"] = _entry(content["former"])
    return LockEntry(**values)


# --- writing ---------------------------------------------------------------------------


def tool_name() -> str:
    """Return the name and version that a lock file is signed with."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"revox-lint {version('revox-lint')}"
    except PackageNotFoundError:
        return "revox-lint"


def lock_bytes(lock: Lock, tool: str) -> bytes:
    """Return a lock as the bytes of its file: sorted keys, two spaces, UTF-8."""
    content = {
        "version": FORMAT,
        "tool": tool,
        "environments": {
            environment: {
                "base_url": known.base_url,
                "definitions": {key: _fields(entry) for key, entry in known.definitions.items()},
            }
            for environment, known in lock.environments.items()
            if known.definitions
        },
    }
    try:
        return _json(content, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        # A half of a surrogate pair: UTF-8 has no such character, an escape has.
        return _json(content, ensure_ascii=True).encode()


def _json(content: object, *, ensure_ascii: bool) -> str:
    text = json.dumps(content, indent=2, sort_keys=True, ensure_ascii=ensure_ascii, allow_nan=False)
    return text + "\n"


def _fields(entry: LockEntry) -> dict[str, Any]:
    content = {one.name: getattr(entry, one.name) for one in fields(entry)}
    if entry.former is not None:
        content["former"] = _fields(entry.former)
    return {name: value for name, value in content.items() if value is not None and value != ()}
