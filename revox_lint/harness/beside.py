"""A test file and its definition: how one is found from the other."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from revox_lint import workspace
from revox_lint.harness.discover import default_assistant, file_beside, is_ours
from revox_lint.harness.load import read_file
from revox_lint.harness.reading import CollectionError
from revox_lint.harness.suite import Suite


class Beside(NamedTuple):
    """The name of a test file, and its suite; without one, what is wrong with the file."""

    name: str
    suite: Suite | None
    errors: tuple[CollectionError, ...] = ()


def definition_of(suite: Suite, folder: Path) -> Path | None:
    """Return the path of the definition that a suite in `folder` tests; None when none is there.

    A path that the suite names need not exist.
    """
    if suite.assistant:
        return folder / suite.assistant
    paths = [folder / name for name in default_assistant(suite.source.path)]
    return next((path for path in paths if os.path.lexists(path)), None)


def suite_beside(definition: Path, document: int) -> Beside | None:
    """Read the test file beside a definition; None when there is none that tests it.

    `document` is the definition's in its file, from 0. A test file can test another file or
    another document, or belong to another tool.
    """
    path = file_beside(definition)
    if path is None or not is_ours(path):
        return None
    source, suite, errors = read_file(path, workspace.file_name(path))
    if suite is None:
        return Beside(source.path, None, tuple(errors))
    tested = definition_of(suite, path.parent)
    same_file = tested is not None and os.path.realpath(tested) == os.path.realpath(definition)
    return Beside(source.path, suite) if same_file and suite.document in {None, document} else None
