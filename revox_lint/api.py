"""The door for programs: lint a string, lint files, and get diagnostics as values."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from revox_lint import workspace
from revox_lint.config import Config, nearest, rule_names, settings
from revox_lint.contract.contract import check_version
from revox_lint.diagnostic import Diagnostic, Severity
from revox_lint.engine import INTERNAL, Settings, order
from revox_lint.files import UNREADABLE as UNREADABLE
from revox_lint.files import Checked, Job, Progress, check_bytes, check_files, processors
from revox_lint.files import check_file as _check_file
from revox_lint.rule import Registry, Rule

_ANY = Config(Path())


class LintOptions:
    """What the caller chose beside the configuration.

    `config` replaces the nearest configuration of every file. `select` and `ignore` are names
    of rules or families, `rules` further rules, `contract` a version that overrides that of
    the configuration. With `only_assistants`, a file that is named has to pass for an
    assistant as in a folder.
    """

    __slots__ = (
        "_configs",
        "config",
        "contract",
        "ignore",
        "only_assistants",
        "registry",
        "select",
    )

    def __init__(
        self,
        config: Config | None = None,
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
        contract: str | None = None,
        rules: tuple[Rule, ...] = (),
        only_assistants: bool = False,
    ) -> None:
        """Take what was chosen; nothing is read."""
        self.config = config
        self.select = select
        self.ignore = ignore
        self.contract = contract
        self.registry = Registry(rules)
        self.only_assistants = only_assistants
        self._configs: dict[Path, Config] = {}

    def config_for(self, folder: Path) -> Config:
        """Return the configuration for the files of `folder`, an absolute path."""
        return self.config or nearest(folder, self._configs, self.registry)

    def settings(self, config: Config) -> Settings:
        """Return what the files under `config` are checked with; raises ConfigError."""
        return settings(
            config,
            select=rule_names(self.select, self.registry),
            ignore=rule_names(self.ignore, self.registry),
            contract=self.contract,
            registry=self.registry,
        )


class LintedFile(NamedTuple):
    """A file that was checked, what it was checked with, and what was found."""

    file: workspace.File
    settings: Settings
    checked: Checked


class SeenFile(NamedTuple):
    """A file that was checked or skipped, and the reason for that."""

    path: str
    checked: bool
    reason: str


class Result:
    """What a run found: `checked` files, skipped ones by reason, all diagnostics.

    `seen` has every file of both kinds, sorted by path. `diagnostics` are sorted by path, then
    place. `contract` is the version that holds where a file does not name its own. `files` are
    the checked files with their documents, if the run was to keep them.
    """

    __slots__ = (
        "checked",
        "contract",
        "diagnostics",
        "fail_on",
        "files",
        "seen",
        "skipped",
        "suppressed",
    )

    def __init__(
        self,
        diagnostics: Iterable[Diagnostic] = (),
        suppressed: Iterable[Diagnostic] = (),
        checked: int = 0,
        skipped: Counter[str] | None = None,
        contract: str = "",
        fail_on: Severity = Severity.ERROR,
    ) -> None:
        """Begin with what is known already, by default nothing."""
        self.diagnostics = list(diagnostics)
        self.suppressed = list(suppressed)
        self.checked = checked
        self.skipped: Counter[str] = Counter() if skipped is None else skipped
        self.contract = contract
        self.fail_on = fail_on
        self.files: list[LintedFile] = []
        self.seen: list[SeenFile] = []

    def add(self, file: workspace.File, checked: Checked) -> None:
        """Add what was found in a file."""
        if checked.skipped is not None:
            self.add_skipped(file.name, checked.skipped)
            return
        self.checked += 1
        self.seen.append(SeenFile(file.name, True, file.reason))
        self.diagnostics += checked.diagnostics
        self.suppressed += checked.suppressed

    def add_skipped(self, name: str, reason: str) -> None:
        """Add a file that is skipped."""
        self.skipped[reason] += 1
        self.seen.append(SeenFile(name, False, reason))

    def count(self, severity: Severity) -> int:
        """Return how many diagnostics have exactly this severity."""
        return sum(1 for one in self.diagnostics if one.severity is severity)

    @property
    def crashed(self) -> bool:
        """Whether a part of revox-lint itself failed."""
        return any(one.rule == INTERNAL for one in self.diagnostics)


def lint_text(
    text: str | bytes,
    *,
    path: str = "assistant.yaml",
    config: Config | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    contract: str | None = None,
    rules: Iterable[Rule | ModuleType] = (),
) -> list[Diagnostic]:
    """Check a definition given as a string, or as bytes in UTF-8.

    `path` is the name to report, and its ending tells JSON; nothing is read from disk and no
    configuration is looked for: `config` is the one to use. `select` and `ignore` are names
    of rules or families, `contract` a version of the API's contract such as "0.1", `rules`
    further rules: modules in the form of `revox_lint.rule`. The diagnostics are in order of
    their places. Raises ConfigError for a name that is not known.
    """
    options = _options(config or _ANY, select, ignore, contract, rules)
    data = text.encode() if isinstance(text, str) else text
    file = workspace.File(Path(path), path, _ANY)
    return list(check_bytes(file, data, options.settings(config or _ANY)).diagnostics)


def lint_paths(
    paths: str | Path | Iterable[str | Path],
    *,
    config: Config | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    contract: str | None = None,
    rules: Iterable[Rule | ModuleType] = (),
) -> Result:
    """Check files and folders, as the command line does; a single path is one of them.

    Without `config`, the nearest `revox-lint.toml` or `pyproject.toml` counts for each file.
    A file that cannot be read gives a diagnostic. Raises ConfigError for a configuration or a
    name that cannot be used, NoSuchPathError for a path that does not exist.
    """
    given = _paths(paths)
    return check(given, _options(config, select, ignore, contract, rules))


def check(
    paths: Iterable[str | Path],
    options: LintOptions,
    progress: Progress | None = None,
    processes: int = 1,
    *,
    keep_documents: bool = False,
) -> Result:
    """Check files and folders; the result does not depend on the number of processes.

    Many files are spread over at most so many `processes`, 0 for as many as there are
    processors. With further rules or `keep_documents` there is one process. Raises
    ConfigError and NoSuchPathError.
    """
    selection = workspace.select(paths, options.config_for, only_assistants=options.only_assistants)
    result = Result()
    for one in selection.skipped:
        result.add_skipped(*one)
    known: dict[int, int] = {}
    chosen: list[Settings] = []
    jobs = []
    for file in selection.files:
        if id(file.config) not in known:
            known[id(file.config)] = len(chosen)
            chosen.append(options.settings(file.config))
        # The settings hold what is configured, so no process needs the configuration.
        jobs.append(Job(file._replace(config=_ANY), known[id(file.config)]))
    processes = 1 if options.registry.own else processes or processors()
    found = check_files(jobs, chosen, processes, progress, keep_documents=keep_documents)
    for file, job, checked in zip(selection.files, jobs, found, strict=True):
        result.add(file, checked)
        if keep_documents and checked.skipped is None:
            result.files.append(LintedFile(file, chosen[job.settings], checked))
    result.diagnostics.sort(key=order)
    result.seen.sort()
    return result


def check_file(path: Path, options: LintOptions, name: str | None = None) -> Checked:
    """Check a file as an assistant, by any name, even if it is excluded.

    `name` is the one to report. Raises ConfigError.
    """
    config = options.config_for(Path(os.path.abspath(path)).parent)
    file = workspace.File(path, name or workspace.file_name(path), config)
    return _check_file(file, options.settings(config))


def default_paths(options: LintOptions) -> list[Path]:
    """Return the paths to check in the current folder when none is given, which may be none."""
    cwd = Path.cwd()
    return workspace.default_paths(cwd, options.config_for(cwd))


def check_text(data: bytes, path: str, options: LintOptions) -> Result:
    """Check the text of a file called `path`, as if it were read from there."""
    config = options.config_for(Path(os.path.abspath(path)).parent)
    result = Result()
    file = workspace.named(
        Path(path), config, workspace.Surroundings(), only_assistants=options.only_assistants
    )
    if isinstance(file, workspace.Skipped):
        result.add_skipped(*file)
    else:
        result.add(file, check_bytes(file, data, options.settings(config)))
    return result


def _options(
    config: Config | None,
    select: Sequence[str],
    ignore: Sequence[str],
    contract: str | None,
    rules: Iterable[Rule | ModuleType],
) -> LintOptions:
    if contract is not None:
        check_version(contract)
    given = (rules,) if isinstance(rules, (Rule, ModuleType)) else rules
    own = tuple(one if isinstance(one, Rule) else Rule.from_module(one) for one in given)
    return LintOptions(config, _names(select), _names(ignore), contract, own)


def _paths(given: Any) -> Iterable[str | Path]:
    if isinstance(given, (str, os.PathLike)):
        return (Path(given),)
    if isinstance(given, bytes) or not isinstance(given, Iterable):
        raise TypeError(f"`paths` must be a path or an iterable of paths, not {given!r}")
    return given


def _names(given: str | Sequence[str]) -> tuple[str, ...]:
    """Return names; a single one may be given as a string."""
    return (given,) if isinstance(given, str) else tuple(given)
