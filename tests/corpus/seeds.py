"""How a mistake is put into a definition: edits by path, with what is to be marked."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any, Final

from tests.corpus.bases import BASES
from tests.corpus.marked import bracketed
from tests.corpus.written import Bad, BadKey, Value


class _Drop:
    """Takes an entry away."""


class _Same:
    """Leaves a value as it is: only its key is to be marked."""


DROP: Final = _Drop()
SAME: Final = _Same()


@dataclass(frozen=True)
class Seed:
    """One mistake: the `rule` that is to find it, and edits of a base definition.

    An edit's path has `/` between its steps; `!` before the last step marks the key. A value
    `bad(…)` is marked as a whole, in a str `⟦…⟧` marks a part. `also` names further rules by
    the marks `⟦rule|…⟧`. A seed with `alone` set is not put together with others.
    """

    rule: str
    edits: dict[str, Value]
    base: str
    number: int
    alone: bool = False
    reach: frozenset[str] = field(default=frozenset())

    @property
    def label(self) -> str:
        """Names the seed in a report."""
        return f"{self.rule}-{self.number}"


@dataclass(frozen=True)
class _Meant:
    value: Value


def bad(value: Value) -> Value:
    """Marks a value for the seed's rule."""
    return _Meant(value)


_LANGUAGES: Final = tuple(BASES)


LINKED: Final = {
    "long-opening": frozenset({"voice"}),
    "implicit-sentence-mode": frozenset({"first_sentence_delay_ms"}),
    "sentence-never-spoken": frozenset({"first_sentence_delay_ms"}),
    "generated-without-instruction": frozenset({"first_sentence_delay_ms"}),
}
"""Further fields that a rule reads, beside those that its seeds change."""


def seeds(rule: str, *variants: dict[str, Value], base: str = "") -> list[Seed]:
    """Returns a seed for each variant, over the languages in turn unless `base` is given.

    The edits `base` and `alone` of a variant are settings, not paths.
    """
    made = []
    for index, variant in enumerate(variants):
        edits = dict(variant)
        language = str(edits.pop("base", base or _LANGUAGES[index % len(_LANGUAGES)]))
        alone = bool(edits.pop("alone", False))
        reach = frozenset(path.split("/")[0].lstrip("!") for path in edits)
        made.append(
            Seed(rule, edits, language, index, alone, reach | LINKED.get(rule, frozenset()))
        )
    return made


def planted(seed: Seed) -> dict[str, Value]:
    """Returns the seed's base definition with the mistake in it."""
    return plant(copy.deepcopy(BASES[seed.base]), seed)


def plant(tree: dict[str, Value], seed: Seed) -> dict[str, Value]:
    """Returns the definition with the seed's mistake in it; the tree itself is used up."""
    made: Any = tree
    for path, value in seed.edits.items():
        made = _edit(made, path.split("/"), value, seed.rule)
    result: dict[str, Value] = made
    return result


def _edit(tree: Any, path: list[str], value: Value, rule: str) -> Any:
    step, rest = path[0], path[1:]
    marked = step.startswith("!")
    key: Any = int(step) if isinstance(tree, list) else step.removeprefix("!")
    if rest:
        below = tree[key] if isinstance(tree, list) or key in tree else {}
        if isinstance(below, Bad):
            tree[key] = Bad(below.rule, _edit(below.value, rest, value, rule))
        else:
            tree[key] = _edit(below, rest, value, rule)
        return tree
    if value is DROP:
        if isinstance(tree, dict):
            tree.pop(key, None)
        else:
            del tree[key]
        return tree
    if isinstance(tree, list):
        made = _meant(value, rule)
        if key == len(tree):
            tree.append(made)
        else:
            tree[key] = made
        return tree
    made = tree[key] if value is SAME else _meant(value, rule)
    if marked:
        new = BadKey(rule, key)
        if key in tree:
            return {
                (new if old == key else old): (made if old == key else kept)
                for old, kept in tree.items()
            }
        tree[new] = made
        return tree
    tree[key] = made
    return tree


def _meant(value: Any, rule: str) -> Any:
    if isinstance(value, _Meant):
        return Bad(rule, _meant(value.value, rule))
    if isinstance(value, dict):
        return {
            (BadKey(rule, key[1:]) if key.startswith("!") else key): _meant(one, rule)
            for key, one in value.items()
        }
    if isinstance(value, list):
        return [_meant(one, rule) for one in value]
    if hasattr(value, "_replace") and hasattr(value, "text"):
        return value._replace(text=_text(value.text, rule))
    return _text(value, rule) if isinstance(value, str) else value


def _text(text: str, rule: str) -> str:
    if "⟦" not in text:
        return text
    parts = text.split("⟦")
    named = (("⟦" if "|" in part.split("⟧")[0] else f"⟦{rule}|") + part for part in parts[1:])
    return bracketed(parts[0] + "".join(named))
