"""Which files are assistants: paths from the command line, folders walked, patterns.

A file that is named is checked, unless it is excluded or, as a commit hook asks, has to pass
for an assistant as in a folder. In a folder the files that `include` matches are checked;
without `include`, those in a folder called `assistants`, and those with a document that is an
assistant by its content. `.gitignore` files are honoured. Each file has a reason for which it is
checked or skipped.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from revox_lint.config import Config, nearest
from revox_lint.pattern import SUFFIXES as SUFFIXES

if TYPE_CHECKING:
    import pathspec

TEST_SUFFIXES = (".test.yaml", ".test.yml")
SNAPSHOT_SUFFIX = ".snapshot.json"
SCHEMA_SUFFIX = ".schema.json"
LOCK_NAME = "revox.lock.json"
_SNAPSHOT_NAMED = r"payload_snapshot[\"']?[ \t]*:[ \t]*[\"']?(?:\./)?([^\s\"',}]+)"
DEFAULT_FOLDER = "assistants"
MAX_BYTES = 4 * 1024 * 1024
"""The size of the largest file that is read; definitions have a few thousand bytes."""
HUGE = f"larger than {MAX_BYTES // (1024 * 1024)} MiB"
TOO_LARGE = f"it is {HUGE}"
NEVER_WALKED = frozenset({".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv", "venv"})
"""The names of folders that tools fill."""

EXCLUDED = "excluded"
IGNORED = "ignored by .gitignore"
TEST = "test file"
SNAPSHOT = "snapshot"
LOCK = "lock file"
SCHEMA = "JSON Schema"
OTHER = "not an assistant"
OUTSIDE = "not in `include`"

NAMED = "named"
INCLUDED = "in `include`"
IN_FOLDER = f"in a folder `{DEFAULT_FOLDER}`"
BY_CONTENT = "has fields of an assistant"

ConfigFor: TypeAlias = Callable[[Path], Config]
"""The configuration for the files of a folder, an absolute path."""


class File(NamedTuple):
    """A file to check and the name to report for it.

    `reason` is why it counts; with `BY_CONTENT` its content has to show that it is an assistant.
    `problem` is why it cannot be read, where that is known already.
    """

    path: Path
    name: str
    config: Config
    reason: str = NAMED
    problem: str | None = None


class Skipped(NamedTuple):
    """The name of a file that is not checked, and why."""

    name: str
    reason: str


class Selection:
    """The files to check, sorted by name, and the skipped ones."""

    __slots__ = ("files", "skipped")

    def __init__(self) -> None:
        """Begin with no file."""
        self.files: list[File] = []
        self.skipped: list[Skipped] = []


class NoSuchPathError(Exception):
    """A path on the command line that does not exist."""


class UnreadableError(Exception):
    """A file that cannot be read; the message is the reason."""


def select(
    paths: Iterable[str | Path],
    config_for: ConfigFor = nearest,
    *,
    only_assistants: bool = False,
) -> Selection:
    """Return the files to check for `paths`, which are files and folders.

    With `only_assistants`, a file that is named has to pass for an assistant as in a folder.
    Raises NoSuchPathError, and ConfigError from reading a configuration.
    """
    selection = Selection()
    around = Surroundings()
    seen: set[str] = set()
    for given in paths:
        path = Path(given)
        found: Iterable[File | Skipped]
        try:
            is_folder = stat.S_ISDIR(path.stat().st_mode)
        except OSError as error:
            if not os.path.lexists(path):
                raise NoSuchPathError(f"no such file or folder: `{path.as_posix()}`") from None
            config = config_for(_parent(path))
            found = [File(path, file_name(path), config, problem=_reason(error))]
        else:
            if is_folder:
                found = _in_folder(path, config_for, around)
            else:
                config = config_for(_parent(path))
                found = [named(path, config, around, only_assistants=only_assistants)]
        for one in found:
            if (place := os.path.abspath(one.name)) not in seen:
                seen.add(place)
                if isinstance(one, File):
                    selection.files.append(one)
                else:
                    selection.skipped.append(one)
    selection.files.sort(key=lambda file: file.name)
    return selection


def named(
    path: Path, config: Config, around: Surroundings, *, only_assistants: bool = False
) -> File | Skipped:
    """Return a file that is named as one to check, or the reason for which it is skipped."""
    name = file_name(path)
    if (kind := _kind(path, around)) is not None:
        return Skipped(name, kind)
    if is_excluded(path, config):
        return Skipped(name, EXCLUDED)
    if not only_assistants:
        return File(path, name, config)
    if not path.name.endswith(SUFFIXES):
        return Skipped(name, OTHER)
    return _unnamed(path, config, around)


def _in_folder(top: Path, config_for: ConfigFor, around: Surroundings) -> Iterator[File | Skipped]:
    for found in walk(top, SUFFIXES, config_for):
        path, config, name = found.path, found.config, file_name(found.path)
        if found.is_folder:
            yield File(path, name, config, problem=found.problem)
        elif (kind := _kind(path, around)) is not None:
            yield Skipped(name, kind)
        elif found.skipped is not None:
            yield Skipped(name, found.skipped)
        else:
            yield _unnamed(path, config, around)


def _unnamed(path: Path, config: Config, around: Surroundings) -> File | Skipped:
    """Return a file that nobody named, with the reason for which it counts or is skipped."""
    name = file_name(path)
    if config.include is None:
        in_folder = around.is_in_assistants(path, config)
        return File(path, name, config, IN_FOLDER if in_folder else BY_CONTENT)
    if _matches(_for_hidden(config, path), config.root, path):
        return File(path, name, config, INCLUDED)
    return Skipped(name, OUTSIDE)


def _for_hidden(config: Config, path: Path) -> tuple[str, ...]:
    """Return the patterns of `include` that may mean a file: `*` never means a hidden one.

    Hidden files and folders belong to other tools: `*.yaml` is not about a commit hook.
    """
    patterns = config.include or ()
    parts = os.path.relpath(os.path.abspath(path), config.root).replace(os.sep, "/").split("/")
    if not any(part.startswith(".") for part in parts):
        return patterns
    return tuple(one for one in patterns if re.search(r"(?:^|/)\.", one) is not None)


def _kind(path: Path, around: Surroundings) -> str | None:
    """Return the kind of a file that is never an assistant, by its name alone; None for others."""
    if path.name.endswith(TEST_SUFFIXES):
        return TEST
    if path.name == LOCK_NAME:
        return LOCK
    if path.name.endswith(SCHEMA_SUFFIX):
        return SCHEMA
    return SNAPSHOT if around.is_snapshot(path) else None


class Surroundings:
    """What is around a file: test files that name snapshots, and folders called `assistants`.

    A snapshot is a copy of a definition that tests compare with; any `.json` file that a test
    file names is one. Taken for a definition, it would be pushed as a second assistant.
    """

    def __init__(self) -> None:
        """Begin without having read anything."""
        self._named: dict[Path, frozenset[str]] = {}
        self._within: dict[Path, bool] = {}

    def is_snapshot(self, path: Path) -> bool:
        """Return whether `path` is a snapshot, by its name or because a test file names it."""
        if not path.name.endswith(".json"):
            return False
        whole = Path(os.path.abspath(path))
        return path.name.endswith(SNAPSHOT_SUFFIX) or any(
            whole.relative_to(folder).as_posix() in self._named_in(folder)
            for folder in (whole.parent, *_up_to_repository(whole.parent))
        )

    def is_in_assistants(self, path: Path, config: Config) -> bool:
        """Return whether `path` is in a folder called `assistants` of its project.

        The project is the repository, else the folder of the configuration. Hidden files and
        folders belong to other tools.
        """
        folder = _parent(path)
        if folder not in self._within:
            top = _repository(folder) or (config.path and config.root)
            within = top is not None and folder.is_relative_to(top)
            parts = folder.relative_to(top).parts if top and within else folder.parts
            hidden = any(part.startswith(".") for part in parts)
            self._within[folder] = DEFAULT_FOLDER in parts and not hidden
        return self._within[folder] and not path.name.startswith(".")

    def _named_in(self, folder: Path) -> frozenset[str]:
        if folder not in self._named:
            self._named[folder] = frozenset(
                name for text in _tests(folder) for name in re.findall(_SNAPSHOT_NAMED, text)
            )
        return self._named[folder]


def _tests(folder: Path) -> Iterator[str]:
    """Yield the text of every test file in `folder` that can be read."""
    with suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.endswith(TEST_SUFFIXES):
                with suppress(UnreadableError):
                    yield read_file(Path(entry)).decode("utf-8", "replace")


def default_paths(cwd: Path, config: Config) -> list[Path]:
    """Return the paths to check when none is given: where `include` applies, or `assistants/`."""
    if config.include is not None:
        return [Path(os.path.relpath(config.root, cwd))]
    folder = Path(DEFAULT_FOLDER)
    return [folder] if (cwd / folder).is_dir() else []


def is_excluded(path: Path, config: Config) -> bool:
    """Whether the configuration excludes `path`."""
    return _matches(config.exclude, config.root, path)


def file_name(path: Path) -> str:
    """Return the name to report for a file: its path with `/`, without a leading `./`."""
    return path.as_posix().removeprefix("./")


def _parent(path: Path) -> Path:
    return Path(os.path.abspath(path)).parent


# --- reading -------------------------------------------------------------------------------


def read_file(path: Path) -> bytes:
    """Return the bytes of a regular file of at most `MAX_BYTES`; raises UnreadableError."""
    # A pipe would be waited for, even one that takes the place of a file meanwhile.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableError("it is not a regular file")
        with open(os.open(path, flags), "rb") as stream:  # noqa: PTH123
            # A size of 0 may be untrue, as in /proc; room for MAX_BYTES would be wasted.
            size = os.fstat(stream.fileno()).st_size
            data = b"" if size > MAX_BYTES else stream.read(size + 1)
            if len(data) > size:
                data += stream.read(MAX_BYTES)
    except OSError as error:
        raise UnreadableError(_reason(error)) from None
    except (ValueError, RuntimeError):
        raise UnreadableError("its path cannot be followed") from None
    if max(size, len(data)) > MAX_BYTES:
        raise UnreadableError(TOO_LARGE)
    return data


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


# --- folders -------------------------------------------------------------------------------


class Found(NamedTuple):
    """A file in a folder, or, with a `problem`, a folder that cannot be looked into.

    `skipped` is `IGNORED` or `EXCLUDED` when a pattern leaves the file out.
    """

    path: Path
    config: Config
    skipped: str | None = None
    problem: str | None = None

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder that cannot be looked into."""
        return self.problem is not None


