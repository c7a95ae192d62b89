"""One JSON object with everything that was found; `schemas/output.schema.json` describes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from revox_lint.diagnostic import Diagnostic, Severity
from revox_lint.report import Style
from revox_lint.report.summary import fixable
from revox_lint.syntax.span import Span

if TYPE_CHECKING:
    from revox_lint.api import Result
    from revox_lint.syntax.source import Source

VERSION = 1
"""Of the format; raised when something that is there changes its meaning or goes."""


def render(result: Result, style: Style) -> Iterator[str]:
    """The object, indented by two spaces."""
    yield json.dumps(as_object(result), indent=2, ensure_ascii=False)
    yield "\n"


def as_object(result: Result) -> dict[str, Any]:
    """The result as plain data: see `schemas/output.schema.json`."""
    from importlib.metadata import version

    return {
        "version": VERSION,
        "tool": {"name": "revox-lint", "version": version("revox-lint")},
        "contract": result.contract,
        "summary": {
            "files": result.checked,
            "skipped": sum(result.skipped.values()),
            **{severity.value: result.count(severity) for severity in Severity},
            "fixable": fixable(result),
        },
        "files": [one._asdict() for one in result.seen],
        "diagnostics": [diagnostic(one) for one in result.diagnostics],
    }


def diagnostic(one: Diagnostic) -> dict[str, Any]:
    """One diagnostic as plain data; lines and columns from 1, the end exclusive."""
    return {
        "rule": one.rule,
        "severity": one.severity.value,
        "message": one.message,
        "help": one.help,
        "path": one.path,
        "document": one.document,
        "pointer": one.pointer,
        "range": _range(one.source, one.span),
        "related": [
            {
                "message": related.message,
                "path": (related.source or one.source).path,
                "range": _range(related.source or one.source, related.span),
            }
            for related in one.related
        ],
        "fix": None
        if one.fix is None
        else {
            "title": one.fix.title,
            "applicability": one.fix.applicability.value,
            "edits": [
                {"range": _range(one.source, edit.span), "text": edit.text}
                for edit in one.fix.edits
            ],
        },
        "url": one.url,
    }


def _range(source: Source, span: Span) -> dict[str, dict[str, int]]:
    start, end = source.position(span.start), source.position(span.end)
    return {
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }
