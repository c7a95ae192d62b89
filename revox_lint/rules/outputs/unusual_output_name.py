"""The name of an output that is not an identifier.

The name becomes a key of the JSON that the webhook receives, and a property of the schema that the
model fills in. Tool interfaces of models commonly take letters, digits and underscores, 64
characters at most (OpenAI's documentation of function names). A name with spaces, accents or dashes
is also awkward in most programs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document

SEVERITY = Severity.WARNING

BAD = """\
structured_output_config:
  - name: "E-mail address"  # error
    description: The caller's e-mail address.
    type: string
    required: true
"""

GOOD = """\
structured_output_config:
  - name: email_address
    description: The caller's e-mail address.
    type: string
    required: true
"""


_MOST = 64
_NAME = r"[A-Za-z_][A-Za-z0-9_]*"


def check(document: Document) -> Iterator[Finding]:
    for output in document.outputs:
        name = output.name
        if name is None:
            continue
        shown = document.quoted(name)
        if re.fullmatch(_NAME, name.text) is None:
            other = _identifier(document.secrets.hide(name.text))
            digit = bool(other) and name.text[:1].isdigit()
            problem = "starts with a digit" if digit else "is not letters, digits and underscores"
            yield Finding(
                name,
                f"output name {shown} {problem}",
                help=f"write a name such as `{other or 'caller_email'}`",
            )
        elif len(name.text) > _MOST:
            yield Finding(
                name,
                f"output name {shown} has {len(name.text)} characters, more than {_MOST}",
                help="write a short name, and the rest in `description`",
            )


def _identifier(text: str) -> str:
    import unicodedata

    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    joined = "_".join(re.findall(r"[A-Za-z0-9]+", bare))[:_MOST]
    return joined if not joined[:1].isdigit() else f"_{joined}"[:_MOST]
