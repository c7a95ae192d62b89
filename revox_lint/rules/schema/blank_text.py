"""A text that must say something and is empty or only white space.

An assistant without a name cannot be found, one without a prompt has nothing to go by, and
an empty id names nothing. The contract says that these fields are required strings; that an
empty string cannot do what each is for is plain from its description.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.contract.wording import field_in_words
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document, Path
from revox_lint.syntax.node import Mapping, Node, Scalar, Sequence

SEVERITY = Severity.ERROR
SUPERSEDES = (
    "unusual-output-name",
    "unusual-voice-id",
    "placeholder-voice-id",
    "voice-id-of-other-provider",
    "invalid-calendly-event-type",
    "invalid-openrouter-model",
    "unusual-openrouter-provider",
    "duplicate-question",
    "duplicate-option",
    "duplicate-output",
)

BAD = """\
name: ""  # error
prompt: You answer the phone of a dental practice.
"""

GOOD = """\
name: Reception
prompt: You answer the phone of a dental practice.
"""

_ALWAYS = (
    ("name",),
    ("prompt",),
    ("voice", "id"),
    ("calendly", "connection_id"),
    ("calendly", "event_type_id"),
    ("llm_model", "openrouter_model_id"),
    ("llm_model", "openrouter_provider"),
)
_IN_LISTS = {
    "faq_items": ("question", "answer"),
    "structured_output_config": ("name",),
}
_INVISIBLE = frozenset("\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff")


def check(document: Document) -> Iterator[Finding]:
    for path, node in _texts(document):
        if isinstance(node, Scalar) and isinstance(node.value, str) and _blank(node.value):
            empty = "empty" if not node.value else "only white space"
            yield Finding(
                node,
                f"{field_in_words(path)} is {empty}, but must say something",
                help="write a text that is not blank",
            )


def _blank(text: str) -> bool:
    return not text[:1].isalnum() and all(char.isspace() or char in _INVISIBLE for char in text)


def _texts(document: Document) -> Iterator[tuple[Path, Node | None]]:
    for path in _ALWAYS:
        yield path, document.find(*path)
    for field, names in _IN_LISTS.items():
        elements = document.find(field)
        if not isinstance(elements, Sequence):
            continue
        for index, item in enumerate(elements.items):
            if not isinstance(item, Mapping):
                continue
            for name in names:
                entry = item.get(name)
                yield (field, index, name), None if entry is None else entry.value
            options = item.get("enum_options")
            if options is not None and isinstance(options.value, Sequence):
                for number, option in enumerate(options.value.items):
                    yield (field, index, "enum_options", number), option
