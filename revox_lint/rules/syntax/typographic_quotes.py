"""A value or key in typographic quotes.

Word processors and chats turn `"` into `“` or `«`. For YAML those are letters like any other:
`“09:30”` is not a time, `“static”` is not a mode, and a field called `“name”` does not exist.

Only `"` and `'` quote a scalar (YAML 1.2.2, chapter 7.3). It is a warning where any string is
allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from revox_lint import edit
from revox_lint.contract.path import any_element
from revox_lint.diagnostic import Applicability, Finding, Severity
from revox_lint.document import Document
from revox_lint.syntax.node import Mapping, Scalar
from revox_lint.syntax.quote import MOST
from revox_lint.syntax.scalar import resolve
from revox_lint.syntax.span import Span

SEVERITY = Severity.ERROR
FIX = Applicability.UNSAFE
SUPERSEDES = (
    "invalid-calendly-event-type",
    "invalid-openrouter-model",
    "invalid-phone-number",
    "invalid-webhook-url",
    "invalid-window-time",
    "invalid-yaml",
    "lookalike-placeholder",
    "placeholder-voice-id",
    "unknown-field",
    "unknown-timezone",
    "unknown-value",
    "unusual-openrouter-provider",
    "unusual-output-name",
    "unusual-voice-id",
    "wrong-type",
)

BAD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: “09:30”  # error
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
"""

GOOD = """\
call_retry_config:
  calling_windows:
    - calling_window_start_time: "09:30"
      calling_window_end_time: "18:00"
      retry_delay_seconds: 7200
"""

_QUOTES: Final = "“”„‟«»‹›‘’‚‛"
_QUOTED: Final = rf"(?s)[{_QUOTES}]([^{_QUOTES}\"]*)[{_QUOTES}\"]"


class _Quoted(NamedTuple):
    """A scalar in typographic quotes, and what to write for it."""

    node: Scalar
    what: str
    straight: str
    severity: Severity


def check(document: Document) -> Iterator[Finding]:
    found = sorted(_found(document), key=lambda one: (-one.severity.rank, one.node.span))
    if not found:
        return
    first = found[0]
    written = document.quoted(first.node)
    several = len(found) > 1
    yield Finding(
        first.node,
        f"typographic quotes are part of {len(found)} keys and values, such as {written}"
        if several
        else f"typographic quotes are part of the {first.what} {written}",
        help="use straight quotes"
        if len(first.straight) > MOST
        else f"use straight quotes, such as `{first.straight}`"
        if several
        else f"write `{first.straight}`",
        severity=first.severity,
        fix=edit.together(
            (edit.replace(one.node, one.straight, "") for one in found),
            "Write straight quotes",
            FIX,
        ),
        covers=(*(one.node for one in found[1:]), _opening(first.node)),
    )


def _opening(node: Scalar) -> Span:
    """Return the place of the opening quote, at which a reader of JSON stops."""
    return Span(node.span.start, node.span.start + 1)


def _found(document: Document) -> Iterator[_Quoted]:
    roles = document.roles
    free = {text.path for text in roles.texts}
    free |= {roles.name, roles.output_name, (*roles.output_options, 0)}
    in_json = document.in_json
    for place in document.places:
        node = place.node
        if isinstance(node, Mapping):
            for entry in node.entries:
                inner = _inner(entry.key)
                if inner is not None and inner not in node and entry.merged is None:
                    yield _Quoted(
                        entry.key,
                        "key",
                        edit.quoted(inner) if in_json else _key(inner),
                        Severity.ERROR,
                    )
        elif isinstance(node, Scalar) and (inner := _inner(node)) is not None:
            path = any_element(place.path)
            types = document.contract.types(place.path)
            other = bool(types) and "string" not in types
            straight = (
                inner if other and not isinstance(resolve(inner), str) else edit.quoted(inner)
            )
            severity = Severity.WARNING if path in free and not in_json else Severity.ERROR
            yield _Quoted(node, "value", straight, severity)


def _inner(node: Scalar) -> str | None:
    """Return what is between the typographic quotes around a plain scalar, if it has any."""
    if not node.plain or node.text[:1] not in _QUOTES:
        return None
    match = re.fullmatch(_QUOTED, node.text)
    return None if match is None else match[1].strip()


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z_]\w*", name, re.ASCII) else edit.quoted(name)
