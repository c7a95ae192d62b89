"""A placeholder with missing braces, without a name, or with something that is no name.

`{{name}}` is replaced by the value that the call brings for `name`. What is not exactly that
stays in the text as it is: the caller hears "curly bracket", or the model gets a sentence
with a hole in it.

A name is a letter or underscore, then letters, digits and underscores; dots and hyphens may
join such parts. What other template languages write between double braces (`{{#if vip}}`,
`{{ name | upcase }}`) and the braces of JSON, code and formulas are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text.placeholder import Malformed, Reason, scan

SEVERITY = Severity.ERROR

BAD = """\
prompt: |
  You are calling {{first_name}} of {{company name}}.  # error
  The order is {{order_id}.  # error
first_sentence: Hi {name}}, do you have a minute?  # error
"""

GOOD = """\
prompt: |
  You are calling {{first_name}} of {{company_name}}.
  The order is {{order_id}}.
first_sentence: Hi {{name}}, do you have a minute?
"""


# More in one text than anybody reads.
_MOST = 200


def check(document: Document) -> Iterator[Finding]:
    for text in document.written_texts:
        value = text.scalar.text
        for one in scan(value).malformed[:_MOST]:
            message, remedy = _words(one, _shown(value[one.start : one.end]))
            yield Finding(document.within(text.scalar, one.start, one.end), message, help=remedy)


def _words(one: Malformed, written: str) -> tuple[str, str]:
    meant = f"`{{{{{one.name}}}}}`"
    match one.reason:
        case Reason.UNCLOSED:
            return f"the placeholder `{written}` is not closed by two braces", f"write {meant}"
        case Reason.UNOPENED:
            return f"the placeholder `{written}` is not opened by two braces", f"write {meant}"
        case Reason.EMPTY:
            return (
                f"the placeholder `{written}` has no name between its braces",
                "write the name of a variable between the braces, as in `{{first_name}}`",
            )
        case Reason.INVALID_NAME:
            return (
                f"the placeholder `{written}` has something between its braces that is no name",
                "use letters, digits and underscores, no digit first, as in `{{first_name}}`",
            )


def _shown(written: str) -> str:
    line = " ".join(written.split())
    return line if len(line) <= 60 else line[:59] + "…"
