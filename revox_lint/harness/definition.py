"""The definition that is tested or planned: its document, and what the linter reports."""

from __future__ import annotations

from pathlib import Path

from revox_lint import api
from revox_lint.api import LintOptions
from revox_lint.harness.expectations.expectation import Subject


def read_definition(
    path: Path, name: str, shown: str, options: LintOptions, index: int | None = None
) -> Subject | str:
    """Check a definition and return it, or a message why it cannot be used.

    `name` is what diagnostics call the file, `shown` what the message calls it. `index` is
    the document's, from 0; without one the file has to hold a single document. Raises
    ConfigError when the project's configuration cannot be used.
    """
    if path.is_dir():
        return f"cannot read the definition `{shown}`: it is a folder, name one definition in it"
    checked = api.check_file(path, options, name)
    if checked.problem is not None:
        return f"cannot read the definition `{shown}`: {checked.problem}"
    count = len(checked.documents)
    if index is None and count > 1:
        return f"the definition `{shown}` has {count} documents: name one, such as `{shown}#1`"
    if (index or 0) >= count:
        return f"the definition `{shown}` has no document {(index or 0) + 1}: it has {count}"
    found = tuple(one for one in checked.diagnostics if one.document == (index or 0))
    return Subject(checked.documents[index or 0], found)
