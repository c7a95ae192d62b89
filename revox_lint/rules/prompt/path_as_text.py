"""The path of a file, or an include, where its text belongs.

Nothing reads the file: the agent gets the path as its prompt, or says it. Templates and other tools
have includes; a definition has none. A URL is reported where it is all of the prompt.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.span import Span
from revox_lint.text.file_path import is_path, text_itself

SEVERITY = Severity.WARNING
SUPERSEDES = (
    "instruction-as-static-sentence",
    "lookalike-placeholder",
    "malformed-placeholder",
    "unspeakable-text",
)

BAD = """\
name: Reception
prompt: prompts/reception.md  # error
"""

GOOD = """\
name: Reception
prompt: |
  You answer the phone of a dental practice.
"""


def check(document: Document) -> Iterator[Finding]:
    for text in document.texts:
        scalar, field = text.scalar, str(text.path[-1])
        is_prompt = text.path == document.roles.prompt
        if is_path(scalar.text, url=is_prompt):
            quotes = len(scalar.style)
            inner = Span(scalar.span.start + quotes, scalar.span.end - quotes)
            yield Finding(
                scalar,
                f"`{field}` is only {document.quoted(scalar.text.strip())}: no file is read",
                help=text_itself(field, as_json=document.in_json),
                covers=(inner,),
            )
