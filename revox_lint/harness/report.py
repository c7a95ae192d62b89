"""Reports of a run: for people, as JSON and JUnit, and as diagnostics for all other formats.

Expected and found stand side by side, under the line of the test file that they are about.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from revox_lint import api
from revox_lint.diagnostic import Diagnostic, Related, Severity
from revox_lint.engine import internal_error
from revox_lint.harness.reading import CollectionError
from revox_lint.harness.run import Result, Status
from revox_lint.report import Style, reporter
from revox_lint.report.frame import Mark, frame, paint
from revox_lint.report.sanitize import inert
from revox_lint.report.summary import plural
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span

VERSION = 1
"""Of the JSON format; raised when something that is there changes its meaning or goes."""

FAILED_TEST, UNREADABLE_TEST = "failed-test", "unreadable-test"
OWN_FORMATS = ("text", "json", "jsonl", "junit")
_BLUE = "34"


@dataclass(slots=True)
class Run:
    """What a run of test files gave: results, files that could not be collected, and counts.

    `deselected` counts the tests that `-k` and `--tag` left out; `explained` are lines about
    the assumptions made, in order of the files.
    """

    results: list[Result] = field(default_factory=list)
    errors: list[CollectionError] = field(default_factory=list)
    files: int = 0
    deselected: int = 0
    skipped_files: Counter[str] = field(default_factory=Counter)
    explained: list[str] = field(default_factory=list)
    contract: str = ""
    crashed: bool = False

    def internal_error(self, path: str, error: Exception) -> None:
        """Report a failure of our own in one file; the other files keep their results."""
        failure = internal_error(Source(path, ""), "testing", error)
        self.crashed = True
        self.errors.append(CollectionError(failure.source, failure.span, failure.message))

    def unreadable(self, folder: str, reason: str) -> None:
        """Report a folder that could not be looked into."""
        message = f"the folder cannot be read: {reason}"
        self.errors.append(CollectionError(Source(folder, ""), Span(0, 0), message))

    def count(self, status: Status) -> int:
        """Return how many tests ended in this way."""
        return sum(1 for result in self.results if result.status is status)


def formats() -> tuple[str, ...]:
    """Return the names of the formats: those of a check, and JUnit."""
    from revox_lint import report

    return tuple(sorted({*report.formats(), *OWN_FORMATS}))


def render(name: str, run: Run, style: Style) -> Iterator[str]:
    """Return the report in pieces that are written one after the other."""
    own = {"text": _text, "json": _json, "jsonl": _jsonl, "junit": _junit}.get(name)
    if own is not None:
        return own(run, style)
    return reporter(name).render(as_result(run), style)


def summary(run: Run) -> str:
    """One line: `4 passed, 1 failed, 1 skipped in 2 files`."""
    counts = [
        f"{run.count(status)} {status}"
        for status in (Status.PASSED, Status.FAILED, Status.SKIPPED)
        if run.count(status)
    ]
    if run.errors:
        files = len({error.source.path for error in run.errors})
        counts.append(f"{plural(files, 'file')} not run")
    if run.deselected:
        counts.append(f"{run.deselected} deselected")
    passed = [
        f"{count} {reason if count == 1 else reason.replace('file', 'files', 1)}"
        for reason, count in sorted(run.skipped_files.items())
    ]
    by = f"; skipped: {', '.join(passed)}" if passed else ""
    within = "" if run.errors and len(counts) == 1 else f" in {plural(run.files, 'file')}"
    return f"{', '.join(counts) or 'no tests'}{within}{by}"


# --- for people ---------------------------------------------------------------------------


def _text(run: Run, style: Style) -> Iterator[str]:
    for line in run.explained:
        yield inert(line) + "\n"
    if run.explained:
        yield "\n"
    for error in run.errors:
        yield from error_text(error, style)
        yield "\n"
    for result in run.results:
        if result.status is Status.FAILED:
            yield from failure_text(result, style)
            yield "\n"
    for result in run.results:
        if result.status is Status.SKIPPED:
            word = paint("skipped", "33", style)
            yield f"{word} {inert(result.id)}: {inert(result.reason or '')}\n"
    for result in run.results:
        yield from (f"wrote {inert(path)}\n" for path in result.written)
    yield summary(run) + "\n"


def error_text(error: CollectionError, style: Style) -> Iterator[str]:
    """Return a mistake in a test file, with its line."""
    yield f"{paint('error:', '1;31', style)} {paint(inert(error.message), '1', style)}\n"
    yield from frame(error.source, [Mark(error.span)], style)
    for message, span in error.related:
        line, column = error.source.position(span.start)
        yield f"    {inert(message)}: {inert(error.source.path)}:{line}:{column}\n"
    if error.help is not None:
        yield f"    help: {inert(error.help)}\n"


def failure_text(result: Result, style: Style) -> Iterator[str]:
    """Return a failing test: each expectation's line, with expected and found side by side."""
    yield f"{paint('FAILED', '1;31', style)} {paint(inert(result.id), '1', style)}\n"
    yield from failure_lines(result, style)


