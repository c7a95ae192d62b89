"""Which files are assistants: paths from the command line, folders walked, patterns.

A file that is named counts, unless it is excluded or, as a commit hook asks, it is to be
judged as one found in a folder. In a folder what `include` matches
counts; without `include`, a file with a document that has a field which only an assistant
has. `.gitignore` files are honoured, and what is passed by is counted with its reason.
"""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from revox_lint.config import Config, nearest
from revox_lint.contract.contract import marks

if TYPE_CHECKING:
    import pathspec

    from revox_lint.syntax.tree import Parsed

SUFFIXES = (".yaml", ".yml", ".json")
TEST_SUFFIXES = (".test.yaml", ".test.yml")
SNAPSHOT_SUFFIX = ".snapshot.json"
"""What a test knows of a definition is kept in files of this name: the whole definition."""
LOCK_NAME = "revox.lock.json"
"""What was pushed is kept in a file of this name: never an assistant, whatever it quotes."""
DEFAULT_FOLDER = "assistants"
MAX_BYTES = 4 * 1024 * 1024
"""A larger file is refused: definitions have a few thousand bytes."""

ASSISTANT_FIELDS = marks()
"""Fields that mark a document as an assistant."""

_FIELD = "|".join(ASSISTANT_FIELDS)
_MENTIONED = rf"\b(?:{_FIELD})[\"']?[ \t]*:"
_STARTS_A_LINE = rf"(?m)^[ \t]*[\"']?(?:{_FIELD})[\"']?[ \t]*:"
_SNAPSHOT_NAMED = r"payload_snapshot[\"']?[ \t]*:[ \t]*[\"']?(?:\./)?([^\s\"',}]+)"
NEVER_WALKED = frozenset({".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", "venv"})
"""Folders that hold what tools have put there, by name."""

EXCLUDED = "excluded"
IGNORED = "ignored by .gitignore"
TEST = "test file"
SNAPSHOT = "snapshot"
LOCK = "lock file"
OTHER = "not an assistant"


class File(NamedTuple):
    """A file to check: where it is, what to call it, and whether it was named itself.

    `sniffed` is whether only its content can tell if it is an assistant. `problem` says why
    it cannot be read at all.
    """

    path: Path
    name: str
    config: Config
    sniffed: bool = False
    problem: str | None = None


class Selection:
    """The files to check, in order of their names, and how many were passed by, and why."""

    __slots__ = ("_snapshots", "files", "skipped")

    def __init__(self) -> None:
        """Begin with no file."""
        self.files: list[File] = []
        self.skipped: Counter[str] = Counter()
        self._snapshots: dict[Path, frozenset[str]] = {}

    def snapshots(self, folder: Path) -> frozenset[str]:
        """Return the paths that the test files of `folder` name as snapshots."""
        if folder not in self._snapshots:
            self._snapshots[folder] = _named_snapshots(folder)
        return self._snapshots[folder]


class NoSuchPathError(Exception):
    """A path on the command line that does not exist."""


def select(
    paths: Iterable[str | Path],
    config_for: Callable[[Path], Config] = nearest,
    *,
    only_assistants: bool = False,
) -> Selection:
    """The files that `paths` (files and folders) stand for.

    With `only_assistants`, a file that is named counts only if it would in a folder.
    `config_for` answers the configuration for a folder (an absolute path). Raises
    NoSuchPathError, and ConfigError from reading a configuration.
    """
    selection = Selection()
    seen: set[str] = set()
    for given in paths:
        path = Path(given)
        try:
            mode = path.stat().st_mode
        except OSError as error:
            if not os.path.lexists(path):
                raise NoSuchPathError(f"no such file or folder: `{path.as_posix()}`") from None
            _add(selection, seen, _unreadable(path, error, config_for(_folder(path))))
            continue
        if stat.S_ISDIR(mode):
            _walk(path, selection, seen, config_for)
        else:
            _named(path, mode, selection, seen, config_for, only_assistants)
    selection.files.sort(key=lambda file: file.name)
    return selection


