"""Text to be spoken that is written for the eye: Markdown, emoji, web addresses, lists.

The static first sentence, the voicemail message and the sentence at the end of the call are
spoken word for word. A voice reads the stars of `**now**` aloud, spells out a web address, stumbles
over an emoji, and says the word "pause" for `[pause]` and "none" where nothing was to be said.

Tags that a voice understands are not reported: those of SSML, such as `<break time="1s"/>`, and
for Cartesia its own (docs.cartesia.ai, "SSML Tags"), such as `[laughter]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint.contract.meant import is_off, leave_out
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text.markup import MarkupKind, marks, without_placeholders
from revox_lint.text.stage_directions import is_remark, remarks

SEVERITY = Severity.WARNING
SUPERSEDES = ("lookalike-placeholder",)

BAD = """\
voicemail_message: "Hi, it's Ava. Book at https://brightside.example/book any time."  # error
end_of_call_sentence: Thank you, and have a **wonderful** day!  # error
"""

GOOD = """\
voicemail_message: "Hi, it's Ava. Book on our website, brightside.example, any time."
end_of_call_sentence: Thank you, and have a wonderful day!
"""


_DIRECTION = "direction"
_SAID = {
    MarkupKind.ADDRESS: (
        "is a web address, which a voice spells out",
        "name the page in words, or send the address in a message",
    ),
    MarkupKind.MARKUP: ("is markup, which is read aloud or lost", "write plain sentences"),
    MarkupKind.LIST: ("is a list item, which cannot be heard", "write a sentence"),
    MarkupKind.EMOJI: ("is an emoji, which a voice cannot say", "remove it"),
    MarkupKind.ESCAPE: (
        "is a backslash and a letter, not a line break, and is read aloud",
        "remove it, or write the string in double quotes",
    ),
    _DIRECTION: (
        "is a stage direction, which is read aloud",
        "remove it; for a pause, punctuation is enough",
    ),
}
# https://docs.cartesia.ai/build-with-cartesia/capability-guides/ssml-tags
_UNDERSTOOD = {"cartesia": frozenset({"laughter"})}


def check(document: Document) -> Iterator[Finding]:
    for text in document.spoken:
        if text.scalar.text.strip() and is_off(text.scalar):
            yield Finding(
                text.scalar,
                f"{document.quoted(text.scalar.text)} in `{text.path[-1]}` is said to the caller",
                help="remove it, and write `first_sentence_mode: none`"
                if text.path == document.roles.first_sentence
                else leave_out(document.contract, text.path),
            )
        # One of each kind: a list of ten items is one mistake.
        for kind, spans in _unspeakable(document, text.scalar.text).items():
            (start, end), *others = sorted(spans)
            what, help = _SAID[kind]
            rest = tuple(document.within(text.scalar, *span) for span in others)
            yield Finding(
                document.within(text.scalar, start, end),
                f"{document.quoted(text.scalar.text[start:end])} in `{text.path[-1]}` {what}",
                help=help,
                related=tuple(("here too", one) for one in rest[:5] if kind != MarkupKind.LIST),
                covers=rest,
            )


def _unspeakable(document: Document, words: str) -> dict[str, list[tuple[int, int]]]:
    """The parts of a text that cannot be spoken, by kind."""
    found: dict[str, list[tuple[int, int]]] = {}
    if words.isascii() and not re.search(r"[*_~`#|>\[(<\\/:\n]|www\.", words):
        return found
    for mark in marks(words):
        stressed = mark.kind is MarkupKind.MARKUP and words[mark.start] in "*_"
        direction = stressed and is_remark(words[mark.start : mark.end].strip("*_"))
        kind = _DIRECTION if direction else mark.kind
        found.setdefault(kind, []).append((mark.start, mark.end))
    provider = document.voice_provider
    understood = _UNDERSTOOD.get(provider.text if provider else "", frozenset())
    for remark in remarks(without_placeholders(words), understood):
        found.setdefault(_DIRECTION, []).append((remark.start, remark.end))
    return found
