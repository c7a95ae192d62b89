"""A placeholder with missing braces, without a name, or with an invalid name.

`{{name}}` is replaced by the value of the variable `name`. Anything else stays as it is: the
caller hears "curly bracket", or the model gets an incomplete sentence.

A name is a letter or underscore, then letters, digits and underscores; dots and hyphens may join
such parts. The syntax of other template languages (`{{#if vip}}`, `{{ name | upcase }}`) and the
braces of JSON, code and formulas are not errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.text.placeholder import NAME, Malformed, Reason, scan

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


# Nobody reads more of them.
_MOST = 200


def check(document: Document) -> Iterator[Finding]:
    for text in document.written_texts:
        value = text.scalar.text
        for one in scan(value).malformed[:_MOST]:
            message, help = _words(one, document.quoted(value[one.start : one.end]))
            yield Finding(document.within(text.scalar, one.start, one.end), message, help=help)


def _words(one: Malformed, written: str) -> tuple[str, str]:
    name = re.sub(r"[\W_]+", "_", one.name) if " " in one.name else one.name
    valid = re.fullmatch(NAME, name) is not None
    meant = f"write `{{{{{name}}}}}`"
    form = "write letters, digits and underscores, as in `{{first_name}}`"
    match one.reason:
        case Reason.UNCLOSED:
            help = meant if valid else form if name else "end it with two braces, `}}`"
            return f"placeholder {written} is not closed by two braces", help
        case Reason.UNOPENED:
            return f"placeholder {written} is not opened by two braces", meant if valid else form
        case Reason.EMPTY:
            return (
                f"placeholder {written} has no name",
                "write the name of a variable between the braces, as in `{{first_name}}`",
            )
        case Reason.INVALID_NAME:
            return f"placeholder {written} has an invalid name", form
