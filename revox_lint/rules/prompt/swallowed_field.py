"""A field that is a line of the text above it.

Behind a `|` or a `>`, every line that is indented is text. A field that was indented along with it
is sent as a part of the prompt, and the assistant does not have it: no webhook is called, no call
is transferred.

Reported is the name of a top-level field with a `_` in it that the assistant lacks, at the
indentation of the text. A text that names the field twice, shows it as code or has other names
with a colon explains it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from revox_lint.contract.wording import field_in_words
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.quote import joined
from revox_lint.syntax.span import Span
from revox_lint.text.code import code, inside

SEVERITY = Severity.WARNING

BAD = """\
prompt: |
  You answer the phone of a dental practice.

  webhook_url: https://hooks.acme.com/calls  # error
"""

GOOD = """\
prompt: |
  You answer the phone of a dental practice.

webhook_url: https://hooks.acme.com/calls
"""

_FIRST = r"[|>][^\r\n]*(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))*( +)"
_STRUCTURE = r"(?:[\[{*&#].*)?"


def check(document: Document) -> Iterator[Finding]:
    names = [name for name in document.contract.fields(()) if "_" in name]
    for one in document.written_texts:
        if one.scalar.style not in ("|", ">"):
            continue
        start, end = one.scalar.span
        text = document.source.text[start:end]
        indent = re.match(_FIRST, text)
        if indent is None:
            continue
        if not any(name in text for name in names):
            continue
        keys = re.findall(rf"(?m)^{indent[1]}([a-z]\w*):(?:\s|$)", text)
        if not {*keys}.issubset(document.contract.fields(())):
            continue  # a list of names of the prompt's own
        lines = rf"(?m)^{indent[1]}({'|'.join(names)}):[ \t]*((?<=[ \t])[^\r\n]+|$|(?=\r))"
        counts = Counter(re.findall(rf"\b({'|'.join(names)})\b", text))
        found = [
            match
            for match in re.finditer(lines, text)
            if match[1] not in document.root
            and counts[match[1]] == 1
            and _is_field(document, text, match)
        ]
        if not found:
            continue
        fields = [f"`{match[1]}: …`" for match in found]
        listed = joined(fields)
        place = field_in_words(one.path)
        several = len(fields) > 1
        yield Finding(
            Span(start + found[0].start(1), start + found[0].end(1)),
            f"{listed} are lines of {place}, not fields"
            if several
            else f"{listed} is a line of {place}, not a field",
            help=f"write {'them' if several else 'it'} without the spaces in front of "
            f"{'them' if several else 'it'}, below the text",
        )


def _is_field(document: Document, text: str, match: re.Match[str]) -> bool:
    """Whether a line of a text is not code and has a value of the field."""
    name, value = match[1], match[2].strip()
    if document.contract.types((name,)).isdisjoint({"object", "array"}):
        given = value != ""
    else:
        given = re.fullmatch(_STRUCTURE, value) is not None
    return given and inside(code(text), match.start(1)) is None
