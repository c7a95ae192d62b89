"""Text to be spoken that is written for the eye: Markdown, emoji, web addresses, lists.

The static first sentence, the voicemail message and the sentence at the end of the call are
spoken word for word. A voice reads the stars of `**now**`, spells out a web address, stumbles
over a smiley, and says the word "pause" where `[pause]` stands.

Tags that a voice understands are left alone: those of SSML, such as `<break time="1s"/>`, and
with Cartesia its own (docs.cartesia.ai, "SSML Tags"), `[laughter]` among them.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document, Text
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
    MarkupKind.LIST: ("begins an item of a list, which cannot be heard", "write a sentence"),
    MarkupKind.EMOJI: ("is an emoji, which a voice cannot say", "leave it out"),
    MarkupKind.ESCAPE: (
        "is not a line break here but a backslash and a letter, which are read aloud",
        "leave it out, or write the text in double quotes",
    ),
    _DIRECTION: (
        "is a stage direction, which is read aloud",
        "leave it out; for a pause, punctuation is enough",
    ),
}
_FIELDS = {
    "first_sentence": "the static first sentence",
    "voicemail_message": "the voicemail message",
    "end_of_call_sentence": "the sentence at the end of the call",
}
# https://docs.cartesia.ai/build-with-cartesia/capability-guides/ssml-tags
_UNDERSTOOD = {"cartesia": frozenset({"laughter"})}


def check(document: Document) -> Iterator[Finding]:
    for text in document.spoken:
        yield from _unspeakable(document, text)


def _unspeakable(document: Document, text: Text) -> Iterator[Finding]:
    words = text.scalar.text
    if (
        words.isascii()
        and not any(char in words for char in "*_~`#|>[(<\\/:")
        and ("\n" not in words and "www." not in words)
    ):
        return
    places: dict[str, list[tuple[int, int]]] = {}
    for mark in marks(words):
        stressed = mark.kind is MarkupKind.MARKUP and words[mark.start] in "*_"
        direction = stressed and is_remark(words[mark.start : mark.end].strip("*_"))
        kind = _DIRECTION if direction else mark.kind
        places.setdefault(kind, []).append((mark.start, mark.end))
    understood = _UNDERSTOOD.get(document.value("voice", "provider") or "", frozenset())
    for remark in remarks(without_placeholders(words), understood):
        places.setdefault(_DIRECTION, []).append((remark.start, remark.end))
    # One of each kind: a list of ten items is one mistake.
    for kind, found in places.items():
        spans = sorted(found)
        said, help = _SAID[kind]
        start, end = spans[0]
        others = tuple(document.within(text.scalar, *span) for span in spans[1:])
        yield Finding(
            document.within(text.scalar, start, end),
            f"`{_short(words[start:end])}` in {_FIELDS[str(text.path[0])]} {said}",
            help=help,
            related=tuple(("here too", other) for other in others[:5] if kind != MarkupKind.LIST),
            covers=others,
        )


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else line[:59] + "…"
