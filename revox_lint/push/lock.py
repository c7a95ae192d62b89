"""The lock file: which definition became which assistant, per environment.

An entry is written as *pending* before the request leaves, and completed when the answer
has come, so that being killed at any moment leaves a trace. The file is replaced as a
whole: a temporary file, flushed to the disk, renamed over it. It holds no secrets and is
meant to be committed.

    {"version": 1, "tool": "revox-lint 0.1.0", "environments": {"default": {
      "base_url": "https://www.getrevox.com/api",
      "definitions": {"assistants/sales.yaml":
       {"state": "created", "id": "…", "hash": "sha256:…", "name": "Sales", "contract": "0.1",
        "time": "2025-01-31T09:30:00Z", "sent": {…}, "former_ids": ["…"]}}}}}
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from revox_lint.push.address import assistants_url, normalized
from revox_lint.push.errors import (
    ConfigurationError,
    LockBusyError,
    LockUnreadableError,
    LockUnwritableError,
    OtherServerError,
)
from revox_lint.push.printable import one_line

FORMAT: Final = 1

State: TypeAlias = Literal["created", "pending"]

_LARGEST: Final = 256 * 1024 * 1024


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
        """Returns the entry completed by the id of its assistant."""
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


def read_lock(path: Path) -> Lock:
    """Returns what a lock file says; an empty lock if there is no such file.

    Raises LockUnreadableError if it is there and is not a lock of this format.
    """
    data = _bytes_of(path)
    return Lock() if data is None else parse_lock(data, path.name)


def _bytes_of(path: Path) -> bytes | None:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise LockUnreadableError(f"`{path.name}` is not a file; a lock file is expected there")
        if status.st_size > _LARGEST:
            raise LockUnreadableError(f"`{path.name}` is too large to be a lock file")
        return path.read_bytes()
    except FileNotFoundError:
        if path.is_symlink():
            raise LockUnreadableError(f"`{path.name}` is a link to a file that is gone") from None
        return None
    except OSError as error:
        reason = one_line(error.strerror or str(error))
    raise LockUnreadableError(f"`{path.name}` cannot be read: {reason}")


_AGAIN: Final = "restore it from version control"
_MARKER: Final = re.compile(rb"^(?:<{7}|={7}|>{7}|\|{7})(?:[ \r\n]|$)", re.MULTILINE)


def parse_lock(data: bytes, name: str) -> Lock:
    """Returns what the bytes of a lock file say; `name` is what messages call the file.

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
    said = _json_of(data, name)
    return _read(said, name)


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


