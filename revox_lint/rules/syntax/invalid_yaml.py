"""A syntax error in YAML or JSON.

Nothing after it can be trusted: a missing quote can swallow the fields that follow. What can
still be parsed after the error is checked.

The syntax is that of YAML 1.2.2 as libyaml implements it. A bare `=` is reported, too: it has a
type of its own in YAML 1.1, and common parsers refuse it. A file named `.json` has to be JSON
(RFC 8259).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from revox_lint.contract.wording import types_in_words
from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.alias import NO_ANCHOR, is_merged
from revox_lint.syntax.json_values import TYPOGRAPHIC, YES_NO
from revox_lint.syntax.node import Broken
from revox_lint.syntax.tree import ProblemKind
from revox_lint.text.suggest import suggest

SEVERITY = Severity.ERROR
SUPERSEDES = ("not-an-assistant",)

BAD = """\
name: Sales
first_sentence: {{name}}, good morning  # error
end_of_call_sentence: Reminder: see you soon  # error
"""

GOOD = """\
name: Sales
first_sentence: "{{name}}, good morning"
end_of_call_sentence: "Reminder: see you soon"
"""


def check(document: Document) -> Iterator[Finding]:
    said: dict[str, list[Finding]] = {}
    for number, one in enumerate(document.problems(ProblemKind.SYNTAX)):
        said.setdefault(one.message if one.help == NO_ANCHOR else str(number), []).append(one)
    if not said:
        return
    root = document.tree.root
    whole = (*([root] if root else []), *(entry.key for entry in document.root))
    for one, *others in said.values():
        again = tuple((f"{document.quoted(each.where)} again", each.where) for each in others)
        one = one._replace(related=(*one.related, *again))
        written = document.source.text[slice(*document.span(one.where))]
        if not document.in_json or written[:1] not in TYPOGRAPHIC:  # of which a rule says more
            one = one._replace(covers=(one.where, *whole))
            whole = ()  # told once
        yield one._replace(help=_help(document, one))


def _help(document: Document, one: Finding) -> str | None:
    """Return the help, for a value that is no string where none belongs."""
    if one.help == NO_ANCHOR:
        return _without_anchor(document, one)
    written = document.source.text[slice(*document.span(one.where))].lower()
    types = sorted(document.contract.types(document.path(one.where)))
    if written.startswith("{{") and types and "string" not in types:
        return f"write {types_in_words(types)}: only a text has variables"
    value = re.fullmatch(r"write (?:`(\".*\"|[\w.-]+)`|a number)", one.help or "")
    node = document.find(*document.path(one.where))
    if not document.in_json or value is None or not isinstance(node, Broken):
        return one.help
    if written in YES_NO and (not types or "boolean" in types):
        return f"write `{YES_NO[written]}`"
    if types and (kind := _kind(value[1] or "0")) not in types:
        bare = (value[1] or "").strip('"')
        fits = kind == "string" and _kind(bare) in types
        return f"write `{bare}`" if fits else f"write {types_in_words(types)}"
    return one.help


def _without_anchor(document: Document, one: Finding) -> str | None:
    """Return the help about an alias without an anchor before it."""
    span = document.span(one.where)
    name = document.source.text[span.start + 1 : span.end]
    anchors = document.tree.anchors
    before = [one.name for one in anchors if one.span.start < span.start]
    after = {one.name for one in anchors} - {*before}
    anchor = document.quoted(f"&{name}")
    if (meant := suggest(name, before)) is not None:
        return f"write {document.quoted(f'*{meant}')}"
    if (meant := name if name in after else suggest(name, after)) is not None:
        anchor, alias = document.quoted(f"&{meant}"), document.quoted(f"*{meant}")
        return f"write the value with {anchor} here, and {alias} where it is now"
    if is_merged(document.source.text, span.start):
        return f"write the fields themselves, or put {anchor} before the mapping that is meant"
    types = document.contract.types(document.path(one.where))
    if types and "string" not in types:
        return f"write the value itself, or put {anchor} before the value that is meant"
    return one.help


def _kind(value: str) -> str:
    """Return the type of a value of JSON."""
    if value in ("true", "false"):
        return "boolean"
    return "null" if value == "null" else "number" if value[:1].isdigit() else "string"