def walk(top: Path, suffixes: tuple[str, ...], config_for: ConfigFor) -> Iterator[Found]:
    """Yield the files below `top` whose names end in one of `suffixes`, in no promised order.

    Raises ConfigError from reading a configuration.
    """
    stack = [(top, _outer_ignores(top))]
    while stack:
        folder, ignores = stack.pop()
        config = config_for(Path(os.path.abspath(folder)))
        own = _ignore_file(folder)
        if own is not None:
            ignores = (*ignores, own)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield Found(folder, config, problem=_reason(error))
            continue
        for entry in entries:
            path = folder / entry.name
            if _is_folder(entry):
                if entry.name not in NEVER_WALKED and not _is_ignored(path, ignores, folder=True):
                    stack.append((path, ignores))
            elif entry.name.endswith(suffixes) and not (entry.is_symlink() and path.is_dir()):
                skipped = None
                if _is_ignored(path, ignores):
                    skipped = IGNORED
                elif is_excluded(path, config):
                    skipped = EXCLUDED
                yield Found(path, config, skipped)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder to walk into."""
    try:
        # A link to a folder is not followed: it may lead out of the project, or in a circle.
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


# --- patterns ------------------------------------------------------------------------------

Ignore: TypeAlias = tuple[Path, "pathspec.GitIgnoreSpec"]


@cache
def _spec(patterns: tuple[str, ...]) -> pathspec.GitIgnoreSpec:
    import pathspec

    return pathspec.GitIgnoreSpec.from_lines(patterns)


def _matches(patterns: tuple[str, ...], root: Path, path: Path) -> bool:
    if not patterns:
        return False
    relative = os.path.relpath(os.path.abspath(path), root).replace(os.sep, "/")
    return not relative.startswith("../") and _spec(patterns).match_file(relative)


def _ignore_file(folder: Path) -> Ignore | None:
    """Return the patterns of the `.gitignore` in `folder` and the folder; None without one."""
    try:
        lines = (folder / ".gitignore").read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return None
    return Path(os.path.abspath(folder)), _spec(tuple(lines))


def _outer_ignores(top: Path) -> tuple[Ignore, ...]:
    """Return the `.gitignore` files above `top`, up to the root of its repository."""
    folders = list(_up_to_repository(Path(os.path.abspath(top))))
    found = [_ignore_file(folder) for folder in reversed(folders)]
    return tuple(one for one in found if one is not None)


def _repository(folder: Path) -> Path | None:
    """Return the root of the repository that `folder` is in, an absolute path, or None."""
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)


def _up_to_repository(folder: Path) -> Iterator[Path]:
    """Yield the folders above `folder` up to the root of its repository; none outside of one."""
    top = _repository(folder)
    if top is not None:
        yield from (parent for parent in folder.parents if parent.is_relative_to(top))


def _is_ignored(path: Path, ignores: tuple[Ignore, ...], *, folder: bool = False) -> bool:
    """Whether `.gitignore` files, from the outermost in, ignore a file or a `folder`."""
    ignored = False
    for root, spec in ignores:
        relative = os.path.relpath(os.path.abspath(path), root).replace(os.sep, "/")
        result = spec.check_file(relative + "/" if folder else relative)
        if result.include is not None:
            ignored = result.include
    return ignored