def failure_lines(result: Result, style: Style) -> Iterator[str]:
    """Return the lines under the name of a failing test."""
    if result.reason is not None:
        yield from frame(result.suite.source, [Mark(result.case.span)], style)
        yield f"    {inert(result.reason)}\n"
        for line in result.lines:
            yield f"      {inert(line)}\n"
    for mismatch in result.mismatches:
        yield from frame(result.suite.source, [Mark(mismatch.span)], style)
        yield f"    {inert(mismatch.expectation)}\n"
        yield f"      expected  {paint(inert(mismatch.expected), '32', style)}\n"
        yield f"      found     {paint(inert(mismatch.found), '31', style)}\n"
        for line in mismatch.detail:
            yield f"                {inert(line)}\n"


# --- as data ------------------------------------------------------------------------------


def _range(source: Source, span: Span) -> dict[str, dict[str, int]]:
    start, end = source.position(span.start), source.position(span.end)
    return {"start": start._asdict(), "end": end._asdict()}


def test_object(result: Result) -> dict[str, Any]:
    """One test as plain data; lines and columns from 1, the end exclusive."""
    source = result.suite.source
    return {
        "id": result.id,
        "name": result.case.name,
        "path": source.path,
        "range": _range(source, result.case.span),
        "tags": list(result.case.tags),
        "status": str(result.status),
        "reason": result.reason,
        "lines": list(result.lines),
        "failures": [
            {
                "expectation": mismatch.expectation,
                "range": _range(source, mismatch.span),
                "expected": mismatch.expected,
                "found": mismatch.found,
                "detail": list(mismatch.detail),
            }
            for mismatch in result.mismatches
        ],
    }


def error_object(error: CollectionError) -> dict[str, Any]:
    """One mistake of a test file as plain data."""
    return {
        "path": error.source.path,
        "range": _range(error.source, error.span),
        "message": error.message,
        "help": error.help,
        "related": [
            {"message": message, "range": _range(error.source, span)}
            for message, span in error.related
        ],
    }


def _json(run: Run, style: Style) -> Iterator[str]:
    from importlib.metadata import version

    from revox_lint.schedule.zones import zone_data_version

    found = {
        "version": VERSION,
        "tool": {"name": "revox-lint", "version": version("revox-lint")},
        "contract": run.contract,
        "zone_data": zone_data_version(),
        "summary": {
            "files": run.files,
            "tests": len(run.results),
            **{str(status): run.count(status) for status in Status},
            "deselected": run.deselected,
            "errors": len(run.errors),
        },
        "errors": [error_object(error) for error in run.errors],
        "tests": [test_object(result) for result in run.results],
    }
    yield json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def _jsonl(run: Run, style: Style) -> Iterator[str]:
    for error in run.errors:
        yield json.dumps({"error": error_object(error)}, ensure_ascii=False) + "\n"
    for result in run.results:
        yield json.dumps({"test": test_object(result)}, ensure_ascii=False) + "\n"


