"""An output's name that is no plain identifier.

The name becomes a key of the JSON that arrives at the webhook, and a property of the schema
that the model fills in. Models' tool interfaces commonly take letters, digits and underscores,
64 characters at most (OpenAI's documentation of function names); a name with spaces, accents
or dashes is also awkward in most programs.
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
        text = name.text
        written = document.written(name)
        if re.fullmatch(_NAME, text) is None:
            other = _identifier(text)
            yield Finding(
                name,
                f"the output name `{written}` is not made of letters, digits and underscores only"
                if not text[:1].isdigit() or not other
                else f"the output name `{written}` does not begin with a letter or an underscore",
                help=f"call it `{other}`, say" if other else "write a name such as `caller_email`",
            )
        elif len(text) > _MOST:
            yield Finding(
                name,
                f"the output name `{written}` has {len(text)} characters, more than {_MOST}",
                help="say in the description what does not fit into a short name",
            )


def _identifier(text: str) -> str:
    import unicodedata

    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    joined = "_".join(re.findall(r"[A-Za-z0-9]+", bare))[:_MOST]
    return joined if not joined[:1].isdigit() else f"_{joined}"[:_MOST]
