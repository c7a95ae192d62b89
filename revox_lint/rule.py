"""What a rule is, and the registry of rules.

A rule is a module. Its file name is its name: `rules/calling/unknown_timezone.py` is
`unknown-timezone` of the family `calling`. From top to bottom it has a docstring (first line
the summary, then why it matters and the source of the facts), `SEVERITY`, `BAD`, `GOOD`, and
`check(document)`, a generator of findings. Optional are

- `FIX`: the applicability of its fix, when it has one;
- `SUPERSEDES`: names of more general rules that do not report what this one reports;
- `Options`: a `RuleOptions` with `option()` fields; `check` takes it as an argument;
- `COMMENTS = True`: it is about suppressions; `check` takes `Comments` as an argument;
- `LAST = True`: it runs when it is known which suppressions the other rules have used.
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

ALWAYS = frozenset({"invalid-encoding", "invalid-yaml", "not-an-assistant", "unsupported-yaml"})
"""Rules about files that cannot be read as a definition: if silenced, they would pass unchecked.

They run whatever is selected, and nothing turns them off, lowers or suppresses them.
"""


def option(default: T, description: str) -> T:
    """Declare a field of a rule's `Options`: its default and one line for the reference."""
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
    comments: bool = False
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
            comments=getattr(module, "COMMENTS", False),
            last=getattr(module, "LAST", False),
        )


class Registry(Mapping[str, Rule]):
    """The rules by name: those that are shipped, by family, then `own` ones, which override them.

    A shipped rule is imported when it is asked for.
    """

    def __init__(self, own: Iterable[Rule] = ()) -> None:
        """Add `own` rules to those that are shipped."""
        self._own = {rule.name: rule for rule in own}

    @property
    def own(self) -> tuple[Rule, ...]:
        """The rules that are not shipped."""
        return tuple(self._own.values())

    def family(self, name: str) -> str:
        """Return the family of a rule without importing it; raises KeyError for another name."""
        own = self._own.get(name)
        return _modules()[name].split(".")[-2] if own is None else own.family

    def __getitem__(self, name: str) -> Rule:
        return self._own.get(name) or _load(_modules()[name])

    def __contains__(self, name: object) -> bool:
        return name in self._own or name in _modules()

    def __iter__(self) -> Iterator[str]:
        yield from _modules()
        yield from (name for name in self._own if name not in _modules())

    def __len__(self) -> int:
        return len(_modules().keys() | self._own.keys())


SHIPPED = Registry()


@cache
def _modules() -> Mapping[str, str]:
    """Return the module of every shipped rule by the rule's name; imports none of them."""
    import revox_lint.rules

    base = revox_lint.rules
    return {
        name.replace("_", "-"): f"{base.__name__}.{family}.{name}"
        for family in FAMILIES
        for name in module_names([f"{path}/{family}" for path in base.__path__])
    }


@cache
def _load(module: str) -> Rule:
    return Rule.from_module(importlib.import_module(module))
