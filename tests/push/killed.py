"""Runs a push in a forked process for every number given, and kills it at that step.

A step is a call that the outside can see: of `os` on the lock file, or of the socket. The
push itself knows nothing of it. Arguments: a folder, in which there is one project per
number, and the numbers. Writes, as JSON, by number: whether the push was killed, and the
name of the call before which it was.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def push_until(step: int, project: Path, report: int) -> None:
    """Pushes in `project`, and kills this process right before the step of that number."""
    from revox_lint.cli import run

    count = 0

    def counted(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            nonlocal count
            if name != "open" or ".revox.lock.json" in str(args[0]):
                count += 1
                if count == step:
                    write(report, name.encode())
                    os.kill(os.getpid(), signal.SIGKILL)
            return call(*args, **kwargs)

        return wrapped

    write = os.write
    for name in ("open", "write", "fsync", "close", "replace", "unlink"):
        setattr(os, name, counted(name, getattr(os, name)))
    for name in ("connect", "send", "recv", "close"):
        setattr(socket.socket, name, counted(f"socket.{name}", getattr(socket.socket, name)))
    os.chdir(project)
    nowhere = Path(os.devnull).open("w")  # noqa: SIM115 (for the rest of the process)
    sys.stdout = sys.stderr = nowhere
    run(["push", "--yes"])


def main() -> None:
    """Forks once per number; one after the other."""
    folder = Path(sys.argv[1])
    # Imported once, before the forks.
    import filelock
    import httpx

    from revox_lint import api
    from revox_lint.push import client, definitions, lock_file, run

    assert all((filelock, httpx, api, client, definitions, lock_file, run))
    said: dict[str, str | None] = {}
    for number in sys.argv[2:]:
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            try:
                push_until(int(number), folder / number, writing)
            finally:
                os._exit(0)
        os.close(writing)
        os.waitpid(child, 0)
        said[number] = os.read(reading, 100).decode() or None
        os.close(reading)
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
