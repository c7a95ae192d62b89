"""Run a push in a forked process for every step given, and kill it right before that step.

A step is a call that the outside can see: of `os` on the lock file, or of the socket. It is
given as its number, or as the name and number of a call, such as `replace:2`. The push
itself knows nothing of it. Arguments: a folder, in which there is one project per step, and
the steps. Writes, as JSON, by step: the name of the call before which the push was killed,
or null when it was not.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any


def push_until(step: str, project: Path, report: int) -> None:
    """Push in `project`, and kill this process right before the step."""
    from revox_lint.cli import run

    counts: Counter[str] = Counter()

    def counted(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            if name != "open" or ".revox.lock.json" in str(args[0]):
                counts[name] += 1
                if step in (str(counts.total()), f"{name}:{counts[name]}"):
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
    """Fork once per step; one after the other."""
    folder = Path(sys.argv[1])
    # Imported once, before the forks.
    import filelock
    import httpx

    from revox_lint import api
    from revox_lint.push import client, definitions, lock_file, run

    assert all((filelock, httpx, api, client, definitions, lock_file, run))
    calls: dict[str, str | None] = {}
    for step in sys.argv[2:]:
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            try:
                push_until(step, folder / step, writing)
            finally:
                os._exit(0)
        os.close(writing)
        os.waitpid(child, 0)
        calls[step] = os.read(reading, 100).decode() or None
        os.close(reading)
    sys.stdout.write(json.dumps(calls))


if __name__ == "__main__":
    main()
