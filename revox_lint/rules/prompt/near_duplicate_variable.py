"""Two variables whose names differ only in spelling.

`{{contactName}}` and `{{contact_name}}` are two variables. A call with a value for one of them
leaves the other as it is, and the caller hears it.

Names are compared without case, accents, underscores and hyphens. Names of at least seven letters
that differ by one missing, doubled or swapped letter may be intended: they are only info.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from revox_lint.diagnostic import Finding, Severity
from revox_lint.document import Document
from revox_lint.fields import Text
from revox_lint.syntax.span import Span
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


# With more names than this, they are generated and not misspelt.
_MOST = 200


def check(document: Document) -> Iterator[Finding]:
    used = {name for text in document.texts for name, _, _ in _uses(text)}
    if len(used) < 2:
        return
    spellings: dict[str, set[str]] = {}
    for name in used:
        spellings.setdefault(_folded(name), set()).add(name)
    alike = {name for names in spellings.values() if len(names) > 1 for name in names}
    folds = sorted(spellings) if len(spellings) <= _MOST else []
    slips = [
        (one, other)
        for index, one in enumerate(folds)
        for other in folds[index + 1 :]
        if _slipped(one, other)
    ]
    for pair in slips:
        alike.update(*(spellings[fold] for fold in pair))
    if not alike:
        return
    places = _places(document, alike)
    for names in spellings.values():
        first, *later = sorted(names, key=lambda name: (places.get(name, _NOWHERE), name))
        for name in later:
            yield Finding(
                places[name],
                f"`{{{{{name}}}}}` and `{{{{{first}}}}}` differ only in spelling, but are two "
                "variables",
                help=f"write `{{{{{first}}}}}` in both places",
                related=((f"`{{{{{first}}}}}` is first used here", places[first]),),
            )
    for pair in slips:
        first, name = sorted(
            (min(spellings[fold], key=lambda name: places[name]) for fold in pair),
            key=lambda name: places[name],
        )
        yield Finding(
            places[name],
            f"`{{{{{name}}}}}` and `{{{{{first}}}}}` differ by a single letter",
            help="if one of them is misspelt, write the same name in both places",
            related=((f"`{{{{{first}}}}}` is first used here", places[first]),),
            severity=Severity.INFO,
        )


_NOWHERE = Span(0, 0)


def _uses(text: Text) -> Iterator[tuple[str, int, int]]:
    """Yield every variable that a string uses: its name, and where."""
    found = scan(text.scalar.text)
    for name, start, end in (*found.placeholders, *found.expressions):
        if name:
            yield name, start, end


def _places(document: Document, names: set[str]) -> dict[str, Span]:
    """Return where each of `names` is first used in the file."""
    places: dict[str, Span] = {}
    for text in document.texts:
        seen = set()
        for name, start, end in _uses(text):
            if name in names and name not in seen:
                seen.add(name)
                span = document.within(text.scalar, start, end)
                places[name] = min(places.get(name, span), span)
    return places


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).casefold()
    # `{{customer.name}}` belongs to an object, `{{customer_name}}` does not.
    return "".join(char for char in letters if char.isalnum() or char == ".")


def _slipped(one: str, other: str) -> bool:
    """Whether one letter missing, doubled or swapped turns one name into the other."""
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
