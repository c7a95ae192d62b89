"""A value that is not one of those that the contract lists for the field.

The API refuses it. The values are the literals of the contract. Mistakes of case, separators and
spelling are recognised, and so are the words of other products (`text` for `string`).
"""

from __future__ import annotations

from collections.abc import Iterator

from revox_lint import edit
from revox_lint.contract.chosen import model_meant
from revox_lint.contract.contract import Violation
from revox_lint.contract.data import Meant
from revox_lint.contract.meant import (
    is_off,
    kind_meant,
    leave_out,
    literal_meant,
)
from revox_lint.contract.wording import field_in_words, listed
from revox_lint.diagnostic import Applicability, Finding, Fix, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Mapping, Scalar

SEVERITY = Severity.ERROR
FIX = Applicability.UNSAFE

BAD = """\
name: Reception
prompt: You answer the phone of a dental practice.
voice:
  provider: eleven-labs  # error
  id: 21m00Tcm4TlvDq8ikWAM
"""

GOOD = """\
name: Reception
prompt: You answer the phone of a dental practice.
voice:
  provider: elevenlabs
  id: 21m00Tcm4TlvDq8ikWAM
"""


def check(document: Document) -> Iterator[Finding]:
    for violation in document.violations:
        if violation.keyword != "enum":
            continue
        scalar = document.find(*violation.path)
        if isinstance(scalar, Scalar):
            yield _finding(document, violation, scalar)


def _finding(document: Document, violation: Violation, scalar: Scalar) -> Finding:
    text = scalar.text
    field = field_in_words(violation.path)
    optional = "null" in document.contract.types(violation.path)
    given = document.quoted(text if text.strip() else scalar)
    said = f"unknown value {given} for {field}"
    if len(violation.expected) == 1:
        said = f"{field} must be {listed(violation.expected)}, not {given}"
    if optional and is_off(scalar) and "none" not in violation.expected:
        return Finding(
            scalar,
            said,
            help=leave_out(document.contract, violation.path),
            fix=edit.replace(scalar, "null", "Write null", FIX),
        )
    if violation.path == (*document.roles.model, "name"):
        model = document.find(*document.roles.model)
        other = (
            model_meant(document.contract, model, document.shown)
            if isinstance(model, Mapping)
            else None
        )
        if other is not None:
            whole = Meant({document.roles.field("model"): other.value})
            help = f"write `{whole.written(as_json=document.in_json)[1:-1]}`"
            return Finding(scalar, said, help=help)
    meant = literal_meant(text, violation.expected)
    if meant is None:
        mapping = document.find(*violation.path[:-1])
        kind = kind_meant(document.contract, violation.path[:-1], mapping)
        choices = violation.expected if kind is None else (kind,)
        return Finding(scalar, said, help=f"write {listed(choices)}")
    return Finding(
        scalar,
        f"{said}, did you mean `{meant}`?" if len(violation.expected) > 1 else said,
        help=f"write `{meant}`",
        fix=_rewritten(scalar, meant),
    )


def _rewritten(scalar: Scalar, meant: str) -> Fix | None:
    if scalar.tagged:
        return None
    return edit.rewrite(scalar, meant, f"Write {meant}", FIX)
