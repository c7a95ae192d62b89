"""Which files are test files: paths that are named, and folders that are walked.

A test file ends in `.test.yaml` or `.test.yml` and has `revox_test` at its top. In a folder, files
of that name without it belong to another tool and are skipped, unless they show that they are meant
as ours: what is skipped is green.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from revox_lint import workspace
from revox_lint.config import Config
from revox_lint.text.suggest import suggest
from revox_lint.workspace import EXCLUDED, TEST_SUFFIXES, NoSuchPathError

FOREIGN = "test file of another tool"
UNTESTED = "file without a test beside it"
MARK = "revox_test"
TOP_KEYS = (MARK, "assistant", "contract", "assume", "rates", "defaults", "tests")
_KEY = r"(?m)^\ufeff?([ \t]*)(?:[{,][ \t]*)?[\"']?([A-Za-z][\w-]*(?: [\w-]+)*)[\"']?[ \t]*:"
_OTHER_KEYS = frozenset({"prompts", "providers", "suite", "suites"})
"""Keys beside `tests` in the files of promptfoo and of helm-unittest."""


@dataclass(slots=True)
class Selection:
    """The test files, as path and name to report, and how many were skipped, and why.

    `unreadable` are folders that could not be looked into, by name, with the reason.
    """

    files: list[tuple[Path, str]] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)


def select(
    paths: Iterable[str | Path],
    config_for: Callable[[Path], Config],
    *,
    only_marked: bool = False,
) -> Selection:
    """Return the test files that `paths` stand for, in order of their names, each once.

    A definition stands for the test file beside it. Any other file that is named counts
    under any name, unless it is excluded; with `only_marked`, only when it is marked.
    Raises NoSuchPathError for a path that does not exist.
    """
    selection = Selection()
    for given in paths:
        path = Path(given)
        if not os.path.lexists(path):
            raise NoSuchPathError(f"no such file or folder: `{path.as_posix()}`")
        path = file_beside(path) or path
        if path.is_dir():
            _walk(path, selection, config_for)
        elif workspace.is_excluded(path, config_for(Path(os.path.abspath(path)).parent)):
            selection.skipped[EXCLUDED] += 1
        elif only_marked and not is_ours(path):
            selection.skipped[FOREIGN if path.name.endswith(TEST_SUFFIXES) else UNTESTED] += 1
        else:
            selection.files.append((path, workspace.file_name(path)))
    by_place = {os.path.abspath(path): (path, name) for path, name in reversed(selection.files)}
    selection.files = sorted(by_place.values(), key=lambda file: file[1])
    return selection


def file_beside(path: Path) -> Path | None:
    """Return the test file of a definition, `sales.test.yaml` for `sales.yaml`, if it is there."""
    if path.name.endswith(TEST_SUFFIXES) or not path.name.endswith(workspace.SUFFIXES):
        return None
    candidates = [path.with_name(path.stem + suffix) for suffix in TEST_SUFFIXES]
    return next((one for one in candidates if one.is_file()), None)


def _walk(top: Path, selection: Selection, config_for: Callable[[Path], Config]) -> None:
    for found in workspace.walk(top, TEST_SUFFIXES, config_for):
        if found.problem is not None:
            selection.unreadable.append((workspace.file_name(found.path), found.problem))
        elif found.skipped is not None:
            selection.skipped[found.skipped] += 1
        elif not is_ours(found.path):
            selection.skipped[FOREIGN] += 1
        elif found.path.is_file():
            selection.files.append((found.path, workspace.file_name(found.path)))


def is_ours(path: Path) -> bool:
    """Return whether a file is marked or meant as a test file of ours, quickly.

    Meant are: a misspelt mark, tests with `given` and `expect`, and beside a definition of its
    name an empty file or one with a key of ours. A file that cannot be read is ours, so that it
    is reported.
    """
    try:
        data = workspace.read_file(path)
    except workspace.UnreadableError:
        return True
    text = data.replace(b"\0", b"").decode("utf-8", errors="replace")
    keys = re.findall(_KEY, text)
    in_braces = text.lstrip("\ufeff \t\r\n").startswith("{")
    least = min((indent for indent, _ in keys), key=len, default="")
    top = {key for indent, key in keys if in_braces or len(indent) == len(least)}
    if any(suggest(key, (MARK,)) for key in top):
        return True
    if top & _OTHER_KEYS:
        return False
    inner = set(re.findall(r"\b(given|expect)[\"']?[ \t]*:", text))
    if "tests" in top and len(inner) == 2:
        return True
    is_empty = re.search(r"(?m)^(?!---|\.\.\.)[ \t]*[^\s#]", text) is None
    return (is_empty or bool(inner) or not top.isdisjoint(TOP_KEYS)) and _tests_definition(path)


def _tests_definition(path: Path) -> bool:
    """Return whether beside a test file is a definition that it tests by its name."""
    from revox_lint.content import may_be_assistant

    for name in default_assistant(path.name):
        try:
            data = workspace.read_file(path.with_name(name))
        except workspace.UnreadableError:
            continue
        if may_be_assistant(data.decode("utf-8", errors="replace")):
            return True
    return False


def default_assistant(name: str) -> tuple[str, ...]:
    """Return the names that the definition of a test file can have when `assistant` names none."""
    path = PurePosixPath(name)
    stem = path.name.removesuffix(path.suffix).removesuffix(".test")
    return tuple(f"{stem}{suffix}" for suffix in (".yaml", ".yml", ".json"))
