"""Configuration: `revox-lint.toml` or `[tool.revox-lint]` in `pyproject.toml`, read strictly.

The nearest one upward from a file counts for it. Anything that is not known is an error
with a place and the closest known name, so that a misspelt setting never goes unnoticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from revox_lint.contract.contract import LATEST, VERSIONS
from revox_lint.diagnostic import Severity
from revox_lint.engine import Settings
from revox_lint.rule import Rule, load, modules

if TYPE_CHECKING:
    from revox_lint.environment import Environment

FILE_NAME = "revox-lint.toml"
KEYS = ("contract", "include", "exclude", "fail-on", "rules", "env")
LEVELS = ("off", "info", "warning", "error")


class ConfigError(Exception):
    """The configuration or the choice of rules cannot be used; the message names the place."""


class RuleConfig(NamedTuple):
    """What the configuration says of one rule; `severity` None leaves the rule's own."""

    severity: Severity | None = None
    off: bool = False
    options: Any = None


_NO_RULES: Mapping[str, RuleConfig] = {}
_NO_ENVIRONMENTS: Mapping[str, Environment] = {}


class Config(NamedTuple):
    """A configuration; `path` is None for the defaults.

    `include` and `exclude` are patterns as in a `.gitignore`, relative to `root`, the folder
    of the file; `include` is None when it is not configured. `env` are the environments that
    the push command knows, by name.
    """

    root: Path
    path: Path | None = None
    contract: str = LATEST
    include: tuple[str, ...] | None = None
    exclude: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    rules: Mapping[str, RuleConfig] = _NO_RULES
    env: Mapping[str, Environment] = _NO_ENVIRONMENTS


def nearest(folder: Path, known: dict[Path, Config] | None = None) -> Config:
    """The configuration that counts for the files of `folder` (absolute), or the defaults.

    `known` keeps the answers of a run: a folder that is asked for twice gives the same object.
    Raises ConfigError when it cannot be read.
    """
    known = {} if known is None else known
    if folder not in known:
        known[folder] = _nearest(folder, known)
    return known[folder]


def _nearest(folder: Path, known: dict[Path, Config]) -> Config:
    own = folder / FILE_NAME
    if own.is_file():
        return read(own)
    project = folder / "pyproject.toml"
    if project.is_file() and _has_table(project):
        return read(project)
    return Config(folder) if folder.parent == folder else nearest(folder.parent, known)


def read(path: Path) -> Config:
    """Read a configuration file; raises ConfigError naming the place of what is wrong."""
    import tomllib

    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: is not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not TOML: {error}") from None
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("revox-lint", {})
    return _Reader(path, text).config(data)


def _has_table(path: Path) -> bool:
    try:
        return (
            re.search(rb"(?m)^\s*\[\[?\s*tool\s*\.\s*\"?revox-lint", path.read_bytes()) is not None
        )
    except OSError:
        return False


