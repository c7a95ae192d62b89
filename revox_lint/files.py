"""Files through the engine: one by one, or many of them in several processes.

A process is given files and settings, and returns diagnostics; documents stay in it.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from revox_lint import workspace
from revox_lint.diagnostic import Diagnostic, Severity
from revox_lint.document import Document
from revox_lint.engine import INTERNAL, Settings, internal_error, lint
from revox_lint.syntax.parse import parse
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

UNREADABLE = "unreadable-file"
"""The name under which a file that cannot be read is reported; it cannot be ignored."""

MANY = 200
"""The number of files from which it pays to start processes."""

_CHUNK = 16
"""Files that go to a process at a time: few enough that all of them end together."""


class Checked(NamedTuple):
    """What was found in one file, and the documents that were checked.

    `skipped` is why the file was skipped, `problem` why it could not be read; both are None
    for a file that was checked.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    suppressed: tuple[Diagnostic, ...] = ()
    documents: tuple[Document, ...] = ()
    skipped: str | None = None
    problem: str | None = None


class Job(NamedTuple):
    """A file and the index of its settings in a list of them."""

    file: workspace.File
    settings: int


Progress: TypeAlias = Callable[[int, int], None]
"""Called with the number of files that are done and of all files."""


def check_file(file: workspace.File, settings: Settings) -> Checked:
    """Read a file and check it; never raises for anything in or about it."""
    try:
        if file.problem is not None:
            raise workspace.UnreadableError(file.problem)
        data = workspace.read_file(file.path)
    except workspace.UnreadableError as error:
        if str(error) == workspace.TOO_LARGE and file.reason == workspace.BY_CONTENT:
            return Checked(skipped=workspace.HUGE)
        return _unreadable(file, str(error))
    return check_bytes(file, data, settings)


def check_bytes(file: workspace.File, data: bytes, settings: Settings) -> Checked:
    """Check what a file holds; never raises for anything in it."""
    if len(data) > workspace.MAX_BYTES:
        return _unreadable(file, workspace.TOO_LARGE)
    source = Source.from_bytes(file.name, data)
    by_content = file.reason == workspace.BY_CONTENT
    if by_content:
        from revox_lint.content import assistants, may_be_assistant

        if not may_be_assistant(source.text):
            return Checked(skipped=workspace.OTHER)
    try:
        parsed = parse(source)
        only = assistants(source.text, parsed) if by_content else None
        if only is not None and not only:
            return Checked(skipped=workspace.OTHER)
        return Checked(*lint(source, settings, parsed, only))
    except Exception as error:
        return Checked((internal_error(source, "reading", error),))


def check_files(
    jobs: Sequence[Job],
    settings: Sequence[Settings],
    processes: int = 1,
    progress: Progress | None = None,
    *,
    keep_documents: bool = False,
) -> list[Checked]:
    """Check files in at most `processes` processes; the results are in the order of `jobs`.

    They do not depend on the number of processes, and have documents only on demand, for
    which one process is used. A process that dies costs the file it died of, which gets a
    diagnostic.
    """
    run = _Run(jobs, settings, progress)
    processes = 1 if keep_documents else min(processes, len(jobs) // (MANY // 2))
    if processes > 1:
        # Where no process can be started, or no more of them, this one does the rest.
        with suppress(OSError, ImportError, NotImplementedError):
            run.spread(processes)
    for index, checked in enumerate(run.results):
        if checked is None:
            found = check_file(jobs[index].file, settings[jobs[index].settings])
            run.note(index, found if keep_documents else found._replace(documents=()))
    return [checked for checked in run.results if checked is not None]


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _unreadable(file: workspace.File, reason: str) -> Checked:
    message = f"the file cannot be read: {reason}"
    return Checked((_about(file, UNREADABLE, message),), problem=reason)


def _died(file: workspace.File) -> Checked:
    message = "the process that checked this file died: a bug in revox-lint, please report it"
    return Checked((_about(file, INTERNAL, message, "everything else was checked"),))


def _about(file: workspace.File, rule: str, message: str, help: str | None = None) -> Diagnostic:
    """Return a diagnostic about a file as a whole."""
    source, span = Source(file.name, ""), Span(0, 0)
    return Diagnostic(rule, Severity.ERROR, message, source, span, help=help)


# --- many processes ---------------------------------------------------------------------


class _Run:
    """A check of many files: what is found, and what is left to do."""

    def __init__(
        self, jobs: Sequence[Job], settings: Sequence[Settings], progress: Progress | None
    ) -> None:
        self.jobs = jobs
        self.settings = settings
        self.progress = progress
        self.done = 0
        self.results: list[Checked | None] = [None] * len(jobs)
        starts = range(0, len(jobs), _CHUNK)
        self.waiting = deque(range(at, min(at + _CHUNK, len(jobs))) for at in starts)
        self.running: dict[Future[list[Checked]], range] = {}

    def note(self, index: int, checked: Checked) -> None:
        """Keep the result of a file."""
        self.results[index] = checked
        self.done += 1
        if self.progress is not None:
            self.progress(self.done, len(self.jobs))

    def spread(self, processes: int) -> None:
        """Check everything; raises OSError and the like where no process can be started."""
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        context: Any = get_context()
        while self.waiting:
            stop = context.Event()
            given = (list(self.settings), stop)
            with ProcessPoolExecutor(processes, context, _begin, given) as executor:
                try:
                    self._work(executor, processes)
                finally:
                    # Otherwise an interruption would wait for what is begun.
                    stop.set()
                    executor.shutdown(cancel_futures=True)
            # A process died: each file that may be the reason is checked alone.
            suspects = [index for indexes in self.running.values() for index in indexes]
            if len(suspects) == 1 and len(self.running) == 1:
                self.note(suspects[0], _died(self.jobs[suspects[0]].file))
            else:
                self.waiting.extendleft(range(one, one + 1) for one in reversed(suspects))
            self.running.clear()

    def _work(self, executor: ProcessPoolExecutor, processes: int) -> None:
        """Check until everything is done, or a process dies over what is `running`."""
        from concurrent.futures import FIRST_COMPLETED, wait
        from concurrent.futures.process import BrokenProcessPool

        while self.waiting or self.running:
            try:
                while self.waiting and self._has_room(2 * processes):
                    jobs = [self.jobs[index] for index in self.waiting[0]]
                    self.running[executor.submit(_check, jobs)] = self.waiting.popleft()
            except BrokenProcessPool:
                return
            died = False
            for future in wait(self.running, return_when=FIRST_COMPLETED).done:
                if future.exception() is not None:
                    died = True
                    continue
                indexes = self.running.pop(future)
                for index, checked in zip(indexes, future.result(), strict=True):
                    self.note(index, checked)
            if died:
                return

    def _has_room(self, most: int) -> bool:
        """Whether the next files can go to a process; a single file has to be alone."""
        alone = any(len(indexes) == 1 for indexes in (self.waiting[0], *self.running.values()))
        return not self.running or (not alone and len(self.running) < most)


_given: tuple[list[Settings], Any] = ([], None)
"""In a process of the pool: the settings, and the event that ends it."""


def _begin(settings: list[Settings], stop: Any) -> None:
    import signal

    global _given
    _given = settings, stop
    # Ctrl-C reaches every process of a terminal; only the first one reports it.
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _check(jobs: list[Job]) -> list[Checked]:
    settings, stop = _given
    found = []
    for job in jobs:
        if stop.is_set():
            break
        found.append(check_file(job.file, settings[job.settings])._replace(documents=()))
    return found