def _junit(run: Run, style: Style) -> Iterator[str]:
    """JUnit's XML, a suite for each file; the place is in `file` and `line`, as pytest writes."""
    from xml.etree.ElementTree import Element, SubElement, tostring

    root = Element("testsuites", name="revox-lint test")
    suites: dict[str, Element] = {}
    counts: dict[str, Counter[str]] = {}

    def add(source: Source, span: Span, name: str, outcome: str) -> Element:
        if source.path not in suites:
            suites[source.path] = SubElement(root, "testsuite", name=_xml(source.path))
            counts[source.path] = Counter()
        counts[source.path].update(["tests", outcome])
        return SubElement(
            suites[source.path],
            "testcase",
            classname=_xml(source.path),
            name=_xml(name),
            file=_xml(source.path),
            line=str(source.position(span.start).line),
            time="0",
        )

    for error in run.errors:
        case = add(error.source, error.span, "collection", "errors")
        node = SubElement(case, "error", message=_xml(error.message), type=UNREADABLE_TEST)
        node.text = _xml("".join(error_text(error, Style())))
    for result in run.results:
        outcome = {"failed": "failures", "skipped": "skipped"}.get(result.status, "passed")
        case = add(result.suite.source, result.case.span, result.case.name, outcome)
        if result.status is Status.SKIPPED:
            SubElement(case, "skipped", message=_xml(result.reason or ""))
        elif result.status is Status.FAILED:
            node = SubElement(case, "failure", message=_xml(headline(result)), type=FAILED_TEST)
            node.text = _xml("".join(failure_text(result, Style())))
    for path, suite in suites.items():
        for key in ("tests", "failures", "errors", "skipped"):
            suite.set(key, str(counts[path][key]))
    for key in ("tests", "failures", "errors", "skipped"):
        root.set(key, str(sum(count[key] for count in counts.values())))
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield tostring(root, encoding="unicode") + "\n"


def _xml(text: str) -> str:
    """Text without the characters that XML 1.0 cannot hold."""
    return "".join(
        char
        if char in "\t\n\r"
        or " " <= char <= "\ud7ff"
        or "\ue000" <= char <= "\ufffd"
        or char > "\uffff"
        else "\ufffd"
        for char in text
    )


def headline(result: Result) -> str:
    """Why a test failed, on one line."""
    if result.reason is not None:
        return result.reason
    first = result.mismatches[0]
    more = len(result.mismatches) - 1
    rest = f" (and {more} more)" if more else ""
    return f"{first.expectation}: expected {first.expected}, found {first.found}{rest}"


def as_result(run: Run) -> api.Result:
    """Return a run as diagnostics of the test files, for the formats of a check."""
    diagnostics = [
        Diagnostic(
            rule=UNREADABLE_TEST,
            severity=Severity.ERROR,
            message=error.message,
            source=error.source,
            span=error.span,
            help=error.help,
            related=tuple(Related(message, span) for message, span in error.related),
        )
        for error in run.errors
    ]
    for result in run.results:
        if result.reason is not None and result.status is Status.FAILED:
            diagnostics.append(_failed(result, result.case.span, result.reason, result.lines))
        for one in result.mismatches:
            message = f"{one.expectation}: expected {one.expected}, found {one.found}"
            diagnostics.append(_failed(result, one.span, message, one.detail))
    return api.Result(
        diagnostics, checked=run.files, skipped=run.skipped_files, contract=run.contract
    )


def _failed(result: Result, span: Span, message: str, lines: tuple[str, ...]) -> Diagnostic:
    line = " ".join(message.split())
    return Diagnostic(
        rule=FAILED_TEST,
        severity=Severity.ERROR,
        message=f"test `{result.case.name}`: {line}",
        source=result.suite.source,
        span=span,
        help="; ".join(" ".join(line.split()) for line in lines) or None,
    )