class _Shape:
    """Reads a JSON value as the parts of a lock, and names the place that is wrong."""

    def __init__(self, name: str) -> None:
        self.name = name

    def wrong(self, place: str, expected: str) -> LockUnreadableError:
        where = f"`{one_line(place)}`" if place else "the whole"
        return LockUnreadableError(
            f"`{self.name}` is not a lock file: {where} should be {expected}; {_AGAIN}"
        )

    def mapping(self, value: object, place: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self.wrong(place, "an object")
        return value

    def text(self, value: object, place: str) -> str:
        if not isinstance(value, str) or not value:
            raise self.wrong(place, "a text")
        return value

    def texts(self, value: object, place: str) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self.wrong(place, "a list of texts")
        return tuple(self.text(item, f"{place}/{at}") for at, item in enumerate(value))

    def entry(self, value: object, place: str, *, former: bool = False) -> LockEntry:
        said = self.mapping(value, place)
        state = said.get("state")
        if state not in (("created",) if former else ("created", "pending")):
            raise self.wrong(f"{place}/state", "`created`" if former else "`created` or `pending`")
        known = {*_TEXTS, "state", "id", "sent", "former_ids", "former"}
        for key in said:
            if key not in known:
                raise self.wrong(f"{place}/{key}", "left out: there is no such field")
        texts = {key: self.text(said.get(key), f"{place}/{key}") for key in _TEXTS}
        if not _HASH.fullmatch(texts["hash"]):
            raise self.wrong(f"{place}/hash", "`sha256:` and 64 hex digits")
        created = state == "created"
        if not created and "id" in said:
            raise self.wrong(f"{place}/id", "left out while the state is `pending`")
        if created and "former" in said:
            raise self.wrong(f"{place}/former", "left out when the state is `created`")
        return LockEntry(
            state="created" if created else "pending",
            id=self.text(said.get("id"), f"{place}/id") if created else None,
            sent=self.mapping(said.get("sent"), f"{place}/sent"),
            former_ids=self.texts(said.get("former_ids", []), f"{place}/former_ids"),
            former=(
                self.entry(said["former"], f"{place}/former", former=True)
                if "former" in said
                else None
            ),
            **texts,
        )


_TEXTS: Final = ("hash", "name", "contract", "time")
_HASH: Final = re.compile(r"sha256:[0-9a-f]{64}")


def _read(said: object, name: str) -> Lock:
    shape = _Shape(name)
    top = shape.mapping(said, "")
    version = top.get("version")
    if isinstance(version, bool) or not isinstance(version, int):
        raise shape.wrong("/version", f"{FORMAT}")
    if version != FORMAT:
        tool = top.get("tool")
        writer = f"`{one_line(tool, 60)}`" if isinstance(tool, str) else "another version"
        raise LockUnreadableError(
            f"`{name}` was written by {writer} in format {version}; {tool_name()} reads"
            f" format {FORMAT}: use the version that wrote it, or a newer one"
        )
    for key in top:
        if key not in ("version", "tool", "environments"):
            raise shape.wrong(f"/{key}", "left out: there is no such field")
    environments = shape.mapping(top.get("environments"), "/environments")
    lock = Lock()
    for environment, value in environments.items():
        place = f"/environments/{environment}"
        said_here = shape.mapping(value, place)
        base_url = shape.text(said_here.get("base_url"), f"{place}/base_url")
        for key in said_here:
            if key not in ("base_url", "definitions"):
                raise shape.wrong(f"{place}/{key}", "left out: there is no such field")
        lock.environments[environment] = LockEnvironment(
            _server(base_url, shape, f"{place}/base_url")
        )
        place += "/definitions"
        known: dict[str, str] = {}
        for key, one in shape.mapping(said_here.get("definitions"), place).items():
            entry = shape.entry(one, f"{place}/{key}")
            if entry.id is not None and known.setdefault(entry.id, key) != key:
                raise LockUnreadableError(
                    f"`{name}` has the id `{one_line(entry.id)}` twice, at `{one_line(known[entry.id])}`"
                    f" and `{one_line(key)}`; keep the one that is right"
                )
            lock.environments[environment].definitions[key] = entry
    return lock


def _server(base_url: str, shape: _Shape, place: str) -> str:
    try:
        assistants_url(base_url, "`base_url`")
    except ConfigurationError:
        raise shape.wrong(place, "a base URL") from None
    return normalized(base_url)


# --- writing ---------------------------------------------------------------------------


def tool_name() -> str:
    """Returns the name and version that a lock file is signed with."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"revox-lint {version('revox-lint')}"
    except PackageNotFoundError:
        return "revox-lint"


def lock_bytes(lock: Lock, tool: str) -> bytes:
    """Returns a lock as the bytes of its file: sorted keys, two spaces, UTF-8."""
    said = {
        "version": FORMAT,
        "tool": tool,
        "environments": {
            environment: {
                "base_url": known.base_url,
                "definitions": {key: _said(entry) for key, entry in known.definitions.items()},
            }
            for environment, known in lock.environments.items()
            if known.definitions
        },
    }
    try:
        return _json(said, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        # A half of a surrogate pair: UTF-8 has no such character, an escape has.
        return _json(said, ensure_ascii=True).encode()


def _json(said: object, *, ensure_ascii: bool) -> str:
    text = json.dumps(said, indent=2, sort_keys=True, ensure_ascii=ensure_ascii, allow_nan=False)
    return text + "\n"


def _said(entry: LockEntry) -> dict[str, Any]:
    said: dict[str, Any] = {
        "state": entry.state,
        "hash": entry.hash,
        "name": entry.name,
        "contract": entry.contract,
        "time": entry.time,
        "sent": entry.sent,
    }
    if entry.id is not None:
        said["id"] = entry.id
    if entry.former_ids:
        said["former_ids"] = list(entry.former_ids)
    if entry.former is not None:
        said["former"] = _said(entry.former)
    return said


class HeldLock:
    """A lock file that this process alone may write, and its content.

    `save` makes the file say what `content` says. Made by `hold`.
    """

    def __init__(self, path: Path, content: Lock) -> None:
        """Takes the path of the lock file and what it said when it was taken."""
        self.path = path
        self.content = content
        self._tool = tool_name()

    def save(self) -> None:
        """Writes the content: afterwards the disk has it, or what it had before.

        Raises LockUnwritableError, with the old file in place.
        """
        data = lock_bytes(self.content, self._tool)
        temporary = self.path.with_name(f".{self.path.name}.tmp")
        try:
            _write(temporary, data, _mode_of(self.path))
            os.replace(temporary, self.path)  # noqa: PTH105 (one call, and the same on Windows)
        except OSError as error:
            with contextlib.suppress(OSError):
                temporary.unlink()
            reason = one_line(error.strerror or str(error))
        else:
            _flush_folder(self.path.parent)
            return
        raise LockUnwritableError(f"`{self.path.name}` cannot be written: {reason}")

    def check_writable(self) -> None:
        """Writes the content next to the file and takes it away again.

        Raises LockUnwritableError if that fails, before anything depends on it.
        """
        temporary = self.path.with_name(f".{self.path.name}.tmp")
        try:
            _write(temporary, lock_bytes(self.content, self._tool), None)
            temporary.unlink()
        except OSError as error:
            with contextlib.suppress(OSError):
                temporary.unlink()
            reason = one_line(error.strerror or str(error))
        else:
            return
        raise LockUnwritableError(f"`{self.path.name}` cannot be written: {reason}")


def _mode_of(path: Path) -> int | None:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return None


def _write(path: Path, data: bytes, mode: int | None) -> None:
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    # Exclusive: never through a link that somebody else put there.
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    if mode is not None:
        path.chmod(mode)


def _flush_folder(folder: Path) -> None:
    # The rename itself reaches the disk with the folder. Windows has no such call, and
    # some file systems refuse it; the file's content is on the disk already.
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def hold(path: Path) -> Iterator[HeldLock]:
    """Takes a lock file for this process alone, until the block is left.

    Raises LockBusyError if another process has it, LockUnwritableError if its folder
    cannot be written, LockUnreadableError if it cannot be read, and
    ModuleNotFoundError if filelock is not installed.
    """
    from filelock import FileLock, Timeout

    path = path.resolve()
    guard = FileLock(path.with_name(f".{path.name}.lock"), timeout=0)
    reason = ""
    try:
        guard.acquire()
    except Timeout:
        busy = True
    except OSError as error:
        busy = False
        reason = one_line(error.strerror or str(error))
    else:
        try:
            yield HeldLock(path, read_lock(path))
        finally:
            guard.release()
        return
    if busy:
        raise LockBusyError(
            f"another push is running: it holds `{path.name}`; try again when it has ended"
        )
    raise LockUnwritableError(f"the folder of `{path.name}` cannot be written: {reason}")