def default_paths(cwd: Path, config: Config) -> list[Path]:
    """What is checked when no path is given: where `include` may match, else `assistants/`."""
    if config.include is not None:
        return [Path(os.path.relpath(config.root, cwd))]
    folder = Path(DEFAULT_FOLDER)
    return [folder] if (cwd / folder).is_dir() else []


def is_excluded(path: Path, config: Config) -> bool:
    """Whether the configuration excludes `path`."""
    return _matches(config.exclude, config.root, path)


def mentions_assistant(text: str) -> bool:
    """Whether a field that only an assistant has is in the text: quick, and sure of a no."""
    return re.search(_MENTIONED, text) is not None


def assistants(text: str, parsed: Parsed) -> frozenset[int]:
    """The indices of the documents that have a field which only an assistant has.

    One that could not be read to its end counts when such a field starts a line in it.
    """
    from revox_lint.syntax.node import Mapping
    from revox_lint.syntax.tree import ProblemKind

    found = set()
    for index, tree in enumerate(parsed.trees):
        root = tree.root
        if isinstance(root, Mapping) and any(name in root for name in ASSISTANT_FIELDS):
            found.add(index)
        elif any(problem.kind is ProblemKind.SYNTAX for problem in tree.problems):
            whole = text if len(parsed.trees) == 1 else text[tree.span.start : tree.span.end]
            if re.search(_STARTS_A_LINE, whole) is not None:
                found.add(index)
    return frozenset(found)


def _folder(path: Path) -> Path:
    return Path(os.path.abspath(path)).parent


def _add(selection: Selection, seen: set[str], file: File) -> None:
    key = os.path.abspath(file.path)
    if key not in seen:
        seen.add(key)
        selection.files.append(file)


def _name(path: Path) -> str:
    text = path.as_posix()
    return text.removeprefix("./")


def _unreadable(path: Path, error: OSError, config: Config) -> File:
    return File(path, _name(path), config, problem=_reason(error))


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _named(
    path: Path,
    mode: int,
    selection: Selection,
    seen: set[str],
    config_for: Callable[[Path], Config],
    only_assistants: bool,
) -> None:
    config = config_for(_folder(path))
    if (kind := _other_kind(path, selection)) is not None:
        selection.skipped[kind] += 1
    elif is_excluded(path, config):
        selection.skipped[EXCLUDED] += 1
    elif only_assistants and not _may_be_assistant(path, config):
        selection.skipped[OTHER] += 1
    else:
        problem = None if stat.S_ISREG(mode) else "it is not a regular file"
        sniffed = only_assistants and config.include is None
        _add(selection, seen, File(path, _name(path), config, sniffed, problem))


def _other_kind(path: Path, selection: Selection) -> str | None:
    """Return what a file of the project is that is never an assistant; None for any other."""
    if path.name.endswith(TEST_SUFFIXES):
        return TEST
    if path.name == LOCK_NAME:
        return LOCK
    if path.name.endswith(SNAPSHOT_SUFFIX) or _is_older_snapshot(path, selection):
        return SNAPSHOT
    return None


def _is_older_snapshot(path: Path, selection: Selection) -> bool:
    """Return whether a test file names `path` as its snapshot, as any `.json` file once could be.

    It is a copy of a definition: taken for one, it would be pushed as a second assistant.
    """
    if not path.name.endswith(".json"):
        return False
    whole = Path(os.path.abspath(path))
    return any(
        whole.relative_to(folder).as_posix() in selection.snapshots(folder)
        for folder in (whole.parent, *_up_to_repository(whole.parent))
    )


def _named_snapshots(folder: Path) -> frozenset[str]:
    """Return the paths under `payload_snapshot` in the test files of `folder`."""
    try:
        tests = [one for one in os.scandir(folder) if one.name.endswith(TEST_SUFFIXES)]
        texts = [Path(one).read_text("utf-8", errors="replace") for one in tests if one.is_file()]
    except OSError:
        return frozenset()
    return frozenset(name for text in texts for name in re.findall(_SNAPSHOT_NAMED, text))


