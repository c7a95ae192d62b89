"""Definitions to push: linted, and turned into what goes over the wire.

What is sent are the documents of the lint itself: no file is read a second time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from revox_lint import api
from revox_lint.diagnostic import Severity
from revox_lint.engine import lint, pointer
from revox_lint.push.payload import merged
from revox_lint.push.plan import Definition
from revox_lint.push.scope import Scope, key_of
from revox_lint.syntax.source import Source

if TYPE_CHECKING:
    from revox_lint.api import LintedFile, LintOptions, Result
    from revox_lint.document import Document


@dataclass(slots=True)
class Definitions:
    """The definitions of a push: those that may be sent, and why others may not.

    `linted` is the lint of the paths; `errors` are lines for what it does not report: what
    cannot be sent although no rule is against it, and errors of an environment's overrides.
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
    """Return a predicate: whether the definition of a key, not among those read, is gone."""

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


def read_definitions(
    paths: Sequence[str | Path], options: LintOptions, scope: Scope
) -> Definitions:
    """Lint the assistants that `paths` stand for, and return them as definitions.

    Raises ConfigError and NoSuchPathError, as linting does.
    """
    found = Definitions(api.check(paths, options, keep_documents=True))
    for linted in found.linted.files:
        key = key_of(linted.file.path, scope.root)
        found.files.add(key)
        if any(one.severity is Severity.ERROR for one in linted.checked.diagnostics):
            found.broken.add(key)
        else:
            _add(found, linted, key, scope.target.environment.overrides)
    return found


def _add(found: Definitions, linted: LintedFile, key: str, overrides: Mapping[str, Any]) -> None:
    documents = linted.checked.documents
    keys: set[str] = set()
    for document in documents:
        payload = merged(document.plain, overrides)
        objections = list(_objections(document))
        if not objections and overrides:
            objections = list(_of_overrides(linted, document, payload))
        if not objections:
            own = f"{key}#{payload['name']}" if len(documents) > 1 else key
            if own not in keys:
                keys.add(own)
                found.sound.append(Definition(own, payload, document.contract.version))
                continue
            objections = [f"two documents have the name `{payload['name']}`"]
        found.errors += [f"{linted.file.name}: {objection}" for objection in objections]
        found.broken.add(key)


def _objections(document: Document) -> Iterator[str]:
    """Yield why a document cannot be sent although no rule that is on is against it."""
    for problem in document.tree.problems:
        yield f"{problem.message} (cannot be pushed, even with the rule off)"
    if document.has_broken or not document.is_mapping:
        yield "it cannot be read as a whole, so it cannot be pushed"
    elif document.violations:
        places = ", ".join(
            f"`{pointer((*one.path, one.name) if one.name else one.path) or '/'}`"
            for one in document.violations[:5]
        )
        yield (
            f"it breaks the contract at {places}: the API would refuse it, even with the rule off"
        )
    else:
        try:
            json.dumps(document.plain, allow_nan=False, ensure_ascii=False).encode()
        except (ValueError, RecursionError):
            yield "it contains a value that JSON does not have, so it cannot be pushed"


def _of_overrides(
    linted: LintedFile, document: Document, payload: Mapping[str, Any]
) -> Iterator[str]:
    """Yield the errors that a definition has only with the overrides of an environment."""
    violations = document.contract.violations(payload)
    for violation in violations[:5]:
        path = (*violation.path, violation.name) if violation.name else violation.path
        yield f"the environment's overrides break the contract at `{pointer(path)}`"
    if violations:
        return
    try:
        text = json.dumps(payload, ensure_ascii=False, allow_nan=False, default=str)
        data = text.encode()
    except (ValueError, RecursionError):
        yield "the environment's overrides contain a value that JSON does not have"
        return
    accepted = {(one.rule, one.pointer) for one in linted.checked.suppressed}
    source = Source.from_bytes(linted.file.name + ".json", data)
    for one in lint(source, linted.settings).diagnostics:
        if one.severity is Severity.ERROR and (one.rule, one.pointer) not in accepted:
            yield f"with the environment's overrides: {one.message} [{one.rule}]"
