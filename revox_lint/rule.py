"""What a rule is, and the registry: the listing of `revox_lint/rules/`.

A rule is a module. Its file name is its name: `rules/calling/unknown_timezone.py` is
`unknown-timezone` of the family `calling`. From top to bottom it has a docstring (first line
the summary, then why it matters and where the fact comes from), `SEVERITY`, `BAD`, `GOOD`,
and `check(document)`, a generator of findings. Beyond that it may have

- `FIX`: the applicability of its fix, when it has one;
- `SILENCES`: names of rules that say nothing where this one speaks, the more specific one;
- `Options`: a frozen dataclass of `option()` fields; `check` then takes it as second argument;
- `LAST = True`: it looks at what the other rules said, and runs after them.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from revox_lint.diagnostic import Applicability, Severity

if TYPE_CHECKING:
    from revox_lint.diagnostic import Finding
    from revox_lint.document import Document

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
    declared: T = field(default=default, metadata={"description": description})
    return declared


class Check(Protocol):
    """A rule's `check`: findings in one document, with the rule's options if it has any."""

    def __call__(self, document: Document, options: Any = ...) -> Iterable[Finding]:
        """Yield what is wrong in `document`."""
        ...


@dataclass(frozen=True)
class Rule:
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
    silences: tuple[str, ...] = ()
    options: type[Any] | None = None
    last: bool = False

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
            silences=tuple(getattr(module, "SILENCES", ())),
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
        names = sorted(info.name for info in pkgutil.iter_modules(paths))
        for name in names:
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