class _Reader:
    """Checks one file's tables and says where something is wrong."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text

    def fail(self, key: str, message: str, table: str = "") -> ConfigError:
        """The error for a key, to be looked for below the header of `table` if there is one."""
        start = 0
        if table:
            header = re.search(rf"(?m)^[ \t]*\[[^\]\n]*\b{re.escape(table)}(?![\w-])", self.text)
            start = len(self.text) if header is None else header.start()
        match = re.compile(rf"(?m)^[ \t]*(?:\[[^\]\n]*)?[\"']?{re.escape(key)}\b").search(
            self.text, start
        )
        line = f":{self.text.count(chr(10), 0, match.end()) + 1}" if match is not None else ""
        return ConfigError(f"{self.path}{line}: {message}")

    def config(self, data: Mapping[str, Any]) -> Config:
        for key in data:
            if key not in KEYS:
                raise self.fail(key, f"unknown setting `{key}`{closest(key, KEYS)}")
        contract = data.get("contract", LATEST)
        if contract not in VERSIONS:
            known = ", ".join(VERSIONS)
            raise self.fail("contract", f"unknown contract version `{contract}`: known are {known}")
        level = data.get("fail-on", "error")
        if level not in ("info", "warning", "error"):
            raise self.fail("fail-on", f"`fail-on` is info, warning or error, not `{level}`")
        include = self.patterns(data, "include")
        return Config(
            root=self.path.parent.absolute(),
            path=self.path,
            contract=contract,
            include=include,
            exclude=self.patterns(data, "exclude") or (),
            fail_on=Severity(level),
            rules=self.rules(data.get("rules", {})),
            env=self.environments(data.get("env", {}), contract),
        )

    def patterns(self, data: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
        value = data.get(key)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.fail(key, f"`{key}` is a list of patterns, as in a .gitignore")
        return tuple(value)

    def environments(self, value: object, contract: str) -> Mapping[str, Environment]:
        if not isinstance(value, dict) or not all(isinstance(one, dict) for one in value.values()):
            raise self.fail("env", "`env` holds one table per environment: [env.NAME]")
        if not value:
            return {}
        from revox_lint import environment
        from revox_lint.contract.contract import load

        found = {}
        for name, table in value.items():
            try:
                found[name] = environment.read(name, table, load(contract))
            except environment.WrongSettingError as error:
                message = f"[env.{name}]: {error}{closest(error.key, error.known)}"
                raise self.fail(error.key, message, f"env.{name}") from None
        return found

    def rules(self, value: object) -> Mapping[str, RuleConfig]:
        if not isinstance(value, dict):
            raise self.fail("rules", "`rules` is a table: rule-name = severity")
        return {name: self.rule(name, one) for name, one in value.items()}

    def rule(self, name: str, value: object) -> RuleConfig:
        if name not in modules():
            raise self.fail(name, f"unknown rule `{name}`{closest(name, modules())}")
        if isinstance(value, str):
            value = {"severity": value}
        if not isinstance(value, dict):
            raise self.fail(name, f"`{name}` is a severity ({', '.join(LEVELS)}) or a table")
        rest = dict(value)
        level = rest.pop("severity", None)
        if level is not None and level not in LEVELS:
            raise self.fail(name, f"the severity of `{name}` is {', '.join(LEVELS)}, not `{level}`")
        severity = Severity(level) if level not in (None, "off") else None
        return RuleConfig(severity, level == "off", self.options(load(name), rest))

    def options(self, rule: Rule, given: Mapping[str, Any]) -> Any:
        if not given:
            return None
        known = {} if rule.options is None else {_dashed(one.name): one for one in rule.declared}
        values = {}
        for key, value in given.items():
            if key not in known:
                hint = closest(key, ("severity", *known))
                raise self.fail(key, f"`{rule.name}` has no option `{key}`{hint}")
            wanted: Any = type(known[key].default)
            if wanted is float and type(value) is int:
                value = float(value)
            if wanted is tuple and isinstance(value, list):
                value = tuple(value)
            if type(value) is not wanted or (isinstance(value, (int, float)) and value < 0):
                word = {int: "a whole number", float: "a number", bool: "true or false"}
                said = word.get(wanted, "a list of texts" if wanted is tuple else "a text")
                raise self.fail(key, f"`{key}` of `{rule.name}` is {said}, not `{value}`")
            values[known[key].name] = value
        return rule.options(**values) if rule.options is not None else None


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def closest(name: str, known: Iterable[str]) -> str:
    """`: did you mean …?` when something known is spelt much like `name`, else nothing."""
    import difflib

    found = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f": did you mean `{found[0]}`?" if found else ""


def rule_names(names: Iterable[str]) -> tuple[str, ...]:
    """Rule names for the names of rules and families given on the command line.

    Raises ConfigError for a name that is neither.
    """
    chosen: list[str] = []
    families = {module.split(".")[-2] for module in modules().values()}
    for given in names:
        name = given.strip()
        if name in modules():
            chosen.append(name)
        elif name in families:
            chosen += [rule for rule, path in modules().items() if path.split(".")[-2] == name]
        else:
            raise ConfigError(f"unknown rule `{name}`{closest(name, [*modules(), *families])}")
    return tuple(chosen)


def settings(
    config: Config,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    contract: str | None = None,
    extra: tuple[Rule, ...] = (),
) -> Settings:
    """What a file is checked with; `select` and `ignore` are rule names, `extra` more rules.

    A rule that is off is not even loaded. A rule that is selected by name is on whatever the
    configuration says.
    """
    rules = [
        load(name)
        for name in modules()
        if (name in select if select else not config.rules.get(name, _DEFAULT).off)
        and name not in ignore
    ]
    severities = {name: one.severity for name, one in config.rules.items() if one.severity}
    options = {name: one.options for name, one in config.rules.items() if one.options}
    return Settings(
        rules=(*rules, *extra),
        severities=severities,
        options=options,
        contract=contract or config.contract,
    )


_DEFAULT = RuleConfig()
