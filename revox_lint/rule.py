"""What a rule is, and the registry: the listing of `revox_lint/rules/`.

A rule is a module. Its file name is its name: `rules/calling/unknown_timezone.py` is
`unknown-timezone` of the family `calling`. From top to bottom it has a docstring (first line
the summary, then why it matters and where the fact comes from), `SEVERITY`, `BAD`, `GOOD`,
and `check(document)`, a generator of findings. Beyond that it may have

- `FIX`: the applicability of its fix, when it has one;
- `SUPERSEDES`: names of rules that say nothing where this one speaks, the more specific one;
- `Options`: a `RuleOptions` with `option()` fields; `check` then takes it as second argument;
- `LAST = True`: it looks at what the other rules said, and runs after them.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    NamedTuple,
    NoReturn,
    TypeVar,
    cast,
    dataclass_transform,
)

from revox_lint.diagnostic import Applicability, Severity
from revox_lint.listing import module_names

if TYPE_CHECKING:
    from revox_lint.diagnostic import Finding

T = TypeVar("T")

FAMILIES = (
    "syntax",
    "schema",
    "calling",
    "speech",
    "outputs",
    "prompt",
    "integrations",
    "project",
    "compliance",
)
"""The folders of rules, in the order in which pages list them."""


def option(default: T, description: str) -> T:
    """A field of a rule's `Options`: its default and one line for the reference."""
    return cast(T, Declared("", default, description))


class Declared(NamedTuple):
    """An option as a rule declares it."""

    name: str
    default: Any
    description: str


@dataclass_transform(frozen_default=True, field_specifiers=(option,))
class RuleOptions:
    """What can be configured of a rule, each option with a default: frozen, and compared by value.

    Not a dataclass, whose module takes longer to import than a definition to be checked.
    """

    declared: ClassVar[tuple[Declared, ...]] = ()

    def __init_subclass__(cls) -> None:
        """Take the `option()` fields of the class in the order in which they stand."""
        cls.declared = tuple(
            one._replace(name=name) for name, one in vars(cls).items() if isinstance(one, Declared)
        )
        for one in cls.declared:
            setattr(cls, one.name, one.default)

    def __init__(self, *given: Any, **named: Any) -> None:
        """Take the values that differ from the defaults; raises TypeError for an unknown name."""
        values = {one.name: one.default for one in self.declared}
        names = list(values)
        values |= dict(zip(names, given, strict=False)) | named
        if len(given) > len(names) or len(values) > len(names):
            raise TypeError(f"the options are {', '.join(names)}, not {given} and {named}")
        vars(self).update(values)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"options are not changed: {name}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).items()))

    def __repr__(self) -> str:
        shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in self.declared)
        return f"{type(self).__qualname__}({shown})"


class Rule(NamedTuple):
    """A rule as the engine and the pages see it."""

    name: str
    family: str
    severity: Severity
    summary: str
    description: str
    bad: str
    good: str
    check: Callable[..., Iterable[Finding]]
    fix: Applicability | None = None
    supersedes: tuple[str, ...] = ()
    options: type[RuleOptions] | None = None
    last: bool = False

    @property
    def declared(self) -> tuple[Declared, ...]:
        """The options that the rule has, in the order in which it declares them."""
        return () if self.options is None else self.options.declared

    @classmethod
    def from_module(cls, module: ModuleType) -> Rule:
        """Read a rule's module; raises AttributeError when a part is missing."""
        *_, family, name = ("", *module.__name__.split("."))
        summary, _, description = (module.__doc__ or "").strip().partition("\n")
        return cls(
            name=name.replace("_", "-"),
            family=family,
            severity=module.SEVERITY,
            summary=summary.strip(),
            description=description.strip(),
            bad=module.BAD,
            good=module.GOOD,
            check=module.check,
            fix=getattr(module, "FIX", None),
            supersedes=tuple(getattr(module, "SUPERSEDES", ())),
            options=getattr(module, "Options", None),
            last=getattr(module, "LAST", False),
        )


@cache
def modules() -> Mapping[str, str]:
    """The name of every rule that is shipped → the name of its module; imports none of them."""
    import revox_lint.rules

    base = revox_lint.rules
    found = {}
    for family in FAMILIES:
        paths = [f"{path}/{family}" for path in base.__path__]
        for name in module_names(paths):
            found[name.replace("_", "-")] = f"{base.__name__}.{family}.{name}"
    return found


@cache
def load(name: str) -> Rule:
    """The rule called `name`; raises KeyError when there is none."""
    return Rule.from_module(importlib.import_module(modules()[name]))


def all_rules() -> Iterator[Rule]:
    """Every rule that is shipped, by family, then by name."""
    for name in modules():
        yield load(name)
