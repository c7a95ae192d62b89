"""Definitions to push: read once, linted, and turned into what goes over the wire.

What is linted and what is sent are the same bytes: a file that changes while it is being
pushed is pushed as it was checked, or not at all.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from revox_lint import api, workspace
from revox_lint.diagnostic import Diagnostic, Severity
from revox_lint.engine import LintResult, Settings, lint, pointer
from revox_lint.push.payload import merged
from revox_lint.push.plan import Definition
from revox_lint.push.scope import Scope, key_of
from revox_lint.syntax.parse import parse
from revox_lint.syntax.source import Source

if TYPE_CHECKING:
    from revox_lint.api import LintOptions, Result
    from revox_lint.document import Document
    from revox_lint.workspace import File


@dataclass(slots=True)
class Definitions:
    """What a push is about: definitions that may be sent, and what stands against the others.

    `linted` is the whole lint of the paths; `errors` are lines for what it does not say:
    errors that an environment's overrides bring in, and files that changed meanwhile.
    `files` are the paths of the files, from the lock's folder; `broken` those of them that
    cannot be pushed.
    """

    linted: Result
    sound: list[Definition] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)

    @property
    def may_be_sent(self) -> bool:
        """Whether there is no error in any of them."""
        return not self.errors and not self.linted.count(Severity.ERROR)


def gone(root: Path, definitions: Definitions) -> Callable[[str], bool]:
    """Returns what tells whether the definition of a key, not among those read, is gone."""

    def is_gone(key: str) -> bool:
        if key in definitions.files:
            return key not in definitions.broken
        if os.path.lexists(root / key):
            return False
        file, hash_mark, _ = key.rpartition("#")
        if not hash_mark or not os.path.lexists(root / file):
            return True
        return file in definitions.files and file not in definitions.broken

    return is_gone


def read_definitions(paths: Sequence[str | Path], choice: LintOptions, scope: Scope) -> Definitions:
    """Lints the assistants that `paths` stand for and returns them as definitions.

    Raises ConfigError and NoSuchPathError, as linting does.
    """
    found = Definitions(api.check(paths, choice))
    settings: dict[int, Settings] = {}
    said = {(one.path, one.rule, one.message) for one in found.linted.diagnostics}
    for file in workspace.select(paths, choice.config_for).files:
        config = file.config
        if id(config) not in settings:
            settings[id(config)] = choice.settings(config)
        key = key_of(file.path, scope.root)
        try:
            outcome = _outcome(file, settings[id(config)])
        except OSError:
            found.errors.append(f"{file.name}: the file went away while it was read")
            found.broken.add(key)
            continue
        if outcome is None:
            continue
        found.files.add(key)
        errors = [one for one in outcome.diagnostics if one.severity is Severity.ERROR]
        found.errors += [
            f"{one.path}: the file changed while it was read: {one.message}"
            for one in errors
            if (one.path, one.rule, one.message) not in said
        ]
        if errors:
            found.broken.add(key)
            continue
        _add(found, file, key, outcome, settings[id(config)], scope.target.environment.overrides)
    return found


def _outcome(file: File, settings: Settings) -> LintResult | None:
    """Returns what a file holds; None if it is no assistant, or the lint said it is none."""
    if file.problem is not None:
        return None
    source = Source.from_bytes(file.name, file.path.read_bytes())
    parsed = parse(source)
    only = workspace.assistants(source.text, parsed) if file.sniffed else None
    if only is not None and not only:
        return None
    return lint(source, settings, parsed, only)


def _add(
    found: Definitions,
    file: File,
    key: str,
    outcome: LintResult,
    settings: Settings,
    overrides: Mapping[str, Any],
) -> None:
    several = len(outcome.documents) > 1
    for document in outcome.documents:
        objections = list(_objections(document))
        payload = merged(document.plain, overrides)
        if not objections and overrides:
            objections = list(_of_overrides(file, document, payload, outcome, settings))
        if objections:
            found.errors += [f"{file.name}: {objection}" for objection in objections]
            found.broken.add(key)
            continue
        own = f"{key}#{payload['name']}" if several else key
        if any(own == other.key for other in found.sound):
            found.errors.append(f"{file.name}: two documents have the name `{payload['name']}`")
            found.broken.add(key)
            continue
        found.sound.append(Definition(own, payload, document.contract.version))


def _objections(document: Document) -> Iterator[str]:
    """Yields why a document cannot be sent although every rule that is on accepts it."""
    for problem in document.tree.problems:
        yield f"{problem.message} (whatever the rules are set to, this cannot be pushed)"
    if document.has_broken or not document.is_mapping:
        yield "it could not be read as a whole, so it cannot be pushed"
    elif document.violations:
        places = ", ".join(
            f"`{pointer((*one.path, one.name) if one.name else one.path) or '/'}`"
            for one in document.violations[:5]
        )
        yield (
            f"it breaks the contract at {places}: whatever the rules are set to, the API would"
            " refuse it"
        )
    else:
        try:
            json.dumps(document.plain, allow_nan=False, ensure_ascii=False).encode()
        except (ValueError, RecursionError):
            yield "it holds a value that JSON cannot hold, so it cannot be pushed"


def _of_overrides(
    file: File,
    document: Document,
    payload: Mapping[str, Any],
    outcome: LintResult,
    settings: Settings,
) -> Iterator[str]:
    """Yields the errors that a definition has only with the overrides of an environment."""
    if not document.contract.is_valid(payload):
        for violation in document.contract.violations(payload)[:5]:
            path = (*violation.path, violation.name) if violation.name else violation.path
            yield f"the environment's overrides break the contract at `{pointer(path)}`"
        return
    try:
        text = json.dumps(payload, ensure_ascii=False, allow_nan=False, default=str)
        data = text.encode()
    except (ValueError, RecursionError):
        yield "the environment's overrides hold a value that JSON cannot hold"
        return
    accepted = {(one.rule, one.pointer) for one in outcome.suppressed}
    for one in _errors_of(Source.from_bytes(file.name + ".json", data), settings):
        if (one.rule, one.pointer) not in accepted:
            yield f"with the environment's overrides: {one.message} [{one.rule}]"


def _errors_of(source: Source, settings: Settings) -> Iterator[Diagnostic]:
    for one in lint(source, settings).diagnostics:
        if one.severity is Severity.ERROR:
            yield one
