"""The field of the contract that an unknown name was meant to be."""

from __future__ import annotations

from collections.abc import Collection, Container
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from revox_lint.contract.path import any_element

if TYPE_CHECKING:
    from revox_lint.contract.contract import Contract
    from revox_lint.json_schema import Path

GUESSES: Final = 50
"""The most unknown names of a document to suggest for: one with more is not an assistant."""

_SHORT: Final = 5

VOICE_NAMES: Final = frozenset({"model", "name", "voice", "voice_name"})
"""What people write in place of a voice's `id`, with a value that is not an id."""

MODEL_NAMES: Final = frozenset({"model", "id", "model_id", "model_name", "engine"})
"""What other APIs call the model, and people write in `llm_model`."""


def suggest_field(
    contract: Contract, path: Path, name: str, known: Collection[str], given: Container[str]
) -> str | None:
    """Return the field of the mapping at `path` that `name` was meant to be, or None.

    `known` are the fields that the mapping may have, `given` the names that it has. A field
    that is given already is returned only for a misspelling of it.
    """
    word = contract.prose_word((*path, name))
    if word is not None:
        return word
    from revox_lint.contract.quantity import unit, unit_named
    from revox_lint.facts.synonyms import FIELDS
    from revox_lint.text.suggest import suggest, words

    if (timed := unit_named(name)) is not None and name not in known:
        lasting = {own[0]: field for field in known if unit(field) and (own := unit_named(field))}
        found = lasting.get(suggest(timed[0], lasting) or "")
        found = found or suggest_field(contract, path, timed[0], lasting.values(), given)
        if found is not None:
            return found
    free = [one for one in known if one not in given]
    parts = words(name)
    bare = "_".join(parts)
    for one in free:
        if bare in FIELDS.get(one, ()) or name.lower() in FIELDS.get(one, ()):
            return one
    spelt = suggest(name, known)
    if spelt is not None:
        return spelt
    if not parts or parts == ("enabled",):
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
    spelt = suggest(name, free, least=0.72)
    others = {other: one for one in free for other in FIELDS.get(one, ()) if len(other) > _SHORT}
    return spelt or others.get(suggest(name, others, least=0.85) or "")


def is_misspelt(contract: Contract, path: Path, given: Collection[str], field: str) -> bool:
    """Return whether one of the names given in the mapping at `path` was meant to be `field`.

    A message about the unknown name then covers the missing field as well.
    """
    known = contract.fields(path)
    unknown = islice((name for name in given if name not in known), GUESSES)
    return any(suggest_field(contract, path, name, known, given) == field for name in unknown)


@lru_cache(maxsize=1024)
def mapping_with_field(contract: Contract, path: Path, name: str) -> Path | None:
    """Return the path of the one other mapping that has a field `name`; None if unclear.

    Lists have the index 0 in it. Of several mappings, the one above or inside `path` is meant.
    """
    here = any_element(path)
    homes = [home for home in contract.mappings() if name in contract.fields(home)]
    related = [
        home
        for home in homes
        if home != here and (home == here[: len(home)] or here == home[: len(here)])
    ]
    if len(homes) == 1 and homes[0] != here:
        return homes[0]
    return related[0] if len(related) == 1 else None


@lru_cache(maxsize=1024)
def field_elsewhere(contract: Contract, path: Path, name: str) -> Path | None:
    """Return the one field of another mapping that `name` is another word for, or None.

    `voice_speed`, say, is the `speed` of `voice`.
    """
    from revox_lint.contract.quantity import unit_named
    from revox_lint.facts.synonyms import FIELDS
    from revox_lint.text.suggest import words

    timed = unit_named(name)
    bare = "_".join(words(name))
    homes = [home for home in contract.mappings() if home != path]
    fields = [(*home, field) for home in homes for field in contract.fields(home)]
    for one in fields:
        if isinstance(one[-2:][0], str) and bare == "_".join(map(str, one[-2:])) and len(one) > 1:
            return one
    found = [
        (*home, field)
        for *home, field in fields
        if field != name
        and (
            bare in FIELDS.get(str(field), ())
            or bare == "".join(words(str(field)))
            or (timed is not None and _lasts(str(field), timed[0]))
        )
    ]
    return found[0] if len(found) == 1 and len(bare) > _SHORT - 1 else None


def _lasts(field: str, name: str) -> bool:
    """Whether a duration is called `name` but for its unit."""
    from revox_lint.contract.quantity import unit, unit_named
    from revox_lint.facts.synonyms import FIELDS

    own = unit_named(field) if unit(field) is not None else None
    return own is not None and (name == own[0] or name in FIELDS.get(field, ()))
