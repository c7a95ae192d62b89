"""A placeholder in the syntax of another tool: `{name}`, `$name`, `<<name>>`, `[NAME]`, `%name%`.

Only `{{name}}` is replaced. Other forms are spoken, or given to the model, as written: "Hello open
bracket name".

Code, JSON examples, formulas, paths, addresses, links and section tags are not reported. In text
that is spoken word for word, brackets around capitals or a title, `[CLINIC]`, `[Name der Firma]`,
are reported whatever they name; stage directions such as `[laughs]` are not.

In a prompt the model often fills in square brackets. There names of common data are reported,
`[COMPANY]` or `[Company Name]`, and with them other brackets written alike. An unknown word
is reported only where a name belongs, "You work for [RESTAURANT]", and as info. Headings such as
`[STYLE]`, alone on a line, and what the model is to write, "end with [DONE]", are not. Inside
quotation marks all is info; so is the first `{% if vip %}` or `{{ name | upper }}` of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint.diagnostic import Applicability, Edit, Finding, Fix, Severity
from revox_lint.document import Document
from revox_lint.fields import Text
from revox_lint.syntax.span import Span
from revox_lint.text.lookalike import MARKS, Lookalike, folded, lookalikes, template
from revox_lint.text.placeholder import names

SEVERITY = Severity.WARNING
FIX = Applicability.UNSAFE

BAD = """\
prompt: |
  You are calling {first_name} of ${company}.  # error
  The order is <<order_id>>.  # error
first_sentence_mode: static
first_sentence: Hi [FIRST NAME], do you have a minute?  # error
"""

GOOD = """\
prompt: |
  You are calling {{first_name}} of {{company}}.
  The order is {{order_id}}.
first_sentence_mode: static
first_sentence: Hi {{first_name}}, do you have a minute?
"""


def check(document: Document) -> Iterator[Finding]:
    texts = [text for text in document.written_texts if text.path[-1] != "description"]
    if not any(mark in text.scalar.text for text in texts for mark in MARKS):
        return
    known = frozenset().union(*(names(text.scalar.text) for text in document.texts))
    for text in texts:
        value = text.scalar.text
        if (span := template(value)) is not None:
            yield Finding(
                document.within(text.scalar, *span),
                f"{document.quoted(value[slice(*span)])} is template syntax, "
                "only `{{name}}` is replaced",
                help="fill in the template before, or say in words what depends on the variable",
                severity=Severity.INFO,
            )
        for one in lookalikes(value, known, text.spoken):
            written = value[one.start : one.end]
            name = _name(one.name, known, lower=written.startswith("["))
            span = document.within(text.scalar, one.start, one.end)
            yield Finding(
                span,
                f"{document.quoted(written)} is not replaced, did you mean `{{{{{name}}}}}`?",
                help=f"write `{{{{{name}}}}}` if it is a variable of the call"
                + (", else the words themselves" if written[0] in "[<" else ""),
                severity=None if one.sure else Severity.INFO,
                fix=_fix(document, text, one, span, f"{{{{{name}}}}}"),
            )


def _name(written: str, known: frozenset[str], lower: bool) -> str:
    for name in sorted(known):
        if folded(name) == folded(written):
            return name
    name = re.sub(r"[^\w.]+|\.(?!\w)", "_", written).strip("_.")
    return name.lower() if name.isupper() or " " in written or lower else name


def _fix(document: Document, text: Text, one: Lookalike, span: Span, name: str) -> Fix | None:
    scalar = text.scalar
    written = document.source.text[span.start : span.end]
    if scalar.origin is not None or written != scalar.text[one.start : one.end]:
        return None
    if scalar.style == "" and span.start == scalar.span.start:
        # A plain scalar cannot start with a brace.
        return None
    return Fix(f"Write `{name}`", FIX, (Edit(span, name),))
