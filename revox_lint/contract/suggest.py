"""Which field of the contract a name that it does not know was meant to be."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from revox_lint.contract.contract import Contract
    from revox_lint.json_schema import Path

GUESSES: Final = 50
"""So many unknown names of a document are looked at: a text with more is no misspelt assistant."""


def suggest_field(
    contract: Contract, path: Path, name: str, known: Collection[str], given: Collection[str]
) -> str | None:
    """The field of the mapping at `path` that `name` was meant to be, or None.

    `known` are the fields that the mapping may have, `given` the names that it has. A field
    that is given already is answered only if the spelling leaves no other.
    """
    word = contract.prose_word((*path, name))
    if word is not None:
        return word
    from revox_lint.facts.synonyms import FIELDS
    from revox_lint.text.suggest import suggest, words

    spelt = suggest(name, known)
    if spelt is not None:
        return spelt
    free = [one for one in known if one not in given]
    parts = words(name)
    bare = "_".join(parts)
    for one in free:
        if bare in FIELDS.get(one, ()):
            return one
    if not parts:
        return None
    narrower = [one for one in free if set(parts) < set(words(one))]
    if len(narrower) == 1:
        return narrower[0]
    wider = [
        one
        for one in free
        if set(words(one)) < set(parts)
        and not contract.types((*path, one)) & {"object", "array", "boolean"}
    ]
    if not narrower and len(wider) == 1:
        return wider[0]
    return suggest(name, free, least=0.72)


def is_misspelt(contract: Contract, path: Path, given: Collection[str], field: str) -> bool:
    """Whether one of the names given in the mapping at `path` was meant to be `field`.

    What is said of the unknown name is then said of the missing field as well.
    """
    known = contract.fields(path)
    unknown = islice((name for name in given if name not in known), GUESSES)
    return any(suggest_field(contract, path, name, known, given) == field for name in unknown)


def mapping_with_field(contract: Contract, path: Path, name: str) -> Path | None:
    """The one other mapping of the contract that has a field `name`, as a path; None if unclear.

    Lists stand in it as index 0. Of several mappings, one that lies on the way to `path`, or
    inside of it, is meant.
    """
    here = tuple(0 if isinstance(step, int) else step for step in path)
    homes = [home for home in _mappings(contract, ()) if name in contract.fields(home)]
    related = [
        home
        for home in homes
        if home != here and (home == here[: len(home)] or here == home[: len(here)])
    ]
    if len(homes) == 1 and homes[0] != here:
        return homes[0]
    return related[0] if len(related) == 1 else None


def _mappings(contract: Contract, path: Path) -> list[Path]:
    types = contract.types(path)
    if "array" in types:
        return _mappings(contract, (*path, 0))
    if "object" not in types:
        return []
    found = [path]
    for name in contract.fields(path):
        found += _mappings(contract, (*path, name))
    return found
