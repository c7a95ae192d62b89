"""The last line of a report: what was found, in how many files, and what was skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from revox_lint.diagnostic import Applicability, Severity

if TYPE_CHECKING:
    from revox_lint.api import Result


def summary(result: Result) -> str:
    """Return one line: `Found 1 error in 3 files; skipped 1: 1 test file.`"""
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
    """Return how many diagnostics have a safe fix."""
    return sum(
        1
        for one in result.diagnostics
        if one.fix is not None and one.fix.applicability is Applicability.SAFE
    )


def plural(count: int, word: str, words: str | None = None) -> str:
    """Return `1 file`, `2 files`; `words` is the plural where it is not `word` with an s."""
    return f"{count} {word}" if count == 1 else f"{count} {words or word + 's'}"


def _and(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
