"""From a source to diagnostics: parse, run the rules that are on, keep one per mistake.

The order is fixed: the rules run; a more specific finding supersedes a more general one;
suppressions are applied; the rules about unused suppressions run; diagnostics are sorted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, NamedTuple, TypeAlias

from revox_lint.contract import contract as contracts
from revox_lint.contract.wording import as_json
from revox_lint.diagnostic import Diagnostic, Finding, Related, Severity, Where
from revox_lint.document import Document, documents
from revox_lint.fields import Path
from revox_lint.rule import ALWAYS, SHIPPED, Registry, Rule, RuleOptions
from revox_lint.suppression import Comments, Suppression, suppressions
from revox_lint.syntax.comment import comments
from revox_lint.syntax.node import Node, Scalar
from revox_lint.syntax.parse import parse
from revox_lint.syntax.source import Source
from revox_lint.syntax.span import Span
from revox_lint.syntax.tree import Parsed

INTERNAL = "internal-error"
"""The name under which a crash of a rule is reported; not a rule, so it cannot be ignored."""

_MORE = "further places of this rule in this document are not reported"

MAX_FINDINGS = 1000
"""Findings of one rule in one document: more help nobody, and a file can hold a million."""

_NOTHING: Mapping[str, Any] = {}


class Settings(NamedTuple):
    """What one file is checked with.

    `rules` are those that are on, out of `registry`; `severities` and `options` are by rule
    name and override those of the rules. `contract` is a version of the API's contract, which
    a file's modeline overrides.
    """

    rules: tuple[Rule, ...]
    severities: Mapping[str, Severity] = _NOTHING
    options: Mapping[str, Any] = _NOTHING
    contract: str = contracts.LATEST
    registry: Registry = SHIPPED


class LintResult(NamedTuple):
    """What was found in one file; `suppressed` are the diagnostics that comments hide."""

    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...]
    documents: tuple[Document, ...]


class _Found(NamedTuple):
    """A finding with the rule that reported it and its place."""

    rule: Rule
    finding: Finding
    document: Document
    span: Span


_Covered: TypeAlias = dict[tuple[int, Span], int]
"""The places, by document, that findings of one rule are about, with the rank of the worst."""

_Used: TypeAlias = set[tuple[Suppression, str]]
"""Suppressions with those of their rule names that suppressed something."""


def lint(
    source: Source,
    settings: Settings,
    parsed: Parsed | None = None,
    only: frozenset[int] | None = None,
) -> LintResult:
    """Check every document of `source`, or those whose index is in `only`.

    Never raises for anything in the file.
    """
    if parsed is None:
        parsed = parse(source)
    modeline = modeline_contract(source, parsed)
    named = modeline is not None and modeline[0] in contracts.VERSIONS
    contract = contracts.load(modeline[0] if modeline and named else settings.contract)
    checked = documents(source, parsed, contract)
    if only is not None:
        checked = tuple(document for document in checked if document.index in only)
    every = suppressions(source, parsed)
    names = frozenset(settings.registry).union(rule.name for rule in settings.rules)
    comments = {
        document.index: Comments(
            _within(document.extent, every),
            names,
            modeline=modeline if document is checked[0] else None,
        )
        for document in checked
    }
    first = [rule for rule in settings.rules if not rule.last]
    last = [rule for rule in settings.rules if rule.last]
    crashes: list[Diagnostic] = []
    found: list[_Found] = []
    for document in checked:
        found += _run(first, document, comments[document.index], settings, crashes)
    counts = Counter((one.rule.name, one.document.index) for one in found)
    stopped = {name for (name, _), count in counts.items() if count >= MAX_FINDINGS}
    used: _Used = set()
    kept, suppressed = _suppress(_one_per_mistake(found, settings), every, used)
    for document in checked if last else ():
        own = comments[document.index]
        own = own._replace(unused=tuple(_unused(own, settings.rules, used, stopped)))
        late, hidden_too = _suppress(_run(last, document, own, settings, crashes), every, used)
        kept += late
        suppressed += hidden_too
    diagnostics = [_diagnostic(one, settings) for one in kept] + crashes
    return LintResult(
        tuple(sorted(diagnostics, key=order)),
        tuple(sorted((_diagnostic(one, settings) for one in suppressed), key=order)),
        checked,
    )


def _within(extent: Span, found: tuple[Suppression, ...]) -> tuple[Suppression, ...]:
    return tuple(one for one in found if extent.start <= one.span.start < extent.end)


def _unused(
    comments: Comments, rules: tuple[Rule, ...], used: _Used, stopped: set[str]
) -> Iterator[tuple[Suppression, str, Span]]:
    # What else a stopped rule would have reported, and a comment suppressed, is not known.
    ran = {rule.name for rule in rules} - stopped - ALWAYS
    for suppression in comments.suppressions:
        if suppression.error is None:
            for name, place in suppression.names:
                if name in ran and (suppression, name) not in used:
                    yield suppression, name, place


def order(diagnostic: Diagnostic) -> tuple[Any, ...]:
    """Return the key that sorts diagnostics by path, then place, then rule and message."""
    span = diagnostic.span
    return (diagnostic.path, span.start, span.end, diagnostic.rule, diagnostic.message)


_MODELINE = r"\$schema=\S*?\bassistant-(\S*?)\.schema\.json"


def modeline_contract(source: Source, parsed: Parsed) -> tuple[str, Span] | None:
    """Return the contract version that the `yaml-language-server` comment names, and its place."""
    if "yaml-language-server" not in source.text:
        return None
    for comment in comments(source.text, sorted(parsed.scalars)):
        if "yaml-language-server" in comment.text:
            match = re.search(_MODELINE, comment.text)
            if match is not None:
                start = comment.span.start
                return match[1], Span(start + match.start(1), start + match.end(1))
    return None


@cache
def _defaults(rule: Rule) -> RuleOptions:
    return rule.options() if rule.options is not None else RuleOptions()


def _run(
    rules: Iterable[Rule],
    document: Document,
    comments: Comments,
    settings: Settings,
    crashes: list[Diagnostic],
) -> list[_Found]:
    """Return the findings of `rules`; a rule that fails adds to `crashes` instead."""
    found: list[_Found] = []
    for rule in rules:
        arguments: list[Any] = [document]
        if rule.options is not None:
            arguments.append(settings.options.get(rule.name) or _defaults(rule))
        if rule.comments:
            arguments.append(comments)
        try:
            findings = list(islice(rule.check(*arguments), MAX_FINDINGS + 1))
        except Exception as error:
            what = f"the rule {rule.name}"
            crashes.append(internal_error(document.source, what, error, document.index))
            continue
        if len(findings) > MAX_FINDINGS:
            findings[-2:] = [findings[-2]._replace(help=_MORE)]
        found += [_Found(rule, one, document, document.span(one.where)) for one in findings]
    return found


def internal_error(source: Source, what: str, error: Exception, document: int = 0) -> Diagnostic:
    """Return the diagnostic for a failure of revox-lint in one file; `what` is the part."""
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


def _one_per_mistake(found: list[_Found], settings: Settings) -> list[_Found]:
    """Return findings without superseded and repeated ones."""
    # By the rule that supersedes, not by the rules that are superseded, which may be many.
    covered: dict[str, _Covered] = {}
    covered_for: dict[str, dict[str, _Covered]] = {}
    for one in found:
        if one.rule.supersedes:
            rank = _severity(one, settings).rank
            own = covered.setdefault(one.rule.name, {})
            for place in _places(one):
                own[place] = max(rank, own.get(place, rank))
            for name in one.rule.supersedes:
                covered_for.setdefault(name, {})[one.rule.name] = own
    written = {(one.rule.name, id(one.finding.where), one.finding.message) for one in found}
    kept = []
    seen: set[tuple[str, int, Span, str]] = set()
    for one in found:
        name, where, message = one.rule.name, one.finding.where, one.finding.message
        key = (name, one.document.index, one.span, message)
        if key in seen or _superseded(one, settings, covered_for.get(name, {}).values()):
            continue
        # What is wrong at the anchor already is not wrong once more at each of its aliases.
        if isinstance(where, Node) and (name, id(where.origin), message) in written:
            continue
        seen.add(key)
        kept.append(one)
    return kept


def _places(one: _Found) -> list[tuple[int, Span]]:
    """Return where a finding is and all else that it is about."""
    places = (one.span, *(one.document.span(where) for where in one.finding.covers))
    return [(one.document.index, place) for place in places]


def _superseded(one: _Found, settings: Settings, by: Iterable[_Covered]) -> bool:
    """Whether more specific findings, which are no less severe, are about all its places.

    One about some elements of a list may share the place of the list with one about others.
    """
    place = (one.document.index, one.span)
    over = [covered for covered in by if place in covered]
    if not over:
        return False
    rank = _severity(one, settings).rank
    return all(
        any(covered.get(each, -1) >= rank for covered in over)
        for each in _places(one)
        if each == place or not _contains(each[1], one.span)
    )


def _contains(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _suppress(
    found: list[_Found], comments: tuple[Suppression, ...], used: _Used
) -> tuple[list[_Found], list[_Found]]:
    """Return the findings that remain and those that `comments` hide, adding to `used`."""
    if not comments:
        return found, []
    # Both in the order of the text: those at hand are the few that reach to where we are.
    coming = sorted(
        (one.covers, number)
        for number, one in enumerate(comments)
        if one.error is None and one.names
    )
    coming.reverse()
    at_hand: list[int] = []
    hides: set[int] = set()
    for index in sorted(range(len(found)), key=lambda index: found[index].span):
        one = found[index]
        while coming and coming[-1][0].start <= one.span.start:
            at_hand.append(coming.pop()[1])
        at_hand = [number for number in at_hand if _overlap(comments[number].covers, one.span)]
        for number in at_hand:
            if one.rule.name not in ALWAYS and any(
                name == one.rule.name for name, _ in comments[number].names
            ):
                used.add((comments[number], one.rule.name))
                hides.add(index)
    kept = [one for index, one in enumerate(found) if index not in hides]
    return kept, [found[index] for index in sorted(hides)]


def _overlap(covers: Span, span: Span) -> bool:
    return covers.start <= span.start < covers.end or (covers.start == span.start == covers.end)


def _severity(one: _Found, settings: Settings) -> Severity:
    return settings.severities.get(one.rule.name) or one.finding.severity or one.rule.severity


def _diagnostic(found: _Found, settings: Settings) -> Diagnostic:
    rule, finding, document, span = found
    # Rules quote by `Document.quoted`; this is for the words that they make of a value.
    hide = document.secrets.hide
    related = [Related(hide(words), document.span(where)) for words, where in finding.related]
    origin = _origin(document, finding.where)
    if origin is not None and origin not in [one.span for one in related]:
        related.append(Related("the value is written here", origin))
    fix = finding.fix
    if fix is not None and any(hide(edit.text) != edit.text for edit in fix.edits):
        fix = None  # it would write a secret into the report
    help = finding.help
    if help is not None and document.in_json:
        scalar = isinstance(finding.where, Scalar)
        help = as_json(help, whole=scalar and span == document.span(finding.where))
    return Diagnostic(
        rule=rule.name,
        severity=_severity(found, settings),
        message=hide(finding.message),
        source=document.source,
        span=span,
        document=document.index,
        pointer=hide(pointer(document.path(finding.where))),
        help=None if help is None else hide(help),
        related=tuple(related),
        fix=None if fix is None else fix._replace(title=hide(fix.title)),
        hidden=document.secrets.spans,
    )


def _origin(document: Document, where: Where) -> Span | None:
    """Return where the value behind an alias is written."""
    if isinstance(where, Node) and where.origin is not None:
        return document.span(where.origin)
    return None


def pointer(path: Path) -> str:
    """Return a path as a JSON pointer (RFC 6901)."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)
