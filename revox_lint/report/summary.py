"""The last line of a report: what was found, in how many files, and what was passed by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from revox_lint.diagnostic import Applicability, Severity

if TYPE_CHECKING:
    from revox_lint.api import Result


def summary(result: Result) -> str:
    """One line without its end: `Found 1 error and 2 warnings in 3 files (1 test file skipped).`"""
    counts = [
        plural(result.count(severity), severity.value if severity is not Severity.INFO else "note")
        for severity in Severity
        if result.count(severity)
    ]
    found = f"Found {_and(counts)}" if counts else "No mistakes found"
    skipped = [f"{count} {reason}" for reason, count in sorted(result.skipped.items())]
    passed = f"; skipped {sum(result.skipped.values())}: {', '.join(skipped)}" if skipped else ""
    return f"{found} in {plural(result.checked, 'file')}{passed}."


def fixable(result: Result) -> int:
    """How many diagnostics have a safe fix."""
    return sum(
        1
        for one in result.diagnostics
        if one.fix is not None and one.fix.applicability is Applicability.SAFE
    )


def plural(count: int, word: str) -> str:
    """`1 file`, `2 files`."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _and(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
