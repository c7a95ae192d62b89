"""The command line: `revox-lint [COMMAND] [OPTIONS] [PATHS]`.

A check of plain paths, as hooks and editors run it, is read without click. Everything else,
and every usage error, is click's.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TextIO

from revox_lint.cli.exit_codes import Exit

if TYPE_CHECKING:
    from revox_lint.cli.commandline import group as group

_UNWRITABLE = frozenset({errno.EBADF, errno.EFBIG, errno.EIO, errno.ENOSPC, errno.EROFS})
"""Of standard output: it is closed, or the disk is full. Everything else is opened with care."""

_GARBAGE = 100_000
"""Objects after which the collector runs: a start makes fewer, and no garbage."""


def __getattr__(name: str) -> Any:
    if name != "group":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from revox_lint.cli.commandline import group

    return group


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and exit; no exception of ours reaches the user as a traceback."""
    gc.set_threshold(_GARBAGE, 20, 20)
    sys.exit(run(sys.argv[1:] if args is None else list(args)))


def run(args: list[str]) -> int:
    """Run the command line with `args` and return the exit code."""
    try:
        _prepare_output()
        code = None
        # With this variable set, a shell asks click for completions.
        if "_REVOX_LINT_COMPLETE" not in os.environ:
            from revox_lint.cli import plain

            code = plain.check(args)
        code = _click(args) if code is None else code
        sys.stdout.flush()  # at exit it would be too late to say that it cannot be written
        return code
    except KeyboardInterrupt:
        sys.stderr.write("\nInterrupted.\n")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _silence(sys.stdout)
        return Exit.CLEAN
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            return _bug(error)
        _silence(sys.stdout)
        try:
            sys.stderr.write(f"Error: cannot write to standard output: {error.strerror}\n")
        except OSError:
            _silence(sys.stderr)
        return Exit.USAGE
    except Exception as error:
        return _bug(error)


def _click(args: list[str]) -> int:
    import click

    from revox_lint.cli.commandline import group

    try:
        code = group.main(args=args, prog_name="revox-lint", standalone_mode=False)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.Abort:
        sys.stderr.write("Interrupted.\n")
        return Exit.INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return int(code) if isinstance(code, int) else Exit.CLEAN


def _prepare_output() -> None:
    """Let a terminal of another encoding show what it can of the text that messages quote.

    A closed standard error takes everything and shows nothing; raises OSError where standard
    output is closed.
    """
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 (for as long as we run)
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _silence(stream: TextIO | None) -> None:
    """Write nothing more to `stream`, not even at exit: the reader is gone, or the disk full."""
    if stream is not None:
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, stream.fileno())


def _bug(error: Exception) -> int:
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}"
    sys.stderr.write(
        f"revox-lint failed with {type(error).__name__}: {error} ({place}). "
        "This is a bug in revox-lint, please report it.\n"
    )
    return Exit.BUG
