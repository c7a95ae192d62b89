"""Configuration: `revox-lint.toml` or `[tool.revox-lint]` in `pyproject.toml`, read strictly.

The nearest one upward from a file counts for it. Its shape is that of the published schema;
what the schema does not allow is an error with a place and a suggestion, so that a misspelt
setting never goes unnoticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from revox_lint.contract.contract import LATEST, UnknownContract
from revox_lint.contract.published import load_schema
from revox_lint.contract.wording import TYPES, listed
from revox_lint.diagnostic import Severity
from revox_lint.engine import Settings
from revox_lint.json_schema import violations
from revox_lint.pattern import unmatchable
from revox_lint.rule import ALWAYS, FAMILIES, SHIPPED, Registry, Rule
from revox_lint.text.suggest import did_you_mean, suggest

if TYPE_CHECKING:
    from revox_lint.environment import Environment
    from revox_lint.json_schema import Path as Place
    from revox_lint.json_schema import Violation

FILE_NAME = "revox-lint.toml"
LEVELS = ("off", "info", "warning", "error")


class ConfigError(Exception):
    """The configuration or the selection of rules cannot be used.

    The message names the place; of a file with several errors it has a line for each.
    """


class RuleConfig(NamedTuple):
    """What is configured of one rule; `severity` None leaves the rule's own."""

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


def nearest(
    folder: Path, known: dict[Path, Config] | None = None, registry: Registry = SHIPPED
) -> Config:
    """Return the configuration that counts for the files of `folder` (absolute), or the defaults.

    `known` keeps the configurations of a run: the same folder always gives the same object.
    Raises ConfigError when it cannot be read.
    """
    known = {} if known is None else known
    if folder not in known:
        known[folder] = _nearest(folder, known, registry)
    return known[folder]


def _nearest(folder: Path, known: dict[Path, Config], registry: Registry) -> Config:
    own = folder / FILE_NAME
    if own.is_file():
        return read(own, registry)
    project = folder / "pyproject.toml"
    if project.is_file() and _has_table(project):
        return read(project, registry)
    return Config(folder) if folder.parent == folder else nearest(folder.parent, known, registry)


def read(path: Path, registry: Registry = SHIPPED) -> Config:
    """Read a configuration file, which may configure the rules of `registry`.

    Raises ConfigError naming the place of what is wrong.
    """
    import tomllib

    try:
        text = path.read_bytes().decode("utf-8-sig")
        data: Mapping[str, Any] = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: is not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not TOML: {error}") from None
    if path.name == "pyproject.toml":
        data = _tool_table(path, text, data)
    elif isinstance(data.get("tool"), dict) and "revox-lint" in data["tool"]:
        raise ConfigError(
            f"{path}:{_line_of(text, 'tool')}: `[tool.revox-lint]` is only for pyproject.toml: "
            "remove the line, and write `[rules]` for `[tool.revox-lint.rules]`"
        )
    return _Reader(path, text, registry).config(data)


_TABLE = (
    rb"(?im)^[ \t]*(?:\[+[ \t]*)?(?:tool[ \t]*\.[ \t]*[\"']?)?"
    rb"revox[-_. ]?lint[\"']?[ \t]*[].=]"
)


def _has_table(path: Path) -> bool:
    """Whether a `pyproject.toml` may have our table, also by another spelling of its name."""
    try:
        return re.search(_TABLE, path.read_bytes()) is not None
    except OSError:
        return False


