"""The last line of a report: what was found, in how many files, and what was skipped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from revox_lint.diagnostic import Applicability, Severity
from revox_lint.syntax.quote import joined
from revox_lint.workspace import LOCK, OTHER, OUTSIDE, SCHEMA, SNAPSHOT, TEST

if TYPE_CHECKING:
    from revox_lint.api import Result

_KINDS = frozenset({LOCK, SCHEMA, SNAPSHOT, TEST})


def summary(result: Result) -> str:
    """Return one line: `Found 1 error in 3 files; skipped 1: 1 test file.`"""
    counts = [
        plural(result.count(severity), severity.value if severity is not Severity.INFO else "note")
        for severity in Severity
        if result.count(severity)
    ]
    # No pattern of `include` is about hidden files: that they are outside is no news.
    outside = sum(one.reason == OUTSIDE and not _is_hidden(one.path) for one in result.seen)
    shown = {
        reason: count
        for reason, n in result.skipped.items()
        if (count := outside if reason == OUTSIDE and result.seen else n)
    }
    skipped = skipped_by_reason(shown if result.checked else result.skipped)
    if not result.checked:
        files = sum(result.skipped.values())
        if not files:
            return "Nothing to check: no YAML or JSON file found."
        if set(result.skipped) == {OUTSIDE}:
            return f"Nothing to check: none of {plural(files, 'file')} is in `include`."
        none = f": none of {plural(files, 'file')} is an assistant" if result.skipped[OTHER] else ""
        return f"Nothing to check{none}{'' if set(result.skipped) == {OTHER} else '; ' + skipped}."
    found = f"Found {joined(counts)}" if counts else "No mistakes found"
    return f"{found} in {plural(result.checked, 'file')}{skipped and '; '}{skipped}."


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") and part != ".." for part in path.split("/"))


def skipped_by_reason(skipped: Mapping[str, int]) -> str:
    """Return `skipped 3: 1 not an assistant, 2 test files`, or nothing where nothing was."""
    if not skipped:
        return ""
    reasons = [
        plural(count, reason) if reason in _KINDS else f"{count} {reason}"
        for reason, count in sorted(skipped.items())
    ]
    return f"skipped {sum(skipped.values())}: {', '.join(reasons)}"


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
