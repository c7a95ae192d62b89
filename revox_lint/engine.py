"""From a source to diagnostics: parse, run the rules that are on, keep one per mistake.

The order is fixed: rules speak; the more specific silence the more general; suppressions are
applied; the rules about suppressions speak; everything is sorted by place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from revox_lint.contract import contract as contracts
from revox_lint.diagnostic import Diagnostic, Finding, Fix, Related, Severity, Where
from revox_lint.document import Document, Path, documents
from revox_lint.rule import Rule, RuleOptions, modules
from revox_lint.secrecy import Hidden, hidden
from revox_lint.suppression import Suppression, suppressions
from revox_lint.syntax.comment import comments
from revox_lint.syntax.node import Node
from revox_lint.syntax.parse import parse
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span
from revox_lint.syntax.tree import Parsed

INTERNAL = "internal-error"
"""The name under which a crash of a rule is reported; it is no rule and cannot be ignored."""


_NOTHING: Mapping[str, Any] = {}


class Settings(NamedTuple):
    """What one file is checked with.

    `rules` are those that are on; `severities` and `options` are by rule name and override
    what the rules say of themselves. `contract` is a version of the API's contract, which a
    file's modeline overrides.
    """

    rules: tuple[Rule, ...]
    severities: Mapping[str, Severity] = _NOTHING
    options: Mapping[str, Any] = _NOTHING
    contract: str = contracts.LATEST


class LintResult(NamedTuple):
    """What was found in one file; `suppressed` are the diagnostics that comments silenced."""

    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...]
    documents: tuple[Document, ...]


class _Said(NamedTuple):
    rule: Rule
    finding: Finding
    document: Document
    span: Span


def lint(
    source: Source,
    settings: Settings,
    parsed: Parsed | None = None,
    only: frozenset[int] | None = None,
) -> LintResult:
    """Check every document of `source`, or those whose index is in `only`.

    Never raises for anything that stands in the file.
    """
    if parsed is None:
        parsed = parse(source)
    contract = contracts.load(modeline_contract(source, parsed) or settings.contract)
    comments_to_us = suppressions(source, parsed)
    known = frozenset(modules()).union(rule.name for rule in settings.rules)
    found = documents(source, parsed, contract, comments_to_us, known)
    if only is not None:
        found = tuple(document for document in found if document.index in only)
    crashes: list[Diagnostic] = []
    said: list[_Said] = []
    for document in found:
        said += _speak(document, settings, [r for r in settings.rules if not r.last], crashes)
    said = _most_specific(said)
    used: set[tuple[Suppression, str]] = set()
    kept, suppressed = _suppress(said, comments_to_us, used)
    last = [rule for rule in settings.rules if rule.last]
    if last:
        ran = {rule.name for rule in settings.rules}
        for document in found:
            document.unused_suppressions = tuple(
                (suppression, name, place)
                for suppression in document.suppressions
                if suppression.error is None
                for name, place in suppression.names
                if name in ran and (suppression, name) not in used
            )
            late, also = _suppress(_speak(document, settings, last, crashes), comments_to_us, used)
            kept += late
            suppressed += also
    secret = hidden(source, found) if kept or suppressed else Hidden()
    diagnostics = [_diagnostic(one, settings, secret) for one in kept] + crashes
    return LintResult(
        tuple(sorted(diagnostics, key=order)),
        tuple(sorted((_diagnostic(one, settings, secret) for one in suppressed), key=order)),
        found,
    )


def order(diagnostic: Diagnostic) -> tuple[Any, ...]:
    """The order of a report: by path, then place, then what was said."""
    span = diagnostic.span
    return (diagnostic.path, span.start, span.end, diagnostic.rule, diagnostic.message)


_MODELINE = r"assistant-(\d+\.\d+)\.schema\.json"


def modeline_contract(source: Source, parsed: Parsed) -> str | None:
    """The contract version that the file's `yaml-language-server` comment names, if we know it."""
    if "yaml-language-server" not in source.text:
        return None
    for comment in comments(source.text, sorted(parsed.scalars)):
        if "yaml-language-server" in comment.text and "$schema=" in comment.text:
            match = re.search(_MODELINE, comment.text)
            if match is not None and match[1] in contracts.VERSIONS:
                return match[1]
    return None


@cache
def _defaults(rule: Rule) -> RuleOptions:
    return rule.options() if rule.options is not None else RuleOptions()