def _tool_table(path: Path, text: str, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the table of a `pyproject.toml`; a name that is much like its name is an error."""
    tools = data.get("tool", {})
    above = {"tool.": tools, "": data} if isinstance(tools, dict) else {"": data}
    for prefix, table in above.items():
        for name, value in table.items():
            inner = [f"{name}.{key}" for key in value] if isinstance(value, dict) else []
            for one in (name, *inner):
                letters = re.sub(r"[-_. ]", "", one).lower()
                if letters == "revoxlint" and (prefix, one) != ("tool.", "revox-lint"):
                    raise ConfigError(
                        f"{path}:{_line_of(text, one)}: `[{prefix}{one}]` is not read, "
                        "did you mean `[tool.revox-lint]`?"
                    )
    found: Mapping[str, Any] = tools.get("revox-lint", {}) if isinstance(tools, dict) else {}
    return found


def _line_of(text: str, name: str) -> int:
    """Return the line that names a table, from 1."""
    found = re.search(rf"(?m)^[ \t]*\[*[^#\n]*?{re.escape(name)}", text)
    return 1 if found is None else text.count("\n", 0, found.start()) + 1


class _Reader:
    """The reading of one file: data into a Config, a violation into a message with its line."""

    def __init__(self, path: Path, text: str, registry: Registry) -> None:
        self.path = path
        self.text = text
        self.registry = registry

    def config(self, data: Mapping[str, Any]) -> Config:
        """Return the configuration that the file holds; raises ConfigError."""
        wrong = [
            (one.path if one.name is None else (*one.path, one.name), _message(one))
            for one in violations(_schema(self.registry.own), data)
        ]
        include = data.get("include")
        if not wrong:
            wrong = [*self._unmatchable(data), *_silenced(data.get("rules", {}))]
        if wrong:
            lines = [
                f"{self.path}{self._line(place)}: {' '.join(message.splitlines())}"
                for place, message in wrong
            ]
            raise ConfigError("\n".join(lines))
        return Config(
            root=self.path.parent.absolute(),
            path=self.path,
            contract=data.get("contract", LATEST),
            include=None if include is None else tuple(include),
            exclude=tuple(data.get("exclude", ())),
            fail_on=Severity(data.get("fail-on", "error")),
            rules=self._rules(data.get("rules", {})),
            env=_environments(data.get("env", {})),
        )

    def _unmatchable(self, data: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
        """Yield the place of a pattern that can match nothing, and what is wrong with it."""
        root = self.path.parent.absolute()
        for name in ("include", "exclude"):
            patterns = data.get(name, ())
            wrong = unmatchable(patterns, root, include=name == "include")
            if wrong is not None:
                index, message = wrong
                yield (name, patterns[index]), message

    def _rules(self, given: Mapping[str, Any]) -> Mapping[str, RuleConfig]:
        """Return what is configured by rule; what is given for a rule overrides its family."""
        families = {name: value for name, value in given.items() if name in FAMILIES}
        by_family = {
            name: families[family]
            for name in (self.registry if families else ())
            if (family := self.registry.family(name)) in families and name not in ALWAYS
        }
        every = {**by_family, **{name: given[name] for name in given if name not in families}}
        return {name: _rule(self.registry[name], value) for name, value in every.items()}

    def _line(self, place: Place) -> str:
        """Return `:LINE` of the key at a path, or of as much of the path as the text shows."""
        text = re.sub(r"(?m)^[ \t]*#.*", "", self.text)
        above = ("tool", "revox-lint") if self.path.name == "pyproject.toml" else ()
        end = 0
        for step in (*above, *place):
            key = rf"(?<![\w-]){re.escape(str(step))}(?=[\"']?[ \t]*[],.=])"
            match = re.compile(key).search(text, end)
            if match is None:
                break
            end = match.end()
        return f":{text.count(chr(10), 0, end) + 1}" if end else ""


def _silenced(rules: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    for name, value in rules.items():
        level = value if isinstance(value, str) else value.get("severity", "error")
        if name in ALWAYS and level != "error":
            yield ("rules", name), always(name)


def always(name: str) -> str:
    """Say that a rule of `ALWAYS` cannot be turned off."""
    return f"`{name}` is always an error; to skip a file, list it in `exclude`"


def _schema(own: tuple[Rule, ...]) -> Mapping[str, Any]:
    """Return the published schema, which allows the rules that are shipped, with `own` rules."""
    schema: Mapping[str, Any] = load_schema("config.schema.json")
    if not own:
        return schema
    properties = schema["properties"]
    rules = properties["rules"]
    more = {rule.name: rule_schema(rule) for rule in own}
    rules = {**rules, "properties": {**rules["properties"], **more}}
    return {**schema, "properties": {**properties, "rules": rules}}


def _message(wrong: Violation) -> str:
    """Return in words what is wrong in a configuration."""
    table, *below = wrong.path or ("",)
    name = wrong.name or next(str(step) for step in reversed(wrong.path) if isinstance(step, str))
    inside = bool(below) and (len(below) > 1 or wrong.name is not None)
    where = f"[env.{below[0]}]: " if table == "env" and inside else ""
    of = f" of `{below[0]}`" if table == "rules" and inside else ""
    if where and name == "name":
        return f"{where}`name` cannot be overridden: every assistant has its own"
    if where and name == "api-key-variable":
        # The value may be the key itself, so it is not shown.
        return (
            f"{where}`{name}` must be the name of a variable such as `REVOX_API_KEY`,"
            " never the key itself"
        )
    if wrong.keyword == "additionalProperties":
        kind = "option" if of else "rule" if table == "rules" else "setting"
        kind = "field" if below[1:] == ["overrides"] else kind
        return f"{where}unknown {kind} `{name}`{of}{did_you_mean(name, wrong.expected)}"
    if wrong.path == ("contract",):
        return str(UnknownContract(wrong.value))
    element = "an element of " if isinstance(wrong.path[-1], int) else ""
    typed = wrong.keyword == "type"
    shown = f'`"{wrong.value}"`' if typed and isinstance(wrong.value, str) else _shown(wrong.value)
    form = _form_meant(wrong)
    hint = "" if form is None else f": write `{form}`"
    return f"{where}{element}`{name}`{of} must be {_wanted(wrong)}, not {shown}{hint}"


def _shown(value: object) -> str:
    given = {dict: "a table", list: "a list", bool: f"`{str(value).lower()}`"}
    return given.get(type(value), f"`{value}`")


_LEVELS_MEANT = {
    "off": ("none", "no", "false", "disable", "disabled", "ignore", "never", "0"),
    "info": ("note", "notice", "hint", "information"),
    "warning": ("warn", "warnings", "1"),
    "error": ("err", "errors", "fatal", "critical", "2"),
}
"""What other linters call a severity, in lower case."""


def _form_meant(wrong: Violation) -> str | None:
    """Return the TOML to write for a value, made from what is there; None where it is unclear."""
    value, wanted = wrong.value, wrong.expected
    if wrong.keyword not in ("type", "enum"):
        return None
    levels = set(LEVELS) & set(wanted) or (wrong.path[0] == "rules" and len(wrong.path) == 2)
    if levels and not isinstance(value, (dict, list)):
        text = "" if wrong.path == ("fail-on",) and value in (0, 1, 2) else str(value).lower()
        found = [one for one in LEVELS if text == one or text in _LEVELS_MEANT[one]]
        allowed = wrong.keyword == "type" or found[:1] == [one for one in found if one in wanted]
        return f'"{found[0]}"' if found and allowed else None
    if wrong.keyword == "enum":
        close = suggest(str(value), wanted, least=0.6)
        return None if close is None else f'"{close}"'
    if "array" in wanted and isinstance(value, str):
        return f'["{value}"]'
    if isinstance(value, list) and len(value) == 1 and "array" not in wanted:
        value = value[0]
    if isinstance(value, str) and not {"integer", "number"}.isdisjoint(wanted):
        number = r"\d+" if "number" not in wanted else r"\d+(\.\d+)?"
        return value.strip() if re.fullmatch(number, value.strip()) else None
    if "boolean" in wanted:
        return {"true": "true", "yes": "true", "false": "false", "no": "false"}.get(
            str(value).strip().lower()
        )
    if "string" in wanted and type(value) in (int, float) and isinstance(wrong.path[-1], int):
        return f'"{value}"'
    if wanted == ("object",) and len(wrong.path) == 1 and isinstance(value, str):
        return f"[env.{value}]" if wrong.path == ("env",) else f"[{wrong.path[0]}]"
    return str(value) if value is not wrong.value and type(value) is int else None


def _wanted(wrong: Violation) -> str:
    """Return in words what a value must be."""
    if wrong.keyword == "enum":
        return listed(wrong.expected)
    if wrong.keyword == "minimum":
        return f"at least {wrong.expected[0]}"
    severity = {"string": "a severity"} if wrong.path[0] == "rules" else {}
    words = {**TYPES, "object": "a table", **(severity if len(wrong.path) == 2 else {})}
    return " or ".join(words[name] for name in wrong.expected)


def _environments(tables: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Environment]:
    if not tables:
        return {}
    from revox_lint.environment import from_table

    return {name: from_table(name, table) for name, table in tables.items()}


def _rule(rule: Rule, value: str | Mapping[str, Any]) -> RuleConfig:
    table = {"severity": value} if isinstance(value, str) else dict(value)
    level = table.pop("severity", None)
    severity = Severity(level) if level not in (None, "off") else None
    return RuleConfig(severity, level == "off", _options(rule, table) if table else None)


def _options(rule: Rule, given: Mapping[str, Any]) -> Any:
    """Return a rule's options; a value has the type of the default, such as 2.0 for 2."""
    types = {_dashed(one.name): type(one.default) for one in rule.declared}
    values = {key.replace("-", "_"): types[key](value) for key, value in given.items()}
    return rule.options(**values) if rule.options else None


def rule_schema(rule: Rule) -> dict[str, Any]:
    """Return the schema of what a configuration may give for a rule, for the published one."""
    about = {"description": rule.summary, "default": rule.severity.value}
    if not rule.declared:
        return {**about, "$ref": "#/$defs/rule"}
    table = rule_table(
        {
            _dashed(one.name): {
                "description": one.description,
                **_form(one.default),
                "default": list(one.default) if isinstance(one.default, tuple) else one.default,
            }
            for one in rule.declared
        }
    )
    return {**about, "anyOf": [{"$ref": "#/$defs/level"}, table]}


def rule_table(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of a rule's table with these options."""
    return {
        "type": "object",
        "properties": {"severity": {"$ref": "#/$defs/level"}, **options},
        "additionalProperties": False,
    }


def _form(default: object) -> dict[str, Any]:
    """Return the schema of an option by its default."""
    if isinstance(default, bool):
        return {"type": "boolean"}
    if isinstance(default, (int, float)):
        return {"type": "integer" if isinstance(default, int) else "number", "minimum": 0}
    if isinstance(default, tuple):
        return {"type": "array", "items": {"type": "string"}}
    return {"type": "string"}


def _dashed(name: str) -> str:
    return name.replace("_", "-")


def rule_names(names: Iterable[str], registry: Registry = SHIPPED) -> tuple[str, ...]:
    """Return rule names for the names of rules and families given on the command line.

    Raises ConfigError for a name that is neither.
    """
    found: list[str] = []
    families = {registry.family(name) for name in registry}
    for given in names:
        name = given.strip()
        if name in registry:
            found.append(name)
        elif name in families:
            found += [rule for rule in registry if registry.family(rule) == name]
        else:
            hint = did_you_mean(name, [*registry, *families])
            raise ConfigError(f"unknown rule `{name}`{hint}")
    return tuple(found)


def settings(
    config: Config,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    contract: str | None = None,
    registry: Registry = SHIPPED,
) -> Settings:
    """Return what a file is checked with; `select` and `ignore` are names of rules.

    A rule that is off is not even loaded. A rule that is selected by name is on even
    if the configuration turns it off.
    """
    return Settings(
        rules=tuple(
            registry[name]
            for name in registry
            if name in ALWAYS
            or (
                (name in select if select else not config.rules.get(name, _DEFAULT).off)
                and name not in ignore
            )
        ),
        severities={name: one.severity for name, one in config.rules.items() if one.severity},
        options={name: one.options for name, one in config.rules.items() if one.options},
        contract=contract or config.contract,
        registry=registry,
    )


_DEFAULT = RuleConfig()
