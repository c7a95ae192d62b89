"""The form of a version's roles: where it keeps what rules, harness and push are about."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

Path: TypeAlias = tuple[str | int, ...]

NOWHERE: Final[Path] = (-1,)
"""The path of a role that a version does not have: no document has anything there."""


class TextRole(NamedTuple):
    """A field whose string the model or the caller gets.

    `path` has 0 for every element of a list. `spoken` is whether the string is said word for
    word; `spoken_when`, a path and a value, makes it so only where that path has that value.
    """

    path: Path
    spoken: bool = False
    spoken_when: tuple[Path, str] | None = None


class Roles(NamedTuple):
    """The path of each role in one contract version; `NOWHERE` where the version lacks it.

    Paths have 0 for every element of a list. `texts` are in the order of the contract.
    `marks` are the top-level fields that only an assistant has.
    """

    texts: tuple[TextRole, ...]
    marks: tuple[str, ...]
    name: Path = NOWHERE
    prompt: Path = NOWHERE
    first_sentence: Path = NOWHERE
    first_sentence_mode: Path = NOWHERE
    first_sentence_delay: Path = NOWHERE
    voicemail: Path = NOWHERE
    farewell: Path = NOWHERE
    background: Path = NOWHERE
    voice: Path = NOWHERE
    voice_id: Path = NOWHERE
    voice_provider: Path = NOWHERE
    voice_speed: Path = NOWHERE
    max_duration: Path = NOWHERE
    retry: Path = NOWHERE
    timezone: Path = NOWHERE
    max_attempts: Path = NOWHERE
    windows: Path = NOWHERE
    window_opening: Path = NOWHERE
    window_closing: Path = NOWHERE
    window_delay: Path = NOWHERE
    outputs: Path = NOWHERE
    output_name: Path = NOWHERE
    output_type: Path = NOWHERE
    output_description: Path = NOWHERE
    output_options: Path = NOWHERE
    questions: Path = NOWHERE
    question_text: Path = NOWHERE
    question_answer: Path = NOWHERE
    transfer_numbers: Path = NOWHERE
    keypad: Path = NOWHERE
    booking: Path = NOWHERE
    booking_connection: Path = NOWHERE
    booking_event: Path = NOWHERE
    webhook: Path = NOWHERE
    model: Path = NOWHERE
    model_type: Path = NOWHERE
    openrouter_model: Path = NOWHERE
    openrouter_provider: Path = NOWHERE

    def field(self, role: str) -> str:
        """Return the name of a role's field as it is written in a definition.

        Raises AttributeError for a name that is not a role.
        """
        path: Path = getattr(self, role)
        return next((part for part in reversed(path) if isinstance(part, str)), "")
