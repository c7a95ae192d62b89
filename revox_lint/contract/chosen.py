"""What chooses a voice, a model or a booking, where it is written in the way of other APIs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, cast

from revox_lint.contract.data import UNKNOWN, Meant
from revox_lint.contract.suggest import MODEL_NAMES
from revox_lint.syntax.node import Mapping, Scalar

if TYPE_CHECKING:
    from revox_lint.contract.contract import Contract, Json

EVENTS: Final = "https://api.calendly.com/event_types/"
"""What the URI of an event type of Calendly starts with; its page has another address."""

_SOLD_BY_AUTHOR: Final = frozenset({"openai", "anthropic", "deepseek", "cohere"})


def voice_known(contract: Contract, text: str) -> dict[str, Json]:
    """Return the fields of the voice that a string names: `cartesia/<id>`, an id."""
    from revox_lint.text.voice_id import shape_of

    provider, name = (str(contract.roles.field(one)) for one in ("voice_provider", "voice_id"))
    known: dict[str, Json] = {}
    for part in re.split(r"[:/=,\s]+", text):
        shape = shape_of(part)
        if part.lower() in contract.values(contract.roles.voice_provider):
            known[provider] = part.lower()
        elif shape is not None:
            known = {provider: shape.provider, name: part} | known
    if not known and re.fullmatch(r"[\w-]+", text):
        return {provider: UNKNOWN, name: text}
    return known


def model_meant(contract: Contract, mapping: Mapping, shown: Callable[[str], str]) -> Meant | None:
    """Return the model that a mapping chooses in the way of another API; None if it does not."""
    roles = contract.roles
    own = contract.fields(roles.model)
    for one in mapping:
        foreign = one.name in MODEL_NAMES and one.name not in own
        if not isinstance(one.value, Scalar) or not isinstance(one.value.value, str):
            continue
        other = one.name == "name" and one.value.text not in contract.values((*roles.model, "name"))
        if foreign or (other and model_known(contract, one.value.text)["type"] == "openrouter"):
            return Meant(cast("Json", model_known(contract, shown(one.value.text))))
    return None


def model_known(contract: Contract, text: str) -> dict[str, Json]:
    """Return the fields of the model that a string names."""
    from revox_lint.text.suggest import suggest

    roles = contract.roles
    kind, slug, model = str(roles.model_type[-1]), text.strip().lower(), openrouter_id(text)
    own = suggest(slug, contract.values((*roles.model, "name")), least=0.95)
    if own is not None:
        return {kind: "dedicated-instance", "name": own}
    if model is None:
        return {kind: "dedicated-instance", "name": contract.values((*roles.model, "name"))[0]}
    author = model.partition("/")[0]
    return {
        kind: "openrouter",
        str(roles.openrouter_model[-1]): model,
        str(roles.openrouter_provider[-1]): author if author in _SOLD_BY_AUTHOR else UNKNOWN,
    }


def openrouter_id(text: str) -> str | None:
    """Return the ID at OpenRouter of a model that is written with or without its author."""
    from revox_lint.facts.openrouter import AUTHORS

    slug = text.strip().lower()
    family = re.match(r"o[134](?![a-z0-9])|[a-z]+", slug)
    author = AUTHORS.get(family[0]) if family is not None else None
    if re.search(r"\s", slug) or ("/" not in slug and author is None):
        return None
    return text.strip() if "/" in slug else f"{author}/{slug}"


def booking_known(contract: Contract, text: str) -> dict[str, Json]:
    """Return the fields of a booking that the URI of its event type, or that of its page, tells."""
    event = text if text.startswith(EVENTS) else f"{EVENTS}<id>"
    return {
        str(contract.roles.booking_connection[-1]): UNKNOWN,
        str(contract.roles.booking_event[-1]): event,
    }


def booking_meant(
    contract: Contract, mapping: Mapping, shown: Callable[[str], str]
) -> Meant | None:
    """Return the booking of a mapping that has an address of Calendly in a field of its own."""
    known = contract.fields(contract.roles.booking)
    texts = {one.name: one.value.text for one in mapping if isinstance(one.value, Scalar)}
    if str(contract.roles.booking_event[-1]) in texts:
        return None
    for name, text in texts.items():
        if name not in known and re.match(r"https?://|(?:www\.)?calendly\.com/", text):
            given = {name: shown(text) for name, text in texts.items() if name in known}
            return Meant(cast("Json", booking_known(contract, shown(text)) | given))
    return None
