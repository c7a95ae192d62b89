"""Two variables whose names differ only in how they are written.

`{{contactName}}` and `{{contact_name}}` are two variables. A call that brings a value for
one leaves the other as it stands, and the caller hears it.

Names are compared without case, accents, underscores, hyphens and dots. Two names of at
least seven letters that differ by one letter left out, doubled or swapped may be meant, and
are only worth a look.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity, Span
from revox_lint.document import Document
from revox_lint.text.placeholder import scan

SEVERITY = Severity.WARNING

BAD = """\
first_sentence: Hello {{contact_name}}, do you have a minute?
prompt: |
  You are calling {{contact_name}}.
  Thank {{contactName}} at the end.  # error
"""

GOOD = """\
first_sentence: Hello {{contact_name}}, do you have a minute?
prompt: |
  You are calling {{contact_name}}.
  Thank {{contact_name}} at the end.
"""


def check(document: Document) -> Iterator[Finding]:
    variables = _variables(document)
    if len(variables) < 2:
        return
    first: dict[str, str] = {}
    for name, span in sorted(variables.items(), key=lambda item: (item[1], item[0])):
        folded = _folded(name)
        other = first.setdefault(folded, name)
        if other != name:
            yield Finding(
                span,
                f"the variables `{{{{{other}}}}}` and `{{{{{name}}}}}` differ only in spelling, "
                "and are two variables",
                help=f"use `{{{{{other}}}}}` in both places",
                related=((f"`{{{{{other}}}}}` is first used here", variables[other]),),
            )
            continue
        for known, spelling in first.items():
            if known != folded and _slipped(known, folded):
                yield Finding(
                    span,
                    f"the variables `{{{{{spelling}}}}}` and `{{{{{name}}}}}` "
                    "differ by a single letter",
                    help="if one of them is a slip, use the same name in both places",
                    related=((f"`{{{{{spelling}}}}}` is first used here", variables[spelling]),),
                    severity=Severity.INFO,
                )
                break


def _variables(document: Document) -> dict[str, Span]:
    """Every name with the place where it is first used in the file."""
    variables: dict[str, Span] = {}
    for text in document.texts:
        found = scan(text.scalar.text)
        for name, start, end in (*found.placeholders, *found.expressions):
            if name:
                span = document.within(text.scalar, start, end)
                known = variables.get(name)
                variables[name] = span if known is None else min(known, span)
    return variables


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(char for char in letters if char.isalnum())


def _slipped(one: str, other: str) -> bool:
    """Whether a letter left out, doubled or swapped inside makes one name of the other."""
    if one[0] != other[0] or one[-1] != other[-1] or min(len(one), len(other)) < 7:
        return False
    if len(one) == len(other):
        differing = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(differing) != 2 or differing[1] != differing[0] + 1:
            return False
        i, j = differing
        return one[i] == other[j] and one[j] == other[i] and (one[i] + one[j]).isalpha()
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if len(longer) != len(shorter) + 1:
        return False
    at = next(i for i, char in enumerate(longer) if i == len(shorter) or char != shorter[i])
    return longer[:at] + longer[at + 1 :] == shorter and longer[at].isalpha()
