"""The door for programs: lint a text, lint files, and get diagnostics as values."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import ModuleType

from revox_lint import workspace
from revox_lint.config import Config, choose, nearest, settings
from revox_lint.diagnostic import Diagnostic, Severity, Span
from revox_lint.engine import INTERNAL, Outcome, Settings, crash, lint, order
from revox_lint.rule import Rule
from revox_lint.syntax.parse import parse
from revox_lint.syntax.source import Source

UNREADABLE = "unreadable-file"
"""The name under which a file that cannot be read is reported; it cannot be ignored."""


class Choice:
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
            select=choose(self.select),
            ignore=choose(self.ignore),
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
    choice: Choice,
    progress: Callable[[int, int], None] | None = None,
) -> Result:
    """`lint_paths` with everything chosen; `progress` hears (files done, files in all)."""
    selection = workspace.select(paths, choice.config_for, only_assistants=choice.only_assistants)
    result = Result(skipped=selection.skipped)
    by_config: dict[int, Settings] = {}
    for index, file in enumerate(selection.files):
        config = file.config
        if id(config) not in by_config:
            by_config[id(config)] = choice.settings(config)
        _check_file(file, by_config[id(config)], result)
        if progress is not None:
            progress(index + 1, len(selection.files))
    result.diagnostics.sort(key=order)
    return result


def default_paths(choice: Choice) -> list[Path]:
    """What is checked in the current folder when no path is given; may be nothing."""
    cwd = Path.cwd()
    return workspace.default_paths(cwd, choice.config_for(cwd))


def check_text(text: bytes, path: str, choice: Choice) -> Result:
    """Check what came on standard input under the name `path`, exclusion included."""
    folder = Path(os.path.abspath(path)).parent
    config = choice.config_for(folder)
    result = Result()
    if workspace.is_excluded(Path(path), config):
        result.skipped[workspace.EXCLUDED] += 1
        return result
    outcome = lint(_source(path, text), choice.settings(config))
    _count(outcome, result)
    return result


def _choice(
    config: Config | None,
    select: Sequence[str],
    ignore: Sequence[str],
    contract: str | None,
    rules: Iterable[Rule | ModuleType],
) -> Choice:
    extra = tuple(one if isinstance(one, Rule) else Rule.from_module(one) for one in rules)
    return Choice(config, tuple(select), tuple(ignore), contract, extra)


def _source(path: str, text: str | bytes) -> Source:
    return Source.from_bytes(path, text.encode() if isinstance(text, str) else text)


def _count(outcome: Outcome, result: Result) -> None:
    result.checked += 1
    result.diagnostics += outcome.diagnostics
    result.suppressed += outcome.suppressed


def _check_file(file: workspace.File, chosen: Settings, result: Result) -> None:
    if file.problem is not None:
        _unreadable(file, file.problem, result)
        return
    try:
        with file.path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            # Room for the size that is told, not for the greatest there may be.
            data = b"" if size > workspace.MAX_BYTES else stream.read(size + 1)
            if len(data) > size:
                data += stream.read(workspace.MAX_BYTES)
    except OSError as error:
        _unreadable(file, (error.strerror or str(error)).lower(), result)
        return
    if max(size, len(data)) > workspace.MAX_BYTES:
        limit = workspace.MAX_BYTES // (1024 * 1024)
        _unreadable(file, f"it is larger than {limit} MiB", result)
        return
    source = Source.from_bytes(file.name, data)
    if file.sniffed and not workspace.mentions_assistant(source.text):
        result.skipped[workspace.OTHER] += 1
        return
    try:
        parsed = parse(source)
        only = workspace.assistants(source.text, parsed) if file.sniffed else None
        if only is not None and not only:
            result.skipped[workspace.OTHER] += 1
            return
        _count(lint(source, chosen, parsed, only), result)
    except Exception as error:
        result.checked += 1
        result.diagnostics.append(crash(source, "reading", error))


def _unreadable(file: workspace.File, reason: str, result: Result) -> None:
    result.checked += 1
    result.diagnostics.append(
        Diagnostic(
            rule=UNREADABLE,
            severity=Severity.ERROR,
            message=f"the file cannot be read: {reason}",
            source=Source(file.name, ""),
            span=Span(0, 0),
        )
    )
