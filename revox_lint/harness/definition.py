"""Reading the definition that is tested or planned: its document, and what the linter says."""

from __future__ import annotations

import os
from pathlib import Path

from revox_lint.api import LintOptions
from revox_lint.engine import lint
from revox_lint.harness.expectations.kind import Subject
from revox_lint.syntax.source import Source
from revox_lint.workspace import UnreadableError, read_file


def read_bytes(path: Path, name: str) -> tuple[Source, str | None]:
    """A file as a source called `name`, and what kept it from being read, if anything did."""
    try:
        return Source.from_bytes(name, read_file(path)), None
    except UnreadableError as error:
        return Source(name, ""), str(error)


def read_definition(
    path: Path, name: str, shown: str, choice: LintOptions, index: int | None = None
) -> Subject | str:
    """Read and lint a definition as `check` does; a text for people says why there is none.

    `name` is what diagnostics call the file, `shown` what the answer calls it. `index` is
    the document's, from 0; without one the file has to hold a single document. Raises
    ConfigError when the project's configuration cannot be used.
    """
    source, problem = read_bytes(path, name)
    if problem is not None:
        return f"the definition `{shown}` cannot be read: {problem}"
    config = choice.config_for(Path(os.path.abspath(path)).parent)
    outcome = lint(source, choice.settings(config))
    count = len(outcome.documents)
    if index is None and count > 1:
        return f"the definition `{shown}` holds {count} documents: name one, such as `{shown}#1`"
    if (index or 0) >= count:
        return f"the definition `{shown}` has no document {(index or 0) + 1}: it has {count}"
    found = tuple(one for one in outcome.diagnostics if one.document == (index or 0))
    return Subject(outcome.documents[index or 0], found)
