"""The door for programs: lint a text, lint files, and get diagnostics as values."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType

from revox_lint import workspace
from revox_lint.config import Config, nearest, rule_names, settings
from revox_lint.diagnostic import Diagnostic, Severity
from revox_lint.engine import INTERNAL, Settings, lint, order
from revox_lint.files import UNREADABLE as UNREADABLE
from revox_lint.files import Checked, Job, Progress, check_files, processors
from revox_lint.rule import Rule
from revox_lint.syntax.source import Source

_ANY = Config(Path())


class LintOptions:
    """What the caller chose beside the configuration.

    `config` replaces the nearest configuration of every file. `select` and `ignore` are names
    of rules or families, `rules` further rules, `contract` a version that goes before the
    configuration's. With `only_assistants`, a file that is named counts only if it would in a
    folder.
    """

    __slots__ = ("_known", "config", "contract", "ignore", "only_assistants", "rules", "select")

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
        self.rules = rules
        self.only_assistants = only_assistants
        self._known: dict[Path, Config] = {}

    def config_for(self, folder: Path) -> Config:
        """The configuration for the files of `folder`, an absolute path."""
        return self.config or nearest(folder, self._known)

    def settings(self, config: Config) -> Settings:
        """What the files under `config` are checked with; raises ConfigError."""
        return settings(
            config,
            select=rule_names(self.select),
            ignore=rule_names(self.ignore),
            contract=self.contract,
            extra=self.rules,
        )


class Result:
    """What a run found: `checked` files, those passed by with the reason, all diagnostics.

    `diagnostics` are sorted by path, then place. `contract` is the version that holds where a
    file does not name its own.
    """

    __slots__ = ("checked", "contract", "diagnostics", "fail_on", "skipped", "suppressed")

    def __init__(
        self,
        diagnostics: Iterable[Diagnostic] = (),
        suppressed: Iterable[Diagnostic] = (),
        checked: int = 0,
        skipped: Counter[str] | None = None,
        contract: str = "",
        fail_on: Severity = Severity.ERROR,
    ) -> None:
        """Begin with what is known already, by itself nothing."""
        self.diagnostics = list(diagnostics)
        self.suppressed = list(suppressed)
        self.checked = checked
        self.skipped: Counter[str] = Counter() if skipped is None else skipped
        self.contract = contract
        self.fail_on = fail_on

    def count(self, severity: Severity) -> int:
        """How many diagnostics have exactly this severity."""
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
    """Check a definition given as text (str, or bytes in UTF-8).

    `path` is the name to report, and its ending tells JSON; nothing is read from disk and no
    configuration is looked for: `config` is the one to use. `select` and `ignore` are names
    of rules or families, `contract` a version of the API's contract such as "0.1", `rules`
    more rules: modules in the form of `revox_lint.rule`. The diagnostics are in order of
    their places. Raises ConfigError for a name that is not known.
    """
    choice = _choice(config or Config(Path()), select, ignore, contract, rules)
    source = _source(path, text)
    return list(lint(source, choice.settings(choice.config or Config(Path()))).diagnostics)


def lint_paths(
    paths: Iterable[str | Path],
    *,
    config: Config | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    contract: str | None = None,
    rules: Iterable[Rule | ModuleType] = (),
) -> Result:
    """Check files and folders, as the command line does.

    Without `config`, the nearest `revox-lint.toml` or `pyproject.toml` counts for each file.
    A file that cannot be read gives a diagnostic. Raises ConfigError for a configuration or a
    name that cannot be used, NoSuchPathError for a path that does not exist.
    """
    return check(paths, _choice(config, select, ignore, contract, rules))


def check(
    paths: Iterable[str | Path],
    choice: LintOptions,
    progress: Progress | None = None,
    processes: int = 1,
) -> Result:
    """`lint_paths` with everything chosen; `progress` hears (files done, files in all).

    Many files are spread over at most so many `processes`, by 0 over as many as there are
    processors; what is answered is the same. Further rules keep to one process.
    """
    processes = 1 if choice.rules else processes or processors()
    selection = workspace.select(paths, choice.config_for, only_assistants=choice.only_assistants)
    result = Result(skipped=selection.skipped)
    known: dict[int, int] = {}
    chosen: list[Settings] = []
    jobs = []
    for file in selection.files:
        if id(file.config) not in known:
            known[id(file.config)] = len(chosen)
            chosen.append(choice.settings(file.config))
        # What a configuration says is in the settings; it need not go to another process.
        bare = file._replace(config=_ANY) if processes > 1 else file
        jobs.append(Job(bare, known[id(file.config)]))
    for checked in check_files(jobs, chosen, processes, progress):
        _add(checked, result)
    result.diagnostics.sort(key=order)
    return result


def default_paths(choice: LintOptions) -> list[Path]:
    """What is checked in the current folder when no path is given; may be nothing."""
    cwd = Path.cwd()
    return workspace.default_paths(cwd, choice.config_for(cwd))


def check_text(text: bytes, path: str, choice: LintOptions) -> Result:
    """Check what came on standard input under the name `path`, exclusion included."""
    folder = Path(os.path.abspath(path)).parent
    config = choice.config_for(folder)
    result = Result()
    if workspace.is_excluded(Path(path), config):
        result.skipped[workspace.EXCLUDED] += 1
        return result
    outcome = lint(_source(path, text), choice.settings(config))
    _add(Checked(outcome.diagnostics, outcome.suppressed), result)
    return result


def _choice(
    config: Config | None,
    select: Sequence[str],
    ignore: Sequence[str],
    contract: str | None,
    rules: Iterable[Rule | ModuleType],
) -> LintOptions:
    extra = tuple(one if isinstance(one, Rule) else Rule.from_module(one) for one in rules)
    return LintOptions(config, tuple(select), tuple(ignore), contract, extra)


def _source(path: str, text: str | bytes) -> Source:
    return Source.from_bytes(path, text.encode() if isinstance(text, str) else text)


def _add(checked: Checked, result: Result) -> None:
    if checked.skipped is not None:
        result.skipped[checked.skipped] += 1
        return
    result.checked += 1
    result.diagnostics += checked.diagnostics
    result.suppressed += checked.suppressed
