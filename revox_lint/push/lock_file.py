"""The lock file on the disk: read whole, replaced whole, held by one process.

It is replaced by a temporary file that is flushed to the disk and renamed over it, so that
being killed at any moment leaves the old content or the new.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from revox_lint.push.errors import LockBusyError, LockUnreadableError, LockUnwritableError
from revox_lint.push.lock import Lock, lock_bytes, parse_lock, tool_name
from revox_lint.push.printable import one_line

_LARGEST: Final = 256 * 1024 * 1024
"""Bytes beyond which a file is not taken for a lock."""


def read_lock(path: Path) -> Lock:
    """Return the content of a lock file; an empty lock if there is no such file.

    Raises LockUnreadableError if it is not a lock of this format.
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


class HeldLock:
    """A lock file that this process alone may write, and its content.

    `save` writes `content` to the file. Made by `hold`.
    """

    def __init__(self, path: Path, content: Lock) -> None:
        """Take the path of the lock file and its content."""
        self.path = path
        self.content = content
        self._tool = tool_name()

    def save(self) -> None:
        """Write the content: afterwards the disk has it, or what it had before.

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
        """Write the content next to the file and remove it again.

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
    """Take a lock file for this process alone, until the block is left.

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
        raise LockBusyError(f"another push holds `{path.name}`; try again when it has ended")
    raise LockUnwritableError(f"the folder of `{path.name}` cannot be written: {reason}")