def _may_be_assistant(path: Path, config: Config) -> bool:
    return path.name.endswith(SUFFIXES) and (
        config.include is None or _matches(config.include, config.root, path)
    )


def _walk(
    top: Path, selection: Selection, seen: set[str], config_for: Callable[[Path], Config]
) -> None:
    stack = [(top, outer_ignores(top))]
    while stack:
        folder, ignores = stack.pop()
        config = config_for(Path(os.path.abspath(folder)))
        own = ignore_file(folder)
        if own is not None:
            ignores = (*ignores, own)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            _add(selection, seen, _unreadable(folder, error, config))
            continue
        for entry in entries:
            path = folder / entry.name
            if is_folder(entry):
                ignored = is_ignored(path, ignores, folder=True)
                if entry.name not in NEVER_WALKED and not ignored:
                    stack.append((path, ignores))
            elif entry.name.endswith(SUFFIXES):
                _walked(path, entry, config, ignores, selection, seen)


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder to walk into."""
    try:
        # A link to a folder is not followed: it may lead out of the project, or in a circle.
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _walked(
    path: Path,
    entry: os.DirEntry[str],
    config: Config,
    ignores: tuple[Ignore, ...],
    selection: Selection,
    seen: set[str],
) -> None:
    if entry.is_symlink() and path.is_dir():
        return
    if (kind := _other_kind(path, selection)) is not None:
        selection.skipped[kind] += 1
    elif is_ignored(path, ignores):
        selection.skipped[IGNORED] += 1
    elif is_excluded(path, config):
        selection.skipped[EXCLUDED] += 1
    elif config.include is not None and not _matches(config.include, config.root, path):
        selection.skipped[OTHER] += 1
    else:
        problem = None
        try:
            if not stat.S_ISREG(entry.stat().st_mode):
                problem = "it is not a regular file"
        except OSError as error:
            problem = _reason(error)
        sniffed = config.include is None
        _add(selection, seen, File(path, _name(path), config, sniffed, problem))


# --- patterns ------------------------------------------------------------------------------

Ignore = tuple[Path, "pathspec.GitIgnoreSpec"]


@cache
def _spec(patterns: tuple[str, ...]) -> pathspec.GitIgnoreSpec:
    import pathspec

    return pathspec.GitIgnoreSpec.from_lines(patterns)


def _matches(patterns: tuple[str, ...], root: Path, path: Path) -> bool:
    if not patterns:
        return False
    relative = os.path.relpath(os.path.abspath(path), root).replace(os.sep, "/")
    return not relative.startswith("../") and _spec(patterns).match_file(relative)


def ignore_file(folder: Path) -> Ignore | None:
    """The patterns of the `.gitignore` in `folder`, with where they hold; None without one."""
    try:
        lines = (folder / ".gitignore").read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return None
    return Path(os.path.abspath(folder)), _spec(tuple(lines))


def outer_ignores(top: Path) -> tuple[Ignore, ...]:
    """The `.gitignore` files above `top`, up to the root of its repository."""
    folders = list(_up_to_repository(Path(os.path.abspath(top))))
    found = [ignore_file(folder) for folder in reversed(folders)]
    return tuple(one for one in found if one is not None)


def _up_to_repository(folder: Path) -> Iterator[Path]:
    if (folder / ".git").exists():
        return
    parents = []
    for parent in folder.parents:
        parents.append(parent)
        if (parent / ".git").exists():
            yield from parents
            return


def is_ignored(path: Path, ignores: tuple[Ignore, ...], *, folder: bool = False) -> bool:
    """Whether `.gitignore` files, from the outermost in, say to pass by a file or a `folder`."""
    ignored = False
    for root, spec in ignores:
        relative = os.path.relpath(os.path.abspath(path), root).replace(os.sep, "/")
        result = spec.check_file(relative + "/" if folder else relative)
        if result.include is not None:
            ignored = result.include
    return ignored
