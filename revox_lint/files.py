"""Files through the engine: one by one, and many of them on all processors.

Processes are started the way the platform starts them by itself, and need nothing from the
one that starts them but what is pickled: a file goes in, its diagnostics come back.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from revox_lint import workspace
from revox_lint.diagnostic import Diagnostic, Severity
from revox_lint.engine import INTERNAL, Settings, internal_error, lint
from revox_lint.syntax.parse import parse
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

UNREADABLE = "unreadable-file"
"""The name under which a file that cannot be read is reported; it cannot be ignored."""

MANY = 200
"""Files from which on it pays to start processes."""

_FAILED = 70

_CHUNK = 16
"""Files that go to a process at a time: few enough that all of them end together."""


class Checked(NamedTuple):
    """What was found in one file; `skipped` is why it was passed by, None when it was not."""

    diagnostics: tuple[Diagnostic, ...] = ()
    suppressed: tuple[Diagnostic, ...] = ()
    skipped: str | None = None


class Job(NamedTuple):
    """A file and what it is to be checked with: the place of that in the list of settings."""

    file: workspace.File
    settings: int


Progress = Callable[[int, int], None]


def check_file(file: workspace.File, chosen: Settings) -> Checked:
    """Read a file and check it; never raises for anything in or about it."""
    if file.problem is not None:
        return _unreadable(file, file.problem)
    try:
        data = workspace.read_file(file.path)
    except workspace.UnreadableError as error:
        return _unreadable(file, str(error))
    source = Source.from_bytes(file.name, data)
    if file.sniffed and not workspace.mentions_assistant(source.text):
        return Checked(skipped=workspace.OTHER)
    try:
        parsed = parse(source)
        only = workspace.assistants(source.text, parsed) if file.sniffed else None
        if only is not None and not only:
            return Checked(skipped=workspace.OTHER)
        outcome = lint(source, chosen, parsed, only)
    except Exception as error:
        return Checked((internal_error(source, "reading", error),))
    return Checked(outcome.diagnostics, outcome.suppressed)


def check_files(
    jobs: Sequence[Job],
    settings: Sequence[Settings],
    processes: int,
    progress: Progress | None = None,
) -> list[Checked]:
    """Check files, in at most `processes` processes; the answers are in the order of `jobs`.

    What is answered does not depend on the number of processes. One that dies costs the file
    it died of, which gets a diagnostic.
    """
    processes = min(processes, len(jobs) // (MANY // 2))
    if processes > 1:
        crew = _Crew(jobs, settings, processes, progress)
        try:
            return crew.work()
        except OSError:
            # No process can be started, or none any more: this one remains.
            pass
        finally:
            crew.dismiss()
    found = []
    for index, job in enumerate(jobs):
        found.append(check_file(job.file, settings[job.settings]))
        if progress is not None:
            progress(index + 1, len(jobs))
    return found


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _unreadable(file: workspace.File, reason: str) -> Checked:
    return Checked(
        (
            Diagnostic(
                rule=UNREADABLE,
                severity=Severity.ERROR,
                message=f"the file cannot be read: {reason}",
                source=Source(file.name, ""),
                span=Span(0, 0),
            ),
        )
    )


# --- many processes ---------------------------------------------------------------------


class _Worker(NamedTuple):
    process: BaseProcess
    connection: Connection[Any, Any]


class _Crew:
    """The processes that check files, and what each of them has on its desk."""

    def __init__(
        self,
        jobs: Sequence[Job],
        settings: Sequence[Settings],
        processes: int,
        progress: Progress | None,
    ) -> None:
        self.jobs = jobs
        self.settings = list(settings)
        self.processes = processes
        self.progress = progress
        self.found: list[Checked | None] = [None] * len(jobs)
        self.done = 0
        self.waiting = deque(
            range(first, min(first + _CHUNK, len(jobs))) for first in range(0, len(jobs), _CHUNK)
        )
        self.desks: dict[_Worker, range] = {}

    def work(self) -> list[Checked]:
        """Check everything; raises OSError when there can be no processes."""
        from multiprocessing.connection import wait

        while self.waiting and len(self.desks) < self.processes:
            self._hire()
        while self.desks:
            by_connection = {worker.connection: worker for worker in self.desks}
            for connection in wait(list(by_connection)):
                self._answer(by_connection[connection])  # type: ignore[index]
        return [one for one in self.found if one is not None]

    def dismiss(self) -> None:
        """End all processes at once, whatever they do."""
        for worker in self.desks:
            worker.process.kill()
            worker.process.join()
            worker.connection.close()
        self.desks.clear()

    def _hire(self) -> None:
        from multiprocessing import get_context

        # Nothing but pipes is shared, so that it works where semaphores do not.
        context: Any = get_context()
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self.settings), daemon=True)
        process.start()
        # Its death must be the end of the pipe: nobody else may hold the other end.
        theirs.close()
        self._give(_Worker(process, ours))

    def _give(self, worker: _Worker) -> None:
        """The next files, or none: then the process ends by itself."""
        indexes = self.waiting.popleft() if self.waiting else None
        # To a dead one nothing can be sent, which is found out when its answer is read.
        with suppress(OSError):
            worker.connection.send(None if indexes is None else [self.jobs[i] for i in indexes])
        if indexes is not None:
            self.desks[worker] = indexes
            return
        self.desks.pop(worker, None)
        worker.process.join()
        worker.connection.close()

    def _answer(self, worker: _Worker) -> None:
        indexes = self.desks[worker]
        try:
            answers = worker.connection.recv()
        except (EOFError, OSError):
            self._bury(worker, indexes)
            return
        for index, answer in zip(indexes, answers, strict=True):
            self._note(index, answer)
        self._give(worker)

    def _bury(self, worker: _Worker, indexes: range) -> None:
        """Its files one by one to others, until it is known of which one of them it died."""
        del self.desks[worker]
        worker.process.join()
        worker.connection.close()
        if len(indexes) == 1:
            self._note(indexes[0], _died(self.jobs[indexes[0]].file, worker.process.exitcode))
        else:
            self.waiting.extendleft(range(index, index + 1) for index in reversed(indexes))
        if self.waiting:
            self._hire()

    def _note(self, index: int, answer: Checked) -> None:
        self.found[index] = answer
        self.done += 1
        if self.progress is not None:
            self.progress(self.done, len(self.jobs))


def _died(file: workspace.File, code: int | None) -> Checked:
    diagnostic = Diagnostic(
        rule=INTERNAL,
        severity=Severity.ERROR,
        message=(
            f"the process that checked this file died (exit code {code}): "
            "a bug in revox-lint, please report it"
        ),
        source=Source(file.name, ""),
        span=Span(0, 0),
        help="everything else was checked",
    )
    return Checked((diagnostic,))


def _work(connection: Connection[Any, Any], settings: list[Settings]) -> None:
    """What a process does: check the files it is sent, until there are no more."""
    import signal
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    # Ctrl-C reaches every process; the first one sees to it that all of them end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    waited: list[Any] = [connection] if parent is None else [connection, parent.sentinel]
    while connection in wait(waited):
        try:
            jobs = connection.recv()
            if jobs is None:
                return
            connection.send([check_file(job.file, settings[job.settings]) for job in jobs])
        except Exception:
            # Said by the first process, as of any that dies, and not by a traceback.
            os._exit(_FAILED)
