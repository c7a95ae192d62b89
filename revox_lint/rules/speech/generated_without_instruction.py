"""The mode `generated` without a `first_sentence` to go by.

In this mode the model makes up the first sentence from the instruction in `first_sentence`.
Without one it says what it likes, and every call begins differently. Where the prompt itself
speaks of the opening this is only a hint.

The API's documentation of `first_sentence_mode`: "generated" means the LLM will generate a
response based on the first_sentence instruction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity, Where
from revox_lint.document import Document

SEVERITY = Severity.WARNING
SUPERSEDES = ("redundant-null",)

BAD = """\
name: Reception
prompt: You answer the phone of a dental practice.
first_sentence_mode: generated  # error
"""

GOOD = """\
name: Reception
prompt: You answer the phone of a dental practice.
first_sentence_mode: generated
first_sentence: Greet the caller in the name of the practice and ask how you can help.
"""

_OPENING = (
    r"(?i)\b(?:greet|introduce yourself|opening|opener|first (?:sentence|words|message|line)"
    r"|(?:start|begin|open) (?:(?:the|each|every|your) (?:call|conversation)s?|by|with)"
    r"|accueil|présente[rz]?[- ](?:toi|vous)|salue[rz]?\b|ouverture|première phrase"
    r"|(?:commence|débute|ouvre)[rz]? (?:l'appel|la conversation|par)"
    r"|begrü(?:ß|ss)|begruess|stelle?n? (?:dich|sie sich)|gesprächs(?:beginn|eröffnung|einstieg)"
    r"|einstieg|eröffnung|erste[rn]? satz|(?:beginne?|starte?|eröffne)n? (?:das|jedes) gespräch"
    r"|salud[aeo]|pres[ée]nt[ae](?:te|se|rse)|apertura|primera frase"
    r"|(?:empieza|comienza|inicia|abre) (?:la|cada|por|con))"
)


def check(document: Document) -> Iterator[Finding]:
    mode, sentence = document.first_sentence_mode, document.roles.first_sentence
    if mode is None or mode.text != "generated" or document.filled(*sentence):
        return
    entry = document.entry(*sentence)
    if entry is None and document.damaged(document.root):
        return
    field = document.roles.field("first_sentence")
    related: tuple[tuple[str, Where], ...] = ()
    covers: tuple[Where, ...] = ()
    if entry is not None:
        related = ((f"`{field}` is empty", entry.value),)
        covers = (entry.key, entry.value)
    in_prompt = document.prompt is not None and re.search(_OPENING, document.prompt.text)
    yield Finding(
        mode,
        f"mode `generated` without an instruction in `{field}`",
        help=f"write in `{field}` how to open the call",
        related=related,
        severity=Severity.INFO if in_prompt else None,
        covers=covers,
    )
