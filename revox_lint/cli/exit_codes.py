"""Exit codes: one vocabulary for every command."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the exit code of a command says."""

    CLEAN = 0
    FINDINGS = 1
    """Findings at or above the threshold, failing tests, or nothing pushed because of them."""
    USAGE = 2
    """Wrong usage, a configuration or a lock that cannot be used."""
    NOTHING = 3
    """Nothing to check, test or push."""
    PUSH_FAILED = 4
    """Some definitions were not created, and certainly not."""
    PUSH_UNKNOWN = 5
    """Of some definitions it is not known whether they were created."""
    BUG = 70
    """A part of revox-lint itself failed."""
    INTERRUPTED = 130