def _speak(
    document: Document, settings: Settings, rules: Iterable[Rule], crashes: list[Diagnostic]
) -> list[_Said]:
    said: list[_Said] = []
    for rule in rules:
        try:
            if rule.options is None:
                findings = list(rule.check(document))
            else:
                options = settings.options.get(rule.name) or _defaults(rule)
                findings = list(rule.check(document, options))
        except Exception as error:
            what = f"the rule {rule.name}"
            crashes.append(internal_error(document.source, what, error, document.index))
            continue
        said += [_Said(rule, one, document, document.span(one.where)) for one in findings]
    return said


def internal_error(source: Source, what: str, error: Exception, document: int = 0) -> Diagnostic:
    """The diagnostic for a failure of our own in one file; `what` is the part that failed."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename.replace(chr(92), '/').rpartition('/')[2]}:{frames[-1].lineno}"
    return Diagnostic(
        rule=INTERNAL,
        severity=Severity.ERROR,
        message=(
            f"{what} failed on this file with {type(error).__name__} "
            f"at {place}: a bug in revox-lint, please report it"
        ),
        source=source,
        span=Span(0, min(1, len(source.text))),
        document=document,
        help="everything else was checked",
    )


def _most_specific(said: list[_Said]) -> list[_Said]:
    """Leave out what a more specific rule has said of the same place."""
    silenced: set[tuple[str, int, Span]] = set()
    for one in said:
        if one.rule.supersedes:
            places = [one.span, *(one.document.span(where) for where in one.finding.covers)]
            silenced.update(
                (name, one.document.index, place)
                for name in one.rule.supersedes
                for place in places
            )
    written = {(one.rule.name, id(one.finding.where), one.finding.message) for one in said}
    kept = []
    seen: set[tuple[str, int, Span, str]] = set()
    for one in said:
        name, where, message = one.rule.name, one.finding.where, one.finding.message
        key = (name, one.document.index, one.span, message)
        if (name, one.document.index, one.span) in silenced or key in seen:
            continue
        # What is wrong at the anchor already is not wrong once more at each of its aliases.
        if isinstance(where, Node) and (name, id(where.origin), message) in written:
            continue
        seen.add(key)
        kept.append(one)
    return kept


def _suppress(
    said: list[_Said], found: tuple[Suppression, ...], used: set[tuple[Suppression, str]]
) -> tuple[list[_Said], list[_Said]]:
    if not found:
        return said, []
    # Both in the order of the text: those at hand are the few that reach to where we are.
    coming = sorted(
        (one.covers, number) for number, one in enumerate(found) if one.error is None and one.names
    )
    coming.reverse()
    at_hand: list[int] = []
    silenced: set[int] = set()
    for index in sorted(range(len(said)), key=lambda index: said[index].span):
        one = said[index]
        while coming and coming[-1][0].start <= one.span.start:
            at_hand.append(coming.pop()[1])
        at_hand = [number for number in at_hand if _overlap(found[number].covers, one.span)]
        for number in at_hand:
            if any(name == one.rule.name for name, _ in found[number].names):
                used.add((found[number], one.rule.name))
                silenced.add(index)
    kept = [one for index, one in enumerate(said) if index not in silenced]
    return kept, [said[index] for index in sorted(silenced)]


def _overlap(covers: Span, span: Span) -> bool:
    return covers.start <= span.start < covers.end or (covers.start == span.start == covers.end)


def _diagnostic(said: _Said, settings: Settings, secret: Hidden) -> Diagnostic:
    rule, finding, document, span = said
    severity = settings.severities.get(rule.name) or finding.severity or rule.severity
    related = [
        Related(secret.out_of(words), document.span(where)) for words, where in finding.related
    ]
    origin = _origin(document, finding.where)
    if origin is not None and origin not in [one.span for one in related]:
        related.append(Related("the value is written here", origin))
    return Diagnostic(
        rule=rule.name,
        severity=severity,
        message=secret.out_of(finding.message),
        source=document.source,
        span=span,
        document=document.index,
        pointer=secret.out_of(pointer(document.path(finding.where))),
        help=None if finding.help is None else secret.out_of(finding.help),
        related=tuple(related),
        fix=_fix(finding.fix, secret),
        hidden=secret.spans,
    )


def _fix(fix: Fix | None, secret: Hidden) -> Fix | None:
    """The fix as it may be shown: none that writes a secret anew."""
    if fix is None or any(secret.out_of(edit.text) != edit.text for edit in fix.edits):
        return None
    return fix._replace(title=secret.out_of(fix.title))


def _origin(document: Document, where: Where) -> Span | None:
    """Where the value behind an alias is written."""
    if isinstance(where, Node) and where.origin is not None:
        return document.span(where.origin)
    return None


def pointer(path: Path) -> str:
    """A path as a JSON pointer (RFC 6901)."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)
